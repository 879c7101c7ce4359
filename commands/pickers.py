"""Menus of people and of channels, menus that are asked for as one types, days, times and boxes to tick."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final

from commands.blocks import OPTION_TEXT, Json, option, plain, state_value

#: Choices in a menu behind three dots.
OVERFLOW: Final = 5
_GROUP: Final = 100
#: Days that have a moment in every zone. What is beyond them is a mistyped year, refused by what the day is for.
_FIRST_DAY: Final = date(1900, 1, 1)
_LAST_DAY: Final = date(9000, 1, 1)


def person_select(action_id: StrEnum, chosen: str | None) -> Json:
    """A menu of everybody in the workspace; ``chosen`` is a Slack user id. In an optional field it can be cleared."""
    base: Json = {"type": "users_select", "action_id": action_id.value}
    return base if chosen is None else {**base, "initial_user": chosen}


def channel_select(action_id: StrEnum, chosen: str | None) -> Json:
    """A menu of public and private channels of this workspace alone; ``chosen`` is a Slack channel id."""
    base: Json = {
        "type": "conversations_select",
        "action_id": action_id.value,
        "filter": {"include": ["public", "private"], "exclude_external_shared_channels": True},
    }
    return base if chosen is None else {**base, "initial_conversation": chosen}


def channels_select(action_id: StrEnum, chosen: Sequence[str]) -> Json:
    """A menu from which several channels are chosen, any that people talk in; ``chosen`` are Slack channel ids."""
    base: Json = {
        "type": "multi_conversations_select",
        "action_id": action_id.value,
        "filter": {"include": ["public", "private"]},
    }
    return {**base, "initial_conversations": list(chosen)} if chosen else base


def chosen_channels(values: Mapping[str, Any], block_id: StrEnum) -> tuple[str, ...]:
    """What `channels_select` in ``block_id`` of a submitted view holds."""
    elements: Mapping[str, Any] = values.get(block_id.value) or {}
    return tuple(each for element in elements.values() for each in element.get("selected_conversations") or ())


def people_select(action_id: StrEnum, chosen: Sequence[str]) -> Json:
    """A menu from which several people are chosen; ``chosen`` are Slack user ids."""
    base: Json = {"type": "multi_users_select", "action_id": action_id.value}
    return {**base, "initial_users": list(chosen)} if chosen else base


def chosen_people(values: Mapping[str, Any], block_id: StrEnum) -> tuple[str, ...]:
    """Whom `people_select` in ``block_id`` of a submitted view holds."""
    elements: Mapping[str, Any] = values.get(block_id.value) or {}
    return tuple(user for element in elements.values() for user in element.get("selected_users") or ())


def chosen_minute(values: Mapping[str, Any], block_id: StrEnum) -> int | None:
    """What `time_picker` in ``block_id`` of a submitted view holds, in minutes after midnight."""
    hours, _, minutes = (state_value(values, block_id) or "").partition(":")
    return int(hours) * 60 + int(minutes) if hours.isdigit() and minutes.isdigit() else None


def chosen_day(values: Mapping[str, Any], block_id: StrEnum) -> date | None:
    """What `day_picker` in ``block_id`` of a submitted view holds; of days with no moment in some zone, the nearest."""
    text = state_value(values, block_id)
    return min(max(date.fromisoformat(text), _FIRST_DAY), _LAST_DAY) if text else None


def tick_box(action_id: StrEnum, label: str, *, ticked: bool) -> Json:
    """One box to tick; its value is ``yes``."""
    box = option(label, "yes")
    base: Json = {"type": "checkboxes", "action_id": action_id.value, "options": [box]}
    return {**base, "initial_options": [box]} if ticked else base


def is_ticked(values: Mapping[str, Any], block_id: StrEnum) -> bool:
    """Whether the box in ``block_id`` of a submitted view is ticked."""
    elements: Mapping[str, Any] = values.get(block_id.value) or {}
    return any(element.get("selected_options") for element in elements.values())


def tick_boxes(action_id: StrEnum, options: Sequence[tuple[str, str]], *, ticked: Collection[str]) -> Json:
    """At most ten boxes of ``(value, label)``; read with `chosen_options`."""
    boxes = [option(label, value) for value, label in options]
    base: Json = {"type": "checkboxes", "action_id": action_id.value, "options": boxes}
    initial = [box for box in boxes if box["value"] in ticked]
    return {**base, "initial_options": initial} if initial else base


def chosen_options(values: Mapping[str, Any], block_id: StrEnum) -> tuple[str, ...]:
    """The values ticked or chosen in ``block_id`` of a submitted view."""
    elements: Mapping[str, Any] = values.get(block_id.value) or {}
    return tuple(str(each["value"]) for element in elements.values() for each in element.get("selected_options") or ())


def asked_select(
    action_id: StrEnum, placeholder: str, *, chosen: tuple[str, str] | None = None, letters: int = 2
) -> Json:
    """A menu whose choices we are asked for once so many ``letters`` are typed; ``chosen`` is a value and its label."""
    base: Json = {
        "type": "external_select",
        "action_id": action_id.value,
        "min_query_length": letters,
        "placeholder": plain(placeholder, 150),
    }
    return base if chosen is None else {**base, "initial_option": option(chosen[1], chosen[0])}


def grouped_select(
    action_id: StrEnum,
    groups: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    *,
    chosen: str | None = None,
    placeholder: str | None = None,
) -> Json:
    """A menu of ``(value, label)`` under headings; groups without choices are left out."""
    offered: list[Json] = [
        {"label": plain(label, OPTION_TEXT), "options": [option(text, value) for value, text in choices]}
        for label, choices in groups
        if choices
    ]
    base: Json = {"type": "static_select", "action_id": action_id.value, "option_groups": offered}
    if placeholder is not None:
        base["placeholder"] = plain(placeholder, 150)
    initial = next((one for group in offered for one in group["options"] if one["value"] == chosen), None)
    return base if initial is None else {**base, "initial_option": initial}


def multi_select(
    action_id: StrEnum,
    options: Sequence[tuple[str, str]],
    *,
    chosen: Sequence[str] = (),
    placeholder: str | None = None,
    most: int,
) -> Json:
    """A menu of ``(value, label)`` from which up to ``most`` are chosen."""
    choices = [option(label, value) for value, label in options]
    base: Json = {
        "type": "multi_static_select",
        "action_id": action_id.value,
        "options": choices,
        "max_selected_items": most,
    }
    if placeholder is not None:
        base["placeholder"] = plain(placeholder, 150)
    initial = [each for each in choices if each["value"] in chosen][:most]
    return {**base, "initial_options": initial} if initial else base


def grouped_multi_select(
    action_id: StrEnum, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], *, placeholder: str | None = None
) -> Json:
    """A menu of ``(value, label)`` under headings from which several are chosen; a group takes a hundred of them."""
    offered: list[Json] = [
        {"label": plain(label, OPTION_TEXT), "options": [option(text, value) for value, text in choices[start:end]]}
        for label, choices in groups
        for start in range(0, len(choices), _GROUP)
        for end in (start + _GROUP,)
    ]
    base: Json = {"type": "multi_static_select", "action_id": action_id.value, "option_groups": offered[:_GROUP]}
    return base if placeholder is None else {**base, "placeholder": plain(placeholder, 150)}


def chosen_values(values: Mapping[str, Any], block_id: StrEnum) -> tuple[str, ...]:
    """What a menu of several in ``block_id`` of a submitted view holds."""
    elements: Mapping[str, Any] = values.get(block_id.value) or {}
    return tuple(str(each["value"]) for element in elements.values() for each in element.get("selected_options") or ())


def overflow(action_id: StrEnum, options: Sequence[tuple[str, str]]) -> Json:
    """A menu behind three dots of at most five ``(value, label)``."""
    choices = [option(label, value) for value, label in options[:OVERFLOW]]
    return {"type": "overflow", "action_id": action_id.value, "options": choices}


def day_picker(action_id: StrEnum, chosen: date | None) -> Json:
    """A day."""
    base: Json = {"type": "datepicker", "action_id": action_id.value}
    return base if chosen is None else {**base, "initial_date": chosen.isoformat()}


def time_picker(action_id: StrEnum, chosen: str | None) -> Json:
    """A time of day, ``HH:MM``."""
    base: Json = {"type": "timepicker", "action_id": action_id.value}
    return base if chosen is None else {**base, "initial_time": chosen}
