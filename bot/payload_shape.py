"""Whether a payload has the parts that Bolt and our listeners take for granted.

Slack's payloads always have them. What lacks one, though signed, is a proxy's or a tester's doing, or a change of
Slack's: it is refused as a whole, before Bolt stumbles over it half-way.
"""

from collections.abc import Mapping
from typing import Any, Final

#: Payloads about somebody who did something.
_INTERACTIVE: Final = frozenset(
    {"block_actions", "block_suggestion", "message_action", "shortcut", "view_closed", "view_submission"}
)
_IN_VIEW: Final = frozenset({"view_closed", "view_submission"})


def problem_in(body: Mapping[str, Any]) -> str | None:
    """The first part that is not as Slack sends it, by name; nothing when all are. Never what is in it."""
    kind = body.get("type")
    if "command" in body:
        return _first_missing(body, "user_id", "channel_id", "trigger_id")
    if kind == "event_callback":
        return _in_event(body)
    if kind is not None and not isinstance(kind, str):
        return "type"
    return _in_interaction(kind, body) if kind in _INTERACTIVE else None


def _in_event(body: Mapping[str, Any]) -> str | None:
    event = body.get("event")
    if not isinstance(event, dict) or not _is_text(event.get("type")):
        return "event"
    if not isinstance(body.get("event_time", 0), int):
        return "event_time"
    user = event.get("user")
    if isinstance(user, dict):
        return None if _is_text(user.get("id")) and isinstance(user.get("profile", {}), dict) else "event.user"
    return None if user is None or isinstance(user, str) else "event.user"


def _in_interaction(kind: str, body: Mapping[str, Any]) -> str | None:
    if not _has_id(body.get("user")):
        return "user"
    if body.get("channel") is not None and not _has_id(body["channel"]):
        return "channel"
    if kind == "block_actions" and not _are_actions(body.get("actions")):
        return "actions"
    if kind in _IN_VIEW and not _is_view(body.get("view")):
        return "view"
    if kind in {"shortcut", "message_action"}:
        return _first_missing(body, "callback_id", "trigger_id")
    return _first_missing(body, "action_id") if kind == "block_suggestion" else None


def _are_actions(actions: object) -> bool:
    return (
        isinstance(actions, list)
        and bool(actions)
        and all(isinstance(each, dict) and _is_text(each.get("action_id")) for each in actions)
    )


def _is_view(view: object) -> bool:
    return (
        isinstance(view, dict)
        and _is_text(view.get("id"))
        and isinstance(view.get("blocks"), list)
        and isinstance(view.get("title"), dict)
        and isinstance(view.get("state", {}), dict)
    )


def _has_id(part: object) -> bool:
    return isinstance(part, dict) and _is_text(part.get("id"))


def _first_missing(body: Mapping[str, Any], *names: str) -> str | None:
    return next((name for name in names if not _is_text(body.get(name))), None)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)
