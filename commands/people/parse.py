"""From the forms and commands about people to what is wanted, or to what is wrong with a field."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from commands.blocks import state_value
from commands.hours_fields import HoursErrors, HoursTyped, day_first, hours_typed
from commands.ids import BlockId
from commands.pickers import chosen_day, chosen_minute, is_ticked
from domain.absence import AbsenceFault, Away, absence_in, checked
from domain.taxonomy import Team
from domain.text import clean
from domain.values import frozen
from domain.weeks import local_moment

#: More open handoffs than this at once is no limit.
_MOST_OPEN: Final = 999
_NOTE: Final = 200


@frozen
class ChangePerson:
    """A member as the form has them. People are Slack user ids; a field that the form did not show is not in ``said``.

    ``said`` holds any of: team, manager, backup, open_cap, daily_at, is_manager.
    """

    member_id: int
    version: int
    said: Mapping[str, str | int | bool | None]


@frozen
class ChangeHours:
    """A member's own hours; without ``typed`` weekly hours and country they are the company's."""

    member_id: int
    version: int
    typed: HoursTyped


@frozen
class TakeTimeOff:
    """Somebody will be away. ``member_id`` is absent for the one who asks."""

    away: Away
    member_id: int | None = None


@frozen
class OpenTimeOffForm:
    """Ask when; what was typed is kept in the note's place with what was wrong with it, if anything was."""

    typed: str = ""
    fault: AbsenceFault | None = None


@frozen
class FormProblems:
    """A text key for each block that has a problem. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str]


def parse_out(text: str, now: datetime, tz: str, locale: str) -> TakeTimeOff | OpenTimeOffForm:
    """What ``/lazo out <text>`` asks for, in the zone of who asks."""
    typed = clean(text).value
    if not typed:
        return OpenTimeOffForm()
    found = absence_in(typed, now, tz, day_first=day_first(locale))
    return TakeTimeOff(found) if isinstance(found, Away) else OpenTimeOffForm(typed, found)


def parse_person_form(view: Mapping[str, Any]) -> ChangePerson | FormProblems:
    """What a submitted form about a person says."""
    values = view["state"]["values"]
    opened = json.loads(view["private_metadata"])
    errors: dict[BlockId, str] = {}
    said: dict[str, str | int | bool | None] = {}
    if BlockId.TEAM.value in values:
        team = state_value(values, BlockId.TEAM)
        said["team"] = team if team in set(Team) else ""
    if BlockId.MANAGER.value in values:
        said["manager"] = state_value(values, BlockId.MANAGER)
    if BlockId.BACKUP.value in values:
        said["backup"] = state_value(values, BlockId.BACKUP)
    if BlockId.OPEN_CAP.value in values:
        typed = clean(state_value(values, BlockId.OPEN_CAP) or "").value
        if typed and not (typed.isascii() and typed.isdigit() and 0 < int(typed) <= _MOST_OPEN):
            errors[BlockId.OPEN_CAP] = "people-error-cap"
        else:
            said["open_cap"] = int(typed) if typed else None
    if BlockId.TIME.value in values:
        minute = chosen_minute(values, BlockId.TIME)
        if minute is None:
            errors[BlockId.TIME] = "people-error-time"
        else:
            said["daily_at"] = minute
    if BlockId.MANAGES_TEAM.value in values:
        said["is_manager"] = is_ticked(values, BlockId.MANAGES_TEAM)
    if errors:
        return FormProblems(errors)
    return ChangePerson(int(opened["member"]), int(opened["version"]), said)


def parse_hours_form(view: Mapping[str, Any], today: date, locale: str) -> ChangeHours | HoursErrors:
    """What a submitted form about somebody's hours says."""
    typed = hours_typed(view["state"]["values"], today, locale)
    if isinstance(typed, HoursErrors):
        return typed
    opened = json.loads(view["private_metadata"])
    return ChangeHours(int(opened["member"]), int(opened["version"]), typed)


def parse_time_off_form(view: Mapping[str, Any], now: datetime, tz: str) -> TakeTimeOff | FormProblems:
    """What a submitted form about time off says; ``tz`` is the zone of whoever will be away."""
    values = view["state"]["values"]
    opened = json.loads(view["private_metadata"])
    first, back = chosen_day(values, BlockId.FIRST_DAY), chosen_day(values, BlockId.BACK_DAY)
    if first is None or back is None:
        missing = BlockId.FIRST_DAY if first is None else BlockId.BACK_DAY
        return FormProblems({missing: "time-off-error-day"})
    begins, ends = chosen_minute(values, BlockId.FIRST_TIME), chosen_minute(values, BlockId.BACK_TIME)
    start, end = local_moment(first, begins or 0, tz), local_moment(back, ends or 0, tz)
    fault = checked(start, end, now)
    if fault is not None:
        return FormProblems({BlockId.BACK_DAY: f"time-off-error-{fault}"})
    note = clean(state_value(values, BlockId.NOTE) or "").value[:_NOTE] or None
    return TakeTimeOff(Away(max(start, now), end, note), int(opened["member"]))


def subject_of(view: Mapping[str, Any]) -> int:
    """Our id of whom an open form is about."""
    return int(json.loads(view["private_metadata"])["member"])


def day_of(moment: datetime, tz: str) -> date:
    """The local day of a moment."""
    return moment.astimezone(ZoneInfo(tz)).date()


def extend_value(time_off_id: int, day: date) -> str:
    """What the button *That day too* carries: with it the absence lasts until ``day`` is over."""
    return f"{time_off_id}:{day.isoformat()}"


def parse_extend(value: str) -> tuple[int, date]:
    """The absence and its new last day, from a pressed *That day too*."""
    time_off_id, _, day = value.partition(":")
    return int(time_off_id), date.fromisoformat(day)


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)
