"""What every interaction shares: sending a payload whose ack body means nothing, and the words for trouble."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from playground.delivery import Ack
from playground.outcomes import Outcome

if TYPE_CHECKING:
    from playground.model import Json
    from playground.triggers import ResponseUrl
    from playground.workspace import Workspace

DETAILS = {
    "not_interactive": "{what} failed: this app is not configured to handle interactive responses.",
    "dispatch_failed": "{what} failed with the error “dispatch_failed”",
    "operation_timeout": "{what} failed with the error “operation_timeout”",
}


class Sender:
    """Sends payloads to the bot on a person's behalf."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        # Bodies sent where Slack ignores them: (payload type, body).
        self.ignored_acks: deque[tuple[str, Json]] = deque(maxlen=1000)

    async def _ask(self, payload: Json) -> Ack:
        """Send an interaction; Slack sends none to an app whose manifest has interactivity off."""
        if not self._workspace.manifest.interactive:
            return Ack(ok=False, error="not_interactive")
        return await self._workspace.delivery.send("interactive", payload, accepts_body=True)

    async def _plain(self, kind: str, payload: Json, trigger: str, started: float) -> Outcome:
        """Send an interaction whose ack body Slack ignores."""
        ack = await self._ask(payload)
        if ack.body is not None:
            self.ignored_acks.append((kind, ack.body))
            self._workspace.store.tell("ignored_ack", type=kind)
        outcome = Outcome(ack.ok, ack.error, time.monotonic() - started, payload, trigger)
        if not ack.ok:
            outcome.detail = trouble(ack, "This action")
        return outcome

    def _reply_address(self, kind: str, reply: ResponseUrl) -> str:
        return f"{self._workspace.base_url}/{kind}/{self._workspace.team_id}/{reply.token}"


def trouble(ack: Ack, what: str) -> str:
    """The sentence a person reads when the app did not answer."""
    return DETAILS.get(ack.error or "", "{what} failed.").format(what=what)
