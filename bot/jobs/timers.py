"""The clock's part of promises: every step of every ladder, once, however late and however many processes look."""

from contextlib import ExitStack
from datetime import datetime
from typing import Final

from commands.handoff.promises import take_steps
from storage import timer_rows
from storage.database import Database
from storage.ids import WorkspaceId
from storage.pauses import Subject

#: So many timers a transaction: others write in between.
_CHUNK: Final = 25
#: So many looks a run: what is left then comes with the next tick.
_ROUNDS: Final = 20

_Due = list[tuple[WorkspaceId, int, Subject]]


def run_due_timers(database: Database, now: datetime) -> int:
    """Take the steps that are due at ``now`` (business time); gives how many timers moved on.

    What was committed before a failure stays done; what fails among others is tried alone, so that it holds up nobody.
    """
    moved: list[int] = []
    for _ in range(_ROUNDS):
        with database.read() as connection:
            due = timer_rows.list_due(connection, now)
        before = sum(moved)
        with ExitStack() as turns:
            for chunk in reversed(_chunks(due)):
                turns.callback(_take, database, chunk, now, moved)
        if sum(moved) == before:
            break
    return sum(moved)


def _chunks(due: _Due) -> list[_Due]:
    """The same, a workspace at a time, in pieces."""
    by_workspace: dict[WorkspaceId, _Due] = {}
    for each in due:
        by_workspace.setdefault(each[0], []).append(each)
    return [found[start : start + _CHUNK] for found in by_workspace.values() for start in range(0, len(found), _CHUNK)]


def _take(database: Database, chunk: _Due, now: datetime, moved: list[int]) -> None:
    done = False
    try:
        with database.write() as work:
            count = take_steps(work, chunk[0][0], {timer_id: subject for _ws, timer_id, subject in chunk}, now)
            if count:
                work.commit()
        moved.append(count)
        done = True
    finally:
        if not done and len(chunk) > 1:
            with ExitStack() as alone:
                for each in reversed(chunk):
                    alone.callback(_take, database, [each], now, moved)
