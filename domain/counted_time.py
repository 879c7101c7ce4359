"""What counts of the time between two instants, by the unit of a duration, pauses left out.

Amounts are microseconds of the unit: of working time, of time on the clock, or of 24-hour days for working days.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from domain.calendars import CalendarSpec
from domain.durations import Duration, DurationUnit
from domain.local_weeks import MICROS_IN_MINUTE, Spans, merged, to_micros, without
from domain.weeks import Span
from domain.working_time import advance, advance_days, between, days_between

#: Whole, but for working days.
Amount: TypeAlias = int | Fraction


def amount_of(duration: Duration) -> int:
    """All of it."""
    return duration.minutes * MICROS_IN_MINUTE


def pause_spans(pauses: Sequence[Span]) -> Spans:
    """The pauses as instants."""
    return merged([(to_micros(each.start), to_micros(each.end)) for each in pauses]) if pauses else []


def reached(spec: CalendarSpec, unit: DurationUnit, start: int, left: Amount, pauses: Spans) -> int:
    """The earliest instant by which ``left`` has counted since ``start``."""
    for begin, end in pauses:
        if end <= start:
            continue
        if start < begin:
            due = _reached(spec, unit, start, left)
            if due <= begin:
                return due
            left -= _counted(spec, unit, start, begin)
        elif left <= 0:
            return start
        start = end
    return _reached(spec, unit, start, left)


def counted(spec: CalendarSpec, unit: DurationUnit, start: int, end: int, pauses: Spans) -> Amount:
    """How much counted from ``start`` to ``end``; nothing when the end comes first."""
    total: Amount = 0
    for begin, finish in without(start, end, pauses):
        total += _counted(spec, unit, begin, finish)
    return total


def _reached(spec: CalendarSpec, unit: DurationUnit, start: int, left: Amount) -> int:
    match unit:
        case DurationUnit.BUSINESS:
            return advance(spec, start, int(left))
        case DurationUnit.CALENDAR:
            return start + int(left)
        case DurationUnit.BUSINESS_DAYS:
            return advance_days(spec, start, left)


def _counted(spec: CalendarSpec, unit: DurationUnit, start: int, end: int) -> Amount:
    match unit:
        case DurationUnit.BUSINESS:
            return between(spec, start, end)
        case DurationUnit.CALENDAR:
            return end - start
        case DurationUnit.BUSINESS_DAYS:
            return days_between(spec, start, end)
