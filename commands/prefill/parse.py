"""From a form as Slack gives it back: the text to read, and what stands in the fields that were proposed."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from domain.text import clean

#: Fields that take what somebody wrote.
_TEXTS: Final = (BlockId.QUOTE, BlockId.BUYER_WORDS, BlockId.SWUNG_IT, BlockId.NOTE)
#: What a submission answers with when nothing was stored.
_NOT_STORED: Final = frozenset({"errors", "push"})


def parse_text(view: Mapping[str, Any]) -> str:
    """What stands in the form's fields for words."""
    values = (view.get("state") or {}).get("values") or {}
    said = (clean(state_value(values, block) or "").value for block in _TEXTS)
    return next((text for text in said if text), "")


def parse_submitted(payload: Mapping[str, Any], answer: Mapping[str, Any], *, failed: bool) -> Mapping[str, Any] | None:
    """The form that was submitted and stored; nothing when this payload is something else."""
    view = payload.get("view")
    if payload.get("type") != "view_submission" or failed or not isinstance(view, Mapping):
        return None
    shown = answer.get("view")
    asks_again = isinstance(shown, Mapping) and shown.get("callback_id") == view.get("callback_id")
    return None if asks_again or answer.get("response_action") in _NOT_STORED else view


def parse_fields(view: Mapping[str, Any], fields: Iterable[str]) -> dict[str, str | None]:
    """What stands in each of ``fields``: a code, a text, or the name of what was chosen."""
    values = (view.get("state") or {}).get("values") or {}
    return {field: _stands(values, field) for field in fields}


def _stands(values: Mapping[str, Any], field: str) -> str | None:
    if field not in set(BlockId):
        return None
    block = BlockId(field)
    value = state_value(values, block)
    if value is not None and block in {BlockId.ACCOUNT, BlockId.COMPETITOR}:
        chosen = next(iter(values[field].values())).get("selected_option") or {}
        return str((chosen.get("text") or {}).get("text") or value)
    return value
