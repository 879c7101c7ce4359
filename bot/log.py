"""Logging by structlog: one line an event, with its fields; secrets and what people typed stay out."""

import logging
import secrets
import sys
from typing import Final

import structlog

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
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # On the handler: Bolt sets the level of each of its loggers anew, and tells the whole of a forged request.
    handler.addFilter(_is_telling)


def _is_telling(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] not in _CHATTY


def new_error_id() -> str:
    """A short id that a person can read out and the log can be searched for."""
    return f"E-{secrets.token_hex(3).upper()}"
