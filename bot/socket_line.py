"""Slack's requests by Socket Mode, until told to stop; then the line is given up with nothing left unanswered."""

import signal
import threading
from typing import Final

import structlog
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.socket_mode import SocketModeClient

from bot.cannot_start import CannotStartError
from bot.settings import Settings
from bot.slack_line import SlackLine, take_leave, wake
from bot.wiring import Running

_PATIENCE_SECONDS: Final = 0.05
_log = structlog.get_logger(__name__)


def serve(settings: Settings, running: Running, _host: str, _port: int) -> None:
    """Answer on a connection of our own making until SIGTERM or SIGINT. Raises `CannotStartError`."""
    token = settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
    handler = SlackLine(running.app, token, concurrency=settings.lazo_listener_threads)
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    try:
        handler.connect()  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        raise CannotStartError(
            f"Slack refused SLACK_APP_TOKEN: {error.response['error']}. It is the app-level token (xapp-…) with the "
            "scope connections:write."
        ) from None
    except (SlackClientError, OSError) as error:
        raise CannotStartError.without_slack(settings.slack_api_url, error) from None
    _log.info("ready", mode="socket")
    running.heart.start()
    stopping.wait()
    hang_up(handler.client)


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
    if client.current_session is not None:
        take_leave(client.current_session, client.current_session_state)
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
    if client.current_session is not None:
        wake(client.current_session)
