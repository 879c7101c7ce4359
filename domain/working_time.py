"""Reckoning along a calendar's working time: how far on so much of it brings, and how much lies between two instants.

A duration of any length is two searches, and one addition for every week that it goes through.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from domain.calendars import CalendarError, CalendarFault, CalendarSpec
from domain.local_weeks import MICROS_IN_MINUTE, LocalWeek, Stretch, local_week, week_of
from domain.weeks import MINUTES_IN_DAY

#: A working day in the amounts of `advance_days` and `days_between`.
MICROS_IN_DAY: Final = MINUTES_IN_DAY * MICROS_IN_MINUTE

#: So many weeks on end without working time (ten years) mean that there will be none.
_IDLE_WEEKS: Final = 522
#: A deadline fifty years away is a mistake, and going there would take its time.
_FARTHEST_WEEKS: Final = 2_609


def advance(spec: CalendarSpec, at: int, left: int) -> int:
    """The earliest instant by which ``left`` microseconds of working time have passed since ``at``."""
    if left <= 0:
        return at
    number, week = week_of(spec, at)
    goal = _worked(week, at) + left
    first, idle = number, 0
    while goal > week.time.total:
        goal -= week.time.total
        idle = 0 if week.ends else idle + 1
        number += 1
        week = _week_after(spec, number, first, idle)
    place = bisect_left(week.time.after, goal)
    return week.ends[place] - (week.time.after[place] - goal)


def between(spec: CalendarSpec, start: int, end: int) -> int:
    """The working time from ``start`` to ``end``, in microseconds; none when the end comes first."""
    if end <= start:
        return 0
    number, week = week_of(spec, start)
    last, last_week = week_of(spec, end)
    total = _worked(last_week, end) - _worked(week, start)
    while number < last:
        total += week.time.total
        number += 1
        week = local_week(spec, number)
    return total


def advance_days(spec: CalendarSpec, at: int, left: Fraction | int) -> int:
    """The earliest instant by which ``left`` of working days (`MICROS_IN_DAY` to one) have passed since ``at``.

    Rounded up to a microsecond.
    """
    if left <= 0:
        return at
    number, week = week_of(spec, at)
    # Exact: above ÷ below is the days from the week's start to the deadline.
    above, below = _plus(left.numerator, left.denominator * MICROS_IN_DAY, _days_worked(week, at), week.scale)
    first, idle = number, 0
    while above * week.scale > week.days.total * below:
        above, below = _plus(above, below, -week.days.total, week.scale)
        idle = 0 if week.ends else idle + 1
        number += 1
        week = _week_after(spec, number, first, idle)
    place = bisect_left(week.days.after, -(-above * week.scale // below))
    above, below = _plus(above, below, -week.days.before[place], week.scale)
    found = week.stretches[place]
    return found.start - (-above * found.day_length // below)


def days_between(spec: CalendarSpec, start: int, end: int) -> Fraction:
    """The working days (`MICROS_IN_DAY` to one) from ``start`` to ``end``; none when the end comes first."""
    if end <= start:
        return Fraction()
    number, week = week_of(spec, start)
    last, last_week = week_of(spec, end)
    above, below = _plus(-_days_worked(week, start), week.scale, _days_worked(last_week, end), last_week.scale)
    while number < last:
        above, below = _plus(above, below, week.days.total, week.scale)
        number += 1
        week = local_week(spec, number)
    return Fraction(above * MICROS_IN_DAY, below)


def stretches(spec: CalendarSpec, start: int, end: int | None = None) -> Iterator[Stretch]:
    """The stretches that end after ``start`` and begin before ``end``, in order; without an end they never cease.

    Raises `CalendarError` when there is none for ten years.
    """
    if end is not None and end <= start:
        return
    number, week = week_of(spec, start)
    place = bisect_right(week.ends, start)
    first, idle = number, 0
    while True:
        for stretch in week.stretches[place:]:
            if end is not None and stretch.start >= end:
                return
            yield stretch
        if end is not None and end <= week.until:
            return
        idle = 0 if week.ends else idle + 1
        number += 1
        week, place = (_week_after(spec, number, first, idle) if end is None else local_week(spec, number)), 0


def _week_after(spec: CalendarSpec, number: int, first: int, idle: int) -> LocalWeek:
    if idle > _IDLE_WEEKS:
        message = "no working time for ten years from there, so it would never be due"
        raise CalendarError(CalendarFault.NEVER_DUE, "weekly", message)
    if number - first > _FARTHEST_WEEKS:
        raise CalendarError(CalendarFault.NEVER_DUE, "duration", "it would be due more than fifty years later")
    return local_week(spec, number)


def _worked(week: LocalWeek, at: int) -> int:
    """The working time from the week's start to ``at``."""
    place = bisect_right(week.ends, at)
    if place == len(week.ends):
        return week.time.total
    return week.time.before[place] + max(0, at - week.stretches[place].start)


def _days_worked(week: LocalWeek, at: int) -> int:
    """The same in the week's parts of days."""
    place = bisect_right(week.ends, at)
    if place == len(week.ends):
        return week.days.total
    start, _, day_length = week.stretches[place]
    return week.days.before[place] + max(0, at - start) * (week.scale // day_length)


def _plus(above: int, below: int, parts: int, scale: int) -> tuple[int, int]:
    """``above ÷ below + parts ÷ scale``, over a number that soon holds every scale that occurs, and stays small."""
    if below % scale:
        above, below = above * scale, below * scale
    return above + parts * (below // scale), below
