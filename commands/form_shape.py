"""Views as Slack gives them back in a payload, and as they are opened, updated or kept again."""

import json
from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import Json
from domain.text import clean

_OF_A_VIEW: Final = (
    "type", "callback_id", "title", "submit", "close", "blocks", "private_metadata", "notify_on_close",
)  # fmt: skip


#: Under this key of its ``private_metadata`` a form that goes on in another view tells in which one it began.
BEGAN_IN: Final = "began_in"


def form_of(view: Mapping[str, Any]) -> str:
    """The id under which a form is stored, once: of the view in which it began, however often it was gone on with."""
    return str(_opened(view).get(BEGAN_IN) or view["id"])


def form_key(view: Mapping[str, Any]) -> str:
    """One change a form: whatever ends it well is kept under the form's id, a refused try is not."""
    return f"form:{form_of(view)}:{view.get('hash', '')}"


def changes_a_record(view: Mapping[str, Any]) -> bool:
    """Whether the form changes what is stored, as it was at some version: saved once more, it is refused by that."""
    return "version" in _opened(view)


def going_on(view: Json, form: str) -> Json:
    """A view that goes on with ``form``. It answers in itself: where it was opened from may be gone."""
    opened = {key: value for key, value in _opened(view).items() if key != "response_url"}
    return {**view, "private_metadata": json.dumps({**opened, BEGAN_IN: form})}


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


def _opened(view: Mapping[str, Any]) -> Json:
    """What a view keeps to itself: an object in every form that can be gone on with."""
    try:
        opened = json.loads(view.get("private_metadata") or "{}")
    except ValueError:
        return {}
    return opened if isinstance(opened, dict) else {}


def _storable(elements: Mapping[str, Any]) -> Json:
    """Half a character in one field must not keep the others from being kept."""
    return {
        action: {**held, "value": clean(held["value"]).value} if isinstance(held.get("value"), str) else held
        for action, held in elements.items()
    }
