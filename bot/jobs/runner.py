"""Running a job so that one failure neither stops the scheduler nor goes unseen."""

from collections.abc import Callable

import structlog

from bot.log import new_error_id

_log = structlog.get_logger(__name__)


def guarded(name: str, job: Callable[[], object]) -> Callable[[], None]:
    """``job`` as the scheduler may call it: whatever it raises is logged with an id, and the next tick tries again."""

    def run() -> None:
        attempted(name, job)

    return run


def attempted(name: str, job: Callable[[], object]) -> str | None:
    """Run ``job``. When it failed: the id under which the log says so, for whoever waits for it."""
    try:
        job()
    except Exception:
        error_id = new_error_id()
        _log.exception("job_failed", job=name, error_id=error_id)
        return error_id
    return None
