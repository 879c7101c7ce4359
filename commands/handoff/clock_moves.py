"""Moves that bear on the clock and on whose it is: reassign, take over, transfer, pause, resume, snooze."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from commands.context import Actor, Services
from commands.handoff import planning
from commands.handoff.cards import HandoffCard
from commands.handoff.errors import BadFieldError
from commands.handoff.intents import Reassign, TransferAll
from commands.handoff.offering import able_owner
from commands.handoff.planning import Telling
from commands.handoff.turns import Turn, begin, refused, take_turn
from commands.once import once
from domain.handoff import Move, PauseReason
from domain.values import frozen
from storage import audit, handoffs, notices, pauses, timer_rows, timers
from storage.database import UnitOfWork
from storage.tables import Handoff

_LONGEST_SNOOZE: Final = timedelta(days=730)


@frozen
class Transferred:
    """How many open handoffs went to somebody else, and which."""

    handoff_ids: tuple[int, ...]


def reassign(services: Services, actor: Actor, intent: Reassign, key: str) -> HandoffCard:
    """Give a handoff to somebody else: time that was used stays used. Raises as `take_turn`, and UnknownOwnerError."""

    def act(turn: Turn) -> None:
        _hand_on(turn, intent.to_member_id, intent.note)

    return take_turn(services, actor, intent.handoff_id, Move.REASSIGN, key, act, version=intent.version)


def take_over(
    services: Services, actor: Actor, handoff_id: int, key: str, *, from_member_id: int | None = None
) -> HandoffCard:
    """The backup or a manager takes it from ``from_member_id``; refused when somebody else took it meanwhile."""

    def act(turn: Turn) -> None:
        if from_member_id is not None and turn.before.owner_id not in {from_member_id, actor.member_id}:
            raise refused(turn.work.connection, actor, handoff_id, Move.REASSIGN)
        _hand_on(turn, actor.member_id, None)

    return take_turn(services, actor, handoff_id, Move.REASSIGN, key, act)


def transfer_all(services: Services, actor: Actor, intent: TransferAll, key: str) -> Transferred:
    """Give all that is open of one member to another, or nothing. Raises NotAllowedError, UnknownOwnerError."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        able_owner(work.connection, actor.workspace_id, intent.to_member_id, now)
        if intent.to_member_id == intent.from_member_id:
            raise BadFieldError("to_member", "is_owner")
        found = handoffs.lock_open_of_owner(work, actor.workspace_id, intent.from_member_id)
        if found:
            begin(work, actor, found[0].id, Move.REASSIGN, Telling(work, actor.workspace_id, now), now)
            _hand_all_on(work, actor, found, intent, now)
        return {"handoffs": [each.id for each in found]}

    outcome, _replayed = once(services, actor, key, act)
    return Transferred(tuple(int(each) for each in outcome["handoffs"]))


def pause(services: Services, actor: Actor, handoff_id: int, reason: PauseReason, key: str) -> HandoffCard:
    """Let its clock stand still: waiting for the customer, or out of office."""

    def act(turn: Turn) -> None:
        if pauses.open_pause(turn.work.connection, turn.workspace_id, turn.subject) is not None:
            raise refused(turn.work.connection, actor, handoff_id, Move.PAUSE)
        timers.pause_timers(turn.work, turn.workspace_id, turn.subject, turn.actor_id, reason.value, turn.now)
        turn.write("handoff_paused", {}, {"reason": reason.value})

    return take_turn(services, actor, handoff_id, Move.PAUSE, key, act)


def resume(services: Services, actor: Actor, handoff_id: int, key: str) -> HandoffCard:
    """Let its clock run on: deadlines move by the working time that it stood still."""

    def act(turn: Turn) -> None:
        if not timers.resume_timers(turn.work, turn.workspace_id, turn.subject, turn.actor_id, turn.now):
            raise refused(turn.work.connection, actor, handoff_id, Move.RESUME)
        turn.write("handoff_resumed", {}, {})

    return take_turn(services, actor, handoff_id, Move.RESUME, key, act)


def snooze(services: Services, actor: Actor, handoff_id: int, until: datetime, key: str) -> HandoffCard:
    """Remind me at ``until`` and not before; the deadline stays where it is. Raises as `take_turn`, `BadFieldError`."""

    def act(turn: Turn) -> None:
        if until <= turn.now:
            raise BadFieldError("until", "not_ahead")
        if until > turn.now + _LONGEST_SNOOZE:
            raise BadFieldError("until", "too_far")
        running = timer_rows.lock_running(turn.work, turn.workspace_id, turn.subject)
        for timer in running:
            notices.drop_pending(turn.work, turn.workspace_id, timers.SUBJECT, timer.id, kind=planning.WARNED)
        told = [timer for timer in running if not timer.is_shadow]
        if told:
            first = min(told, key=lambda each: each.due_at)
            turn.telling.member(planning.WARNED, turn.before.owner_id, (timers.SUBJECT, first.id), not_before=until)
        turn.write("handoff_snoozed", {"snoozed_until": until}, {"until": until.isoformat()})

    return take_turn(services, actor, handoff_id, Move.SNOOZE, key, act)


def _hand_on(turn: Turn, to_member_id: int, note: str | None) -> None:
    before = turn.before
    able_owner(turn.work.connection, turn.workspace_id, to_member_id, turn.now)
    if to_member_id == before.owner_id:
        raise BadFieldError("to_member", "is_owner")
    timers.reassign_timers(turn.work, turn.workspace_id, (turn.subject,), to_member_id, turn.actor_id, turn.now)
    turn.write(
        "handoff_reassigned",
        {"owner_id": to_member_id, "snoozed_until": None},
        {"from": before.owner_id, "to": to_member_id, "note": note},
        to_member_id,
    )
    _tell(turn.telling, before, to_member_id, turn.actor_id)


def _hand_all_on(work: UnitOfWork, actor: Actor, found: Sequence[Handoff], intent: TransferAll, now: datetime) -> None:
    """`_hand_on` for all handoffs of one owner, in a few statements however many they are: others wait meanwhile."""
    subjects = [(handoffs.SUBJECT, each.id) for each in found]
    timers.reassign_timers(work, actor.workspace_id, subjects, intent.to_member_id, actor.member_id, now)
    handoffs.give_to(work, actor.workspace_id, found, intent.to_member_id, now)
    data = {"from": intent.from_member_id, "to": intent.to_member_id, "note": intent.note}
    events = [
        audit.event(actor.workspace_id, "handoff_reassigned", subject, actor.member_id, now, data)
        for subject in subjects
    ]
    audit.record_all(work, events)
    telling = Telling(work, actor.workspace_id, now)
    for each in found:
        telling.changed(each, intent.to_member_id)
        _tell(telling, each, intent.to_member_id, actor.member_id, planning.TRANSFERRED)
    telling.store()


def _tell(telling: Telling, before: Handoff, to_member_id: int, actor_id: int, kind: str = planning.OFFERED) -> None:
    subject = (handoffs.SUBJECT, before.id)
    if to_member_id != actor_id:
        telling.member(kind, to_member_id, subject)
    if before.owner_id != actor_id:
        telling.member(planning.REASSIGNED, before.owner_id, subject)
