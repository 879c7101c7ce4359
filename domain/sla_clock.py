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
from domain.durations import Duration, DurationUnit
from domain.sla_account import Explanation, Spans, account
from domain.weeks import Span, local_moment
from domain.working_time import (
    MICROS_IN_MINUTE,
    absences,
    advance,
    advance_days,
    between,
    day_bounds,
    days_between,
    from_micros,
    merged,
    stretches,
    to_micros,
    without,
)

_DAYS_AHEAD: Final = 3653

__all__ = [
    "Duration",
    "DurationUnit",
    "Explanation",
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


def due_at(spec: CalendarSpec, start: datetime, duration: Duration, pauses: Sequence[Span] = ()) -> datetime:
    """The deadline of what began at ``start`` (aware) and has ``duration``; paused time does not count. Aware UTC.

    Raises `CalendarError` where no working time is left to come.
    """
    amount = duration.minutes * MICROS_IN_MINUTE
    return from_micros(_advance(spec, duration.unit, to_micros(start), amount, _spans(pauses)))


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
    counted = DurationUnit.CALENDAR if unit is DurationUnit.CALENDAR else DurationUnit.BUSINESS
    used = _used(spec, counted, to_micros(start), to_micros(end), _spans(pauses))
    return timedelta(microseconds=int(used))


def used_share(
    spec: CalendarSpec, start: datetime, at: datetime, duration: Duration, pauses: Sequence[Span] = ()
) -> Fraction:
    """The part of ``duration`` that was used at ``at``: 4/5 is 80 %, more than 1 after the deadline."""
    if not duration.minutes:
        return Fraction(1)
    used = _used(spec, duration.unit, to_micros(start), to_micros(at), _spans(pauses))
    return Fraction(used) / (duration.minutes * MICROS_IN_MINUTE)


def remaining(
    spec: CalendarSpec, start: datetime, at: datetime, duration: Duration, pauses: Sequence[Span] = ()
) -> timedelta:
    """The time that counts between ``at`` and the deadline; none after it."""
    return elapsed(spec, max(start, at), due_at(spec, start, duration, pauses), pauses, duration.unit)


def explain(spec: CalendarSpec, start: datetime, duration: Duration, pauses: Sequence[Span] = ()) -> Explanation:
    """The deadline of `due_at`, with every stretch that counted, and every one that did not and why."""
    due = to_micros(due_at(spec, start, duration, pauses))
    return account(spec, duration.unit, to_micros(start), due, _spans(pauses))


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
    began, taken, spans = to_micros(start), max(to_micros(start), to_micros(moment)), _spans(pauses)
    left = duration.minutes * MICROS_IN_MINUTE - _used(spec_old, duration.unit, began, taken, spans)
    if left <= 0:
        return due_at(spec_old, start, duration, pauses)
    return from_micros(_advance(spec_new, duration.unit, taken, left, spans))


def is_working(spec: CalendarSpec, at: datetime) -> bool:
    """Whether ``at`` is working time. A block's end is not."""
    instant = to_micros(at)
    return any(True for _ in stretches(spec, instant, instant + 1))


def next_working_moment(spec: CalendarSpec, at: datetime) -> datetime:
    """``at`` when it is working time, else the start of the next. Aware UTC. Raises `CalendarError` for none."""
    instant = to_micros(at)
    return from_micros(max(instant, next(stretches(spec, instant)).start))


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


def _advance(spec: CalendarSpec, unit: DurationUnit, start: int, left: int | Fraction, pauses: Spans) -> int:
    """The earliest instant by which ``left`` of the unit has passed since ``start``, pauses left out."""
    for begin, end in pauses:
        if end <= start:
            continue
        if start < begin:
            due = _unpaused(spec, unit, start, left)
            if due <= begin:
                return due
            left -= _counted(spec, unit, start, begin)
        elif left <= 0:
            return start
        start = end
    return _unpaused(spec, unit, start, left)


def _unpaused(spec: CalendarSpec, unit: DurationUnit, start: int, left: int | Fraction) -> int:
    match unit:
        case DurationUnit.BUSINESS:
            return advance(spec, start, int(left))
        case DurationUnit.CALENDAR:
            return start + int(left)
        case DurationUnit.BUSINESS_DAYS:
            return advance_days(spec, start, left)


def _used(spec: CalendarSpec, unit: DurationUnit, start: int, end: int, pauses: Spans) -> int | Fraction:
    """How much of the unit counted from ``start`` to ``end``."""
    total: int | Fraction = 0
    for begin, finish in without(start, end, pauses):
        total += _counted(spec, unit, begin, finish)
    return total


def _counted(spec: CalendarSpec, unit: DurationUnit, start: int, end: int) -> int | Fraction:
    match unit:
        case DurationUnit.BUSINESS:
            return between(spec, start, end)
        case DurationUnit.CALENDAR:
            return end - start
        case DurationUnit.BUSINESS_DAYS:
            return days_between(spec, start, end)


def _spans(pauses: Sequence[Span]) -> Spans:
    return merged([(to_micros(each.start), to_micros(each.end)) for each in pauses]) if pauses else []
