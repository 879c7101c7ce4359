"""Made-up calendars of every kind, and a slow reckoning of deadlines that shares nothing with ours.

The reckoning walks from minute to minute and looks at a clock on the wall that is never put back: where the clocks of a
zone go back, it stands still until they have caught up. Work is when that clock shows working hours.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain.calendars import Block, CalendarSpec, DatedHours, TimeOff, Week
from domain.weeks import Span

MINUTE = timedelta(minutes=1)
DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

#: Each with a moment around which its clocks change, or None.
CHANGES = {
    "Europe/Madrid": ("2026-03-29T01:00", "2026-10-25T01:00"),
    "America/Mexico_City": ("2022-10-30T07:00", "2026-06-01T12:00"),  # the last change, and none since
    "America/New_York": ("2026-03-08T07:00", "2026-11-01T06:00"),
    "Australia/Lord_Howe": ("2026-04-04T15:00", "2026-10-03T15:30"),  # half an hour
    "America/Santiago": ("2026-04-05T03:00", "2026-09-06T04:00"),  # at midnight
    "Africa/Casablanca": ("2026-02-15T02:00", "2026-03-22T02:00"),  # around Ramadan
    "Pacific/Apia": ("2011-12-30T10:00", "2011-09-24T14:00"),  # a day that never was
    "Asia/Kathmandu": ("2026-06-01T12:00",),
    "UTC": ("2026-06-01T12:00",),
}


@dataclass(frozen=True)
class Case:
    """A calendar and a moment from which something runs."""

    spec: CalendarSpec
    start: datetime


def days_of_blocks(shortest: int, step: int = 1) -> st.SearchStrategy[tuple[Block, ...]]:
    """None to three blocks, the ends of which are ``step`` minutes apart at least and may be midnight."""
    # Each once by a set: a list that is drawn without doubles takes five times as long.
    bounds = st.lists(st.integers(0, 1440 // step), min_size=0, max_size=6).map(lambda drawn: sorted(set(drawn)))
    return bounds.map(
        lambda cut: tuple(
            Block(start * step, end * step)
            for start, end in zip(cut[::2], cut[1::2], strict=False)
            if (end - start) * step >= shortest
        )
    )


def weeks(shortest: int = 1, step: int = 1) -> st.SearchStrategy[Week]:
    """Any seven days of blocks."""
    return st.tuples(*[days_of_blocks(shortest, step)] * 7)


def moments_near_changes(tz: str, days: int, *, whole_minutes: bool) -> st.SearchStrategy[datetime]:
    """Moments around the zone's clock changes."""
    middle = st.sampled_from([datetime.fromisoformat(each).replace(tzinfo=UTC) for each in CHANGES[tz]])
    if whole_minutes:
        return st.builds(lambda at, minutes: at + minutes * MINUTE, middle, st.integers(-1440 * days, 1440 * days))
    micros = days * 86_400_000_000
    return st.builds(lambda at, off: at + timedelta(microseconds=off), middle, st.integers(-micros, micros))


@st.composite
def cases(draw: st.DrawFn, *, whole_minutes: bool = False, shortest: int = 1) -> Case:
    """Any calendar with split shifts, dated hours, holidays and time off, near a change of its zone's clocks."""
    tz = draw(st.sampled_from(sorted(CHANGES)))
    start = draw(moments_near_changes(tz, 4, whole_minutes=whole_minutes))
    weekly = draw(weeks(shortest).filter(any))
    near = st.integers(-6, 14).map(lambda days: start.date() + timedelta(days=days))
    dated: tuple[DatedHours, ...] = ()
    if draw(st.booleans()):
        first = draw(near)
        last = first + timedelta(days=draw(st.integers(0, 10)))
        dated = (DatedHours(first, last, draw(weeks(shortest))),)
    holidays = draw(st.dictionaries(near, st.sampled_from(["Navidad", "Reyes"]), max_size=3))
    time_off = draw(
        st.lists(st.one_of(days_off(near), spans(start).map(lambda s: TimeOff(s.start, s.end))), max_size=2)
    )
    return Case(CalendarSpec(tz, weekly, dated, holidays, tuple(time_off)), start)


@st.composite
def days_off(draw: st.DrawFn, near: st.SearchStrategy[date]) -> TimeOff:
    """A few whole days."""
    first = draw(near)
    return TimeOff(first, first + timedelta(days=draw(st.integers(0, 3))))


@st.composite
def spans(draw: st.DrawFn, start: datetime) -> Span:
    """Some time, in whole minutes from ``start``, that begins up to a day before it or some days after."""
    begin = start + draw(st.integers(-1440, 8000)) * MINUTE
    return Span(begin, begin + draw(st.integers(1, 4000)) * MINUTE)


class Slow:
    """The slow reckoning for a calendar as its JSON has it, from ``start`` on, which must be a whole minute."""

    def __init__(self, calendar: Mapping[str, Any], start: datetime, days: int = 9) -> None:
        self.calendar, self.start = calendar, start
        self.shown = list(wall_clock(calendar["tz"], start, days))
        self.off = [(parsed(each["from"]), parsed(each["to"])) for each in calendar.get("time_off", [])]
        self.hours = {day: self.scheduled(day) for day in {reading.date() for _, reading in self.shown}}

    def worked(self, pauses: tuple[Span, ...] = ()) -> Iterator[tuple[datetime, date]]:
        """Each minute of working time from the start on, with its day."""
        for minute, reading in self.shown:
            paused = any(pause.start <= minute < pause.end for pause in pauses)
            if minute >= self.start and not paused and self.is_working(minute, reading):
                yield minute, reading.date()

    def day_lengths(self) -> Counter[date]:
        """How many minutes each day's working hours last."""
        return Counter(reading.date() for _, reading in self.shown if self.in_hours(reading))

    def is_working(self, minute: datetime, reading: datetime) -> bool:
        """Whether the minute is working time."""
        for first, last in self.off:
            if isinstance(first, datetime) and isinstance(last, datetime):
                if first <= minute < last:
                    return False
            elif first <= reading.date() <= last:
                return False
        return self.in_hours(reading)

    def in_hours(self, reading: datetime) -> bool:
        """Whether the clock on the wall shows working hours."""
        return reading.hour * 60 + reading.minute in self.hours[reading.date()]

    def scheduled(self, day: date) -> frozenset[int]:
        """The minutes of the clock at which people work on that day."""
        if day.isoformat() in self.calendar.get("holidays", {}):
            return frozenset()
        week = self.calendar["weekly"]
        for dated in self.calendar.get("dated", []):
            if dated["from"] <= day.isoformat() <= dated["to"]:
                week = dated["weekly"]
        return minutes_within(tuple(week.get(DAY_NAMES[day.weekday()], [])))


#: Minutes after midnight as a clock shows them.
CLOCK = tuple(f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(1440))


@lru_cache(maxsize=1000)
def minutes_within(blocks: tuple[str, ...]) -> frozenset[int]:
    """The minutes of a day that lie in blocks such as "09:00-14:00"."""
    ends = [block.split("-") for block in blocks]
    return frozenset(minute for minute in range(1440) if any(start <= CLOCK[minute] < end for start, end in ends))


def parsed(text: str) -> date:
    """A date or an aware moment."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def wall_clock(tz: str, start: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
    """Each minute from two days before ``start`` on, with what a clock shows that is never put back."""
    highest = datetime.min  # noqa: DTZ901 - a wall clock's reading
    first = start.astimezone(UTC) - timedelta(days=2)
    midnight = datetime.combine(first, time(), UTC)
    dates = [first.date() + timedelta(days=number) for number in range(days + 3)]
    readings = list(chain.from_iterable(readings_of(tz, day) for day in dates))
    skipped = (first - midnight) // MINUTE
    for number in range((days + 2) * 1440):
        reading = readings[skipped + number]
        highest = max(reading, highest)
        yield first + number * MINUTE, highest


@lru_cache(maxsize=500)
def readings_of(tz: str, day: date) -> tuple[datetime, ...]:
    """What a clock in that zone shows at each minute of a day in UTC."""
    midnight, zone = datetime.combine(day, time(), UTC), ZoneInfo(tz)
    return tuple((midnight + number * MINUTE).astimezone(zone).replace(tzinfo=None) for number in range(1440))
