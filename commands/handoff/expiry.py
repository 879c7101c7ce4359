"""A lead of the round robin that nobody answered: it goes to the next, and whoever missed it waits a round."""

from datetime import datetime
from typing import Final

from commands.handoff import planning
from commands.handoff.offering import NewOffer, make_offer
from commands.handoff.planning import Telling
from commands.handoff.turns import ended
from domain.handoff import HandoffState, Move, Refusal, after
from domain.policy import Lane, TimerKind
from domain.routing import RoutedBy
from storage import audit, handoffs, leads, notices, routing, timers
from storage.database import UnitOfWork
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId
from storage.tables import Handoff

_ANSWERS: Final = frozenset({TimerKind.ACCEPT, TimerKind.ATTEMPT})


def may_expire(handoff: Handoff, kind: str) -> bool:
    """Whether a broken promise of ``kind`` sends the lead on: only what a rotation gave, and nobody answered."""
    return (
        kind in _ANSWERS
        and handoff.routed_by == RoutedBy.ROTATION
        and not isinstance(after(HandoffState(handoff.state), Move.EXPIRE), Refusal)
    )


def expire(work: UnitOfWork, workspace_id: WorkspaceId, handoff: Handoff, telling: Telling, now: datetime) -> Handoff:
    """End the offer and make the next one, to nobody who let this lead expire before; the caller has it locked."""
    stopped = ended(timers.cancel_timers(work, workspace_id, (SUBJECT, handoff.id), frozenset(TimerKind), now))
    handoffs.change_handoff(work, workspace_id, handoff, {"state": HandoffState.EXPIRED.value, "closed_at": now}, now)
    audit.record(
        work,
        workspace_id,
        action="handoff_expired",
        subject=(SUBJECT, handoff.id),
        actor_id=None,
        now=now,
        data={"owner": handoff.owner_id, "stopped": stopped},
    )
    routing.missed(work, workspace_id, handoff.owner_id, now)
    fresh = make_offer(
        work,
        workspace_id,
        NewOffer(
            lead=leads.get_lead(work.connection, workspace_id, handoff.lead_id),
            marketer_id=handoff.marketer_id,
            kind=handoff.kind,
            why=handoff.why,
            lead_type=handoff.lead_type,
            source=handoff.source,
            parent=handoff,
            but=_who_missed_it(work, workspace_id, handoff),
            source_channel=handoff.source_channel,
            source_link=handoff.source_link,
        ),
        telling,
        None,
        now,
    )
    subject = (SUBJECT, handoff.id)
    telling.changed(handoff)
    telling.member(planning.REASSIGNED, handoff.owner_id, subject)
    lane = notices.NOW if handoff.lane == Lane.FAST else notices.DAILY
    telling.member(planning.EXPIRED, handoff.marketer_id, subject, lane=lane)
    return fresh


def _who_missed_it(work: UnitOfWork, workspace_id: WorkspaceId, handoff: Handoff) -> frozenset[int]:
    """This owner, and those of earlier rounds who let it expire too."""
    found = {handoff.owner_id}
    parent_id = handoff.parent_id
    while parent_id is not None:
        parent = handoffs.get_handoff(work.connection, workspace_id, parent_id)
        if parent.state != HandoffState.EXPIRED:
            break
        found.add(parent.owner_id)
        parent_id = parent.parent_id
    return frozenset(found)
