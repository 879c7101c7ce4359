"""How payloads reach the bot: Socket Mode or signed HTTP, and what comes back."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
import uuid
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol
from urllib.parse import urlencode

import httpx
from starlette.websockets import WebSocketDisconnect

from playground.clock import DemoClock
from playground.signing import signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playground.model import Json

EnvelopeKind = Literal["slash_commands", "interactive", "events_api"]
ACK_SECONDS = 3.0
MAX_CONNECTIONS = 10
HTTP_OK = 200
HTTP_REDIRECT = 300


@dataclass(slots=True)
class Ack:
    """The bot's answer: ``error`` is what the person is told when there was none in time."""

    ok: bool
    body: Json | None = None
    error: str | None = None
    reason: str | None = None


class Wire(Protocol):
    """The part of a WebSocket that delivery needs."""

    async def send_text(self, data: str) -> None:
        """Send one text frame."""

    async def close(self, code: int = 1000, reason: str | None = None) -> None:
        """Close the connection."""


@contextlib.contextmanager
def perhaps_gone() -> Iterator[None]:
    """What is written in the block is lost on a line that its bot has just closed, or was killed with."""
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        yield


@dataclass(slots=True, eq=False)
class Connection:
    """One Socket Mode connection and the envelopes it still owes an ack for."""

    wire: Wire
    number: int
    pending: dict[str, asyncio.Future[Ack]] = field(default_factory=dict)
    warned: bool = False
    retiring: bool = False


class Delivery:
    """Sends one payload and waits for its ack; lives on the server's event loop."""

    def __init__(self, signing_secret: str, on_change: Callable[[], None]) -> None:
        self._secret = signing_secret
        self._on_change = on_change
        self._connections: list[Connection] = []
        self._orphans: dict[str, asyncio.Future[Ack]] = {}
        self._made = 0
        self._turn = 0
        self._http: httpx.AsyncClient | None = None
        self.http_url: str | None = None
        self.ack_seconds = ACK_SECONDS
        # Addresses handed out by apps.connections.open that nobody has used yet.
        self.tickets: set[str] = set()
        self.late_acks: deque[str] = deque(maxlen=1000)
        self.sent: deque[tuple[EnvelopeKind, Json]] = deque(maxlen=20_000)

    @property
    def mode(self) -> str:
        """``http`` or ``socket``."""
        return "http" if self.http_url else "socket"

    @property
    def connected(self) -> bool:
        """Whether a bot is there to deliver to (over HTTP that is known only by trying)."""
        return bool(self.http_url) or any(not each.retiring for each in self._connections)

    @property
    def connections(self) -> int:
        """How many Socket Mode connections are open."""
        return len(self._connections)

    # -- Socket Mode -----------------------------------------------------------------------

    def join(self, wire: Wire) -> Connection:
        """A connection said hello."""
        self._made += 1
        connection = Connection(wire, self._made)
        self._connections.append(connection)
        self._on_change()
        return connection

    def leave(self, connection: Connection) -> None:
        """A connection is gone: whoever waits on it is told at once.

        Unless it was asked to go: then its client answers over the connection that replaces it.
        """
        if connection in self._connections:
            self._connections.remove(connection)
        if connection.warned:
            self._orphans |= {key: future for key, future in connection.pending.items() if not future.done()}
            connection.pending.clear()
        for future in connection.pending.values():
            if not future.done():
                future.set_result(Ack(ok=False, error="dispatch_failed", reason="connection_failed"))
        connection.pending.clear()
        self._on_change()

    def acked(self, connection: Connection, frame: Json) -> None:
        """An ack frame arrived."""
        envelope_id = str(frame.get("envelope_id"))
        future = connection.pending.pop(envelope_id, None) or self._owed(envelope_id)
        if future is None or future.done():
            self.late_acks.append(envelope_id)
            return
        payload = frame.get("payload")
        future.set_result(Ack(ok=True, body=payload if isinstance(payload, dict) and payload else None))

    def _owed(self, envelope_id: str) -> asyncio.Future[Ack] | None:
        """An envelope that went out over a connection that was replaced since."""
        for connection in self._connections:
            if connection.warned and envelope_id in connection.pending:
                return connection.pending.pop(envelope_id)
        return self._orphans.pop(envelope_id, None)

    async def disconnect(self, reason: str, grace: float = 1.0) -> None:
        """Ask every connection to go, as Slack does when it refreshes them."""
        old = [each for each in self._connections if not each.retiring]
        for connection in old:
            frame = {"type": "disconnect", "reason": reason, "debug_info": {"host": "local-slack"}}
            connection.warned = True
            connection.retiring = reason != "warning"
            with perhaps_gone():
                await connection.wire.send_text(json.dumps(frame))
        if reason == "warning":
            return
        await asyncio.sleep(grace)
        for connection in old:
            if connection in self._connections:
                with perhaps_gone():
                    await connection.wire.close(1000)

    # -- sending ---------------------------------------------------------------------------

    async def send(
        self, kind: EnvelopeKind, payload: Json, *, accepts_body: bool, retry: tuple[int, str] | None = None
    ) -> Ack:
        """Deliver one payload and wait up to three seconds for the ack."""
        self.sent.append((kind, payload))
        if self.http_url is not None:
            return await self._send_http(self.http_url, kind, payload, retry)
        ready = [each for each in self._connections if not each.warned] or [
            each for each in self._connections if not each.retiring
        ]
        if not ready:
            return Ack(ok=False, error="dispatch_failed", reason="connection_failed")
        self._turn += 1
        connection = ready[self._turn % len(ready)]
        envelope: Json = {
            "envelope_id": str(uuid.uuid4()),
            "type": kind,
            "accepts_response_payload": accepts_body,
            "payload": payload,
        }
        if kind == "events_api":
            envelope["retry_attempt"] = retry[0] if retry else 0
            envelope["retry_reason"] = retry[1] if retry else ""
        future: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        connection.pending[envelope["envelope_id"]] = future
        try:
            await connection.wire.send_text(json.dumps(envelope))
        except (WebSocketDisconnect, RuntimeError):
            # The bot died just now; its connection leaves in a moment.
            connection.pending.pop(envelope["envelope_id"], None)
            return Ack(ok=False, error="dispatch_failed", reason="connection_failed")
        done, _ = await asyncio.wait({future}, timeout=self.ack_seconds)
        if done:
            return future.result()
        connection.pending.pop(envelope["envelope_id"], None)
        self._orphans.pop(envelope["envelope_id"], None)
        return Ack(ok=False, error="operation_timeout", reason="timeout")

    def signed_headers(self, body: bytes, timestamp: int | None = None, secret: str | None = None) -> dict[str, str]:
        """The headers that prove a request comes from Slack; real time unless ``timestamp`` is given."""
        at = str(int(DemoClock.real_now().timestamp()) if timestamp is None else timestamp)
        return {
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": signature(self._secret if secret is None else secret, at, body),
            "User-Agent": "Slackbot 1.0 (local)",
        }

    async def verify_url(self, url: str) -> bool:
        """Slack's handshake with a new Request URL: it must give the challenge back.

        https://docs.slack.dev/reference/events/url_verification
        """
        challenge = uuid.uuid4().hex
        payload: Json = {"type": "url_verification", "challenge": challenge}
        ack = await self._send_http(url, "events_api", payload, None)
        return ack.ok and ack.body is not None and challenge in {ack.body.get("challenge"), ack.body.get("text")}

    async def _send_http(self, url: str, kind: EnvelopeKind, payload: Json, retry: tuple[int, str] | None) -> Ack:
        body, content_type = http_body(kind, payload)
        headers = {**self.signed_headers(body), "Content-Type": content_type}
        if retry is not None:
            headers |= {"X-Slack-Retry-Num": str(retry[0]), "X-Slack-Retry-Reason": retry[1]}
        if self._http is None:
            # Loopback only: a proxy of the environment has no business here.
            self._http = httpx.AsyncClient(trust_env=False, limits=httpx.Limits(max_connections=64))
        started = time.monotonic()
        try:
            answer = await self._http.post(url, content=body, headers=headers, timeout=self.ack_seconds)
        except httpx.TimeoutException:
            return Ack(ok=False, error="operation_timeout", reason="http_timeout")
        except httpx.TransportError:
            return Ack(ok=False, error="dispatch_failed", reason="connection_failed")
        if time.monotonic() - started > self.ack_seconds:
            return Ack(ok=False, error="operation_timeout", reason="http_timeout")
        if not HTTP_OK <= answer.status_code < HTTP_REDIRECT:
            return Ack(ok=False, error="dispatch_failed", reason="http_error")
        return Ack(ok=True, body=http_answer(answer))

    async def aclose(self) -> None:
        """Close the HTTP client and every connection."""
        for connection in list(self._connections):
            with perhaps_gone():
                await connection.wire.close(1001)
        if self._http is not None:
            await self._http.aclose()
            self._http = None


def http_body(kind: EnvelopeKind, payload: Json) -> tuple[bytes, str]:
    """A payload as Slack sends it: commands as a form, interactions as a form field, events as JSON."""
    if kind == "slash_commands":
        return urlencode(payload).encode(), "application/x-www-form-urlencoded"
    if kind == "interactive":
        return urlencode({"payload": json.dumps(payload)}).encode(), "application/x-www-form-urlencoded"
    return json.dumps(payload).encode(), "application/json"


def http_answer(answer: httpx.Response) -> Json | None:
    """The JSON of a 200, or its plain text as a message."""
    if not answer.content:
        return None
    if "json" in answer.headers.get("content-type", ""):
        body = answer.json()
        return body if isinstance(body, dict) and body else None
    return {"text": answer.text} if answer.text.strip() else None
