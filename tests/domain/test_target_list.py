"""Quarters, and what a target list takes to review."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.target_list import Load, Quarter, both_agreed, room

_days = st.dates(date(2001, 1, 1), date(2100, 12, 31))


@given(_days)
def test_quarters_tile_the_calendar(day: date) -> None:
    quarter = Quarter.of_day(day)
    tomorrow = Quarter.of_day(day + timedelta(days=1))
    assert tomorrow in {quarter, quarter.shift(1)}
    assert (tomorrow != quarter) == ((day + timedelta(days=1)).day == 1 and day.month % 3 == 0)
    assert Quarter.read(str(quarter)) == quarter
    assert quarter.shift(-5).shift(5) == quarter
    assert quarter.shift(-1) < quarter < quarter.shift(1)


def test_a_quarter_begins_at_midnight_where_the_workspace_is() -> None:
    moment = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert str(Quarter.at(moment, "Europe/Madrid")) == "2027-Q1"
    assert str(Quarter.at(moment, "America/Mexico_City")) == "2026-Q4"


@pytest.mark.parametrize("text", ["2026-Q4", "Q4 2026", "q4/2026", "T4 de 2026", "2026 T4", "t4-2026"])
def test_quarters_are_read_as_people_write_them(text: str) -> None:
    assert Quarter.read(text) == Quarter(2026, 4)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Q4", "2026-Q4"),
        ("t1", "2027-Q1"),
        ("Q2", "2027-Q2"),
        ("Q3", "2026-Q3"),
        ("Q4 2027", "2027-Q4"),
        ("Q1 2028", "None"),
        ("Q1 2024", "2024-Q1"),
        ("nexxt", "None"),
    ],
)
def test_a_quarter_without_its_year_is_the_nearest_and_one_far_ahead_is_mistyped(text: str, meant: str) -> None:
    assert str(Quarter(2026, 4).meant_by(text)) == meant


@pytest.mark.parametrize("text", ["", "Q5 2026", "2026", "Acme", "Q4", "Q4 1026"])
def test_what_is_no_quarter_is_none(text: str) -> None:
    assert Quarter.read(text) is None


def test_a_list_is_too_long_beyond_half_an_hour() -> None:
    assert not Load(15, 2).is_too_long
    assert (Load(16, 2).is_too_long, Load(16, 2).total, Load(16, 2).fitting) == (True, 32, 15)
    assert Load(1, 30).fitting == 1


def test_both_owners_agree_or_nothing_counts() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    assert both_agreed(now, now)
    assert not any((both_agreed(now, None), both_agreed(None, now), both_agreed(None, None)))
    assert room(7, is_published=False) is None
    assert [room(waiting, is_published=True) for waiting in (0, 4, 9)] == [5, 1, 0]
