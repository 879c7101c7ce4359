"""A process that sweeps, and is killed in the middle: `python -m tests.faults.sweeper <database>`.

Each line it is given is a moment, a point and the how manyeth time that point is come to; ``-`` for no point. It forks
a process that opens the database anew and sweeps, and ends itself there by SIGKILL; the answer is ``killed`` or
``done``. Forking from a process that has imported everything keeps a kill at some hundredths of a second.
"""

import os
import signal
import sys
from datetime import datetime
from typing import Any, Final

from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.orm import configure_mappers

from bot.jobs.timers import run_due_timers
from storage import audit, handoffs, notices, routing, timer_rows
from storage.database import Database

#: Where a sweep can be cut off: before or after whose call.
POINTS: Final[dict[str, tuple[object, str, bool]]] = {
    "claimed": (timer_rows, "take_due", True),
    "timers_moved": (timer_rows, "change_timers", True),
    "breach_audited": (audit, "record_all", True),
    "ledger_written": (timer_rows, "note_steps", True),
    "before_notices": (notices, "add_notices", False),
    "notices_written": (notices, "add_notices", True),
    "expired": (routing, "missed", True),
    "offered_on": (handoffs, "add_handoff", True),
    "before_commit": (DefaultDialect, "do_commit", False),
    "committed": (DefaultDialect, "do_commit", True),
}


def end_at(point: str, which: int) -> None:
    """Let this process end by SIGKILL when ``point`` is come to for the ``which``-th time."""
    place, name, is_after = POINTS[point]
    original = getattr(place, name)
    left = [which]

    def wrapped(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for any of them
        left[0] -= 1
        if left[0] == 0 and not is_after:
            os.kill(os.getpid(), signal.SIGKILL)
        given = original(*args, **named)
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return given

    setattr(place, name, wrapped)


def sweep(url: str, now: datetime, point: str, which: int) -> None:
    """Take all steps that are due, if nothing comes between."""
    database = Database.open(url)
    if point != "-":
        end_at(point, which)
    run_due_timers(database, now)
    database.close()


def main() -> None:
    """Sweep as often as asked."""
    configure_mappers()  # once, and not in each fork
    for line in sys.stdin:
        moment, point, which = line.split()
        child = os.fork()
        if child == 0:
            done = False
            try:
                sweep(sys.argv[1], datetime.fromisoformat(moment), point, int(which))
                done = True
            finally:
                os._exit(0 if done else 1)
        _pid, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        print({0: "done", -signal.SIGKILL: "killed"}.get(code, f"failed with {code}"), flush=True)


if __name__ == "__main__":
    main()
