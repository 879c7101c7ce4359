"""A lead that was rated goes back: for those who rate, by the same use case as *Return…*, in their transaction."""

from datetime import datetime

from sqlalchemy import Connection

from commands.context import Actor
from commands.handoff import planning
from commands.handoff.cards import SUBJECT, is_sales_manager
from commands.handoff.errors import MoveRefusedError, NotAllowedError
from commands.handoff.intents import ReturnLead
from commands.handoff.moves import carry_out_return
from commands.handoff.planning import Telling
from commands.handoff.turns import begin
from commands.returning import HandoffDoor, Held, Outcome, WantedReturn
from domain.handoff import HandoffState, Move, Standing, may_make, move_for
from storage import handoffs, notices
from storage.database import UnitOfWork


def door() -> HandoffDoor:
    """What the rating of leads needs of handoffs."""
    return HandoffDoor(held_by, give_back)


def held_by(connection: Connection, actor: Actor, lead_id: int) -> Held | None:
    """Whose the lead's latest handoff is, and whether ``actor`` may send it back; nothing without a handoff."""
    handoff = handoffs.latest_of_lead(connection, actor.workspace_id, lead_id)
    if handoff is None:
        return None
    people = handoffs.members_by_id(
        connection, actor.workspace_id, {handoff.owner_id, handoff.marketer_id, actor.member_id}
    )
    owner, asker = people[handoff.owner_id], people[actor.member_id]
    decides = asker.is_active and may_make(
        Move.RECYCLE,  # recycle, reroute and disqualify are decided by the same people
        asker.id,
        Standing(owner.id, handoff.marketer_id, owner.backup_id, owner.manager_id),
        is_admin=asker.is_admin,
        is_sales_manager=is_sales_manager(asker),
    )
    return Held(
        handoff_id=handoff.id,
        state=HandoffState(handoff.state),
        was_tried=handoff.attempted_at is not None,
        owner=owner.slack_user_id,
        marketer_id=handoff.marketer_id,
        marketer=people[handoff.marketer_id].slack_user_id,
        decides=decides,
        recycle_at=handoff.recycle_at,
        is_to_be_told=handoff.return_reason is not None
        and notices.is_pending(connection, actor.workspace_id, (SUBJECT, handoff.id), planning.RETURNED),
    )


def give_back(work: UnitOfWork, actor: Actor, wanted: WantedReturn, now: datetime) -> Outcome:
    """Send the lead's latest handoff back, if ``actor`` may and it is open; else say what stood in the way.

    Nothing is written unless it is carried out. Raises BadFieldError for what a form checks before.
    """
    held = held_by(work.connection, actor, wanted.lead_id)
    if held is None:
        return Outcome.NEVER_HANDED_OVER
    if not held.decides:
        return Outcome.CLOSED if not held.is_open else Outcome.NOT_YOURS
    telling = Telling(work, actor.workspace_id, now)
    intent = ReturnLead(held.handoff_id, wanted.reason, note=wanted.note, recycle_on=wanted.recycle_on)
    try:  # looked at again under its lock: of two who send it back at once, one does
        turn = begin(work, actor, held.handoff_id, move_for(wanted.reason), telling, now)
    except MoveRefusedError:
        return Outcome.CLOSED
    except NotAllowedError:
        return Outcome.NOT_YOURS
    carry_out_return(turn, intent)
    telling.store()
    return Outcome.CARRIED_OUT
