"""A calendar as JSON, the form of files and of the database: what is read is what is written."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from domain.calendars import (
    WEEKDAYS,
    Block,
    CalendarError,
    CalendarFault,
    CalendarSpec,
    DatedHours,
    Holidays,
    TimeOff,
    Week,
)
from domain.patterns import late

_CLOCK: Final = late(r"(\d{1,2}):(\d\d)")
_RANGE: Final = late(r"\s*(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)\s*")


def from_json(text: str | Mapping[str, Any]) -> CalendarSpec:
    """The calendar that ``text`` (JSON, or what a JSON object was read into) describes. Raises `CalendarError`.

    Only ``tz`` and ``weekly`` must be there; a day that is left out is closed.
    """
    whole = _object(_loaded(text) if isinstance(text, str) else text, "calendar")
    _only(whole, "", "tz", "weekly", "dated", "holidays", "time_off")
    tz = whole.get("tz")
    if not isinstance(tz, str):
        message = "name the time zone, such as Europe/Madrid"
        raise CalendarError(CalendarFault.UNKNOWN_ZONE, "tz", message)
    holidays = _object(whole.get("holidays", {}), "holidays")
    return CalendarSpec(
        tz,
        _week(whole.get("weekly", {}), "weekly"),
        tuple(_dated(each, f"dated[{place}]") for place, each in enumerate(_list(whole.get("dated", []), "dated"))),
        Holidays({_day(day, "holidays"): str(name) for day, name in holidays.items()}),
        tuple(
            _time_off(each, f"time_off[{place}]")
            for place, each in enumerate(_list(whole.get("time_off", []), "time_off"))
        ),
    )


def to_json(spec: CalendarSpec) -> dict[str, Any]:
    """The calendar as `from_json` reads it, ready for `json.dumps`. Parts that are empty are left out."""
    made: dict[str, Any] = {"tz": spec.tz, "weekly": _week_json(spec.weekly)}
    if spec.dated:
        made["dated"] = [
            {"from": each.first.isoformat(), "to": each.last.isoformat(), "weekly": _week_json(each.weekly)}
            | ({"name": each.name} if each.name else {})
            for each in spec.dated
        ]
    if spec.holidays:
        made["holidays"] = {day.isoformat(): name for day, name in spec.holidays.items()}
    if spec.time_off:
        made["time_off"] = [{"from": each.start.isoformat(), "to": each.end.isoformat()} for each in spec.time_off]
    return made


def _week_json(week: Week) -> dict[str, list[str]]:
    return {day: [str(block) for block in blocks] for day, blocks in zip(WEEKDAYS, week, strict=True) if blocks}


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise CalendarError(CalendarFault.NOT_JSON, "calendar", f"this is not JSON: {error}") from None


def _week(value: object, place: str) -> Week:
    days = _object(value, place)
    _only(days, f"{place}.", *WEEKDAYS)
    return tuple(
        tuple(_block(each, f"{place}.{day}") for each in _list(days.get(day, []), f"{place}.{day}")) for day in WEEKDAYS
    )


def _block(value: object, place: str) -> Block:
    found = _RANGE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        message = f"{value!r} is no block of hours: write it like 09:00-14:00"
        raise CalendarError(CalendarFault.BAD_TIME, place, message)
    return Block(_minute(found[1], place), _minute(found[2], place))


def _minute(text: str, place: str) -> int:
    found = _CLOCK.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2])) if found else (0, 60)
    if minute >= 60:  # noqa: PLR2004 - minutes in an hour
        raise CalendarError(CalendarFault.BAD_TIME, place, f"{text} is no time of day")
    return hour * 60 + minute


def _dated(value: object, place: str) -> DatedHours:
    given = _object(value, place)
    _only(given, f"{place}.", "from", "to", "weekly", "name")
    return DatedHours(
        _day(given.get("from"), f"{place}.from"),
        _day(given.get("to"), f"{place}.to"),
        _week(given.get("weekly", {}), f"{place}.weekly"),
        str(given.get("name", "")),
    )


def _time_off(value: object, place: str) -> TimeOff:
    given = _object(value, place)
    _only(given, f"{place}.", "from", "to")
    return TimeOff(_day_or_moment(given.get("from"), f"{place}.from"), _day_or_moment(given.get("to"), f"{place}.to"))


def _day_or_moment(value: object, place: str) -> date:
    try:
        return _day(value, place)
    except CalendarError:
        try:
            return datetime.fromisoformat(str(value))
        except ValueError:
            message = f"{value!r} is no date (2026-08-03) and no moment with its offset (2026-08-03T10:00+02:00)"
            raise CalendarError(CalendarFault.BAD_DATE, place, message) from None


def _day(value: object, place: str) -> date:
    # Python reads 20260803 and 2026-W32-1 too; files keep to one form.
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise CalendarError(CalendarFault.BAD_DATE, place, f"{value!r} is no date: write it like 2026-08-03")


def _object(value: object, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise CalendarError(CalendarFault.NOT_JSON, place, "here a JSON object {…} is expected")
    return value


def _list(value: object, place: str) -> list[Any]:
    if not isinstance(value, list):
        raise CalendarError(CalendarFault.NOT_JSON, place, "here a JSON list […] is expected")
    return value


def _only(given: Mapping[str, Any], place: str, *known: str) -> None:
    for name in given:
        if name not in known:
            message = f"there is no such field; known here: {', '.join(known)}"
            raise CalendarError(CalendarFault.UNKNOWN_FIELD, f"{place}{name}", message)
