"""The weekly account review: what moved, what stalled and what happens next, from events alone.

The same events and the same week always give the same review, whenever and in whichever order they are read: what
happened after the week is left out, so a late digest says what a punctual one would have said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from domain.values import frozen
from domain.weeks import DAYS_IN_WEEK, Span

#: Days in a stage after which an account counts as stalled where the stage names no limit of its own.
STAGE_LIMIT_DAYS: Final = 14


class Movement(StrEnum):
    """What an account did in the week. A stalled one is busy (somebody was at it) or quiet (nobody was)."""

    MOVED = "moved"
    BUSY = "busy"
    QUIET = "quiet"
    STEADY = "steady"

    @property
    def is_stalled(self) -> bool:
        """No stage change for longer than its stage allows."""
        return self in {Movement.BUSY, Movement.QUIET}


class Way(StrEnum):
    """Where a stage change led to."""

    FORWARD = "forward"
    BACK = "back"
    ENTERED = "entered"
    WON = "won"
    LOST = "lost"


class TouchKind(StrEnum):
    """What counts as work on an account that is no progress by itself."""

    ATTEMPT = "attempt"
    MEETING = "meeting"
    STEP = "step"
    CRM = "crm"


class Decision(StrEnum):
    """What somebody has to decide; the most pressing first."""

    NO_OWNER = "no_owner"
    STALLED_WITHOUT_STEP = "stalled_without_step"
    STEP_OVERDUE = "step_overdue"


@frozen
class Stage:
    """One stage of the sales process. ``place`` orders them; ``limit_days`` are calendar days, None never stalls.

    ``ending`` is set for the stages that close: then an account cannot stall in it.
    """

    code: str
    place: int
    limit_days: int | None = STAGE_LIMIT_DAYS
    ending: Way | None = None


@frozen
class StageChange:
    """From ``at`` on the account stood in ``stage`` (a code); ``number`` orders changes of one instant."""

    at: datetime
    stage: str
    number: int = 0


@frozen
class NextStep:
    """What somebody promised to do by the local day ``due_on``; ``ended_at`` when it was done or dropped."""

    step_id: int
    text: str
    owner_id: int | None
    due_on: date
    added_at: datetime
    ended_at: datetime | None = None


@frozen
class AccountFacts:
    """All that the review knows of one account. ``has_owners``: sales and marketing both have somebody.

    ``touches`` are the moments at which somebody was at it.
    """

    account_id: int
    changes: Sequence[StageChange]
    touches: Sequence[datetime] = ()
    steps: Sequence[NextStep] = ()
    has_owners: bool = True


@frozen
class Move:
    """One stage change of the week; ``before`` is absent when it was the account's first."""

    at: datetime
    before: str | None
    stage: str
    way: Way


@frozen
class Standing:
    """Why an account counts as it does: days in its stage, the stage's limit, who was at it within that limit.

    ``touches`` are those of the last ``looked_back_days`` days and since the last change; ``last_touch_days`` ago the
    latest of all was, absent when there never was one.
    """

    stage: str | None
    days: int
    limit_days: int | None
    touches: int
    looked_back_days: int
    last_touch_days: int | None

    @property
    def days_over(self) -> int:
        """Days beyond the limit; 0 within it."""
        return max(0, self.days - self.limit_days) if self.limit_days is not None else 0


@frozen
class OpenStep:
    """A next step that the week left open: ``days_late`` on its last day, ``weeks`` carried over."""

    step: NextStep
    days_late: int
    weeks: int


@frozen
class AccountReview:
    """One account in one week."""

    account_id: int
    movement: Movement
    moves: tuple[Move, ...]
    standing: Standing
    steps: tuple[OpenStep, ...]
    decisions: tuple[Decision, ...]


def review_account(facts: AccountFacts, week: Span, tz: str, stages: Mapping[str, Stage]) -> AccountReview:
    """What ``week`` was for one account, days counted in the zone ``tz`` up to the week's last day.

    A change made in the week is movement, also a step back; only who did not move can be stalled. A stage that is not
    in ``stages`` any more has the standard limit: an old name is no reason to be forgotten.
    """
    zone = ZoneInfo(tz)
    last_day = (week.end.astimezone(zone) - timedelta(microseconds=1)).date()
    changes = sorted((each for each in facts.changes if each.at < week.end), key=_in_order)
    touches = sorted(at for at in facts.touches if at < week.end)
    moves = _moves(changes, week, stages)
    standing = _standing(changes, touches, last_day, zone, stages)
    steps = _open_steps(facts.steps, week, last_day, zone)
    movement = _movement(moves, standing)
    return AccountReview(
        facts.account_id, movement, moves, standing, steps, _decisions(facts, movement, standing, steps, stages)
    )


def _moves(changes: Sequence[StageChange], week: Span, stages: Mapping[str, Stage]) -> tuple[Move, ...]:
    made = []
    before: str | None = None
    for change in changes:
        if change.stage == before:
            continue
        if change.at in week:
            made.append(Move(change.at, before, change.stage, _way(before, change.stage, stages)))
        before = change.stage
    return tuple(made)


def _way(before: str | None, after: str, stages: Mapping[str, Stage]) -> Way:
    new, old = stages.get(after), stages.get(before) if before is not None else None
    if new is not None and new.ending is not None:
        return new.ending
    if new is None or old is None:
        return Way.ENTERED
    return Way.FORWARD if new.place > old.place else Way.BACK


def _standing(
    changes: Sequence[StageChange],
    touches: Sequence[datetime],
    last_day: date,
    zone: ZoneInfo,
    stages: Mapping[str, Stage],
) -> Standing:
    last_touch = _days(touches[-1], last_day, zone) if touches else None
    if not changes:
        return Standing(None, 0, None, 0, 0, last_touch)
    stage = changes[-1].stage
    since = _entered(changes)
    plan = stages.get(stage)
    limit = STAGE_LIMIT_DAYS if plan is None else plan.limit_days if plan.ending is None else None
    days = _days(since, last_day, zone)
    looked_back = days if limit is None else min(days, limit)
    recent = 0
    for at in reversed(touches):  # the latest first: most are of long ago
        if at < since or _days(at, last_day, zone) >= max(looked_back, 1):
            break
        recent += 1
    return Standing(stage, days, limit, recent, looked_back, last_touch)


def _in_order(change: StageChange) -> tuple[datetime, int, str]:
    return change.at, change.number, change.stage


def _entered(changes: Sequence[StageChange]) -> datetime:
    """When the present stage began: saying it again begins nothing anew."""
    entered = changes[-1].at
    for change in reversed(changes):
        if change.stage != changes[-1].stage:
            break
        entered = change.at
    return entered


def _movement(moves: Sequence[Move], standing: Standing) -> Movement:
    if moves:
        return Movement.MOVED
    if not standing.days_over:
        return Movement.STEADY
    return Movement.BUSY if standing.touches else Movement.QUIET


def _open_steps(steps: Iterable[NextStep], week: Span, last_day: date, zone: ZoneInfo) -> tuple[OpenStep, ...]:
    still_open = (
        step for step in steps if step.added_at < week.end and (step.ended_at is None or step.ended_at >= week.end)
    )
    made = [
        OpenStep(
            step if step.ended_at is None else replace(step, ended_at=None),  # not known to the week
            max(0, (last_day - step.due_on).days),
            _days(step.added_at, last_day, zone) // DAYS_IN_WEEK,
        )
        for step in still_open
    ]
    return tuple(sorted(made, key=lambda each: (each.step.due_on, each.step.step_id)))


def _decisions(
    facts: AccountFacts,
    movement: Movement,
    standing: Standing,
    steps: Sequence[OpenStep],
    stages: Mapping[str, Stage],
) -> tuple[Decision, ...]:
    stage = stages.get(standing.stage) if standing.stage is not None else None
    if stage is not None and stage.ending is not None:
        return ()
    asked = (
        (Decision.NO_OWNER, not facts.has_owners),
        (Decision.STALLED_WITHOUT_STEP, movement.is_stalled and not steps),
        (Decision.STEP_OVERDUE, any(step.days_late for step in steps)),
    )
    return tuple(decision for decision, is_needed in asked if is_needed)


def _days(since: datetime, last_day: date, zone: ZoneInfo) -> int:
    return (last_day - since.astimezone(zone).date()).days
