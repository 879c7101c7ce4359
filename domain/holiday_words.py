"""A year's holidays as people edit them, one a line: "Dec 25: Christmas Day", "1 ene: Año Nuevo"."""

from collections.abc import Mapping
from datetime import date, timedelta

from domain.calendars import Holidays
from domain.day_words import Reader, UnclearDayError
from domain.values import frozen


@frozen
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
        day = _day_in(head, year, day_first)
        if day is None or day in found:
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


def _day_in(head: str, year: int, day_first: bool | None) -> date | None:
    # As it stands first: "Mar 19" is a day in March, though "mar, 19 ene" begins with a Spanish Tuesday.
    for with_weekday in (False, True):
        # As if it were the first day of the year: every day of it is still to come.
        reader = Reader(head, date(year, 1, 1), day_first)
        reader.skip(",", "-", "•")
        if with_weekday and reader.weekday() is not None:
            reader.skip(",", ".")
        try:
            day = reader.day()
        except UnclearDayError:
            continue
        if day is not None and day.year == year and reader.is_done:
            return day
    return None
