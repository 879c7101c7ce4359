"""Where an account stands by its deals."""

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.account_review import StageChange
from domain.stages import (
    STAGES,
    STANDARD,
    DealChange,
    Process,
    SalesStage,
    Support,
    account_changes,
    moved,
    name_is_taken,
    names_in_use,
)
from domain.taxonomy import DealStage

BEGAN = datetime(2026, 11, 2, 9, tzinfo=UTC)


def stages_of(*deals: tuple[int, int, str]) -> list[str]:
    """The account's stages after (deal, day, stage)."""
    changes = [DealChange(deal, StageChange(BEGAN + timedelta(days=day), stage, day)) for deal, day, stage in deals]
    return [change.stage for change in account_changes(changes, STAGES)]


@pytest.mark.parametrize(
    ("deals", "expected"),
    [
        ((), []),
        (((1, 0, "discovery"), (1, 3, "proposal")), ["discovery", "proposal"]),
        (((1, 0, "proposal"), (2, 1, "discovery")), ["proposal"]),
        (((1, 0, "proposal"), (2, 1, "discovery"), (1, 2, "lost")), ["proposal", "discovery"]),
        (((1, 0, "proposal"), (1, 2, "won")), ["proposal", "won"]),
        (((1, 0, "proposal"), (1, 2, "lost"), (1, 5, "proposal")), ["proposal", "lost", "proposal"]),
        (((1, 0, "won"), (2, 1, "renewal")), ["won", "renewal"]),
        (((1, 0, "gone"), (2, 1, "prospecting")), ["gone", "prospecting"]),
    ],
)
def test_an_account_stands_where_its_most_advanced_open_deal_does(
    deals: tuple[tuple[int, int, str], ...], expected: list[str]
) -> None:
    assert stages_of(*deals) == expected


def test_every_stage_has_its_support_and_limit() -> None:
    assert {stage.value for stage in DealStage} == {stage.code for stage in STANDARD.offered}
    assert {stage.support for stage in STANDARD.offered} == set(Support)
    assert all(STAGES[stage.value].limit_days == 14 for stage in DealStage)


changes = st.lists(
    st.builds(
        lambda deal, hours, stage, number: DealChange(deal, StageChange(BEGAN + timedelta(hours=hours), stage, number)),
        st.integers(1, 3),
        st.integers(0, 200),
        st.sampled_from([*STAGES, "gone"]),
        st.integers(0, 99),
    ),
    max_size=12,
)


@given(changes, st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter_and_no_stage_comes_twice_in_a_row(
    found: list[DealChange], chance: random.Random
) -> None:
    made = account_changes(found, STAGES)
    assert made == account_changes(chance.sample(found, len(found)), STAGES)
    assert all(before.stage != after.stage for before, after in pairwise(made))
    assert [change.at for change in made] == sorted(change.at for change in made)


def agreed(*codes: str, retired: str = "") -> Process:
    """Stages of these codes; those in ``retired`` are used no more."""
    return Process(tuple(SalesStage(code, None, 14, Support.EARLY, is_retired=code in retired) for code in codes))


def test_a_retired_stage_is_not_offered_and_keeps_its_place() -> None:
    process = agreed("a", "b", "c", retired="b")
    assert [stage.code for stage in process.offered] == ["a", "c"]
    assert [process.for_review[code].place for code in ("lost", "a", "b", "c", "won")] == [0, 1, 2, 3, 4]
    deals = [DealChange(1, StageChange(BEGAN, "b", 1)), DealChange(2, StageChange(BEGAN, "a", 2))]
    assert [change.stage for change in account_changes(deals, process.for_review)] == ["b"]


@pytest.mark.parametrize(
    ("code", "up", "order"),
    [("c", True, "cba"), ("c", False, "abc"), ("a", False, "cba"), ("a", True, "abc"), ("b", True, "abc")],
)
def test_a_stage_moves_past_the_next_that_is_offered(code: str, up: bool, order: str) -> None:
    assert "".join(moved(agreed("a", "b", "c", retired="b"), code, up=up)) == order


def test_names_that_read_alike_are_taken() -> None:
    stages = [SalesStage("a", "Oferta técnica", 5, Support.MIDDLE), SalesStage("demo", None, 5, Support.MIDDLE)]
    standard = {"demo": ("Demo", "Demostración")}
    others = names_in_use(stages, standard, None)
    assert all(name_is_taken(name, others) for name in ("oferta  TECNICA", "DEMO", "demostracion"))
    assert not name_is_taken("Oferta técnica", names_in_use(stages, standard, "a"))
    assert not name_is_taken("Pilot", others)
