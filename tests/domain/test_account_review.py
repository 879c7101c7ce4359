"""What moved, what stalled and what is next: worked examples, and what holds for every history."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.account_review import (
    AccountFacts,
    AccountReview,
    Decision,
    Movement,
    NextStep,
    Stage,
    StageChange,
    Way,
    review_account,
)
from domain.weeks import IsoWeek, week_span

TZ = "Europe/Madrid"
WEEK = IsoWeek(2026, 47)  # Monday 16 to Sunday 22 November
SPAN = week_span(WEEK, TZ)
STAGES = {
    stage.code: stage
    for stage in (
        Stage("discovery", 1),
        Stage("proposal", 2, limit_days=10),
        Stage("negotiation", 3, limit_days=None),
        Stage("won", 9, ending=Way.WON),
        Stage("lost", 9, ending=Way.LOST),
    )
}


def on(day: int, hour: int = 12, month: int = 11) -> datetime:
    """A moment of 2026, UTC."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


def reviewed(
    *changes: StageChange, touches: tuple[datetime, ...] = (), steps: tuple[NextStep, ...] = ()
) -> AccountReview:
    """An account with these events in the week."""
    return review_account(AccountFacts(1, changes, touches, steps), SPAN, TZ, STAGES)


def step(due: date, added: datetime, ended: datetime | None = None, step_id: int = 1) -> NextStep:
    """Somebody promised something."""
    return NextStep(step_id, "send the study", 7, due, added, ended)


def test_sixteen_days_in_a_stage_of_ten_is_stalled_and_says_so() -> None:
    standing = reviewed(StageChange(on(6), "proposal")).standing
    assert (standing.stage, standing.days, standing.limit_days, standing.days_over) == ("proposal", 16, 10, 6)


@pytest.mark.parametrize(
    ("touched", "movement", "touches", "last"),
    [
        ((), Movement.QUIET, 0, None),
        ((7,), Movement.QUIET, 0, 15),  # longer ago than the stage allows to stand
        ((13,), Movement.BUSY, 1, 9),
        ((7, 13, 20), Movement.BUSY, 2, 2),
        ((23,), Movement.QUIET, 0, None),  # after the week: not known to it
    ],
)
def test_stalled_is_busy_or_quiet(touched: tuple[int, ...], movement: Movement, touches: int, last: int | None) -> None:
    review = reviewed(StageChange(on(6), "proposal"), touches=tuple(on(day) for day in touched))
    assert (review.movement, review.standing.touches, review.standing.last_touch_days) == (movement, touches, last)


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ((("discovery", 2), ("proposal", 18)), Way.FORWARD),
        ((("proposal", 2), ("discovery", 18)), Way.BACK),
        ((("discovery", 18),), Way.ENTERED),
        ((("proposal", 2), ("won", 18)), Way.WON),
        ((("proposal", 2), ("lost", 18)), Way.LOST),
    ],
)
def test_a_change_in_the_week_is_movement_whichever_way(changes: tuple[tuple[str, int], ...], way: Way) -> None:
    review = reviewed(*(StageChange(on(day), stage) for stage, day in changes))
    assert review.movement is Movement.MOVED
    assert [move.way for move in review.moves] == [way]


def test_the_same_stage_said_again_is_no_movement_and_begins_nothing_anew() -> None:
    review = reviewed(StageChange(on(2), "proposal"), StageChange(on(18), "proposal"))
    assert (review.movement, review.moves, review.standing.days) == (Movement.QUIET, (), 20)


def test_within_its_limit_without_a_limit_and_closed_nobody_stalls() -> None:
    assert reviewed(StageChange(on(12), "proposal")).movement is Movement.STEADY
    assert reviewed(StageChange(on(1, month=1), "negotiation")).movement is Movement.STEADY
    assert reviewed(StageChange(on(1, month=1), "won")).movement is Movement.STEADY
    assert reviewed().movement is Movement.STEADY


def test_a_stage_that_was_renamed_away_has_the_standard_limit() -> None:
    assert reviewed(StageChange(on(1), "verhandlung")).movement is Movement.QUIET
    assert reviewed(StageChange(on(10), "verhandlung")).movement is Movement.STEADY


def test_sunday_night_in_madrid_is_still_the_week() -> None:
    late = datetime(2026, 11, 22, 22, 59, tzinfo=UTC)
    assert reviewed(StageChange(late, "proposal")).movement is Movement.MOVED
    assert reviewed(StageChange(late + timedelta(minutes=1), "proposal")).moves == ()


def test_steps_carry_over_until_done_or_dropped() -> None:
    steps = (
        step(date(2026, 11, 20), on(2), step_id=1),
        step(date(2026, 12, 1), on(17), step_id=2),
        step(date(2026, 11, 18), on(2), ended=on(19), step_id=3),
        step(date(2026, 11, 18), on(2), ended=on(24), step_id=4),
    )
    review = reviewed(StageChange(on(12), "proposal"), steps=steps)
    assert [(each.step.step_id, each.days_late, each.weeks) for each in review.steps] == [
        (4, 4, 2),
        (1, 2, 2),
        (2, 0, 0),
    ]
    assert review.decisions == (Decision.STEP_OVERDUE,)


def test_what_somebody_has_to_decide() -> None:
    stalled = AccountFacts(1, (StageChange(on(1), "proposal"),), has_owners=False)
    review = review_account(stalled, SPAN, TZ, STAGES)
    assert review.decisions == (Decision.NO_OWNER, Decision.STALLED_WITHOUT_STEP)
    promised = replace(stalled, steps=(step(date(2026, 12, 1), on(17)),), has_owners=True)
    assert review_account(promised, SPAN, TZ, STAGES).decisions == ()
    closed = replace(stalled, changes=(StageChange(on(1), "lost"),))
    assert review_account(closed, SPAN, TZ, STAGES).decisions == ()


moments = st.datetimes(datetime(2026, 8, 1), datetime(2027, 1, 10), timezones=st.just(UTC))  # noqa: DTZ001 - aware by timezones
histories = st.builds(
    AccountFacts,
    st.just(1),
    st.lists(st.builds(StageChange, moments, st.sampled_from([*STAGES, "old"]), st.integers(0, 9)), max_size=8),
    st.lists(moments, max_size=8),
    st.lists(
        st.builds(
            NextStep,
            st.integers(1, 99),
            st.just("call"),
            st.just(7),
            st.dates(date(2026, 8, 1), date(2027, 2, 1)),
            moments,
            st.none() | moments,
        ),
        max_size=5,
        unique_by=lambda each: each.step_id,
    ),
    st.booleans(),
)


@given(histories, st.randoms(use_true_random=False))
def test_the_same_events_in_any_order_give_the_same_review(facts: AccountFacts, chance: random.Random) -> None:
    def shuffled(these: list[Any]) -> list[Any]:
        return chance.sample(these, len(these))

    mixed = replace(
        facts,
        changes=shuffled(list(facts.changes)),
        touches=shuffled(list(facts.touches)),
        steps=shuffled(list(facts.steps)),
    )
    assert review_account(mixed, SPAN, TZ, STAGES) == review_account(facts, SPAN, TZ, STAGES)


@given(histories)
def test_what_came_after_the_week_changes_nothing(facts: AccountFacts) -> None:
    known = replace(
        facts,
        changes=[each for each in facts.changes if each.at < SPAN.end],
        touches=[at for at in facts.touches if at < SPAN.end],
        steps=[
            replace(each, ended_at=each.ended_at if each.ended_at and each.ended_at < SPAN.end else None)
            for each in facts.steps
            if each.added_at < SPAN.end
        ],
    )
    assert review_account(known, SPAN, TZ, STAGES) == review_account(facts, SPAN, TZ, STAGES)


@given(histories, moments)
def test_one_more_touch_makes_nobody_quiet_and_nobody_stalled(facts: AccountFacts, at: datetime) -> None:
    before = review_account(facts, SPAN, TZ, STAGES)
    after = review_account(replace(facts, touches=[*facts.touches, at]), SPAN, TZ, STAGES)
    assert after.movement is before.movement or (before.movement, after.movement) == (Movement.QUIET, Movement.BUSY)


@given(histories, st.integers(0, 60), st.integers(0, 60))
def test_a_longer_limit_stalls_nobody(facts: AccountFacts, limit: int, more: int) -> None:
    short = {code: replace(stage, limit_days=limit) for code, stage in STAGES.items()}
    long = {code: replace(stage, limit_days=limit + more) for code, stage in STAGES.items()}
    before, after = (review_account(facts, SPAN, TZ, stages) for stages in (short, long))
    assert before.movement.is_stalled or not after.movement.is_stalled or before.standing.stage == "old"


@given(histories)
def test_who_moved_is_not_stalled_and_every_stalled_one_is_over_its_limit(facts: AccountFacts) -> None:
    review = review_account(facts, SPAN, TZ, STAGES)
    assert (review.movement is Movement.MOVED) == bool(review.moves)
    assert not review.movement.is_stalled or review.standing.days_over > 0
