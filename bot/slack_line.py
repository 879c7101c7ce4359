"""A line to Slack by Socket Mode. Slack asks for a new one every few hours: nothing on the old one is lost."""

import contextlib
import errno
import json
import socket
import threading
import time
from typing import Any, Final, cast

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.builtin.connection import Connection, ConnectionState

#: How long Slack is waited for that is told of our leaving.
LEAVE_SECONDS: Final = 1.0
#: How often is looked whether it agreed.
_LOOK_SECONDS: Final = 0.005
#: A WebSocket's close from a client: final, opcode 8, masked (by zeros), code 1000 (RFC 6455, 5.5.1).
_CLOSE_FRAME: Final = bytes([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xE8])
#: The first byte of a frame has its opcode in these bits; a text's is 1 (RFC 6455, 5.2).
_OPCODE: Final = 0x0F
_TEXT: Final = 0x1


class KeepingClient(SocketModeClient):
    """The SDK's client, which cuts the old line as soon as a new one stands.

    What Slack has written to the old one by then would never be read; and since a line that is cut with something
    unread on it is reset, our last answers on it would be lost, too, to people whose words are stored.
    """

    def connect(self) -> None:
        """Take up a new line; the old one is read to its end, by whoever reads it, and then given up.

        Where the new one does not stand, the old one stays.
        """
        old, state = self.current_session, self.current_session_state
        if old is None or not old.is_active():
            super().connect()  # nobody reads there any more
            return
        self.current_session = cast("Connection", _StillOpen(old))
        self.current_session_state = ConnectionState()  # type: ignore[no-untyped-call]
        try:
            super().connect()
        finally:
            stands = not isinstance(self.current_session, _StillOpen) and self.is_connected()
            if not stands:
                self.current_session, self.current_session_state = old, state
        if stands:
            take_leave(old, state)
            self._forget_wishes()
            state.terminated = True
            wake(old)
            with contextlib.suppress(AttributeError):  # the SDK's close meets another one
                old.close()

    def connect_to_new_endpoint(self, force: bool = False) -> None:  # noqa: FBT002 - the SDK's signature
        """The same as the SDK's, but the reader waits for nobody who is at it already: they may wait for the reader."""
        reading = threading.current_thread() is self.current_session_runner.thread
        if force or not (reading and self.connect_operation_lock.locked()):
            super().connect_to_new_endpoint(force)

    def _forget_wishes(self) -> None:
        """Whatever wish for a new line the old one still had is fulfilled; of the new one nothing was read yet."""
        waiting = self.message_queue
        with waiting.mutex:
            kept = [each for each in waiting.queue if not _asks_for_a_new_line(each)]
            waiting.queue.clear()
            waiting.queue.extend(kept)


class _StillOpen:
    """A line that takes messages and is not closed by who thinks that it is done with."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the line has
        return getattr(self._line, name)

    def close(self) -> None:
        """Not yet."""


class _Left:
    """The socket of a line that was left: an answer that comes too late for it has to find the new line."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the socket has
        return getattr(self._sock, name)

    def send(self, data: bytes) -> int:
        """As the socket does. Raises OSError for a text, which Slack would not read behind our close."""
        if data[0] & _OPCODE == _TEXT:
            raise OSError(errno.EPIPE, "this line was left")
        return self._sock.send(data)


class SlackLine(SocketModeHandler):
    """Bolt's handler for Socket Mode, on a `KeepingClient`."""

    def __init__(self, app: App, app_token: str, *, concurrency: int = 10) -> None:
        # Not the handler's own constructor: that would make a client, with its threads.
        self.app, self.app_token = app, app_token
        self.client = KeepingClient(
            app_token=app_token,
            logger=app.logger,
            web_client=app.client,
            proxy=app.client.proxy,
            concurrency=concurrency,
        )
        self.client.socket_mode_request_listeners.append(self.handle)  # type: ignore[arg-type]


def take_leave(line: Connection, state: ConnectionState) -> None:
    """Say that no more comes, and wait until the line's reader has read to the end, or Slack stays silent.

    A line that is cut while something arrives on it is reset, and what Slack has not read by then is lost to it: our
    last answers, to people whose words are stored.
    """
    with contextlib.suppress(OSError), line.sock_send_lock:
        sock = line.sock
        if sock is None:
            return
        sock.sendall(_CLOSE_FRAME)
        line.sock = cast("Any", _Left(sock))
    until = time.monotonic() + LEAVE_SECONDS
    while not state.terminated and time.monotonic() < until:
        time.sleep(_LOOK_SECONDS)


def wake(line: Connection) -> None:
    """End what its reader waits for: it holds the lock that closing needs."""
    sock = line.sock
    if sock is not None:
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)


def _asks_for_a_new_line(message: str | None) -> bool:
    with contextlib.suppress(ValueError):  # what is no JSON asks for nothing
        said = json.loads(message or "null")
        return isinstance(said, dict) and said.get("type") == "disconnect"
    return False
