"""Where the time between a start and a deadline went: what counted, and what did not and why."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby, pairwise
from operator import itemgetter
from zoneinfo import ZoneInfo

from domain.calendars import CalendarSpec
from domain.durations import DurationUnit
from domain.local_weeks import Spans, absences, day_bounds, from_micros, merged, without
from domain.values import frozen
from domain.working_time import stretches


class Why(StrEnum):
    """Why time did not count. The first of these that is true is told."""

    PAUSE = "pause"
    TIME_OFF = "time_off"
    CLOSED = "closed"  # a day without working hours
    HOLIDAY = "holiday"
    OUTSIDE_HOURS = "outside_hours"


@frozen
class Counted:
    """Time that counted, in aware UTC; the end is not part of it. ``tz``: the zone of the calendar that it is from."""

    start: datetime
    end: datetime
    tz: str

    @property
    def span(self) -> timedelta:
        """How long it was."""
        return self.end - self.start

    @property
    def minutes(self) -> float:
        """The same in minutes."""
        return self.span / timedelta(minutes=1)


@frozen
class Skipped:
    """Time that did not count, in aware UTC, and why; ``name`` is a holiday's."""

    start: datetime
    end: datetime
    tz: str
    why: Why
    name: str = ""


@frozen
class Account:
    """All the time from ``start`` to ``end``, in aware UTC: each moment of it is in ``counted`` or in ``skipped``."""

    start: datetime
    end: datetime
    counted: tuple[Counted, ...]
    skipped: tuple[Skipped, ...]

    @property
    def worked(self) -> timedelta:
        """All that counted."""
        return sum((each.span for each in self.counted), timedelta())


@frozen
class Explanation(Account):
    """Why a deadline is what it is: an account that ends with it."""

    @property
    def due(self) -> datetime:
        """The deadline."""
        return self.end


def account(spec: CalendarSpec, unit: DurationUnit, start: int, end: int, pauses: Spans) -> Account:
    """All the time from ``start`` to ``end`` (instants) by that calendar."""
    if unit is DurationUnit.CALENDAR:
        worked = [(start, end)]
    else:
        worked = [(max(each.start, start), min(each.end, end)) for each in stretches(spec, start, end)]
    counted = [part for span in worked for part in without(*span, pauses)]
    # Blocks that touch, as at midnight, are one to a reader.
    counted = merged(counted)
    skipped: list[Skipped] = []
    for gap in without(start, end, counted):
        skipped += _reasons(spec, *gap, pauses)
    return Account(
        from_micros(start),
        from_micros(end),
        tuple(Counted(from_micros(begin), from_micros(finish), spec.tz) for begin, finish in counted),
        tuple(skipped),
    )


def _reasons(spec: CalendarSpec, start: int, end: int, pauses: Spans) -> Iterator[Skipped]:
    """The time from ``start`` to ``end``, of which nothing counted, cut where the reason changes."""
    off = absences(spec, start, end)
    days = dict(_days(spec, start, end))
    bounds = {at for span in (*pauses, *off, *days) for at in span if start < at < end}
    pieces = pairwise(sorted(bounds | {start, end}))
    told = ((begin, finish, _reason(spec, begin, pauses, off, days)) for begin, finish in pieces)
    for (why, name), alike in groupby(told, key=itemgetter(2)):
        run = list(alike)
        yield Skipped(from_micros(run[0][0]), from_micros(run[-1][1]), spec.tz, why, name)


def _reason(
    spec: CalendarSpec, at: int, pauses: Spans, off: Spans, days: Mapping[tuple[int, int], date]
) -> tuple[Why, str]:
    if _within(at, pauses):
        return Why.PAUSE, ""
    if _within(at, off):
        return Why.TIME_OFF, ""
    day = next(day for (first, last), day in days.items() if first <= at < last)
    if not spec.hours_on(day):
        return Why.CLOSED, ""
    if day in spec.holidays:
        return Why.HOLIDAY, spec.holidays[day]
    return Why.OUTSIDE_HOURS, ""


def _days(spec: CalendarSpec, start: int, end: int) -> Iterator[tuple[tuple[int, int], date]]:
    """The local days that the time reaches into, by their bounds."""
    # A clock put back at midnight shows the old date again in the new day: begin a day early, the bounds decide.
    day = from_micros(start).astimezone(ZoneInfo(spec.tz)).date() - timedelta(days=1)
    while (bounds := day_bounds(spec, day))[0] < end:
        if bounds[1] > start:
            yield bounds, day
        day += timedelta(days=1)


def _within(at: int, spans: Spans) -> bool:
    return any(start <= at < end for start, end in spans)
