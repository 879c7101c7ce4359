"""What the owner of a handoff does with it: accept, try, qualify, close, return."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from commands.context import Actor, Services
from commands.handoff import planning
from commands.handoff.cards import HandoffCard
from commands.handoff.errors import BadFieldError
from commands.handoff.intents import LogAttempt, ReturnLead
from commands.handoff.offering import NewOffer, able_owner, make_offer
from commands.handoff.turns import Turn, take_turn
from domain.handoff import HandoffState, Move, move_for, reasons_offered
from domain.policy import Lane, TimerKind
from domain.taxonomy import ReturnReason
from domain.weeks import local_moment
from storage import handoffs, leads, notices, people
from storage.ids import new_id
from storage.tables import Attempt

#: When nobody says when a recycled lead comes back.
RECYCLE_DAYS: Final = 90
_LONGEST_RECYCLE_DAYS: Final = 730


def accept(services: Services, actor: Actor, handoff_id: int, key: str) -> HandoffCard:
    """Sales takes the lead: it is a SAL, late or not."""

    def act(turn: Turn) -> None:
        stopped = turn.stop((TimerKind.ACCEPT,), turn.now)
        turn.start((TimerKind.QUALIFY,), turn.now)
        turn.write("handoff_accepted", {"accepted_at": turn.now, "snoozed_until": None}, {"stopped": stopped})

    return take_turn(services, actor, handoff_id, Move.ACCEPT, key, act)


def log_attempt(services: Services, actor: Actor, intent: LogAttempt, key: str) -> HandoffCard:
    """Note a try at reaching the lead, at its true moment; it implies acceptance, an answer contact.

    Raises as `take_turn`, and `BadFieldError` for a moment that has not come yet, or was before it was theirs.
    """

    def act(turn: Turn) -> None:
        said_at = intent.at or turn.now
        if said_at > turn.now:
            raise BadFieldError("at", "in_the_future")
        if said_at < turn.before.offered_at.replace(second=0, microsecond=0):  # forms give minutes
            raise BadFieldError("at", "before_the_offer")
        before, data = turn.before, {"channel": intent.channel.value, "answered": intent.answered}
        handoffs.add_attempt(
            turn.work,
            Attempt(
                workspace_id=turn.workspace_id,
                id=new_id(),
                handoff_id=before.id,
                member_id=turn.actor_id,
                channel=intent.channel.value,
                answered=intent.answered,
                note=intent.note,
                at=said_at,
            ),
        )
        at = max(said_at, before.offered_at)  # a promise is not kept before it was made
        changes = _reached(turn, at, answered=intent.answered)
        stopped = turn.stop((TimerKind.ACCEPT, TimerKind.ATTEMPT), at)
        if before.accepted_at is None:
            turn.start((TimerKind.QUALIFY,), at)
        turn.write("handoff_attempted", changes, {**data, "at": at.isoformat(), "stopped": stopped})

    return take_turn(services, actor, intent.handoff_id, Move.CONTACT if intent.answered else Move.ATTEMPT, key, act)


def qualify(services: Services, actor: Actor, handoff_id: int, key: str) -> HandoffCard:
    """A real conversation confirmed potential: it is a SQL."""

    def act(turn: Turn) -> None:
        stopped = turn.stop((TimerKind.QUALIFY, TimerKind.ATTEMPT), turn.now)
        turn.close(stopped)
        changes = _reached(turn, turn.now, answered=True) | {"qualified_at": turn.now, "closed_at": turn.now}
        turn.write("handoff_qualified", changes, {"stopped": stopped})

    return take_turn(services, actor, handoff_id, Move.QUALIFY, key, act)


def close(services: Services, actor: Actor, handoff_id: int, key: str, *, won: bool) -> HandoffCard:
    """What the qualified lead became: a customer or not."""
    action = "handoff_won" if won else "handoff_lost"
    return take_turn(
        services, actor, handoff_id, Move.WIN if won else Move.LOSE, key, lambda turn: turn.write(action, {}, {})
    )


def return_lead(services: Services, actor: Actor, intent: ReturnLead, key: str) -> HandoffCard:
    """The lead does not go on; the reason decides what becomes of it, and the marketer hears it.

    Named somebody for a reroute, they are offered it at once. Raises as `take_turn`, `BadFieldError` and
    UnknownOwnerError.
    """
    move = move_for(intent.reason)
    return take_turn(
        services,
        actor,
        intent.handoff_id,
        move,
        key,
        lambda turn: carry_out_return(turn, intent),
        version=intent.version,
    )


def carry_out_return(turn: Turn, intent: ReturnLead) -> None:
    """Return the lead within a turn that has begun. Raises as `return_lead`, before anything is written."""
    move = move_for(intent.reason)
    _check(turn, intent)
    changes: dict[str, Any] = {}
    if move is Move.RECYCLE:
        changes["recycle_at"] = recycle_moment(turn, intent.recycle_on)
    _give_back(turn, intent.reason, intent.note, changes)
    if move is Move.REROUTE and intent.to_member_id is not None:
        able_owner(turn.work.connection, turn.workspace_id, intent.to_member_id, turn.now)
        _offer_on(turn, intent.to_member_id, intent.note)


def not_mine(services: Services, actor: Actor, handoff_id: int, note: str | None, key: str) -> HandoffCard:
    """*Not mine*: it goes to whoever routing finds next, not to this owner; else to who leads sales."""

    def act(turn: Turn) -> None:
        _give_back(turn, ReturnReason.WRONG_TERRITORY, note, {})
        _offer_on(turn, None, note)

    return take_turn(services, actor, handoff_id, Move.REROUTE, key, act)


def recycle_moment(turn: Turn, day: date | None) -> datetime:
    """When the marketer is asked: on that local day with their daily list. Raises `BadFieldError`."""
    marketer = people.get_member(turn.work.connection, turn.workspace_id, turn.before.marketer_id)
    today = turn.now.astimezone(ZoneInfo(marketer.tz)).date()
    if day is None:
        day = today + timedelta(days=RECYCLE_DAYS)
    if day <= today:
        raise BadFieldError("recycle_on", "not_ahead")
    if day > today + timedelta(days=_LONGEST_RECYCLE_DAYS):
        raise BadFieldError("recycle_on", "too_far")
    return local_moment(day, marketer.daily_at, marketer.tz)


def _check(turn: Turn, intent: ReturnLead) -> None:
    if intent.reason not in reasons_offered(HandoffState(turn.before.state)):
        raise BadFieldError("reason", "only_after_an_attempt")
    if intent.reason is ReturnReason.OTHER and not (intent.note or "").strip():
        raise BadFieldError("note", "required")
    if move_for(intent.reason) is Move.REROUTE and intent.to_member_id == turn.before.owner_id:
        raise BadFieldError("to_member", "is_owner")


def _give_back(turn: Turn, reason: ReturnReason, note: str | None, changes: Mapping[str, Any]) -> None:
    # A reasoned return is an answer: it keeps the promise to answer, and ends the others.
    stopped = turn.stop((TimerKind.ACCEPT,), turn.now)
    turn.close(stopped)
    turn.write(
        f"handoff_{turn.state.value}",
        {"closed_at": turn.now, "return_reason": reason.value, "return_note": note, "snoozed_until": None, **changes},
        {"reason": reason.value, "stopped": stopped},
    )
    if turn.actor_id != turn.before.marketer_id:
        lane = notices.NOW if turn.before.lane == Lane.FAST else notices.DAILY
        turn.telling.member(planning.RETURNED, turn.before.marketer_id, turn.subject, lane=lane)


def _offer_on(turn: Turn, owner_id: int | None, note: str | None) -> None:
    before = turn.before
    again = NewOffer(
        lead=leads.get_lead(turn.work.connection, turn.workspace_id, before.lead_id),
        marketer_id=before.marketer_id,
        owner_id=owner_id,
        kind=before.kind,
        why=note or before.why,
        lead_type=before.lead_type,
        source=before.source,
        parent=before,
        but=frozenset({before.owner_id}),
        source_channel=before.source_channel,
        source_link=before.source_link,
    )
    make_offer(turn.work, turn.workspace_id, again, turn.telling, turn.actor_id, turn.now)


def _reached(turn: Turn, at: datetime, *, answered: bool) -> dict[str, Any]:
    """The moments that a try at ``at`` implies; what is known from earlier stays."""
    before = turn.before
    changes: dict[str, Any] = {
        "accepted_at": before.accepted_at or at,
        "attempted_at": min(before.attempted_at or at, at),
        "snoozed_until": None,
    }
    if answered:
        changes["contacted_at"] = min(before.contacted_at or at, at)
    return changes
