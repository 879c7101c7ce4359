"""Listeners of one command, button or form, found by its name at once.

Bolt asks its listeners one after the other, and for each that it asks it gathers thirty arguments: with a hundred
listeners that takes longer than what most of them do.
"""

import inspect
from collections.abc import Callable, Mapping
from typing import Any, Final

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

from bot.middleware import Next

Listener = Callable[..., BoltResponse | None]

#: What a listener may ask for by the names of its parameters, as Bolt gives it.
_ARGUMENTS: Final[Mapping[str, Callable[[BoltRequest], object]]] = {
    "ack": lambda request: request.context.ack,
    "action": lambda request: request.body["actions"][0],
    "body": lambda request: request.body,
    "client": lambda request: request.context.client,
    "command": lambda request: request.body,
    "context": lambda request: request.context,
    "view": lambda request: request.body["view"],
}


class ListenersByName(Middleware):
    """The last middleware: what it knows no listener for goes on to Bolt's own search.

    Listeners that go by a pattern or by several conditions, or want other arguments, are Bolt's. A name comes before
    any pattern that fits it too.
    """

    def __init__(self) -> None:
        self._listeners: Final[dict[tuple[str, str], tuple[Listener, tuple[str, ...]]]] = {}

    def add(self, kind: str, name: object, listener: Listener) -> None:
        """Keep the ``listener`` of one ``kind`` (command, action or view), unless it is one that Bolt must find."""
        wanted = tuple(inspect.signature(listener).parameters)
        if isinstance(name, str) and _ARGUMENTS.keys() >= set(wanted):
            self._listeners.setdefault((kind, name), (listener, wanted))

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - Bolt's
        next: Next,  # noqa: A002 - Bolt's name
    ) -> BoltResponse | None:
        """Run the listener; what it acknowledged with is the answer."""
        found = self._listeners.get(_named_in(req.body))
        if found is None:
            return next()
        listener, wanted = found
        listener(**{name: _ARGUMENTS[name](req) for name in wanted})
        return req.context.ack.response


def _named_in(body: Mapping[str, Any]) -> tuple[str, str]:
    """The kind and the name of what was typed, pressed or submitted; of anything else two empty words."""
    if "command" in body:
        return "command", body["command"]
    match body.get("type"):
        case "block_actions":
            return "action", body["actions"][0]["action_id"]
        case "view_submission":
            return "view", body["view"].get("callback_id", "")
    return "", ""
