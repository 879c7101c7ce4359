"""Slack's requests by HTTP, until told to stop."""

import signal
import socket
from typing import Final

import structlog
import uvicorn
from sqlalchemy.exc import SQLAlchemyError

from bot.cannot_start import CannotStartError
from bot.settings import Settings
from bot.web import build_web
from bot.wiring import Running
from storage import schema

#: Requests that may wait to be accepted while all threads are busy.
_BACKLOG: Final = 2048
_log = structlog.get_logger(__name__)


def serve(settings: Settings, running: Running, host: str, port: int) -> None:
    """Answer on ``port`` of ``host`` until SIGTERM or SIGINT. Raises `CannotStartError`."""

    def is_healthy() -> bool:
        try:
            with running.database.read() as connection:
                schema.ping(connection)
        except SQLAlchemyError:
            return False
        return True

    web = build_web(running.app, settings.lazo_listener_threads, is_healthy, running.heart.start)
    config = uvicorn.Config(web, host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=5)
    server = uvicorn.Server(config)
    for number in (signal.SIGTERM, signal.SIGINT):
        # Uvicorn raises the signal again once it has stopped: it must find somebody, or it ends us half-way.
        signal.signal(number, lambda *_: setattr(server, "should_exit", True))
    with _listening(host, port) as listener:
        _log.info("ready", mode="http", address=f"http://{host}:{listener.getsockname()[1]}/slack/events")
        server.run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise CannotStartError(
            f"It cannot listen on port {port} of {host}: {error.strerror}. Choose others with --port and --host."
        ) from None
