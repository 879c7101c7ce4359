"""When something is due by a calendar, how much of its time is used, and why.

A deadline is the earliest moment by which the duration has passed. So one that uses up a block's time falls on that
block's end, not on the next start; what begins at a block's end begins to count with the next block; and a duration of
nothing is due at once, in hours or not. Worked time is real time: a clock change neither adds nor takes a minute.
Everything that counts or skips time does it here: docs/sla-clock.md has the conventions with examples.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final
from zoneinfo import ZoneInfo

from domain.calendars import CalendarError, CalendarFault, CalendarSpec
from domain.counted_time import amount_of, counted, pause_spans, reached
from domain.durations import Duration, DurationUnit
from domain.local_weeks import absences, day_bounds, from_micros, to_micros
from domain.sla_account import Explanation, account
from domain.weeks import Span, local_moment
from domain.working_time import stretches

__all__ = [
    "Duration",
    "DurationUnit",
    "Explanation",
    "back_from_time_off",
    "carry_over",
    "due_at",
    "elapsed",
    "explain",
    "is_working",
    "next_start",
    "next_working_moment",
    "remaining",
    "used_share",
]

#: Ten years.
_DAYS_AHEAD: Final = 3653


def due_at(spec: CalendarSpec, start: datetime, duration: Duration, pauses: Sequence[Span] = ()) -> datetime:
    """The deadline of what began at ``start`` (aware) and has ``duration``; paused time does not count. Aware UTC.

    Raises `CalendarError` where no working time is left to come.
    """
    return from_micros(reached(spec, duration.unit, to_micros(start), amount_of(duration), pause_spans(pauses)))


def elapsed(
    spec: CalendarSpec,
    start: datetime,
    end: datetime,
    pauses: Sequence[Span] = (),
    unit: DurationUnit = DurationUnit.BUSINESS,
) -> timedelta:
    """The time from ``start`` to ``end`` that counted: working time, or all of it for a calendar duration.

    None when the end comes first. Working days are told in working time too; see `used_share`.
    """
    shown = DurationUnit.CALENDAR if unit is DurationUnit.CALENDAR else DurationUnit.BUSINESS
    used = counted(spec, shown, to_micros(start), to_micros(end), pause_spans(pauses))
    return timedelta(microseconds=int(used))


def used_share(
    spec: CalendarSpec, start: datetime, at: datetime, duration: Duration, pauses: Sequence[Span] = ()
) -> Fraction:
    """The part of ``duration`` that was used at ``at``: 4/5 is 80 %, more than 1 after the deadline."""
    if not duration.minutes:
        return Fraction(1)
    used = counted(spec, duration.unit, to_micros(start), to_micros(at), pause_spans(pauses))
    return Fraction(used) / amount_of(duration)


def remaining(
    spec: CalendarSpec, start: datetime, at: datetime, duration: Duration, pauses: Sequence[Span] = ()
) -> timedelta:
    """The time that counts between ``at`` and the deadline; none after it."""
    since = from_micros(max(to_micros(start), to_micros(at)))
    return elapsed(spec, since, due_at(spec, start, duration, pauses), pauses, duration.unit)


def explain(spec: CalendarSpec, start: datetime, duration: Duration, pauses: Sequence[Span] = ()) -> Explanation:
    """The deadline of `due_at`, with every stretch that counted, and every one that did not and why."""
    due = to_micros(due_at(spec, start, duration, pauses))
    whole = account(spec, duration.unit, to_micros(start), due, pause_spans(pauses))
    return Explanation(whole.start, whole.end, whole.counted, whole.skipped)


def carry_over(
    spec_old: CalendarSpec,
    spec_new: CalendarSpec,
    start: datetime,
    moment: datetime,
    duration: Duration,
    pauses: Sequence[Span] = (),
) -> datetime:
    """The deadline when at ``moment`` somebody with another calendar takes over: what was used stays used.

    What is left runs by the new calendar; of working days, the part that is left. A deadline that had passed stays.
    """
    began, taken, spans = to_micros(start), max(to_micros(start), to_micros(moment)), pause_spans(pauses)
    left = amount_of(duration) - counted(spec_old, duration.unit, began, taken, spans)
    if left <= 0:
        return due_at(spec_old, start, duration, pauses)
    return from_micros(reached(spec_new, duration.unit, taken, left, spans))


def is_working(spec: CalendarSpec, at: datetime) -> bool:
    """Whether ``at`` is working time. A block's end is not."""
    instant = to_micros(at)
    return any(True for _ in stretches(spec, instant, instant + 1))


def next_working_moment(spec: CalendarSpec, at: datetime) -> datetime:
    """``at`` when it is working time, else the start of the next. Aware UTC. Raises `CalendarError` for none."""
    instant = to_micros(at)
    return from_micros(max(instant, next(stretches(spec, instant)).start))


def back_from_time_off(spec: CalendarSpec, at: datetime) -> datetime | None:
    """When somebody who has time off at ``at`` works again. Aware UTC; nothing when they have none, or never work."""
    instant = to_micros(at)
    if not absences(spec, instant, instant + 1):
        return None
    try:
        return next_working_moment(spec, at)
    except CalendarError:
        return None


def next_start(spec: CalendarSpec, after: datetime, minute: int) -> datetime:
    """The next working day's moment at ``minute`` after local midnight, strictly after ``after``. Aware UTC.

    The minute may lie outside the hours, but not in time off; a day without any working time is no working day.
    """
    instant, day = to_micros(after), after.astimezone(ZoneInfo(spec.tz)).date()
    for _ in range(_DAYS_AHEAD):
        first, last = day_bounds(spec, day)
        moment = to_micros(local_moment(day, minute, spec.tz))
        if moment > instant and any(stretches(spec, first, last)) and not absences(spec, moment, moment + 1):
            return from_micros(moment)
        day += timedelta(days=1)
    raise CalendarError(CalendarFault.NEVER_DUE, "weekly", f"no working day comes within ten years of {after}")
