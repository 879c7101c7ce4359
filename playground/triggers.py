"""Short-lived permissions: trigger ids and response URLs. Both live by real time."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from threading import Lock

from playground.errors import SlackError

TRIGGER_SECONDS = 3.0
RESPONSE_URL_SECONDS = 30 * 60.0
RESPONSE_URL_USES = 5
KEPT = 5_000


@dataclass(slots=True)
class Trigger:
    """What a trigger id allows: to open a modal for ``user``, or to push on ``view_id``'s stack."""

    id: str
    user: str
    born: float
    view_id: str | None = None
    used: bool = False


@dataclass(slots=True)
class ResponseUrl:
    """Where a ``response_url`` leads; ``message_ts`` is the message that was acted on, if any."""

    token: str
    user: str
    conversation: str
    born: float
    message_ts: str | None = None
    is_ephemeral: bool = False
    thread_ts: str | None = None
    uses: int = 0


class Triggers:
    """Trigger ids: three seconds, once."""

    def __init__(self) -> None:
        self._known: dict[str, Trigger] = {}
        self._lock = Lock()
        self.lifetime = TRIGGER_SECONDS

    def issue(self, user: str, view_id: str | None = None) -> str:
        """A new trigger id for what this person just did."""
        first, second = secrets.randbelow(10**10), secrets.randbelow(10**12)
        trigger = Trigger(f"{first}.{second}.{secrets.token_hex(16)}", user, time.monotonic(), view_id)
        with self._lock:
            self._known[trigger.id] = trigger
            while len(self._known) > KEPT:
                self._known.pop(next(iter(self._known)))
        return trigger.id

    def look(self, trigger_id: str) -> Trigger:
        """The trigger if it may still be used.

        https://docs.slack.dev/reference/methods/views.open: invalid, exchanged and expired ids.
        """
        trigger = self._known.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if time.monotonic() - trigger.born > self.lifetime:
            raise SlackError("expired_trigger_id")
        return trigger

    def expire(self, trigger_id: str) -> None:
        """Make a trigger as old as it can get, so that a test need not wait."""
        self._known[trigger_id].born -= self.lifetime + 1


class ResponseUrls:
    """Response URLs: five uses in thirty minutes."""

    def __init__(self) -> None:
        self._known: dict[str, ResponseUrl] = {}
        self._lock = Lock()

    def issue(
        self,
        user: str,
        conversation: str,
        *,
        message_ts: str | None = None,
        is_ephemeral: bool = False,
        thread_ts: str | None = None,
    ) -> ResponseUrl:
        """A new response URL for an interaction in ``conversation``."""
        made = ResponseUrl(
            secrets.token_urlsafe(18), user, conversation, time.monotonic(), message_ts, is_ephemeral, thread_ts
        )
        with self._lock:
            self._known[made.token] = made
            while len(self._known) > KEPT:
                self._known.pop(next(iter(self._known)))
        return made

    def take(self, token: str) -> ResponseUrl:
        """Use it once; SlackError when it is unknown, old or used up.

        https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
        """
        with self._lock:
            known = self._known.get(token)
            if known is None:
                raise SlackError("invalid_url")
            if time.monotonic() - known.born > RESPONSE_URL_SECONDS:
                raise SlackError("expired_url")
            if known.uses >= RESPONSE_URL_USES:
                raise SlackError("used_url")
            known.uses += 1
            return known

    def expire(self, token: str) -> None:
        """Make a response URL older than thirty minutes."""
        self._known[token].born -= RESPONSE_URL_SECONDS + 1
