"""What the marketer decides of their offer: withdraw it, offer a returned lead again, extend its date, drop it."""

from datetime import date, datetime
from typing import Any

from commands.context import Actor, Services
from commands.handoff import planning
from commands.handoff.cards import HandoffCard, card_of
from commands.handoff.intents import OfferAgain
from commands.handoff.moves import recycle_moment
from commands.handoff.offering import NewOffer, make_offer
from commands.handoff.planning import Telling
from commands.handoff.turns import Turn, begin, refused, take_turn
from commands.once import once
from domain.handoff import HandoffState, Move
from storage import audit, handoffs, leads
from storage.database import UnitOfWork
from storage.ids import WorkspaceId


def withdraw(services: Services, actor: Actor, handoff_id: int, key: str) -> HandoffCard:
    """Take an offer back that nobody has accepted yet."""

    def act(turn: Turn) -> None:
        stopped: list[dict[str, object]] = []
        turn.close(stopped)
        turn.write("handoff_withdrawn", {"closed_at": turn.now}, {"stopped": stopped})

    return take_turn(services, actor, handoff_id, Move.WITHDRAW, key, act)


def offer_again(services: Services, actor: Actor, intent: OfferAgain, key: str) -> HandoffCard:
    """Offer a returned lead once more, saying what changed: a new handoff in the next round, which is given back.

    Raises as `take_turn`, and UnknownOwnerError.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        telling = Telling(work, actor.workspace_id, now)
        # The lead first, as whoever hands it over anew locks it: of the two only one offers it.
        lead_id = handoffs.get_handoff(work.connection, actor.workspace_id, intent.handoff_id).lead_id
        handoffs.lock_lead(work, actor.workspace_id, lead_id)
        turn = begin(work, actor, intent.handoff_id, Move.OFFER_AGAIN, telling, now)
        before = turn.before
        if handoffs.next_round(work.connection, actor.workspace_id, before) is not None:
            raise refused(work.connection, actor, before.id, Move.OFFER_AGAIN)
        turn.write("handoff_offered_again", {"recycle_asked_at": now}, {})
        wanted = NewOffer(
            lead=leads.get_lead(work.connection, actor.workspace_id, before.lead_id),
            marketer_id=actor.member_id,
            owner_id=intent.owner_id,
            kind=before.kind,
            why=intent.what_changed,
            lead_type=before.lead_type,
            source=before.source,
            parent=before,
        )
        made = make_offer(work, actor.workspace_id, wanted, telling, actor.member_id, now)
        telling.store()
        return {"handoff": made.id}

    outcome, _replayed = once(services, actor, key, act)
    with services.database.read() as connection:
        return card_of(connection, actor.workspace_id, int(outcome["handoff"]), actor)


def extend(services: Services, actor: Actor, handoff_id: int, recycle_on: date, key: str) -> HandoffCard:
    """Ask again on another day. Raises as `take_turn`, and BadFieldError."""

    def act(turn: Turn) -> None:
        _not_offered_again(turn, actor, Move.EXTEND)
        when = recycle_moment(turn, recycle_on)
        turn.write("handoff_extended", {"recycle_at": when, "recycle_asked_at": None}, {"recycle_at": when.isoformat()})

    return take_turn(services, actor, handoff_id, Move.EXTEND, key, act)


def drop(services: Services, actor: Actor, handoff_id: int, key: str) -> HandoffCard:
    """Do not ask again; what became of it stays as it is."""

    def act(turn: Turn) -> None:
        _not_offered_again(turn, actor, Move.DROP)
        turn.write("handoff_dropped", {"recycle_at": None}, {})

    return take_turn(services, actor, handoff_id, Move.DROP, key, act)


def _not_offered_again(turn: Turn, actor: Actor, move: Move) -> None:
    """There is a date only as long as it is not in somebody's hands again."""
    if handoffs.next_round(turn.work.connection, turn.workspace_id, turn.before) is not None:
        raise refused(turn.work.connection, actor, turn.before.id, move)


def ask_marketer(work: UnitOfWork, workspace_id: WorkspaceId, handoff_id: int, now: datetime) -> bool:
    """The date of a recycled lead has come: ask its marketer; False when it was asked, moved or offered meanwhile."""
    handoff = handoffs.take_handoffs(work, workspace_id, {handoff_id}).get(handoff_id)
    if (
        handoff is None
        or handoff.state != HandoffState.RECYCLED
        or handoff.recycle_asked_at is not None
        or handoff.recycle_at is None
        or handoff.recycle_at > now
    ):
        return False
    handoffs.change_handoff(work, workspace_id, handoff, {"recycle_asked_at": now}, now)
    audit.record(
        work,
        workspace_id,
        action="handoff_recycle_due",
        subject=(handoffs.SUBJECT, handoff_id),
        actor_id=None,
        now=now,
    )
    telling = Telling(work, workspace_id, now)
    telling.member(planning.RECYCLE_DUE, handoff.marketer_id, (handoffs.SUBJECT, handoff_id))
    telling.store()
    return True
