"""A calendar's working time week by week, as stretches between instants, each week laid out once and kept.

Instants are whole microseconds since 1970 in UTC, so that sums are exact and comparing is cheap.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from math import lcm
from typing import Final, NamedTuple, Self, TypeAlias

from domain.calendars import Block, CalendarError, CalendarFault, CalendarSpec
from domain.values import frozen
from domain.weeks import DAYS_IN_WEEK, MINUTES_IN_DAY, local_moment

MICROS_IN_MINUTE: Final = 60_000_000
_MICROS_IN_DAY: Final = MINUTES_IN_DAY * MICROS_IN_MINUTE
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO: Final = timedelta(microseconds=1)
_WEEKS_KEPT: Final = 4096
_MOMENTS_KEPT: Final = 16_384
_OUTSIDE: Final = "this lies outside the years that are reckoned with"
_LAST_WEEK: Final = date.max.toordinal() // DAYS_IN_WEEK - 1

#: Time between instants, in order and not overlapping.
Spans: TypeAlias = list[tuple[int, int]]


class Stretch(NamedTuple):
    """Working time without a break, and the scheduled hours of the local day that it is part of."""

    start: int
    end: int
    day_length: int


class Sums(NamedTuple):
    """How much of something lies in a week before each stretch, up to its end, and in all."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    total: int

    @classmethod
    def of(cls, parts: Sequence[int]) -> Self:
        """The sums of what each stretch has."""
        sums = tuple(accumulate(parts, initial=0))
        return cls(sums[:-1], sums[1:], sums[-1])


@frozen
class LocalWeek:
    """The stretches of one local week, from its Monday's first moment ``since`` to the next one's, ``until``.

    ``time`` sums microseconds. ``days`` sums working days, ``scale`` to one: a number that every day's length divides,
    so that parts of days are whole numbers too.
    """

    since: int
    until: int
    stretches: tuple[Stretch, ...]
    ends: tuple[int, ...]
    time: Sums
    days: Sums
    scale: int


def to_micros(moment: datetime) -> int:
    """An aware moment as an instant. Raises `CalendarError` for one without a zone."""
    if moment.tzinfo is None:
        message = f"{moment} could be anywhere: give it an offset or a zone"
        raise CalendarError(CalendarFault.NO_ZONE_GIVEN, "moment", message)
    return (moment - _EPOCH) // _MICRO


def from_micros(instant: int) -> datetime:
    """An instant as aware UTC."""
    try:
        return _EPOCH + timedelta(microseconds=instant)
    except OverflowError:
        raise CalendarError(CalendarFault.BAD_DATE, "moment", _OUTSIDE) from None


@lru_cache(maxsize=_WEEKS_KEPT)
def local_week(spec: CalendarSpec, number: int) -> LocalWeek:
    """The ``number``-th local week of the calendar, counted from 0001-01-01, a Monday."""
    if not 0 < number < _LAST_WEEK:
        raise CalendarError(CalendarFault.BAD_DATE, "moment", _OUTSIDE)
    monday = date.fromordinal(number * DAYS_IN_WEEK + 1)
    found = [each for days in range(DAYS_IN_WEEK) for each in _day(spec, monday + timedelta(days=days))]
    since, until = (_instant(spec.tz, monday + timedelta(days=days), 0) for days in (0, DAYS_IN_WEEK))
    scale = lcm(*(each.day_length for each in found))
    return LocalWeek(
        since,
        until,
        tuple(found),
        tuple(each.end for each in found),
        Sums.of([each.end - each.start for each in found]),
        Sums.of([(each.end - each.start) * (scale // each.day_length) for each in found]),
        scale,
    )


def week_of(spec: CalendarSpec, at: int) -> tuple[int, LocalWeek]:
    """The local week that holds the instant, with its number."""
    # The UTC date is at most a day off; the week's own bounds decide.
    number = (at // _MICROS_IN_DAY + _EPOCH.toordinal() - 1) // DAYS_IN_WEEK
    week = local_week(spec, number)
    if at < week.since:
        number -= 1
        return number, local_week(spec, number)
    if at >= week.until:
        number += 1
        return number, local_week(spec, number)
    return number, week


def day_bounds(spec: CalendarSpec, day: date) -> tuple[int, int]:
    """The first instant of that local day, and of the next."""
    return _instant(spec.tz, day, 0), _instant(spec.tz, day, MINUTES_IN_DAY)


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
    return _instant(spec.tz, day, block.start_minute), _instant(spec.tz, day, block.end_minute)


@lru_cache(maxsize=_MOMENTS_KEPT)
def _instant(tz: str, day: date, minute: int) -> int:
    # Kept beside the weeks: people in one zone keep much the same hours, and each new calendar needs them anew.
    return to_micros(local_moment(day, minute, tz))
