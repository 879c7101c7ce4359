"""Which reasons go with which end, what contradicts what, and where the views of one deal part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.taxonomy import DealOutcome, LossReason, Perspective, WinReason
from domain.win_loss import (
    ENDS,
    MOST_CONTRIBUTING,
    Claims,
    Problem,
    ReviewField,
    View,
    agreed_reasons,
    differences,
    named_reasons,
    problems,
    reasons_for,
    said_end,
    wants_competitor,
)

CODES = sorted({reason.value for reason in (*WinReason, *LossReason)})
NAMES = st.sampled_from([None, "HubSpot", "hubspot", "HubSpot, Inc.", "Salesforce"])


@st.composite
def complete(draw: st.DrawFn) -> Claims:
    """A review that lacks nothing and contradicts itself nowhere."""
    outcome = draw(st.sampled_from(ENDS))
    offered = [reason.value for reason in reasons_for(outcome)]
    named = draw(st.permutations(offered))[: 1 + MOST_CONTRIBUTING]
    return Claims(outcome, named[0] if named else None, tuple(named[1:]), "HubSpot", "They wanted SSO")


@st.composite
def views(draw: st.DrawFn, least: int = 0) -> list[View]:
    """Views of one deal, each with a place of its own."""
    count = draw(st.integers(least, 4))
    return [
        View(
            place,
            draw(st.sampled_from(Perspective)),
            draw(st.sampled_from(ENDS)),
            draw(st.sampled_from([None, *CODES])),
            tuple(draw(st.lists(st.sampled_from(CODES), max_size=3, unique=True))),
            draw(NAMES),
        )
        for place in range(count)
    ]


def test_a_deal_closed_as_lost_says_no_kind_of_loss() -> None:
    said = {end: said_end(end) for end in DealOutcome}
    assert {end for end, known in said.items() if known is None} == {DealOutcome.OPEN, DealOutcome.LOST_OTHER}
    assert all(known in {None, end} for end, known in said.items())


def test_wins_have_win_reasons_and_losses_loss_reasons() -> None:
    assert reasons_for(DealOutcome.WON) == tuple(WinReason)
    assert reasons_for(DealOutcome.LOST_COMPETITOR) == tuple(LossReason)
    assert reasons_for(DealOutcome.CHURNED) == tuple(LossReason)
    assert reasons_for(DealOutcome.UNKNOWN) == ()
    assert reasons_for(DealOutcome.OPEN) == ()
    assert LossReason.COMPETITOR not in reasons_for(DealOutcome.LOST_NO_DECISION)
    assert LossReason.COMPETITOR not in reasons_for(DealOutcome.LOST_OTHER)
    assert [end for end in ENDS if wants_competitor(end)] == [DealOutcome.LOST_COMPETITOR]


@pytest.mark.parametrize(
    ("claims", "field", "problem"),
    [
        (Claims(DealOutcome.OPEN), ReviewField.OUTCOME, Problem.NO_END),
        (Claims(DealOutcome.WON), ReviewField.PRIMARY, Problem.NO_REASON),
        (Claims(DealOutcome.WON, "unresponsive"), ReviewField.PRIMARY, Problem.OTHER_FAMILY),
        (Claims(DealOutcome.CHURNED, "value"), ReviewField.PRIMARY, Problem.OTHER_FAMILY),
        (Claims(DealOutcome.UNKNOWN, "price"), ReviewField.PRIMARY, Problem.OTHER_FAMILY),
        (Claims(DealOutcome.LOST_NO_DECISION, "competitor"), ReviewField.PRIMARY, Problem.NOT_WITH_OUTCOME),
        (Claims(DealOutcome.WON, "value", ("trust", "price")), ReviewField.CONTRIBUTING, Problem.OTHER_FAMILY),
        (Claims(DealOutcome.WON, "value", ("value",)), ReviewField.CONTRIBUTING, Problem.SAME_TWICE),
        (
            Claims(DealOutcome.WON, "value", ("trust", "content", "relationship", "implementation")),
            ReviewField.CONTRIBUTING,
            Problem.TOO_MANY,
        ),
        (Claims(DealOutcome.LOST_COMPETITOR, "price"), ReviewField.COMPETITOR, Problem.NO_COMPETITOR),
        (Claims(DealOutcome.LOST_OTHER, "other"), ReviewField.SWUNG_IT, Problem.OTHER_SAYS_NOTHING),
    ],
)
def test_a_contradiction_is_named_with_its_field(claims: Claims, field: ReviewField, problem: Problem) -> None:
    assert problems(claims) == {field: problem}


@given(complete())
def test_what_is_offered_and_complete_stands(claims: Claims) -> None:
    assert problems(claims) == {}


@given(complete(), st.sampled_from(CODES))
def test_a_reason_that_is_not_offered_never_stands(claims: Claims, reason: str) -> None:
    if reason not in reasons_for(claims.outcome):
        swapped = Claims(claims.outcome, reason, (), claims.competitor, claims.swung_it)
        assert set(problems(swapped)) == {ReviewField.PRIMARY}


@given(views())
def test_views_part_only_where_two_say_different_things(given_views: list[View]) -> None:
    parts = differences(given_views)
    assert [part.field for part in parts] == sorted((part.field for part in parts), key=list(ReviewField).index)
    for part in parts:
        assert [place for place, _value in part.said] == [view.place for view in given_views]
        assert len({value for _place, value in part.said if value is not None}) > 1
    if len(given_views) <= 1:
        assert parts == ()


@given(views())
def test_who_speaks_first_changes_nothing(given_views: list[View]) -> None:
    turned = list(reversed(given_views))
    assert [part.field for part in differences(turned)] == [part.field for part in differences(given_views)]
    assert agreed_reasons(turned) == agreed_reasons(given_views)


@given(views(least=2))
def test_what_all_agree_on_all_have_named(given_views: list[View]) -> None:
    for reason in agreed_reasons(given_views):
        assert all(reason in named_reasons(view) for view in given_views)


@given(views(least=1))
def test_a_view_agrees_with_itself(given_views: list[View]) -> None:
    assert differences([given_views[0], given_views[0]]) == ()
    assert agreed_reasons([given_views[0], given_views[0]]) == named_reasons(given_views[0])


def test_spellings_of_a_competitor_are_one_and_not_knowing_contradicts_nobody() -> None:
    rep = View(1, Perspective.REP, DealOutcome.LOST_COMPETITOR, "price", competitor="HubSpot")
    buyer = View(2, Perspective.BUYER, DealOutcome.UNKNOWN, None, competitor="HUBSPOT, Inc.")
    assert differences([rep, buyer]) == ()
    manager = View(3, Perspective.MANAGER, DealOutcome.LOST_COMPETITOR, "sales_process", ("price",))
    (part,) = differences([rep, buyer, manager])
    assert part.field is ReviewField.PRIMARY
    assert part.said == ((1, "price"), (2, None), (3, "sales_process"))
