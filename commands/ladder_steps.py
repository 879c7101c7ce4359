"""Steps of ladders that have come: which timers are due by the hours that hold now, and the ladder of one word.

Reviews and answers are reminded of on their due day, once, and never again but in the digest (`domain.ladder.GENTLE`).
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final, Protocol

from domain.ladder import Rung, moments
from domain.values import frozen
from storage import audit, calendars, timer_rows, timers
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.pauses import Subject
from storage.tables import Timer
from storage.timer_rows import Promise, TakenStep

_NOBODY: Final = "-"


@frozen
class Debt:
    """Who owes a record's promise as things stand, and whether they were reminded of it; nobody: nobody is told."""

    debtor_id: int | None
    is_reminded: bool = False


class Book(Protocol):
    """What a slice knows of the records that its gentle promises are about."""

    def take(self, work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int]) -> Mapping[int, Debt]:
        """Lock those of ``ids`` that nobody else is changing now, and say who owes them."""
        ...

    def remind(self, work: UnitOfWork, workspace_id: WorkspaceId, debtors: Mapping[int, int], now: datetime) -> None:
        """Plan to tell each record's debtor, and note that they were reminded."""
        ...


def up_to_date(
    work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int], now: datetime
) -> tuple[list[Timer], int]:
    """The timers still due, after deadlines were moved that ran by hours which somebody has changed since.

    Beside them how many are not due any more: that they moved is to be kept too.
    """
    found = timer_rows.take_due(work, workspace_id, ids, now)
    hours = calendars.calendars_of(work.connection, workspace_id, {timer.owner_id for timer in found})
    keys = {owner_id: calendars.key_of(spec) for owner_id, spec in hours.items()}
    stale = [timer for timer in found if keys[timer.owner_id] != timer_rows.calendar_key_of(timer)]
    if not stale:
        return found, 0
    # These alone, which are locked: asking for others of their owners here, two sweeps would wait for each other.
    timers.recompute(work, workspace_id, stale, now)
    left = timer_rows.take_due(work, workspace_id, ids, now)
    return left, len(found) - len(left)


def take_gentle_steps(
    work: UnitOfWork, workspace_id: WorkspaceId, book: Book, due: Mapping[int, Subject], now: datetime
) -> int:
    """Take every step that has come for the timers ``due`` (their subjects by id); gives how many timers moved on.

    Those that another process is busy with are left to it.
    """
    debts = book.take(work, workspace_id, {subject[1] for subject in due.values()})
    found, later = up_to_date(
        work, workspace_id, [timer_id for timer_id, subject in due.items() if subject[1] in debts], now
    )
    changes: list[tuple[Timer, dict[str, Any]]] = []
    steps: list[TakenStep] = []
    owed: dict[int, Timer] = {}
    broken: list[Timer] = []
    for promise in timer_rows.promises_of(work.connection, workspace_id, found).values() if found else ():
        timer = promise.timer
        passed, change = _passed(promise, now)
        changes.append((timer, change))
        if change["breached_at"] is not None and timer.breached_at is None and not timer.is_shadow:
            broken.append(timer)
        debt = debts[timer.subject_id]
        for rung, moment in passed:
            recipient, action = _told(timer, rung, debt)
            steps.append(TakenStep(timer.id, timer.epoch, rung.name, recipient, action, moment))
            if action == "told":
                owed[timer.id] = timer
    timer_rows.change_timers(work, workspace_id, changes)
    fresh = timer_rows.note_steps(work, workspace_id, steps, now)
    told: dict[int, int] = {}
    for timer_id, _rung, recipient in fresh:
        debtor_id = debts[owed[timer_id].subject_id].debtor_id if timer_id in owed else None
        if debtor_id is not None and recipient != _NOBODY:
            told[owed[timer_id].subject_id] = debtor_id
    if told:
        book.remind(work, workspace_id, told, now)
    audit.record_all(work, [_broken_event(workspace_id, timer, now) for timer in broken])
    return len(found) + later


def _passed(promise: Promise, now: datetime) -> tuple[list[tuple[Rung, datetime]], dict[str, Any]]:
    """The steps of a timer that have come, and its columns after them."""
    timer = promise.timer
    steps = moments(promise.rungs, promise.timeline)
    ahead = next(
        (place for place, (_rung, moment) in enumerate(steps) if place >= timer.next_step and moment > now), len(steps)
    )
    passed = list(steps[timer.next_step : ahead])
    is_broken = any(rung.is_breach for rung, _moment in passed)
    return passed, {
        "next_step": ahead,
        "next_step_at": steps[ahead][1] if ahead < len(steps) else None,
        "breached_at": timer.due_at if is_broken else timer.breached_at,
    }


def _told(timer: Timer, rung: Rung, debt: Debt) -> tuple[str, str]:
    """Who hears of a step, as the ledger keeps it, and what is done: only the day itself is told of, once."""
    if timer.is_shadow:
        return _NOBODY, "shadow"
    if not rung.on_due_day:
        return _NOBODY, "listed"
    if debt.debtor_id is None or debt.is_reminded:
        return _NOBODY, "nobody"
    return f"member:{debt.debtor_id}", "told"


def _broken_event(workspace_id: WorkspaceId, timer: Timer, now: datetime) -> dict[str, Any]:
    return audit.event(
        workspace_id,
        "promise_broken",
        (timer.subject_kind, timer.subject_id),
        None,
        now,
        {"timer": timer.kind, "timer_id": timer.id, "due_at": timer.due_at.isoformat()},
    )
