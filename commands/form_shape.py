"""Views as Slack gives them back in a payload, and as they are opened, updated or kept again."""

from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import Json
from domain.text import clean

_OF_A_VIEW: Final = (
    "type", "callback_id", "title", "submit", "close", "blocks", "private_metadata", "notify_on_close",
)  # fmt: skip


def source_of(view: Mapping[str, Any]) -> Json:
    """Of a view in a payload, what an app sends to show it: without Slack's own bookkeeping and its state."""
    return {key: view[key] for key in _OF_A_VIEW if view.get(key)}


def as_kept(view: Mapping[str, Any]) -> Json:
    """The same with the values of its fields, without characters that cannot be stored."""
    values = (view.get("state") or {}).get("values") or {}
    return {
        **source_of(view),
        "state": {"values": {block: _storable(elements) for block, elements in values.items()}},
    }


def _storable(elements: Mapping[str, Any]) -> Json:
    """Half a character in one field must not keep the others from being kept."""
    return {
        action: {**held, "value": clean(held["value"]).value} if isinstance(held.get("value"), str) else held
        for action, held in elements.items()
    }
