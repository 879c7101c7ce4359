"""Who is missing in a buying group."""

import pytest

from domain.buying_group import gaps, place
from domain.taxonomy import BuyingRole

CHAMPION, BUYER, EVALUATOR = BuyingRole.CHAMPION, BuyingRole.ECONOMIC_BUYER, BuyingRole.TECHNICAL_EVALUATOR


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        ((), (CHAMPION, BUYER, EVALUATOR)),
        ((BuyingRole.USER, BuyingRole.BLOCKER), (CHAMPION, BUYER, EVALUATOR)),
        ((EVALUATOR, CHAMPION, CHAMPION), (BUYER,)),
        (tuple(BuyingRole), ()),
    ],
)
def test_gaps_are_named_the_most_telling_first(known: tuple[BuyingRole, ...], missing: tuple[BuyingRole, ...]) -> None:
    assert gaps(known) == missing


def test_who_decides_comes_first_and_who_is_against_it_last() -> None:
    ordered = sorted(BuyingRole, key=place)
    assert (ordered[0], ordered[-1]) == (CHAMPION, BuyingRole.BLOCKER)
