"""A year's holidays as lines of text, written and read again in every language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.hours_fields import day_first
from commands.i18n import LOCALES, Texts
from commands.set_up.form_views import holiday_lines
from domain.calendars import Holidays
from domain.holiday_words import HolidayProblem, holidays_in, next_ones, of_year, with_year
from domain.holidays import propose


@pytest.mark.parametrize(
    ("line", "day", "name"),
    [
        ("Dec 25: Christmas Day", date(2026, 12, 25), "Christmas Day"),
        ("25 dic: Navidad", date(2026, 12, 25), "Navidad"),
        ("Mar 19: Saint Joseph", date(2026, 3, 19), "Saint Joseph"),
        ("mar, 19 may: fiesta", date(2026, 5, 19), "fiesta"),
        ("2026-05-01", date(2026, 5, 1), ""),
        ("1 de enero: Año Nuevo", date(2026, 1, 1), "Año Nuevo"),
    ],
)
def test_a_line(line: str, day: date, name: str) -> None:
    assert holidays_in(line, 2026) == Holidays({day: name})


@pytest.mark.parametrize("line", ["Christmas", "Feb 30: never", "2025-12-25: last year", "Dec 24\nDec 24: twice"])
def test_a_line_that_is_none(line: str) -> None:
    assert isinstance(holidays_in(line, 2026), HolidayProblem)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("country", "region"), [("ES", "MD"), ("ES", "CT"), ("MX", None), ("GB", "SCT"), ("US", "CA")])
@pytest.mark.parametrize("year", [2026, 2027])
def test_what_is_proposed_is_read_again(locale: str, country: str, region: str | None, year: int) -> None:
    proposed = propose(country, region, [year], locale)
    shown = holiday_lines(Texts().into(locale), of_year(proposed, year))
    read = holidays_in(shown, year, day_first=day_first(locale))
    assert not isinstance(read, HolidayProblem), read
    assert set(read) == {day for day in proposed if day.year == year}


@pytest.mark.parametrize("locale", LOCALES)
@given(day=st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_every_day_can_be_written(locale: str, day: date) -> None:
    shown = holiday_lines(Texts().into(locale), Holidays({day: "x"}))
    assert holidays_in(shown, day.year, day_first=day_first(locale)) == Holidays({day: "x"})


def test_one_year_is_edited_and_the_others_stay() -> None:
    both = Holidays({date(2026, 1, 1): "a", date(2027, 1, 1): "b"})
    edited = with_year(both, 2026, {date(2026, 5, 1): "c"})
    assert dict(edited) == {date(2026, 5, 1): "c", date(2027, 1, 1): "b"}
    assert dict(next_ones(both, date(2026, 6, 1), days=365)) == {date(2027, 1, 1): "b"}
