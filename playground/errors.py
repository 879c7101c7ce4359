"""Refusals with Slack's own codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class SlackError(Exception):
    """A refusal: ``{"ok": false, "error": code}`` plus what Slack adds to it."""

    def __init__(self, code: str, *, messages: Sequence[str] = (), **more: object) -> None:
        super().__init__(code, *messages)
        self.code = code
        self.messages = list(messages)
        self.more = more

    def body(self) -> dict[str, object]:
        """The JSON body of the refusal."""
        body: dict[str, object] = {"ok": False, "error": self.code, **self.more}
        if self.messages:
            body["errors"] = self.messages
            body["response_metadata"] = {"messages": self.messages}
        return body
