"""A year's holidays as people edit them, one a line: "Dec 25: Christmas Day", "1 ene: Año Nuevo"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendars import Holidays
from domain.day_words import Reader, UnclearDayError


@dataclass(frozen=True, slots=True)
class HolidayProblem:
    """A line that is no day with its name, or names a day that another line named."""

    line: str


def holidays_in(text: str, year: int, *, day_first: bool | None = None) -> Holidays | HolidayProblem:
    """The days of ``year`` that ``text`` names. A name may be missing; a weekday before the date is not looked at."""
    found: dict[date, str] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        head, _colon, name = line.partition(":")
        # As if it were the last day of the year before: every day of the year is still to come.
        reader = Reader(head, date(year, 1, 1), day_first)
        reader.skip(",", "-", "•")
        if reader.weekday() is not None:
            reader.skip(",", ".")
        try:
            day = reader.day()
        except UnclearDayError:
            day = None
        if day is None or day.year != year or day in found or not reader.is_done:
            return HolidayProblem(line.strip()[:60])
        found[day] = " ".join(name.split())
    return Holidays(found)


def of_year(holidays: Mapping[date, str], year: int) -> Holidays:
    """Those of one year."""
    return Holidays({day: name for day, name in holidays.items() if day.year == year})


def with_year(holidays: Mapping[date, str], year: int, edited: Mapping[date, str]) -> Holidays:
    """``holidays`` with ``edited`` in place of those of ``year``."""
    return Holidays({**{day: name for day, name in holidays.items() if day.year != year}, **edited})


def next_ones(holidays: Mapping[date, str], today: date, *, days: int) -> Holidays:
    """Those from ``today`` on, within so many days."""
    last = today + timedelta(days=days)
    return Holidays({day: name for day, name in holidays.items() if today <= day <= last})
