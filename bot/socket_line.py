"""How a Socket Mode connection is given up, with nothing that was begun left unanswered."""

import contextlib
import socket
from typing import Final

from slack_sdk.socket_mode import SocketModeClient

_PATIENCE_SECONDS: Final = 0.05


def hang_up(client: SocketModeClient) -> None:
    """Take nothing more, answer what is under way, then go; back within moments, whatever the line does.

    The SDK's own close races with its reader: both may find the socket open and one then closes what the other has
    put away (`AttributeError`). So each of its threads is ended first, the one that reads by waking it.
    """
    client.auto_reconnect_enabled = False
    client.closed = True
    client.message_queue.put(None)  # wakes who waits a second for the next message
    client.message_processor.shutdown()  # type: ignore[no-untyped-call]
    client.message_workers.shutdown(wait=True)
    _end_reader(client)
    client.current_app_monitor.shutdown()  # type: ignore[no-untyped-call]
    # A reader or monitor that was just then taking up a new line has left that one open.
    _wake_reader(client)
    client.close()


def _end_reader(client: SocketModeClient) -> None:
    reader = client.current_session_runner
    reader.event.set()
    while reader.is_alive():
        # Again and again: a reader that only begins takes back that it was told to end, and one that found its line
        # cut may be taking up another.
        client.auto_reconnect_enabled = False
        _wake_reader(client)
        reader.thread.join(_PATIENCE_SECONDS)
    reader.shutdown()  # type: ignore[no-untyped-call]


def _wake_reader(client: SocketModeClient) -> None:
    client.current_session_state.terminated = True
    line = client.current_session.sock if client.current_session is not None else None
    if line is not None:
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
