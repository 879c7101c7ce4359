"""ISO weeks (Monday to Sunday) and calendar months as a place lives them: cut at its local midnights.

Every instant belongs to exactly one week of a zone, and consecutive weeks tile without gap or overlap; a week has 167
or 169 hours at a clock change. Months alike.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Self, TypeAlias
from zoneinfo import ZoneInfo

from domain.values import frozen

DAYS_IN_WEEK = 7
MINUTES_IN_DAY = 24 * 60
_MONTHS_IN_YEAR = 12


class PeriodKind(StrEnum):
    """Which stretch of days a report is about: an ISO week or a calendar month."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """A week by ISO 8601: its year is the one that its Thursday falls in, so 2020-W53 ends in January 2021."""

    year: int
    week: int

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The week that ``day`` belongs to."""
        iso = day.isocalendar()
        return cls(iso.year, iso.week)

    @classmethod
    def read(cls, text: str) -> Self:
        """The week that ``2026-W46`` names. Raises ValueError for any other text, and for a week that no year has."""
        year, _, week = text.strip().upper().partition("-W")
        day = date.fromisocalendar(int(year), int(week), 1)
        return cls.of_day(day)

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return date.fromisocalendar(self.year, self.week, DAYS_IN_WEEK)

    @property
    def first(self) -> date:
        """Its first day."""
        return self.monday

    @property
    def last(self) -> date:
        """Its last day."""
        return self.sunday

    @property
    def number(self) -> int:
        """Its number within its year."""
        return self.week

    @property
    def kind(self) -> PeriodKind:
        """That it is a week."""
        return PeriodKind.WEEKLY

    def shift(self, weeks: int) -> Self:
        """The week so many weeks later, or earlier when negative."""
        return self.of_day(self.monday + timedelta(weeks=weeks))

    def __str__(self) -> str:
        return f"{self.year}-W{self.week:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; ``number`` 1 is January."""

    year: int
    number: int

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The month that ``day`` belongs to."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def kind(self) -> PeriodKind:
        """That it is a month."""
        return PeriodKind.MONTHLY

    def shift(self, months: int) -> Self:
        """The month so many months later, or earlier when negative."""
        years, month = divmod(self.number - 1 + months, _MONTHS_IN_YEAR)
        return type(self)(self.year + years, month + 1)

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02d}"


#: What a digest reports on.
Period: TypeAlias = IsoWeek | Month


def period(kind: PeriodKind, year: int, number: int) -> Period:
    """The week or month of that number and year."""
    return IsoWeek(year, number) if kind is PeriodKind.WEEKLY else Month(year, number)


@frozen
class Span:
    """A stretch of time, in aware UTC: ``start`` belongs to it, ``end`` does not."""

    start: datetime
    end: datetime

    def __contains__(self, instant: datetime) -> bool:
        return self.start <= instant < self.end


@frozen
class WeeklySlot:
    """A moment that comes back every week: ``weekday`` (0 = Monday), ``minute`` of the day, in the zone ``tz``."""

    weekday: int
    minute: int
    tz: str


def local_moment(day: date, minute: int, tz: str) -> datetime:
    """The UTC instant at which clocks in ``tz`` first show ``minute`` minutes after midnight of ``day``.

    A time that the clock skips gives the first moment that exists after it; a time that comes twice, its first coming.
    """
    zone = ZoneInfo(tz)
    wanted = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001 - a wall clock's reading
    before = wanted.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if before.astimezone(zone).replace(tzinfo=None) == wanted:
        return before
    # Skipped: the clock jumps somewhere between the readings of the two offsets. Find the second at which it does.
    after = wanted.replace(tzinfo=zone, fold=1).astimezone(UTC)
    early, late = min(before, after), max(before, after)
    old_offset = early.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=1) // 2)
        if middle.astimezone(zone).utcoffset() == old_offset:
            early = middle
        else:
            late = middle
    return late


def days_span(first: date, last: date, tz: str) -> Span:
    """From the first moment of ``first`` to the end of ``last``, as lived in ``tz``."""
    return Span(local_moment(first, 0, tz), local_moment(last + timedelta(days=1), 0, tz))


def week_span(week: IsoWeek, tz: str) -> Span:
    """The week's stretch of time as lived in ``tz``."""
    return days_span(week.monday, week.sunday, tz)


def week_of(instant: datetime, tz: str) -> IsoWeek:
    """The one week of ``tz`` that holds ``instant``."""
    week = IsoWeek.of_day(instant.astimezone(ZoneInfo(tz)).date())
    span = week_span(week, tz)
    # A clock put back across midnight shows Sunday's date again after Monday began: the span decides, not the date.
    if instant < span.start:
        return week.shift(-1)
    return week.shift(1) if instant >= span.end else week


def week_reported(as_of: datetime, tz: str) -> IsoWeek:
    """The last week that was over at ``as_of``: the one that ended on the Sunday before, in ``tz``."""
    return week_of(as_of, tz).shift(-1)


def next_moment(slot: WeeklySlot, after: datetime) -> datetime:
    """The slot's first moment strictly after ``after``, in UTC."""
    week = week_of(after, slot.tz).shift(-1)
    while (moment := _moment_in(week, slot)) <= after:
        week = week.shift(1)
    return moment


def latest_moment(slot: WeeklySlot, until: datetime) -> datetime:
    """The slot's last moment at or before ``until``, in UTC."""
    week = week_of(until, slot.tz).shift(1)
    while (moment := _moment_in(week, slot)) > until:
        week = week.shift(-1)
    return moment


def _moment_in(week: IsoWeek, slot: WeeklySlot) -> datetime:
    return local_moment(week.monday + timedelta(days=slot.weekday), slot.minute, slot.tz)
