"""What the clock does about promises: warn, record the breach, escalate, give an unanswered lead to the next.

Called with timers whose step has come, however late. Steps that come together are told as one, the latest; the ledger
gets each of them.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from commands.handoff import planning
from commands.handoff.expiry import expire, may_expire
from commands.handoff.planning import Telling
from commands.ladder_steps import up_to_date
from domain.ladder import Rung, RungRecipient, moments
from domain.values import frozen
from storage import audit, handoffs, notices, timer_rows, timers
from storage.database import UnitOfWork
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId
from storage.pauses import Subject
from storage.tables import Handoff, Member, Timer
from storage.timer_rows import Promise, TakenStep

_NOBODY: Final = "-"


@frozen
class _Reader:
    """Who hears of a rung: a member or the channel, and as what they are written in the ledger."""

    part: RungRecipient
    member_id: int | None
    channel: str | None = None

    @property
    def recipient(self) -> str:
        if self.member_id is not None:
            return f"member:{self.member_id}"
        return f"channel:{self.channel}" if self.channel is not None else _NOBODY


def take_steps(work: UnitOfWork, workspace_id: WorkspaceId, due: Mapping[int, Subject], now: datetime) -> int:
    """Take every step that has come for the timers ``due`` (their subjects by id); gives how many timers moved on.

    Those that another process is busy with are left to it.
    """
    ours = handoffs.take_handoffs(work, workspace_id, {subject[1] for subject in due.values() if subject[0] == SUBJECT})
    ids = [timer_id for timer_id, subject in due.items() if subject[1] in ours]
    found, later = up_to_date(work, workspace_id, ids, now)
    if not found:
        return later
    sweep = _Sweep(work, workspace_id, ours, now)
    for promise in timer_rows.promises_of(work.connection, workspace_id, found).values():
        sweep.take(promise)
    sweep.finish()
    return len(found) + later


@frozen
class _Wish:
    """A reader who is to hear of a timer, if the step is not in the ledger yet."""

    timer: Timer
    handoff: Handoff
    rung: Rung
    reader: _Reader


class _Sweep:
    """The steps of one transaction, written together at its end: others wait meanwhile."""

    def __init__(self, work: UnitOfWork, workspace_id: WorkspaceId, ours: Mapping[int, Handoff], now: datetime) -> None:
        self.work = work
        self.workspace_id = workspace_id
        self.now = now
        self.telling = Telling(work, workspace_id, now)
        self._handoffs = ours
        self._gone: set[int] = set()
        self._people = _with_their_own(work, workspace_id, ours.values())
        self._managers: list[int] | None = None
        self._changes: list[tuple[Timer, dict[str, object]]] = []
        self._steps: list[TakenStep] = []
        self._wishes: list[_Wish] = []
        self._broken: list[Timer] = []

    def take(self, promise: Promise) -> None:
        """All steps of one timer that have come."""
        timer, handoff = promise.timer, self._handoffs[promise.timer.subject_id]
        if handoff.id in self._gone:
            return
        steps = moments(promise.rungs, promise.timeline)
        ahead = next(
            (place for place, (_rung, moment) in enumerate(steps) if place >= timer.next_step and moment > self.now),
            len(steps),
        )
        passed = steps[timer.next_step : ahead]
        is_broken = any(rung.is_breach for rung, _moment in passed)
        changes: dict[str, object] = {
            "next_step": ahead,
            "next_step_at": steps[ahead][1] if ahead < len(steps) else None,
            "breached_at": timer.due_at if is_broken else timer.breached_at,
        }
        self._changes.append((timer, changes))
        if is_broken and timer.breached_at is None and not timer.is_shadow:
            self._broken.append(timer)
            self.telling.changed(handoff)  # cards say that it is late
        goes_on = promise.reassigns and any(rung.reassigns for rung, _moment in passed) and not timer.is_shadow
        if goes_on and may_expire(handoff, timer.kind):
            for rung, moment in passed:
                self._note(timer, rung, moment, _NOBODY, "reassigned")
            self._write()
            # Read again: a deadline that moved just now made it another version.
            standing = handoffs.lock_handoff(self.work, self.workspace_id, handoff.id)
            expire(self.work, self.workspace_id, standing, self.telling, self.now)
            self._gone.add(handoff.id)
            return
        self._tell(timer, handoff, passed)

    def finish(self) -> None:
        """Write the ledger, and plan what was not told yet."""
        self._write()
        fresh = timer_rows.note_steps(self.work, self.workspace_id, self._steps, self.now)
        for wish in self._wishes:
            if (wish.timer.id, wish.rung.name, wish.reader.recipient) in fresh:
                self._plan(wish)
        self.telling.store()

    def _write(self) -> None:
        timer_rows.change_timers(self.work, self.workspace_id, self._changes)
        if self._broken:
            # What was still held to be said of these has been overtaken.
            ids = [timer.id for timer in self._broken]
            notices.drop_pending(self.work, self.workspace_id, timers.SUBJECT, *ids, kind=planning.WARNED)
            audit.record_all(self.work, [_broken_event(self.workspace_id, timer, self.now) for timer in self._broken])
        self._changes, self._broken = [], []

    def _tell(self, timer: Timer, handoff: Handoff, passed: Iterable[tuple[Rung, datetime]]) -> None:
        if timer.is_shadow:
            for rung, moment in passed:
                self._note(timer, rung, moment, _NOBODY, "shadow")
            return
        latest: dict[str, _Wish] = {}
        for rung, moment in passed:
            readers = [reader for part in rung.recipients for reader in self._readers(handoff, part)]
            for reader in readers:
                self._note(timer, rung, moment, reader.recipient, "listed" if rung.listed else "told")
                latest[reader.recipient] = _Wish(timer, handoff, rung, reader)
            if not readers:
                self._note(timer, rung, moment, _NOBODY, "nobody")
        self._wishes += latest.values()

    def _plan(self, wish: _Wish) -> None:
        subject, rung, reader = (timers.SUBJECT, wish.timer.id), wish.rung, wish.reader
        if reader.part in {RungRecipient.MANAGER, RungRecipient.BACKUP} or reader.member_id is None:
            kind = planning.ESCALATED
        else:
            kind = planning.BREACHED if rung.is_breach else planning.WARNED
        if reader.member_id is None:
            self.telling.in_channel(kind, subject)
            return
        self.telling.member(
            kind,
            reader.member_id,
            subject,
            lane=notices.EVENING if rung.listed else notices.NOW,
            not_before=wish.handoff.snoozed_until if kind == planning.WARNED else None,
        )

    def _note(self, timer: Timer, rung: Rung, moment: datetime, recipient: str, action: str) -> None:
        self._steps.append(TakenStep(timer.id, timer.epoch, rung.name, recipient, action, moment))

    def _readers(self, handoff: Handoff, part: RungRecipient) -> list[_Reader]:
        """Who takes that part: for somebody who left, whoever stands in; with nobody, the channel."""
        owner = self._people[handoff.owner_id]
        match part:
            case RungRecipient.OWNER if self._is_here(owner.id):
                return [_Reader(part, owner.id)]
            case RungRecipient.OWNER:
                standing_in = [
                    _Reader(stand_in, member_id)
                    for stand_in, member_id in (
                        (RungRecipient.BACKUP, owner.backup_id),
                        (RungRecipient.MANAGER, owner.manager_id),
                    )
                    if member_id is not None and self._is_here(member_id)
                ]
                return [*standing_in, *self._channel(part)]
            case RungRecipient.MARKETER:
                return [_Reader(part, handoff.marketer_id)] if self._is_here(handoff.marketer_id) else []
            case RungRecipient.BACKUP:
                is_here = owner.backup_id is not None and self._is_here(owner.backup_id)
                return [_Reader(part, owner.backup_id)] if is_here else []
            case RungRecipient.MANAGER:
                manager = owner.manager_id if owner.manager_id and self._is_here(owner.manager_id) else None
                led_by = manager or next((each for each in self._leading() if each != owner.id), None)
                return [_Reader(part, led_by)] if led_by is not None else self._channel(part)

    def _channel(self, part: RungRecipient) -> list[_Reader]:
        return [_Reader(part, None, self.telling.channel)] if self.telling.channel is not None else []

    def _leading(self) -> list[int]:
        if self._managers is None:
            self._managers = handoffs.sales_managers(self.work.connection, self.workspace_id)
        return self._managers

    def _is_here(self, member_id: int) -> bool:
        found = self._people.get(member_id)
        return found is not None and found.is_active


def _broken_event(workspace_id: WorkspaceId, timer: Timer, now: datetime) -> dict[str, Any]:
    return audit.event(
        workspace_id,
        "promise_broken",
        (SUBJECT, timer.subject_id),
        None,
        now,
        {"timer": timer.kind, "timer_id": timer.id, "due_at": timer.due_at.isoformat()},
    )


def _with_their_own(work: UnitOfWork, workspace_id: WorkspaceId, found: Iterable[Handoff]) -> dict[int, Member]:
    """Owners and marketers, and the owners' backups and managers."""
    ids = {member_id for handoff in found for member_id in (handoff.owner_id, handoff.marketer_id)}
    people = handoffs.members_by_id(work.connection, workspace_id, ids)
    own = {member_id for member in people.values() for member_id in (member.backup_id, member.manager_id)}
    return people | handoffs.members_by_id(work.connection, workspace_id, own - people.keys())
