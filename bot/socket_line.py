"""How a Socket Mode connection is given up, with nothing that was begun left unanswered."""

import contextlib
import socket

from slack_bolt.adapter.socket_mode import SocketModeHandler


def hang_up(handler: SocketModeHandler) -> None:
    """Take nothing more, answer what is under way, then go; back within moments, whatever the line does.

    The SDK's own close races with its reader: both may find the socket open and one then closes what the other has
    put away (`AttributeError`). So each of its threads is ended first, the one that reads by waking it.
    """
    client = handler.client
    client.auto_reconnect_enabled = False
    client.closed = True
    client.message_queue.put(None)  # wakes who waits a second for the next message
    client.message_processor.shutdown()  # type: ignore[no-untyped-call]
    client.message_workers.shutdown(wait=True)
    client.current_session_state.terminated = True
    line = client.current_session.sock if client.current_session is not None else None
    if line is not None:
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
    client.current_session_runner.shutdown()  # type: ignore[no-untyped-call]
    client.current_app_monitor.shutdown()  # type: ignore[no-untyped-call]
    handler.close()  # type: ignore[no-untyped-call]
