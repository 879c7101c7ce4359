"""Promises that run on after all: what had kept them was taken back."""

from domain.ladder import moments
from domain.policy import TimerKind
from storage import timer_rows
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.pauses import Subject
from storage.timer_rows import OPEN, STOPPED

_CANCELLED = "cancelled"


def revive_timer(work: UnitOfWork, workspace_id: WorkspaceId, subject: Subject, kind: TimerKind, owner_id: int) -> bool:
    """Let the latest stopped promise of a record run on, due when it was; False when ``owner_id`` has none.

    One promise counts once: its steps go on where they stood, and what was told or broken is not so a second time.
    The caller holds the record's lock.
    """
    ended = [
        timer
        for timer in timer_rows.timers_of(work.connection, workspace_id, subject)
        if timer.kind == kind and timer.owner_id == owner_id and timer.outcome != _CANCELLED
    ]
    if not ended or ended[-1].state != STOPPED:
        return False
    timer = ended[-1]
    promise = timer_rows.promises_of(work.connection, workspace_id, [timer])[timer.id]
    ahead = moments(promise.rungs, promise.timeline)[timer.next_step :]
    timer_rows.change_timer(
        work,
        workspace_id,
        timer,
        {
            "state": OPEN,
            "outcome": None,
            "stopped_at": None,
            "used_minutes": None,
            "next_step_at": ahead[0][1] if ahead else None,
        },
    )
    return True
