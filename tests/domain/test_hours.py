"""When somebody may be told: in their hours, at the right local minute, clock changes included."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.hours import WorkingHours, next_start, next_working_moment
from domain.weeks import local_moment

ZONES = st.sampled_from(
    [
        "Europe/Madrid",
        "America/Mexico_City",
        "America/New_York",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Pacific/Chatham",
        "Australia/Lord_Howe",  # half an hour at a clock change
        "America/Santiago",  # a clock change at midnight
        "Africa/Casablanca",  # twice a year, around Ramadan
        "Pacific/Kiritimati",
        "UTC",
    ]
)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds


@st.composite
def hours(draw: st.DrawFn) -> WorkingHours:
    """Any week of at least one day, any block of at least two hours."""
    start = draw(st.integers(0, 22 * 60))
    end = draw(st.integers(start + 120, 24 * 60))
    weekdays = draw(st.frozensets(st.integers(0, 6), min_size=1))
    return WorkingHours(draw(ZONES), weekdays, start, end)


@given(hours(), MOMENTS)
def test_the_next_working_moment_is_now_or_later_in_hours_and_stays(week: WorkingHours, now: datetime) -> None:
    moment = next_working_moment(week, now)
    assert moment >= now
    assert week.contains(moment)
    assert next_working_moment(week, moment) == moment
    assert (moment == now) == week.contains(now)


@given(hours(), MOMENTS, st.integers(0, 24 * 60 - 1))
def test_the_next_start_is_later_and_at_its_local_minute(week: WorkingHours, after: datetime, minute: int) -> None:
    moment = next_start(week, after, minute)
    assert moment > after
    local = moment.astimezone(ZoneInfo(week.tz))
    assert local.weekday() in week.weekdays
    shown = local.hour * 60 + local.minute
    # Only a clock change that skips the minute may push it behind the gap.
    assert shown == minute or (shown > minute and not exists(local.date(), minute, week.tz))


@given(hours(), MOMENTS)
def test_no_working_start_is_jumped_over(week: WorkingHours, after: datetime) -> None:
    moment = next_start(week, after, week.start)
    day = after.astimezone(ZoneInfo(week.tz)).date()
    while (start := local_moment(day, week.start, week.tz)) < moment:
        assert start <= after or day.weekday() not in week.weekdays
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("now", "zone", "told"),
    [
        ("2026-03-27T17:59", "Europe/Madrid", "2026-03-27T16:59"),  # Friday, in hours
        ("2026-03-27T18:00", "Europe/Madrid", "2026-03-30T07:00"),  # the end is out; Monday is summer time
        ("2026-10-24T12:00", "Europe/Madrid", "2026-10-26T08:00"),  # Saturday; Monday is winter time
        ("2026-06-01T08:59", "America/Mexico_City", "2026-06-01T15:00"),
        ("2026-06-06T00:00", "Asia/Kolkata", "2026-06-08T03:30"),
    ],
)
def test_known_days(now: str, zone: str, told: str) -> None:
    local = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone))
    assert next_working_moment(WorkingHours(zone), local) == datetime.fromisoformat(told).replace(tzinfo=UTC)


def test_a_skipped_minute_comes_after_the_gap_and_a_doubled_one_the_first_time() -> None:
    assert local_moment(date(2026, 3, 29), 150, "Europe/Madrid") == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert local_moment(date(2026, 10, 25), 150, "Europe/Madrid") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(("days", "start", "end"), [((), 540, 1080), ((0,), 600, 600), ((0,), -1, 5), ((0,), 5, 1441)])
def test_hours_that_are_none_are_refused(days: tuple[int, ...], start: int, end: int) -> None:
    with pytest.raises(ValueError, match="at least one weekday"):
        WorkingHours("UTC", frozenset(days), start, end)


def exists(day: date, minute: int, tz: str) -> bool:
    """Whether this wall-clock time happens on that day."""
    naive = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=ZoneInfo(tz))
    there_and_back = naive.astimezone(UTC).astimezone(ZoneInfo(tz))
    return (there_and_back.hour, there_and_back.minute) == (minute // 60, minute % 60)
