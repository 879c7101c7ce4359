"""Calendars as values: what is refused and where, what is put in order, and their JSON."""

import json
import pickle
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from domain.calendar_json import from_json, to_json
from domain.calendars import STANDARD, Block, CalendarError, CalendarFault, CalendarSpec, DatedHours, Holidays, TimeOff
from tests.domain.calendar_cases import Case, cases

WEEK = {"mon": ["09:00-14:00", "16:00-19:00"], "sat": ["22:00-24:00"], "sun": ["00:00-06:00"]}


@given(cases())
def test_what_is_written_is_read_again(case: Case) -> None:
    read = from_json(json.dumps(to_json(case.spec)))
    assert read == case.spec
    assert hash(read) == hash(case.spec)
    assert pickle.loads(pickle.dumps(case.spec)) == case.spec  # noqa: S301 - our own


def test_a_calendar_is_read_from_json() -> None:
    spec = from_json(
        {
            "tz": "Europe/Madrid",
            "weekly": WEEK,
            "dated": [{"from": "2026-08-01", "to": "2026-08-31", "weekly": {"fri": ["8:00–15:00"]}, "name": "verano"}],
            "holidays": {"2026-12-25": "Navidad", "2026-01-06": "Reyes"},
            "time_off": [
                {"from": "2026-08-03", "to": "2026-08-07"},
                {"from": "2026-09-01T10:00+02:00", "to": "2026-09-01T12:00+02:00"},
            ],
        }
    )
    assert spec.hours_on(date(2026, 8, 7)) == (Block(480, 900),)
    assert spec.hours_on(date(2026, 8, 8)) == ()
    assert spec.hours_on(date(2026, 9, 5)) == (Block(1320, 1440),)
    assert list(spec.holidays.items()) == [(date(2026, 1, 6), "Reyes"), (date(2026, 12, 25), "Navidad")]
    assert spec.time_off[0].whole_days
    assert spec.time_off[1] == TimeOff(datetime(2026, 9, 1, 8, tzinfo=UTC), datetime(2026, 9, 1, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ("{", CalendarFault.NOT_JSON, "calendar"),
        ("[]", CalendarFault.NOT_JSON, "calendar"),
        ({"weekly": WEEK}, CalendarFault.UNKNOWN_ZONE, "tz"),
        ({"tz": "Europe/Madird", "weekly": WEEK}, CalendarFault.UNKNOWN_ZONE, "tz"),
        ({"tz": "Europe", "weekly": WEEK}, CalendarFault.UNKNOWN_ZONE, "tz"),
        ({"tz": "../etc/passwd", "weekly": WEEK}, CalendarFault.UNKNOWN_ZONE, "tz"),
        ({"tz": "", "weekly": WEEK}, CalendarFault.UNKNOWN_ZONE, "tz"),
        ({"tz": "UTC"}, CalendarFault.NO_WORKING_HOURS, "weekly"),
        ({"tz": "UTC", "weekly": {"mon": []}}, CalendarFault.NO_WORKING_HOURS, "weekly"),
        ({"tz": "UTC", "weekly": {"lunes": ["09:00-14:00"]}}, CalendarFault.UNKNOWN_FIELD, "weekly.lunes"),
        ({"tz": "UTC", "weekly": {"mon": "09:00-14:00"}}, CalendarFault.NOT_JSON, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": ["9-14"]}}, CalendarFault.BAD_TIME, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": ["09:60-14:00"]}}, CalendarFault.BAD_TIME, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": [540]}}, CalendarFault.BAD_TIME, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": ["14:00-09:00"]}}, CalendarFault.BLOCK_INVERTED, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": ["22:00-06:00"]}}, CalendarFault.BLOCK_INVERTED, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": ["09:00-09:00"]}}, CalendarFault.BLOCK_INVERTED, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": ["22:00-26:00"]}}, CalendarFault.BLOCK_PAST_MIDNIGHT, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": ["22:00-24:01"]}}, CalendarFault.BLOCK_PAST_MIDNIGHT, "weekly.mon"),
        ({"tz": "UTC", "weekly": {"mon": ["09:00-14:00", "13:59-18:00"]}}, CalendarFault.BLOCKS_OVERLAP, "weekly.mon"),
        ({"tz": "UTC", "weekly": WEEK, "holidays": {"25/12/2026": "x"}}, CalendarFault.BAD_DATE, "holidays"),
        ({"tz": "UTC", "weekly": WEEK, "holidays": {"2026-02-30": "x"}}, CalendarFault.BAD_DATE, "holidays"),
        ({"tz": "UTC", "weekly": WEEK, "holidays": []}, CalendarFault.NOT_JSON, "holidays"),
        ({"tz": "UTC", "weekly": WEEK, "hours": {}}, CalendarFault.UNKNOWN_FIELD, "hours"),
        (
            {"tz": "UTC", "weekly": WEEK, "time_off": [{"from": "2026-08-07", "to": "2026-08-03"}]},
            CalendarFault.DATES_INVERTED,
            "time_off[0]",
        ),
        (
            {"tz": "UTC", "weekly": WEEK, "time_off": [{"from": "2026-08-07T10:00", "to": "2026-08-07T11:00"}]},
            CalendarFault.NO_ZONE_GIVEN,
            "time_off[0]",
        ),
        (
            {"tz": "UTC", "weekly": WEEK, "time_off": [{"from": "2026-08-07", "to": "2026-08-07T11:00Z"}]},
            CalendarFault.BAD_DATE,
            "time_off[0]",
        ),
        (
            {"tz": "UTC", "weekly": WEEK, "time_off": [{"from": "tomorrow", "to": "2026-08-07"}]},
            CalendarFault.BAD_DATE,
            "time_off[0].from",
        ),
        (
            {"tz": "UTC", "weekly": WEEK, "dated": [{"from": "2026-08-31", "to": "2026-08-01", "weekly": WEEK}]},
            CalendarFault.DATES_INVERTED,
            "dated[0]",
        ),
        (
            {"tz": "UTC", "weekly": WEEK, "dated": [{"from": "2026-08-01", "weekly": WEEK}]},
            CalendarFault.BAD_DATE,
            "dated[0].to",
        ),
        (
            {"tz": "UTC", "weekly": WEEK, "dated": [{"from": "2026-08-01", "to": "2026-08-31", "weekly": WEEK}] * 2},
            CalendarFault.DATES_OVERLAP,
            "dated",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_name(
    given: str | Mapping[str, Any], code: CalendarFault, field: str
) -> None:
    with pytest.raises(CalendarError) as refused:
        from_json(given)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert field in str(refused.value)
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)  # noqa: S301 - our own


def test_a_week_has_seven_days() -> None:
    with pytest.raises(CalendarError) as refused:
        CalendarSpec("UTC", ((Block(540, 1080),),) * 5)
    assert refused.value.code is CalendarFault.SEVEN_DAYS


def test_a_holiday_is_a_date_and_not_a_moment() -> None:
    with pytest.raises(CalendarError, match="no date"):
        Holidays({datetime(2026, 12, 25, tzinfo=UTC): "Navidad"})


def test_blocks_and_ranges_are_put_in_order() -> None:
    day = (Block(960, 1140), Block(540, 840))
    later = DatedHours(date(2026, 9, 1), date(2026, 9, 2), (day,) * 7)
    earlier = DatedHours(date(2026, 8, 1), date(2026, 8, 2), (day,) * 7)
    spec = CalendarSpec("UTC", (day,) * 7, dated=(later, earlier))
    assert spec.weekly[0] == day[::-1]
    assert [each.first.month for each in spec.dated] == [8, 9]
    assert spec == CalendarSpec("UTC", (day[::-1],) * 7, dated=(earlier, later))


def test_the_standard_week_and_what_is_added_to_it() -> None:
    spec = STANDARD("Europe/Madrid")
    assert to_json(spec)["weekly"] == {day: ["09:00-18:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
    away = spec.with_time_off(TimeOff(date(2026, 8, 3), date(2026, 8, 7)))
    assert away != spec
    assert away.with_time_off(TimeOff(date(2026, 9, 3), date(2026, 9, 3))).time_off[0] == away.time_off[0]
    christmas = spec.with_holidays({date(2026, 12, 25): "Navidad"})
    assert christmas.blocks_on(date(2026, 12, 25)) == ()
    assert christmas.hours_on(date(2026, 12, 25)) == (Block(540, 1080),)
    with pytest.raises(CalendarError, match="Europe/Madrid"):
        STANDARD("Europe/Madird")
