"""`lazo sla`: deadlines with their explanation, for people and as JSON, and what it says of bad input."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli.sla import app

WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
SPLIT = {"tz": "Europe/Madrid", "weekly": {day: ["09:00-14:00", "16:00-19:00"] for day in WORKDAYS}}


@pytest.fixture
def calendar(tmp_path: Path) -> str:
    """The path of a calendar with split shifts."""
    return written(tmp_path, SPLIT)


def written(folder: Path, calendar: dict[str, Any]) -> str:
    file = folder / "calendar.json"
    file.write_text(json.dumps(calendar), "utf-8")
    return str(file)


def lazo_sla(*flags: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, list(flags), input=given)


def test_a_deadline_with_its_explanation_as_json(calendar: str) -> None:
    done = lazo_sla("due", "--start", "2026-11-20T18:30", "--minutes", "120", "--calendar", calendar, "--json")
    assert done.exit_code == 0
    assert json.loads(done.output) == {
        "due": "2026-11-23T10:30:00+01:00",
        "start": "2026-11-20T18:30:00+01:00",
        "tz": "Europe/Madrid",
        "duration": {"minutes": 120, "unit": "business"},
        "counted": [
            {"start": "2026-11-20T18:30:00+01:00", "end": "2026-11-20T19:00:00+01:00", "minutes": 30},
            {"start": "2026-11-23T09:00:00+01:00", "end": "2026-11-23T10:30:00+01:00", "minutes": 90},
        ],
        "skipped": [
            {"start": "2026-11-20T19:00:00+01:00", "end": "2026-11-21T00:00:00+01:00", "why": "outside_hours"},
            {"start": "2026-11-21T00:00:00+01:00", "end": "2026-11-23T00:00:00+01:00", "why": "closed"},
            {"start": "2026-11-23T00:00:00+01:00", "end": "2026-11-23T09:00:00+01:00", "why": "outside_hours"},
        ],
    }


def test_people_read_it_in_the_calendars_zone(calendar: str) -> None:
    flags = ("--start", "2026-12-04T17:30Z", "--minutes", "120", "--calendar", calendar, "--country", "ES")
    done = lazo_sla("due", *flags, "--region", "Madrid")
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[0] == "Due Wed 09 Dec 2026 10:30 (Europe/Madrid)"
    assert lines[3].split(" – ")[0] == "Fri 04 Dec 2026 18:30"
    assert lines[3].endswith("30 min")
    assert any(line.endswith("holiday: Inmaculada Concepción") for line in lines)
    assert any(line.endswith("no working hours on that day") for line in lines)


def test_a_start_without_an_offset_is_in_the_calendars_zone(tmp_path: Path) -> None:
    mexico = written(tmp_path, {**SPLIT, "tz": "America/Mexico_City"})
    done = lazo_sla("due", "--start", "2026-11-20T09:00", "--minutes", "60", "--calendar", mexico, "--json")
    assert json.loads(done.output)["due"] == "2026-11-20T10:00:00-06:00"


def test_days_units_and_pauses(calendar: str) -> None:
    flags = ("due", "--start", "2026-11-20T18:30", "--calendar", calendar, "--json")
    day = json.loads(lazo_sla(*flags, "--days", "1").output)
    assert day["due"] == "2026-11-23T18:30:00+01:00"
    assert day["duration"] == {"minutes": 1440, "unit": "business_days"}
    clock = json.loads(lazo_sla(*flags, "--minutes", "60", "--unit", "calendar").output)
    assert clock["due"] == "2026-11-20T19:30:00+01:00"
    pause = "2026-11-20T18:40/2026-11-20T18:50"
    paused = json.loads(lazo_sla(*flags, "--minutes", "20", "--pause", pause, "--pause", pause).output)
    assert paused["due"] == "2026-11-20T19:00:00+01:00"
    assert [each["why"] for each in paused["skipped"]] == ["pause"]


def test_the_calendar_from_standard_input() -> None:
    flags = ("due", "--start", "2026-11-20T18:30", "--minutes", "120", "--calendar", "-", "--json")
    assert lazo_sla(*flags, given=json.dumps(SPLIT)).exit_code == 0


def test_public_holidays_reach_as_far_as_the_deadline(calendar: str) -> None:
    flags = ("--start", "2026-01-05T09:00", "--days", "1300", "--calendar", calendar, "--country", "ES", "--json")
    done = json.loads(lazo_sla("due", *flags).output)
    holidays = [each for each in done["skipped"] if each["why"] == "holiday"]
    assert datetime.fromisoformat(done["due"]) - datetime.fromisoformat(holidays[-1]["end"]) < timedelta(days=250)


def test_holidays_to_be_edited() -> None:
    done = lazo_sla("holidays", "--country", "mx", "--year", "2026", "--year", "2027", "--lang", "es")
    assert json.loads(done.output)["2027-12-25"] == "Navidad"


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--start", "tomorrow", "--minutes", "5"), "--start: tomorrow is no date and time"),
        (("--start", "2026-03-29T02:30", "--minutes", "5"), "the clocks in Europe/Madrid skip 2026-03-29T02:30"),
        (("--start", "2026-11-20T18:30"), "either --minutes or --days"),
        (("--start", "2026-11-20T18:30", "--minutes", "5", "--days", "1"), "either --minutes or --days"),
        (("--start", "2026-11-20T18:30", "--minutes=-5"), "less than none"),
        (("--start", "2026-11-20T18:30", "--minutes", "5", "--pause", "x"), "--pause: x is no pause"),
        (
            ("--start", "2026-11-20T18:30", "--minutes", "5", "--pause", "2026-11-20T19:00/2026-11-20T18:00"),
            "ends before it begins",
        ),
        (("--start", "2026-11-20T18:30", "--minutes", "5", "--country", "XX"), "country: no holidays are known"),
        (
            ("--start", "2026-11-20T18:30", "--minutes", "5", "--country", "ES", "--region", "QQ"),
            "region: ES has no region 'QQ'; known: AN,",
        ),
    ],
)
def test_flags_that_are_no_use(calendar: str, flags: tuple[str, ...], said: str) -> None:
    done = lazo_sla("due", "--calendar", calendar, *flags)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "calendar: this is not JSON"),
        (b"\xff\xfe", "is no text in UTF-8"),
        (b'{"tz": "UTC", "weekly": {}}', "weekly: no working hours on any day"),
        (b'{"tz": "Mars/Base", "weekly": {"mon": ["09:00-10:00"]}}', "tz: there is no time zone 'Mars/Base'"),
        (b'{"tz": "UTC", "weekly": {"mon": ["22:00-26:00"]}}', "weekly.mon: 22:00-26:00 ends after 24:00"),
        (
            b'{"tz": "UTC", "dated": [{"from": "2026-01-01", "to": "2026-01-02", "weekly": {"fri": ["09:00-10:00"]}}]}',
            "never be due",
        ),
    ],
)
def test_calendars_that_are_no_use(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "calendar.json"
    file.write_bytes(content)
    done = lazo_sla("due", "--calendar", str(file), "--start", "2026-11-20T18:30", "--minutes", "5")
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = lazo_sla("due", "--calendar", str(tmp_path / "none.json"), "--start", "2026-11-20T18:30", "--minutes", "5")
    assert done.exit_code == 2
    assert "none.json cannot be read" in done.stderr
