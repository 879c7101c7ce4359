"""A calendar's working time on one time line: stretches between instants, and how much lies before each.

Instants are whole microseconds since 1970 in UTC, so that sums are exact and comparing is cheap. Each local week of a
calendar is laid out once and kept; a duration of any length is then two searches and one addition for every week.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from domain.calendars import Block, CalendarError, CalendarFault, CalendarSpec
from domain.weeks import DAYS_IN_WEEK, MINUTES_IN_DAY, local_moment

MICROS_IN_MINUTE: Final = 60_000_000
#: A working day in the amounts of `advance_days` and `days_between`.
MICROS_IN_DAY: Final = MINUTES_IN_DAY * MICROS_IN_MINUTE

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO: Final = timedelta(microseconds=1)
_WEEKS_KEPT: Final = 4096
#: So many weeks on end without working time (ten years) mean that there will be none.
_IDLE_WEEKS: Final = 522
_LAST_WEEK: Final = date.max.toordinal() // DAYS_IN_WEEK - 1


#: Time between instants, in order and not overlapping.
Spans: TypeAlias = list[tuple[int, int]]


class Stretch(NamedTuple):
    """Working time without a break, and the scheduled hours of the local day that it is part of."""

    start: int
    end: int
    day_length: int


@dataclass(frozen=True, slots=True)
class LocalWeek:
    """The stretches of one local week, from its Monday's first moment ``since`` to the next one's, ``until``.

    ``before`` and ``after``: the week's working time up to each stretch's start and end.
    """

    since: int
    until: int
    stretches: tuple[Stretch, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    total: int


def to_micros(moment: datetime) -> int:
    """An aware moment as an instant. Raises `CalendarError` for one without a zone."""
    if moment.tzinfo is None:
        message = f"{moment} could be anywhere: give it an offset or a zone"
        raise CalendarError(CalendarFault.NO_ZONE_GIVEN, "moment", message)
    return (moment - _EPOCH) // _MICRO


def from_micros(instant: int) -> datetime:
    """An instant as aware UTC."""
    return _EPOCH + timedelta(microseconds=instant)


def advance(spec: CalendarSpec, at: int, left: int) -> int:
    """The earliest instant by which ``left`` microseconds of working time have passed since ``at``."""
    if left <= 0:
        return at
    number, week = _week_of(spec, at)
    goal = _before(week, at) + left
    idle = 0
    while goal > week.total:
        goal -= week.total
        idle = 0 if week.total else idle + 1
        number += 1
        week = _week_after(spec, number, idle)
    return week.ends[place := bisect_left(week.after, goal)] - (week.after[place] - goal)


def between(spec: CalendarSpec, start: int, end: int) -> int:
    """The working time from ``start`` to ``end``, in microseconds; none when the end comes first."""
    if end <= start:
        return 0
    number, week = _week_of(spec, start)
    last, last_week = _week_of(spec, end)
    worked = _before(last_week, end) - _before(week, start)
    while number < last:
        worked += week.total
        number += 1
        week = local_week(spec, number)
    return worked


def advance_days(spec: CalendarSpec, at: int, left: Fraction | int) -> int:
    """The earliest instant by which ``left`` of working days (`MICROS_IN_DAY` to one) have passed since ``at``.

    Rounded up to a microsecond.
    """
    if left <= 0:
        return at
    # The part of a day that is left, as an exact ratio: its denominator soon holds every length of day that occurs.
    above, below = left.numerator, left.denominator * MICROS_IN_DAY
    for start, end, day_length in stretches(spec, at):
        begun = max(start, at)
        need = -(-above * day_length // below)
        if begun + need <= end:
            return begun + need
        if below % day_length:
            above, below = above * day_length, below * day_length
        above -= (end - begun) * (below // day_length)
    raise AssertionError("unreachable: stretches never end")


def days_between(spec: CalendarSpec, start: int, end: int) -> Fraction:
    """The working days (`MICROS_IN_DAY` to one) from ``start`` to ``end``; none when the end comes first."""
    parts: dict[int, int] = {}
    for stretch in stretches(spec, start, end):
        worked = min(stretch.end, end) - max(stretch.start, start)
        parts[stretch.day_length] = parts.get(stretch.day_length, 0) + worked
    return sum((Fraction(worked * MICROS_IN_DAY, length) for length, worked in parts.items()), Fraction())


def stretches(spec: CalendarSpec, start: int, end: int | None = None) -> Iterator[Stretch]:
    """The stretches that end after ``start`` and begin before ``end``, in order; without an end they never cease.

    Raises `CalendarError` when there is none for ten years.
    """
    if end is not None and end <= start:
        return
    number, week = _week_of(spec, start)
    place = bisect_right(week.ends, start)
    idle = 0
    while True:
        for stretch in week.stretches[place:]:
            if end is not None and stretch.start >= end:
                return
            yield stretch
        if end is not None and end <= week.until:
            return
        idle = 0 if week.total else idle + 1
        number += 1
        week, place = _week_after(spec, number, idle if end is None else 0), 0


@lru_cache(maxsize=_WEEKS_KEPT)
def local_week(spec: CalendarSpec, number: int) -> LocalWeek:
    """The ``number``-th local week of the calendar, counted from 0001-01-01, a Monday."""
    if not 0 < number < _LAST_WEEK:
        raise CalendarError(CalendarFault.BAD_DATE, "moment", "this lies outside the years that are reckoned with")
    monday = date.fromordinal(number * DAYS_IN_WEEK + 1)
    found = [stretch for days in range(DAYS_IN_WEEK) for stretch in _day(spec, monday + timedelta(days=days))]
    lengths = [stretch.end - stretch.start for stretch in found]
    sums = list(accumulate(lengths, initial=0))
    since, until = (_instant(spec, monday + timedelta(days=days), 0) for days in (0, DAYS_IN_WEEK))
    ends = tuple(stretch.end for stretch in found)
    return LocalWeek(since, until, tuple(found), ends, tuple(sums[:-1]), tuple(sums[1:]), sums[-1])


def day_bounds(spec: CalendarSpec, day: date) -> tuple[int, int]:
    """The first instant of that local day, and of the next."""
    return _instant(spec, day, 0), _instant(spec, day, MINUTES_IN_DAY)


def absences(spec: CalendarSpec, start: int, end: int) -> Spans:
    """The time off that reaches into the time from ``start`` to ``end``, whole."""
    found = []
    for each in spec.time_off:
        if isinstance(each.start, datetime) and isinstance(each.end, datetime):
            bounds = to_micros(each.start), to_micros(each.end)
        else:
            bounds = day_bounds(spec, each.start)[0], day_bounds(spec, each.end)[1]
        if bounds[0] < end and bounds[1] > start:
            found.append(bounds)
    return merged(found)


def merged(spans: list[tuple[int, int]]) -> Spans:
    """The same time as spans in order that neither overlap nor touch; empty ones are dropped."""
    whole: Spans = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return whole


def without(start: int, end: int, taken: Spans) -> Iterator[tuple[int, int]]:
    """What is left of the time from ``start`` to ``end`` when ``taken`` is taken out."""
    for begin, finish in taken:
        if finish <= start:
            continue
        if begin >= end:
            break
        if begin > start:
            yield start, begin
        start = finish
    if start < end:
        yield start, end


def _week_of(spec: CalendarSpec, at: int) -> tuple[int, LocalWeek]:
    # The UTC date is at most a day off; the week's own bounds decide.
    number = (at // MICROS_IN_DAY + _EPOCH.toordinal() - 1) // DAYS_IN_WEEK
    week = local_week(spec, number)
    if at < week.since:
        number -= 1
        return number, local_week(spec, number)
    if at >= week.until:
        number += 1
        return number, local_week(spec, number)
    return number, week


def _week_after(spec: CalendarSpec, number: int, idle: int) -> LocalWeek:
    if idle > _IDLE_WEEKS:
        message = "no working time for ten years from there, so it would never be due"
        raise CalendarError(CalendarFault.NEVER_DUE, "weekly", message)
    return local_week(spec, number)


def _before(week: LocalWeek, at: int) -> int:
    place = bisect_right(week.ends, at)
    if place == len(week.ends):
        return week.total
    return week.before[place] + max(0, at - week.stretches[place].start)


def _day(spec: CalendarSpec, day: date) -> Iterator[Stretch]:
    blocks = [_bounds(spec, day, block) for block in spec.blocks_on(day)]
    if not blocks:
        return
    length = sum(end - start for start, end in blocks)
    off = absences(spec, blocks[0][0], blocks[-1][1])
    for block_start, block_end in blocks:
        for start, end in without(block_start, block_end, off):
            yield Stretch(start, end, length)


def _bounds(spec: CalendarSpec, day: date, block: Block) -> tuple[int, int]:
    return _instant(spec, day, block.start_minute), _instant(spec, day, block.end_minute)


def _instant(spec: CalendarSpec, day: date, minute: int) -> int:
    return to_micros(local_moment(day, minute, spec.tz))
