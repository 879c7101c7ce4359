"""Menus of people and of channels, and boxes to tick: the elements that Slack fills itself."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from commands.blocks import Json, option


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


def tick_box(action_id: StrEnum, label: str, *, ticked: bool) -> Json:
    """One box to tick; its value is ``yes``."""
    box = option(label, "yes")
    base: Json = {"type": "checkboxes", "action_id": action_id.value, "options": [box]}
    return {**base, "initial_options": [box]} if ticked else base


def is_ticked(values: Mapping[str, Any], block_id: StrEnum) -> bool:
    """Whether the box in ``block_id`` of a submitted view is ticked."""
    elements: Mapping[str, Any] = values.get(block_id.value) or {}
    return any(element.get("selected_options") for element in elements.values())
