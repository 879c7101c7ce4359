"""The fields of working hours in a form, for a person and for the company: weekly hours, hours between dates, holidays.

Hours are typed as people write them ("Mon-Thu 9-14, 16-19; Fri 8-15"), so that split shifts fit one line.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from commands import blocks
from commands.blocks import Json, state_value
from commands.i18n import Say
from commands.ids import ActionId, BlockId
from commands.pickers import grouped_select
from domain import holidays
from domain.calendars import DatedHours, Week
from domain.hours_words import HoursProblem, dated_in, week_in, week_text
from domain.text import clean
from domain.values import frozen

_LISTED: Final = 100
_LONGEST: Final = 600


@frozen
class HoursShown:
    """What the fields show. Without ``weekly`` that field is empty."""

    weekly: Week | None
    dated: tuple[DatedHours, ...] = ()
    country: str | None = None
    region: str | None = None


@frozen
class HoursTyped:
    """What the fields say. Without ``weekly`` the field was left empty."""

    weekly: Week | None
    dated: tuple[DatedHours, ...]
    country: str | None
    region: str | None


@frozen
class HoursErrors:
    """A problem for each field that has one."""

    errors: Mapping[BlockId, HoursProblem]


def hours_blocks(say: Say, shown: HoursShown, country_action: StrEnum, *, own: bool) -> list[Json]:
    """The fields with what stands; ``own``: a person's, where empty fields mean "as in the company"."""
    fields = [
        blocks.input_block(
            say("hours-weekly"),
            blocks.text_input(
                ActionId.VALUE,
                value=week_text(shown.weekly, say.weekdays) if shown.weekly else None,
                multiline=True,
                placeholder=say("hours-weekly-placeholder"),
                max_length=_LONGEST,
            ),
            BlockId.HOURS,
            optional=own,
            hint=say("hours-weekly-hint-own" if own else "hours-weekly-hint"),
        ),
        blocks.input_block(
            say("hours-dated"),
            blocks.text_input(
                ActionId.VALUE,
                value="\n".join(dated_text(say, each) for each in shown.dated) or None,
                multiline=True,
                placeholder=say("hours-dated-placeholder"),
                max_length=_LONGEST * 2,
            ),
            BlockId.DATED_HOURS,
            optional=True,
            hint=say("hours-dated-hint"),
        ),
        blocks.input_block(
            say("hours-country"),
            _grouped(country_action, _countries(say), shown.country),
            BlockId.COUNTRY,
            optional=True,
            hint=say("hours-country-hint-own" if own else "hours-country-hint"),
            dispatch=True,
        ),
    ]
    regions = _regions(shown.country)
    if regions:
        fields.append(
            {
                **blocks.input_block(
                    say("hours-region"),
                    _grouped(ActionId.VALUE, regions, shown.region),
                    BlockId.REGION,
                    optional=True,
                ),
                "block_id": _region_block(shown.country),
            }
        )
    return fields


def hours_typed(values: Mapping[str, Any], today: date, locale: str) -> HoursTyped | HoursErrors:
    """What a submitted view (its ``state.values``) says of hours. ``today`` is where the reader is."""
    errors: dict[BlockId, HoursProblem] = {}
    weekly_text = clean(state_value(values, BlockId.HOURS) or "").value
    weekly: Week | HoursProblem | None = week_in(weekly_text) if weekly_text else None
    if isinstance(weekly, HoursProblem):
        errors[BlockId.HOURS] = weekly
    dated = dated_in(clean(state_value(values, BlockId.DATED_HOURS) or "").value, today, day_first=day_first(locale))
    if isinstance(dated, HoursProblem):
        errors[BlockId.DATED_HOURS] = dated
    if errors or isinstance(weekly, HoursProblem) or isinstance(dated, HoursProblem):
        return HoursErrors(errors)
    country = country_typed(values)
    return HoursTyped(weekly, dated, country, _region_typed(values, country))


def country_typed(values: Mapping[str, Any]) -> str | None:
    """The country chosen in a view's state."""
    return state_value(values, BlockId.COUNTRY)


def hours_error(say: Say, problem: HoursProblem) -> str:
    """A problem in words, below its field."""
    return say(f"hours-error-{problem.fault}", near=problem.near)


def dated_text(say: Say, each: DatedHours) -> str:
    """Hours between dates, as they can be typed again."""
    first, last = say.day_with_year(each.first), say.day_with_year(each.last)
    span = first if each.first == each.last else f"{first} – {last}"
    return f"{span}: {week_text(each.weekly, say.weekdays)}"


def day_first(locale: str) -> bool | None:
    """Whether 3/4 is the third of April there; in English it may be either."""
    return None if locale == "en" else True


def _region_block(country: str | None) -> str:
    # One for each country: Slack keeps what was chosen in a block, and a region of Spain is none of Mexico.
    return f"{BlockId.REGION.value}:{country}"


def _region_typed(values: Mapping[str, Any], country: str | None) -> str | None:
    block = values.get(_region_block(country)) if country else None
    return state_value({BlockId.REGION.value: block}, BlockId.REGION)


def _countries(say: Say) -> list[tuple[str, str]]:
    named = [(code, say.country(code)) for code in holidays.countries()]
    return sorted(named, key=lambda each: each[1])


def _regions(country: str | None) -> list[tuple[str, str]]:
    if country is None or country not in holidays.countries():
        return []
    return sorted(holidays.region_names(country).items(), key=lambda each: each[1])


def _grouped(action_id: StrEnum, options: list[tuple[str, str]], chosen: str | None) -> Json:
    """A menu of more than a hundred choices: Slack takes so many in each of its groups."""
    if len(options) <= _LISTED:
        return blocks.select(action_id, options, chosen=chosen)
    parts = [options[start : start + _LISTED] for start in range(0, len(options), _LISTED)]
    return grouped_select(action_id, [(f"{part[0][1][0]} – {part[-1][1][0]}", part) for part in parts], chosen=chosen)
