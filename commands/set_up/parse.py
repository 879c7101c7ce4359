"""From the forms of the set-up to what the admin decided, or to what is wrong with a field."""

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

from commands.blocks import state_value
from commands.hours_fields import HoursErrors, HoursTyped, day_first, hours_typed
from commands.i18n import LOCALES
from commands.ids import BlockId
from commands.pickers import chosen_people
from domain.calendars import Holidays
from domain.holiday_words import HolidayProblem, holidays_in
from domain.places import find_zone
from domain.set_up import Step
from domain.text import clean
from domain.values import frozen

#: The block of a source's menu: its key follows.
SOURCE_BLOCK: Final = "source:"


@frozen
class Opened:
    """What a form remembers: a mark of what it shows, and the years of its holidays."""

    shown: str
    years: tuple[int, int] = (0, 0)


@frozen
class SetLanguage:
    """Language and zone of shared messages."""

    locale: str
    tz: str


@frozen
class SetChannels:
    """Slack channel ids; absent: none."""

    marketing: str | None
    handoff: str | None
    digest: str | None


@frozen
class SetTeams:
    """Slack user ids of each team, and of those who lead one."""

    sales: tuple[str, ...]
    marketing: tuple[str, ...]
    managers: tuple[str, ...]


@frozen
class SetHolidays:
    """The company's holidays of two years, edited."""

    years: Mapping[int, Holidays]


@frozen
class SetSources:
    """Which agreement holds for leads of a source: a policy's id, or nothing for "by what they did"."""

    policies: Mapping[str, int | None]


@frozen
class Problem:
    """Why a field cannot be taken: a text key and what goes into the text."""

    key: str
    args: Mapping[str, str]


@frozen
class FormProblems:
    """A problem for each block that has one. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, Problem]


def opened_as(shown: str, years: tuple[int, int] = (0, 0)) -> str:
    """What a form carries along."""
    return json.dumps({"shown": shown, "years": years})


def mark_of(*values: object) -> str:
    """A mark of what a form shows: another one when something of it has changed since."""
    return hashlib.blake2b(repr(values).encode(), digest_size=8).hexdigest()


def parse_opened(view: Mapping[str, Any]) -> Opened:
    """What a submitted form carried along."""
    said = json.loads(view["private_metadata"])
    return Opened(str(said["shown"]), (int(said["years"][0]), int(said["years"][1])))


def parse_step(value: str) -> Step:
    """The step that a button names."""
    return Step(value)


def parse_language(view: Mapping[str, Any], zones: Collection[str]) -> SetLanguage | FormProblems:
    """What the step of language and zone says. ``zones`` are the IANA zones there are."""
    values = view["state"]["values"]
    locale = state_value(values, BlockId.LANGUAGE)
    guess = find_zone(clean(state_value(values, BlockId.ZONE) or "").value, zones)
    errors: dict[BlockId, Problem] = {}
    if locale not in LOCALES:
        errors[BlockId.LANGUAGE] = Problem("settings-error-language", {})
    if guess.zone is None:
        near = ", ".join(guess.nearest)
        errors[BlockId.ZONE] = Problem("settings-error-zone-near" if near else "settings-error-zone", {"near": near})
    if errors or locale is None or guess.zone is None:
        return FormProblems(errors)
    return SetLanguage(locale, guess.zone)


def parse_channels(view: Mapping[str, Any]) -> SetChannels:
    """What the step of channels says."""
    values = view["state"]["values"]
    return SetChannels(
        state_value(values, BlockId.CHANNEL),
        state_value(values, BlockId.HANDOFF_CHANNEL),
        state_value(values, BlockId.DIGEST_CHANNEL),
    )


def parse_teams(view: Mapping[str, Any]) -> SetTeams | FormProblems:
    """What the step of teams says. Nobody is in two."""
    values = view["state"]["values"]
    sales, marketing = chosen_people(values, BlockId.SALES_PEOPLE), chosen_people(values, BlockId.MARKETING_PEOPLE)
    both = sorted(set(sales) & set(marketing))
    if both:
        return FormProblems({BlockId.MARKETING_PEOPLE: Problem("set-up-error-both", {})})
    return SetTeams(sales, marketing, chosen_people(values, BlockId.TEAM_MANAGERS))


def parse_hours(view: Mapping[str, Any], today: date, locale: str) -> HoursTyped | HoursErrors:
    """What the step of working hours says."""
    return hours_typed(view["state"]["values"], today, locale)


def parse_holidays(view: Mapping[str, Any], locale: str) -> SetHolidays | FormProblems:
    """What the step of holidays says."""
    values = view["state"]["values"]
    found: dict[int, Holidays] = {}
    errors: dict[BlockId, Problem] = {}
    fields = (BlockId.HOLIDAYS_THIS_YEAR, BlockId.HOLIDAYS_NEXT_YEAR)
    for block, year in zip(fields, parse_opened(view).years, strict=True):
        days = holidays_in(clean(state_value(values, block) or "").value, year, day_first=day_first(locale))
        if isinstance(days, HolidayProblem):
            errors[block] = Problem("set-up-error-holiday", {"line": days.line, "year": str(year)})
        else:
            found[year] = days
    return FormProblems(errors) if errors else SetHolidays(found)


def parse_sources(view: Mapping[str, Any]) -> SetSources:
    """What the step of sources says."""
    chosen: dict[str, int | None] = {}
    for block_id, block in view["state"]["values"].items():
        if block_id.startswith(SOURCE_BLOCK):
            element: Mapping[str, Any] = next(iter(block.values()), {})
            value = (element.get("selected_option") or {}).get("value", "")
            chosen[block_id.removeprefix(SOURCE_BLOCK)] = int(value) if value.isdigit() else None
    return SetSources(chosen)
