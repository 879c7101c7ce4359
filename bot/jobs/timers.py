"""The clock's part of promises: every step of every ladder, once, however late and however many processes look."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import datetime
from typing import Final

from commands.handoff import promises
from commands.objection import answering
from commands.objection import telling as objection_telling
from commands.win_loss import reminding
from storage import handoffs, review_requests, timer_rows
from storage.database import Database, UnitOfWork
from storage.ids import WorkspaceId
from storage.pauses import Subject

#: So many timers a transaction: others write in between.
_CHUNK: Final = 25
#: So many looks a run: what is left then comes with the next tick.
_ROUNDS: Final = 20

_Due = list[tuple[WorkspaceId, int, Subject]]

#: Who takes the steps of promises about each kind of record.
_TAKERS: Final[Mapping[str, Callable[[UnitOfWork, WorkspaceId, Mapping[int, Subject], datetime], int]]] = {
    handoffs.SUBJECT: promises.take_steps,
    review_requests.SUBJECT: reminding.take_steps,
    objection_telling.SUBJECT: answering.take_steps,
}


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
    """The same, one kind of record of one workspace at a time, in pieces."""
    alike: dict[tuple[WorkspaceId, str], _Due] = {}
    for each in due:
        alike.setdefault((each[0], each[2][0]), []).append(each)
    return [found[start : start + _CHUNK] for found in alike.values() for start in range(0, len(found), _CHUNK)]


def _take(database: Database, chunk: _Due, now: datetime, moved: list[int]) -> None:
    done = False
    try:
        workspace_id, _timer_id, (kind, _subject_id) = chunk[0]
        with database.write() as work:
            count = _TAKERS[kind](work, workspace_id, {timer_id: subject for _ws, timer_id, subject in chunk}, now)
            if count:
                work.commit()
        moved.append(count)
        done = True
    finally:
        if not done and len(chunk) > 1:
            with ExitStack() as alone:
                for each in reversed(chunk):
                    alone.callback(_take, database, [each], now, moved)
