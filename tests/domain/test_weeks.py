"""Weeks cut at local midnights, and moments that come back every week."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.weeks import (
    IsoWeek,
    WeeklySlot,
    days_span,
    latest_moment,
    local_moment,
    next_moment,
    week_of,
    week_reported,
    week_span,
)

MADRID = "Europe/Madrid"
ZONES = (
    "UTC",
    MADRID,
    "America/Mexico_City",
    "America/Sao_Paulo",  # its clocks went forward at midnight
    "America/Havana",
    "Asia/Tehran",
    "Asia/Kathmandu",
    "Pacific/Apia",  # had no 30 December 2011 at all
    "Pacific/Kiritimati",
    "Australia/Lord_Howe",  # half an hour of summer time
    "America/St_Johns",  # changed clocks a minute after midnight
    "Africa/Casablanca",
)
zones = st.sampled_from(ZONES)
instants = st.datetimes(datetime(1995, 1, 1), datetime(2036, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
slots = st.builds(WeeklySlot, st.integers(0, 6), st.integers(0, 24 * 60 - 1), zones)


@given(instants, zones)
@example(datetime(2011, 12, 30, 9, 59, 59, tzinfo=UTC), "Pacific/Apia")
@example(datetime(2018, 3, 25, 0, 59, 59, tzinfo=UTC), MADRID)
def test_every_instant_belongs_to_exactly_one_week(instant: datetime, tz: str) -> None:
    week = week_of(instant, tz)
    holding = [near for near in (week.shift(-1), week, week.shift(1)) if instant in week_span(near, tz)]
    assert holding == [week]


@given(instants, zones)
def test_consecutive_weeks_tile(instant: datetime, tz: str) -> None:
    week = week_of(instant, tz)
    assert week_span(week, tz).end == week_span(week.shift(1), tz).start
    assert days_span(week.monday, week.sunday, tz) == week_span(week, tz)


@given(instants, zones)
def test_the_week_reported_is_the_last_one_that_is_over(instant: datetime, tz: str) -> None:
    reported = week_reported(instant, tz)
    assert week_span(reported, tz).end <= instant < week_span(reported.shift(1), tz).end


@given(slots, instants)
def test_the_next_moment_is_later_at_most_a_week_away_and_reads_right_on_the_clock(
    slot: WeeklySlot, now: datetime
) -> None:
    moment = next_moment(slot, now)
    assert now < moment <= now + timedelta(days=9)  # a skipped day or hour moves one moment, never the week
    assert latest_moment(slot, now) <= now
    assert next_moment(slot, latest_moment(slot, now)) == moment
    local = moment.astimezone(ZoneInfo(slot.tz))
    reads = (local.weekday(), local.hour * 60 + local.minute) == (slot.weekday, slot.minute)
    assert reads or not _exists(local.date(), slot), "a time that exists is shown by the clock"


def _exists(day: date, slot: WeeklySlot) -> bool:
    """Whether the clocks of the slot's zone show its time within a day of ``day`` on its weekday."""
    for offset in (-1, 0, 1):
        near = day + timedelta(days=offset)
        wall = datetime(near.year, near.month, near.day) + timedelta(minutes=slot.minute)  # noqa: DTZ001
        back = wall.replace(tzinfo=ZoneInfo(slot.tz)).astimezone(UTC).astimezone(ZoneInfo(slot.tz))
        if near.weekday() == slot.weekday and back.replace(tzinfo=None) == wall:
            return True
    return False


@pytest.mark.parametrize(
    ("week", "hours"),
    [(IsoWeek(2018, 12), 167), (IsoWeek(2018, 13), 168), (IsoWeek(2018, 43), 169), (IsoWeek(2018, 9), 168)],
)
def test_a_week_has_an_hour_less_or_more_when_the_clocks_change(week: IsoWeek, hours: int) -> None:
    span = week_span(week, MADRID)
    assert span.end - span.start == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        ("2021-01-03T23:59", IsoWeek(2020, 53)),
        ("2021-01-04T00:00", IsoWeek(2021, 1)),
        ("2018-12-31T12:00", IsoWeek(2019, 1)),
        ("2016-01-01T12:00", IsoWeek(2015, 53)),
        ("2018-03-04T23:30", IsoWeek(2018, 9)),
    ],
)
def test_the_iso_year_is_not_the_calendar_year(moment: str, week: IsoWeek) -> None:
    assert week_of(datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(MADRID)), MADRID) == week


def test_weeks_are_those_of_the_zone() -> None:
    instant = datetime(2018, 3, 4, 23, 30, tzinfo=UTC)
    assert week_of(instant, "UTC") == IsoWeek(2018, 9)
    assert week_of(instant, MADRID) == IsoWeek(2018, 10)
    assert week_of(instant + timedelta(hours=2), "America/Mexico_City") == IsoWeek(2018, 9)


def test_a_skipped_time_gives_the_first_moment_after_it() -> None:
    # In Madrid 02:00 became 03:00 on 25 March 2018.
    assert local_moment(date(2018, 3, 25), 2 * 60 + 30, MADRID) == datetime(2018, 3, 25, 1, 0, tzinfo=UTC)


def test_a_time_that_comes_twice_is_its_first_coming() -> None:
    # In Madrid 03:00 became 02:00 on 28 October 2018.
    assert local_moment(date(2018, 10, 28), 2 * 60 + 30, MADRID) == datetime(2018, 10, 28, 0, 30, tzinfo=UTC)


def test_monday_nine_stays_monday_nine_over_a_clock_change() -> None:
    slot = WeeklySlot(0, 9 * 60, MADRID)
    winter = next_moment(slot, datetime(2018, 3, 18, tzinfo=UTC))
    summer = next_moment(slot, winter)
    assert (winter, summer) == (datetime(2018, 3, 19, 8, tzinfo=UTC), datetime(2018, 3, 26, 7, tzinfo=UTC))


def test_a_moment_reached_is_not_next_any_more() -> None:
    slot = WeeklySlot(0, 9 * 60, "UTC")
    due = datetime(2018, 3, 5, 9, tzinfo=UTC)
    assert latest_moment(slot, due) == due
    assert next_moment(slot, due) == due + timedelta(days=7)
