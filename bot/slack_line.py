"""A line to Slack by Socket Mode. Slack asks for a new one every few hours: nothing on the old one is lost."""

import contextlib
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


class KeepingClient(SocketModeClient):
    """The SDK's client, which cuts the old line as soon as a new one stands.

    What Slack has written to the old one by then would never be read; and since a line that is cut with something
    unread on it is reset, our last answers on it would be lost, too, to people whose words are stored.
    """

    def connect(self) -> None:
        """Take up a new line; the old one is read to its end, by whoever reads it, and then given up."""
        old, state = self.current_session, self.current_session_state
        reading = threading.current_thread() is self.current_session_runner.thread
        if old is None or not old.is_active() or reading:
            super().connect()  # nobody reads there any more
            return
        self.current_session = cast("Connection", _StillOpen(old))
        self.current_session_state = ConnectionState()  # type: ignore[no-untyped-call]
        try:
            super().connect()
        finally:
            if isinstance(self.current_session, _StillOpen):  # there is no new one
                self.current_session, self.current_session_state = old, state
        # Else its end, which is of our making, would have its reader wait to take up another.
        self.auto_reconnect_enabled = False
        try:
            take_leave(old, state)
        finally:
            state.terminated = True
            old.close()
            self.auto_reconnect_enabled = self.default_auto_reconnect_enabled and not self.closed


class _StillOpen:
    """A line that takes messages and is not closed by who thinks that it is done with."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the line has
        return getattr(self._line, name)

    def close(self) -> None:
        """Not yet."""


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
    if line.sock is None:
        return
    with contextlib.suppress(OSError), line.sock_send_lock:
        line.sock.sendall(_CLOSE_FRAME)
    until = time.monotonic() + LEAVE_SECONDS
    while not state.terminated and time.monotonic() < until:
        time.sleep(_LOOK_SECONDS)
