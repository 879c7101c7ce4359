"""`lazo run`: one process from its start to a clean stop on SIGTERM or SIGINT."""

import gc
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Final, Literal

import structlog
import uvicorn
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError, SlackClientError
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.log import configure_logging
from bot.run_lock import alone
from bot.settings import Settings
from bot.socket_line import hang_up
from bot.web import build_web
from bot.wiring import Running, build
from storage import schema
from storage.database import Database
from storage.errors import DatabaseInUseError

_LOOPBACK: Final = "127.0.0.1"
#: Requests that may wait to be accepted while all threads are busy.
_BACKLOG: Final = 2048
#: A request leaves no circles behind: looking for some every seven hundred objects cost a twentieth of each capture.
_COLLECTED_AFTER: Final = (20_000, 20, 20)
_log = structlog.get_logger(__name__)


class CannotStartError(Exception):
    """The process cannot start; the text says why and what to do."""


def run(settings: Settings, *, mode: Literal["socket", "http"], host: str = _LOOPBACK, port: int = 3000) -> None:
    """Run until told to stop. Raises `CannotStartError`."""
    configure_logging(settings.lazo_log_level, settings.lazo_log_format)
    with ExitStack() as stack:
        database = stack.enter_context(opened(settings.database_url))
        running = _build(settings, database)
        stack.callback(running.stop)
        # What is here now stays: looking through all of it again and again would hold up whoever waits just then.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECTED_AFTER)
        running.heart.start()
        if mode == "http":
            _serve_http(settings, running, host, port)
        else:
            _serve_socket(settings, running)
    _log.info("stopped")


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """The migrated database at ``url``, held alone when it is a SQLite file. Raises `CannotStartError`."""
    try:
        current = schema.current(url)
    except SQLAlchemyError as error:
        raise CannotStartError(f"The database does not answer: {_first_line(error)}") from None
    if current != schema.head():
        raise CannotStartError(
            f"The database is at version {current or 'none'}, this program needs {schema.head()}. Run: lazo db upgrade"
        )
    database = Database.open(url)
    with ExitStack() as stack:
        stack.callback(database.close)
        if database.sqlite_file is not None:
            try:
                stack.enter_context(alone(database.sqlite_file))
            except DatabaseInUseError as error:
                raise CannotStartError(str(error)) from None
        yield database


def _build(settings: Settings, database: Database) -> Running:
    try:
        return build(settings, database, Clock(settings.lazo_demo_clock))
    except SlackApiError as error:
        raise CannotStartError(
            f"Slack refused SLACK_BOT_TOKEN: {error.response['error']}. Copy the bot token again from the app's "
            "page (OAuth & Permissions), and reinstall the app if it was removed."
        ) from None
    except (SlackClientError, OSError) as error:
        raise CannotStartError(f"Slack does not answer at {settings.slack_api_url}: {error}") from None


def _serve_socket(settings: Settings, running: Running) -> None:
    token = settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
    handler = SocketModeHandler(running.app, token, concurrency=settings.lazo_listener_threads)
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
        raise CannotStartError(f"Slack does not answer at {settings.slack_api_url}: {error}") from None
    _log.info("ready", mode="socket")
    stopping.wait()
    hang_up(handler.client)


def _serve_http(settings: Settings, running: Running, host: str, port: int) -> None:
    def is_healthy() -> bool:
        try:
            with running.database.read() as connection:
                schema.ping(connection)
        except SQLAlchemyError:
            return False
        return True

    web = build_web(running.app, settings.lazo_listener_threads, is_healthy)
    config = uvicorn.Config(web, host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=5)
    with _listening(host, port) as listener:
        _log.info("ready", mode="http", address=f"http://{host}:{listener.getsockname()[1]}/slack/events")
        server = uvicorn.Server(config)
        for number in (signal.SIGTERM, signal.SIGINT):
            # Uvicorn raises the signal again once it has stopped: it must find somebody, or it ends us half-way.
            signal.signal(number, lambda *_: setattr(server, "should_exit", True))
        server.run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise CannotStartError(
            f"It cannot listen on port {port} of {host}: {error.strerror}. Choose others with --port and --host."
        ) from None


def _first_line(error: BaseException) -> str:
    return str(error).splitlines()[0]
