"""Deadlines by a calendar: the reference cases, the conventions at the edges, clock changes, pauses, reassignment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from domain.calendars import STANDARD, Block, CalendarError, CalendarFault, CalendarSpec, DatedHours, TimeOff, Week
from domain.durations import Duration, DurationUnit
from domain.sla_clock import (
    carry_over,
    due_at,
    elapsed,
    explain,
    is_working,
    next_start,
    next_working_moment,
    remaining,
    used_share,
)
from domain.weeks import Span

MADRID = "Europe/Madrid"
MEXICO = "America/Mexico_City"


def week(*blocks: str, days: int = 5) -> Week:
    """The same blocks, such as "09:00-14:00", on the first days of the week."""
    return (tuple(block(each) for each in blocks),) * days + ((),) * (7 - days)


def block(text: str) -> Block:
    start, end = ((int(hour) * 60 + int(minute)) for hour, minute in (each.split(":") for each in text.split("-")))
    return Block(start, end)


def at(local: str, tz: str = MADRID) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(tz))


NINE_TO_FIVE = CalendarSpec(MADRID, week("09:00-17:00"))
TEN_TO_SIX = CalendarSpec(MADRID, week("10:00-18:00"))
SPLIT = CalendarSpec(MADRID, week("09:00-14:00", "16:00-19:00"))


@pytest.mark.parametrize(
    ("spec", "start", "minutes", "due"),
    [
        (NINE_TO_FIVE, "2026-11-20T16:30", 60, "2026-11-23T09:30"),
        (TEN_TO_SIX, "2026-11-18T15:00", 600, "2026-11-19T17:00"),
        (TEN_TO_SIX, "2026-11-18T20:00", 600, "2026-11-20T12:00"),
        (SPLIT, "2026-11-20T18:30", 120, "2026-11-23T10:30"),
    ],
)
def test_the_reference_cases(spec: CalendarSpec, start: str, minutes: int, due: str) -> None:
    assert due_at(spec, at(start), Duration.business(minutes)) == at(due)
    assert elapsed(spec, at(start), at(due)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-11-20T13:00", 60, "2026-11-20T14:00"),  # the block's end, not the next start
        ("2026-11-20T14:00", 1, "2026-11-20T16:01"),  # at the end: the next block
        ("2026-11-20T15:00", 180, "2026-11-20T19:00"),  # in the gap, due at the day's end
        ("2026-11-20T19:00", 1, "2026-11-23T09:01"),
        ("2026-11-21T12:00", 0, "2026-11-21T12:00"),  # nothing is due at once, in hours or not
        ("2026-11-20T19:00", 0, "2026-11-20T19:00"),
    ],
)
def test_at_a_blocks_edges(start: str, minutes: int, due: str) -> None:
    assert due_at(SPLIT, at(start), Duration.business(minutes)) == at(due)


@pytest.mark.parametrize(
    ("tz", "start", "minutes", "due"),
    [
        # Madrid, 29 March 2026: 02:00 becomes 03:00. A night of 22–24 and 00–06 has an hour less.
        (MADRID, "2026-03-28T22:00+01:00", 420, "2026-03-29T06:00+02:00"),
        (MADRID, "2026-03-29T01:30+01:00", 60, "2026-03-29T03:30+02:00"),
        # 25 October 2026: 03:00 becomes 02:00, an hour more.
        (MADRID, "2026-10-24T22:00+02:00", 540, "2026-10-25T06:00+01:00"),
        (MADRID, "2026-10-25T02:30+02:00", 60, "2026-10-25T02:30+01:00"),
        # No change of the clocks in Mexico City since 2022.
        (MEXICO, "2026-04-04T22:00-06:00", 480, "2026-04-05T06:00-06:00"),
        (MEXICO, "2026-10-24T22:00-06:00", 480, "2026-10-25T06:00-06:00"),
        # Half an hour on Lord Howe.
        ("Australia/Lord_Howe", "2026-10-03T22:00+10:30", 450, "2026-10-04T06:00+11:00"),
        ("Australia/Lord_Howe", "2026-04-04T22:00+11:00", 510, "2026-04-05T06:00+10:30"),
    ],
)
def test_a_night_shift_works_real_minutes(tz: str, start: str, minutes: int, due: str) -> None:
    night = CalendarSpec(tz, week("00:00-06:00", "22:00-24:00", days=7))
    started, expected = datetime.fromisoformat(start), datetime.fromisoformat(due)
    assert due_at(night, started, Duration.business(minutes)) == expected
    assert elapsed(night, started, expected) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("hours", "day", "worked"),
    [
        ("02:15-04:00", "2026-03-29", 60),  # begins where the clock jumps: 03:00 to 04:00
        ("01:00-02:30", "2026-03-29", 60),  # ends where it jumps
        ("02:10-02:50", "2026-03-29", 0),  # never happens
        ("01:00-02:30", "2026-10-25", 90),  # until 02:30 is shown the first time
        ("02:30-04:00", "2026-10-25", 150),  # from then on without a break
    ],
)
def test_a_block_that_a_clock_change_cuts(hours: str, day: str, worked: int) -> None:
    spec = CalendarSpec(MADRID, week(hours, days=7))
    assert elapsed(spec, at(f"{day}T00:00"), at(f"{day}T23:00")) == timedelta(minutes=worked)


def test_hours_over_a_change_are_the_same_on_the_wall() -> None:
    friday = at("2026-03-27T17:00")
    due = due_at(STANDARD(MADRID), friday, Duration.business(120))
    assert due.astimezone(ZoneInfo(MADRID)).isoformat() == "2026-03-30T10:00:00+02:00"


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-11-18T15:00", 1, "2026-11-19T15:00"),
        ("2026-11-20T16:30", 1, "2026-11-23T16:30"),
        ("2026-11-20T20:00", 1, "2026-11-23T18:00"),  # all of Monday
        ("2026-11-23T09:00", 1, "2026-11-23T18:00"),
        ("2026-11-18T15:00", 10, "2026-12-02T15:00"),
        ("2026-12-24T12:00", 1, "2026-12-28T12:00"),  # Friday is a holiday
    ],
)
def test_a_business_day_is_a_working_day(start: str, days: int, due: str) -> None:
    spec = STANDARD(MADRID).with_holidays({date(2026, 12, 25): "Navidad"})
    assert due_at(spec, at(start), Duration.business_days(days)) == at(due)


def test_a_business_day_is_that_days_whatever_its_length() -> None:
    """Nine hours from Monday to Thursday, six on Friday: the part that is left of one day is left of the next."""
    spec = CalendarSpec(MADRID, (*week("09:00-18:00", days=4)[:4], week("09:00-15:00")[0], (), ()))
    assert due_at(spec, at("2026-11-19T15:00"), Duration.business_days(1)) == at("2026-11-20T13:00")  # 6/9 of six hours
    assert due_at(spec, at("2026-11-20T12:00"), Duration.business_days(1)) == at("2026-11-23T13:30")  # half of nine
    morning_off = spec.with_time_off(TimeOff(at("2026-11-19T09:00"), at("2026-11-19T13:30")))
    assert due_at(morning_off, at("2026-11-18T18:00"), Duration.business_days(1)) == at("2026-11-20T12:00")


def test_calendar_time_runs_at_night_too() -> None:
    assert due_at(SPLIT, at("2026-11-20T18:30"), Duration.calendar(60)) == at("2026-11-20T19:30")
    pause = Span(at("2026-11-20T19:00"), at("2026-11-21T19:00"))
    assert due_at(SPLIT, at("2026-11-20T18:30"), Duration.calendar(60), (pause,)) == at("2026-11-21T19:30")
    assert used_share(SPLIT, at("2026-11-20T18:30"), at("2026-11-20T18:45"), Duration.calendar(60)) == Fraction(1, 4)


AUGUST = CalendarSpec(
    MADRID,
    week("09:00-18:00"),
    dated=(DatedHours(date(2026, 8, 1), date(2026, 8, 31), week("08:00-15:00"), "jornada intensiva"),),
    holidays={date(2026, 8, 14): "Fiesta", date(2026, 9, 1): "Fiesta local"},
    time_off=(TimeOff(date(2026, 8, 17), date(2026, 8, 18)),),
)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-07-31T17:00", 120, "2026-08-03T09:00"),  # into the summer's hours
        ("2026-08-31T14:00", 120, "2026-09-02T10:00"),  # and out of them, past a holiday
        ("2026-08-13T14:30", 60, "2026-08-19T08:30"),  # holiday, weekend, two days off
    ],
)
def test_dated_hours_holidays_and_time_off(start: str, minutes: int, due: str) -> None:
    assert due_at(AUGUST, at(start), Duration.business(minutes)) == at(due)


def test_why_is_told_in_order_with_the_holidays_name() -> None:
    why = explain(
        AUGUST, at("2026-08-13T14:30"), Duration.business(60), (Span(at("2026-08-19T08:00"), at("2026-08-19T08:10")),)
    )
    assert why.due == at("2026-08-19T08:40")
    assert [(each.start, each.end) for each in why.counted] == [
        (at("2026-08-13T14:30"), at("2026-08-13T15:00")),
        (at("2026-08-19T08:10"), at("2026-08-19T08:40")),
    ]
    assert [each.minutes for each in why.counted] == [30, 30]
    assert [(each.start, each.why.value, each.name) for each in why.skipped] == [
        (at("2026-08-13T15:00"), "outside_hours", ""),
        (at("2026-08-14T00:00"), "holiday", "Fiesta"),
        (at("2026-08-15T00:00"), "closed", ""),
        (at("2026-08-17T00:00"), "time_off", ""),
        (at("2026-08-19T00:00"), "outside_hours", ""),
        (at("2026-08-19T08:00"), "pause", ""),
    ]


def test_pauses_may_overlap_and_come_in_any_order() -> None:
    pauses = (
        Span(at("2026-11-18T12:00"), at("2026-11-18T14:00")),
        Span(at("2026-11-18T11:00"), at("2026-11-18T13:00")),
        Span(at("2026-11-18T16:00"), at("2026-11-18T16:00")),
    )
    assert due_at(STANDARD(MADRID), at("2026-11-18T10:00"), Duration.business(120), pauses) == at("2026-11-18T15:00")
    assert elapsed(STANDARD(MADRID), at("2026-11-18T10:00"), at("2026-11-18T15:00"), pauses) == timedelta(hours=2)


def test_another_owners_calendar_takes_what_is_left() -> None:
    madrid, mexico = STANDARD(MADRID), STANDARD(MEXICO)
    start, moment = at("2026-11-18T15:00"), at("2026-11-18T17:00")  # two of four hours used; 10:00 in Mexico City
    assert carry_over(madrid, mexico, start, moment, Duration.business(240)) == at("2026-11-18T12:00", MEXICO)
    # Two of nine hours of a working day are used; seven ninths are left, of Mexico's day.
    assert carry_over(madrid, mexico, start, moment, Duration.business_days(1)) == at("2026-11-18T17:00", MEXICO)
    # It was due before it was handed on: that deadline stays.
    assert carry_over(madrid, mexico, start, moment, Duration.business(60)) == at("2026-11-18T16:00")


def test_what_is_used_and_what_remains() -> None:
    start, duration = at("2026-11-20T17:00"), Duration.business(240)
    assert used_share(STANDARD(MADRID), start, at("2026-11-23T09:00"), duration) == Fraction(1, 4)
    assert remaining(STANDARD(MADRID), start, at("2026-11-23T09:00"), duration) == timedelta(hours=3)
    assert remaining(STANDARD(MADRID), start, at("2026-11-24T09:00"), duration) == timedelta()
    assert elapsed(STANDARD(MADRID), start, start - timedelta(days=2)) == timedelta()
    assert due_at(STANDARD(MADRID), start, duration.part(80)) == at("2026-11-23T11:12")
    assert used_share(STANDARD(MADRID), start, start, Duration.business(0)) == 1


def test_a_blocks_start_is_work_and_its_end_is_not() -> None:
    assert is_working(SPLIT, at("2026-11-20T09:00"))
    assert not is_working(SPLIT, at("2026-11-20T14:00"))
    assert next_working_moment(SPLIT, at("2026-11-20T14:00")) == at("2026-11-20T16:00")
    assert next_working_moment(SPLIT, at("2026-11-20T19:00")) == at("2026-11-23T09:00")


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
def test_the_next_working_moment_on_known_days(now: str, zone: str, told: str) -> None:
    assert next_working_moment(STANDARD(zone), at(now, zone)) == datetime.fromisoformat(told).replace(tzinfo=UTC)


def test_the_next_start_passes_over_holidays_and_time_off() -> None:
    assert next_start(AUGUST, at("2026-08-13T10:00"), 600) == at("2026-08-19T10:00")
    assert next_start(AUGUST, at("2026-08-19T09:59"), 600) == at("2026-08-19T10:00")
    morning_off = SPLIT.with_time_off(TimeOff(at("2026-11-20T09:00"), at("2026-11-20T12:00")))
    assert next_start(morning_off, at("2026-11-19T20:00"), 540) == at("2026-11-23T09:00")
    assert next_start(morning_off, at("2026-11-19T20:00"), 720) == at("2026-11-20T12:00")


@pytest.mark.parametrize("unit", [DurationUnit.BUSINESS, DurationUnit.BUSINESS_DAYS])
def test_what_is_never_due_is_refused(unit: DurationUnit) -> None:
    one_day = DatedHours(date(2026, 1, 5), date(2026, 1, 5), week("09:00-17:00"))
    spec = CalendarSpec("UTC", ((),) * 7, dated=(one_day,))
    assert due_at(spec, at("2026-01-01T00:00", "UTC"), Duration(60, unit)) < at("2026-01-05T17:00", "UTC")
    february = at("2026-02-01T00:00", "UTC")
    assert is_never_due(lambda: due_at(spec, at("2026-01-05T16:30", "UTC"), Duration(1440, unit)))
    assert is_never_due(lambda: next_working_moment(spec, february))
    assert is_never_due(lambda: next_start(spec, february, 540))


@pytest.mark.parametrize("unit", [DurationUnit.BUSINESS, DurationUnit.BUSINESS_DAYS])
def test_what_is_due_in_fifty_years_is_refused_soon(unit: DurationUnit) -> None:
    assert is_never_due(lambda: due_at(SPLIT, at("2026-01-05T09:00"), Duration(10**12, unit)))


def test_many_threads_reckon_the_same() -> None:
    """What is kept for speed is shared by all of them."""
    specs = [STANDARD(MADRID).with_time_off(TimeOff(date(2027, 1, day), date(2027, 1, day))) for day in range(1, 9)]
    asked = [(spec, at("2026-12-31T17:00"), Duration.business(days * 540)) for spec in specs for days in range(30)]
    with ThreadPoolExecutor(8) as pool:
        together = [list(pool.map(lambda ask: due_at(*ask), asked)) for _ in range(3)]
    alone = [due_at(*ask) for ask in asked]
    assert together == [alone] * 3


def is_never_due(ask: Callable[[], datetime]) -> bool:
    with pytest.raises(CalendarError) as refused:
        ask()
    return refused.value.code is CalendarFault.NEVER_DUE


def test_a_moment_without_a_zone_and_years_beyond_reckoning_are_refused() -> None:
    naive = datetime(2026, 1, 5, 9)  # noqa: DTZ001 - refused for it
    with pytest.raises(CalendarError, match="could be anywhere"):
        due_at(SPLIT, naive, Duration.business(60))
    for unit in DurationUnit:
        with pytest.raises(CalendarError, match="outside the years"):
            due_at(SPLIT, datetime(9999, 6, 1, 9, tzinfo=UTC), Duration(1_000_000, unit))
    with pytest.raises(CalendarError, match="less than none"):
        Duration.business(-1)
    with pytest.raises(CalendarError, match="business_days"):
        Duration(1, "weeks")  # type: ignore[arg-type]
