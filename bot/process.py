"""`lazo run`: one process from its start to a clean stop on SIGTERM or SIGINT."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from types import MappingProxyType
from typing import Final, Literal

import structlog
from slack_sdk.errors import SlackApiError, SlackClientError
from sqlalchemy.exc import SQLAlchemyError

from bot.cannot_start import CannotStartError
from bot.clock import Clock
from bot.log import configure_logging
from bot.run_lock import alone
from bot.settings import Settings
from bot.wiring import Running, build
from storage import schema
from storage.database import Database
from storage.errors import DatabaseInUseError

_LOOPBACK: Final = "127.0.0.1"
#: How Slack reaches us. Only what the mode needs is loaded: no web server for a bot on a socket.
_LINES: Final[Mapping[str, str]] = MappingProxyType({"socket": "bot.socket_line", "http": "bot.http_line"})
#: A request leaves no circles behind: looking for some every seven hundred objects cost a twentieth of each capture.
_COLLECTED_AFTER: Final = (20_000, 20, 20)
_log = structlog.get_logger(__name__)


def run(settings: Settings, *, mode: Literal["socket", "http"], host: str = _LOOPBACK, port: int = 3000) -> None:
    """Run until told to stop. Raises `CannotStartError`."""
    configure_logging(settings.lazo_log_level, settings.lazo_log_format)
    line = import_module(_LINES[mode])
    with ExitStack() as stack:
        database = stack.enter_context(opened(settings.database_url))
        running = _build(settings, database)
        stack.callback(running.stop)
        # What is here now stays: looking through all of it again and again would hold up whoever waits just then.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECTED_AFTER)
        line.serve(settings, running, host, port)
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
        raise CannotStartError.without_slack(settings.slack_api_url, error) from None


def _first_line(error: BaseException) -> str:
    return str(error).splitlines()[0]
