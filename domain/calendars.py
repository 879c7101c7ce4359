"""When somebody works: a zone, blocks for each weekday, dated hours, holidays and time off, as one value.

What cannot be worked by is refused when the value is made, with a code and the field. Days are local days of the zone;
a block's end is not part of it, and may be 24:00. Work across midnight is two blocks, on two days.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final, Self, TypeAlias
from zoneinfo import ZoneInfo

from domain.values import frozen
from domain.weeks import DAYS_IN_WEEK, MINUTES_IN_DAY

#: The hours of who has named none: Monday to Friday, in minutes after local midnight.
STANDARD_START: Final = 9 * 60
STANDARD_END: Final = 18 * 60
_STANDARD_DAYS: Final = 5
#: The days of a week, as calendar files and error places name them.
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class CalendarFault(StrEnum):
    """What is wrong with a calendar, or with what is asked of it."""

    NO_WORKING_HOURS = "no_working_hours"
    NEVER_DUE = "never_due"
    UNKNOWN_ZONE = "unknown_zone"
    SEVEN_DAYS = "seven_days"
    BAD_TIME = "bad_time"
    BLOCK_INVERTED = "block_inverted"
    BLOCK_PAST_MIDNIGHT = "block_past_midnight"
    BLOCKS_OVERLAP = "blocks_overlap"
    BAD_DATE = "bad_date"
    DATES_INVERTED = "dates_inverted"
    DATES_OVERLAP = "dates_overlap"
    NO_ZONE_GIVEN = "no_zone_given"
    BAD_DURATION = "bad_duration"
    UNKNOWN_FIELD = "unknown_field"
    NOT_JSON = "not_json"
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_REGION = "unknown_region"


class CalendarError(ValueError):
    """A calendar, or a question to it, that makes no sense: ``code`` for programs, ``field`` says where."""

    def __init__(self, code: CalendarFault, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}" if field else message)
        self.code: Final = code
        self.field: Final = field
        self.message: Final = message

    def __reduce__(self) -> tuple[type[Self], tuple[CalendarFault, str, str]]:
        return type(self), (self.code, self.field, self.message)


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Working time on one local day, in minutes after midnight: the start belongs to it, the end (up to 1440) not."""

    start_minute: int
    end_minute: int

    def __str__(self) -> str:
        return f"{clock_time(self.start_minute)}-{clock_time(self.end_minute)}"


#: Seven days, Monday first, each with its blocks in order; a day without any is closed.
Week: TypeAlias = tuple[tuple[Block, ...], ...]


@frozen
class DatedHours:
    """Another week's hours from ``first`` to ``last``, both included: a summer's *jornada intensiva*, one short day."""

    first: date
    last: date
    weekly: Week
    name: str = ""


@frozen
class TimeOff:
    """One person's absence, between two aware moments (the end is not part of it) or two local days (it is)."""

    start: date
    end: date

    @property
    def whole_days(self) -> bool:
        """Whether it is told in local days."""
        return not isinstance(self.start, datetime)


class Holidays(Mapping[date, str]):
    """Local days on which nobody works, each with its name. A value: never changed, equal by what is in it."""

    __slots__ = ("_hash", "_names")

    def __init__(self, names: Mapping[date, str] | None = None) -> None:
        names = names or {}
        for day, name in names.items():
            if not _is_day(day) or not isinstance(name, str):
                raise CalendarError(CalendarFault.BAD_DATE, "holidays", f"{day!r} is no date with a name")
        self._names = {day: names[day] for day in sorted(names)}
        self._hash = hash(tuple(self._names.items()))

    def __getitem__(self, day: date) -> str:
        return self._names[day]

    def __iter__(self) -> Iterator[date]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __eq__(self, other: object) -> bool:
        return self._names == other._names if isinstance(other, Holidays) else NotImplemented

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"Holidays({self._names!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[dict[date, str]]]:
        return type(self), (self._names,)


@frozen
class CalendarSpec:
    """One person's, team's or company's working time in the IANA zone ``tz``.

    Of the hours that could hold on a day, a holiday's (none) win over dated ones, those over the week's. Time off is
    taken out of what is left. Blocks and dated hours are put in order. Raises `CalendarError`.
    """

    tz: str
    weekly: Week
    dated: tuple[DatedHours, ...] = ()
    holidays: Mapping[date, str] = field(default_factory=Holidays)
    time_off: tuple[TimeOff, ...] = ()
    _hash: int = field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        zone_of(self.tz)
        dated = _checked_ranges(self.dated)
        time_off = tuple(_checked_absence(each, f"time_off[{place}]") for place, each in enumerate(self.time_off))
        holidays = self.holidays if isinstance(self.holidays, Holidays) else Holidays(self.holidays)
        weekly = _checked_week(self.weekly, "weekly")
        if not any(weekly) and not any(any(each.weekly) for each in dated):
            raise CalendarError(
                CalendarFault.NO_WORKING_HOURS,
                "weekly",
                "no working hours on any day, so nothing would ever be due: give at least one day a block of hours",
            )
        parts = {"weekly": weekly, "dated": dated, "holidays": holidays, "time_off": time_off}
        for name, value in parts.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_hash", hash((self.tz, weekly, dated, holidays, time_off)))

    def __hash__(self) -> int:
        # Counted once: whatever is kept by calendar asks for it at every use.
        return self._hash

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        # Made anew elsewhere, since a hash is good for one process.
        return type(self), (self.tz, self.weekly, self.dated, self.holidays, self.time_off)

    def with_time_off(self, *absences: TimeOff) -> Self:
        """The same calendar with these absences added to its own."""
        return replace(self, time_off=self.time_off + absences)

    def with_holidays(self, holidays: Mapping[date, str]) -> Self:
        """The same calendar with these holidays in place of its own."""
        return replace(self, holidays=Holidays(holidays))

    def hours_on(self, day: date) -> tuple[Block, ...]:
        """The blocks of that local day by its dated or weekly hours, holidays and time off left aside."""
        for each in self.dated:
            if each.first <= day <= each.last:
                return each.weekly[day.weekday()]
        return self.weekly[day.weekday()]

    def blocks_on(self, day: date) -> tuple[Block, ...]:
        """The blocks of that local day; none on a holiday. Time off is left aside."""
        return () if day in self.holidays else self.hours_on(day)


@lru_cache(maxsize=1024)
def STANDARD(tz: str) -> CalendarSpec:  # noqa: N802 - the one calendar that everybody starts with, but for its zone
    """Monday to Friday, 09:00–18:00 in ``tz``. Raises `CalendarError` for a zone that does not exist."""
    weekday = (Block(STANDARD_START, STANDARD_END),)
    closed = ((),) * (DAYS_IN_WEEK - _STANDARD_DAYS)
    return CalendarSpec(tz, (weekday,) * _STANDARD_DAYS + closed)


def zone_of(tz: str) -> ZoneInfo:
    """The zone of that IANA name. Raises `CalendarError`."""
    try:
        return ZoneInfo(tz)
    except (KeyError, ValueError, OSError, TypeError):
        message = f"there is no time zone {tz!r}: time zones have names such as Europe/Madrid"
        raise CalendarError(CalendarFault.UNKNOWN_ZONE, "tz", message) from None


def clock_time(minute: int) -> str:
    """Minutes after midnight as a clock shows them: 540 is 09:00, 1440 is 24:00."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _checked_week(week: Week, place: str) -> Week:
    if len(week) != DAYS_IN_WEEK:
        raise CalendarError(
            CalendarFault.SEVEN_DAYS, place, f"a week has seven days, Monday first; here are {len(week)}"
        )
    return tuple(_checked_day(blocks, f"{place}.{day}") for day, blocks in zip(WEEKDAYS, week, strict=True))


def _checked_day(blocks: tuple[Block, ...], place: str) -> tuple[Block, ...]:
    for block in blocks:
        if block.end_minute > MINUTES_IN_DAY:
            message = f"{block} ends after 24:00: put what is after midnight on the next day, from 00:00"
            raise CalendarError(CalendarFault.BLOCK_PAST_MIDNIGHT, place, message)
        if not 0 <= block.start_minute < block.end_minute:
            message = f"{block} does not end after it starts: work across midnight is two blocks, the first until 24:00"
            raise CalendarError(CalendarFault.BLOCK_INVERTED, place, message)
    ordered = tuple(sorted(blocks))
    for first, second in pairwise(ordered):
        if second.start_minute < first.end_minute:
            raise CalendarError(CalendarFault.BLOCKS_OVERLAP, place, f"{first} and {second} overlap: make them one")
    return ordered


def _checked_ranges(dated: tuple[DatedHours, ...]) -> tuple[DatedHours, ...]:
    checked = []
    for number, each in enumerate(dated):
        place = f"dated[{number}]"
        if not (_is_day(each.first) and _is_day(each.last)):
            raise CalendarError(CalendarFault.BAD_DATE, place, "dated hours run from a date to a date")
        if each.last < each.first:
            message = f"{each.first} to {each.last} ends before it begins"
            raise CalendarError(CalendarFault.DATES_INVERTED, place, message)
        checked.append(replace(each, weekly=_checked_week(each.weekly, f"{place}.weekly")))
    checked.sort(key=lambda each: each.first)
    for first, second in pairwise(checked):
        if second.first <= first.last:
            message = f"{second.first} has two sets of hours: end the first range the day before the second begins"
            raise CalendarError(CalendarFault.DATES_OVERLAP, "dated", message)
    return tuple(checked)


def _checked_absence(absence: TimeOff, place: str) -> TimeOff:
    start, end = absence.start, absence.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        if start.utcoffset() is None or end.utcoffset() is None:
            message = "a moment needs its offset, such as +02:00; whole days are plain dates"
            raise CalendarError(CalendarFault.NO_ZONE_GIVEN, place, message)
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        inverted = end <= start
    elif _is_day(start) and _is_day(end):
        inverted = end < start
    else:
        message = "time off runs between two moments or two dates, not one of each"
        raise CalendarError(CalendarFault.BAD_DATE, place, message)
    if inverted:
        raise CalendarError(CalendarFault.DATES_INVERTED, place, f"{start} to {end} ends before it begins")
    return TimeOff(start, end)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
