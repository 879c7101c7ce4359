"""Logging by structlog: one line an event, with its fields; secrets and what people typed stay out."""

import logging
import secrets
import sys
from collections.abc import Iterator
from typing import Final

import structlog

#: The class of SQLSTATE codes for values that cannot be what they should be.
_ABOUT_VALUES: Final = "22"
_CHATTY: Final = frozenset({"apscheduler", "slack_bolt", "slack_sdk", "uvicorn", "alembic"})


def configure_logging(level: str, style: str) -> None:
    """Set up logging for the whole process, library loggers included. ``style``: console or json."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    # Ours go the same way as the libraries': left to itself, structlog prints the variables of every traceback.
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        # Not the renderer's own tracebacks: those print every local variable, tokens and quotes included.
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    last: list[structlog.typing.Processor] = [structlog.processors.format_exc_info] if style == "json" else []
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _discreet, *last, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # On the handler: Bolt sets the level of each of its loggers anew, and tells the whole of a forged request.
    handler.addFilter(_is_telling)


def _is_telling(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] not in _CHATTY


def _discreet(_logger: object, _name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Before an error is written out: PostgreSQL quotes the row that it refuses, which is what somebody typed."""
    logged = event.get("exc_info")
    error = logged[1] if isinstance(logged, tuple) else sys.exc_info()[1] if logged is True else logged
    if isinstance(error, BaseException):
        for each in _chain(error):
            _keep_what_is_ours(each)
    return event


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error, those it came from, and what SQLAlchemy wrapped."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if isinstance(each, BaseException) and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [each.__cause__, each.__context__, getattr(each, "orig", None), *getattr(each, "exceptions", ())]


def _keep_what_is_ours(error: BaseException) -> None:
    """Leave of a database's error the line that names its kind: DETAIL and CONTEXT quote values.

    Errors about the values themselves quote them in that line, too: of those only the code stays.
    """
    cause = getattr(error, "orig", None) or error
    state = getattr(cause, "sqlstate", None)
    if state is None or not error.args:
        return
    kept = str(error.args[0]).splitlines()[0] if str(error.args[0]) else ""
    if state.startswith(_ABOUT_VALUES):
        kept = f"{type(cause).__name__} ({state})"
    error.args = (kept, *error.args[1:])


def new_error_id() -> str:
    """A short id that a person can read out and the log can be searched for."""
    return f"E-{secrets.token_hex(3).upper()}"
