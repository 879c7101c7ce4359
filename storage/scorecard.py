"""The offers of a period as the scorecard counts them, in two questions, however many there are."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select
from sqlmodel import col

from domain.handoff import HandoffState
from domain.policy import TimerKind
from domain.scorecard import OfferFacts, first_outcome
from domain.weeks import Span
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId
from storage.tables import Handoff, Member, Timer


def offers_in(connection: Connection, workspace_id: WorkspaceId, period: Span, as_of: datetime) -> list[OfferFacts]:
    """The offers made in ``period``, with what had become of them at ``as_of``; what runs in the shadow is left out."""
    in_period = and_(
        col(Handoff.workspace_id) == workspace_id,
        col(Handoff.offered_at) >= period.start,
        col(Handoff.offered_at) < period.end,
    )
    promises: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    tried: dict[int, int] = {}
    rows = connection.execute(
        select(col(Timer.subject_id), col(Timer.kind), col(Timer.outcome), col(Timer.used_minutes))
        .join(
            Handoff,
            and_(col(Handoff.workspace_id) == col(Timer.workspace_id), col(Handoff.id) == col(Timer.subject_id)),
        )
        .where(
            in_period,
            col(Timer.workspace_id) == workspace_id,
            col(Timer.subject_kind) == SUBJECT,
            col(Timer.is_shadow).is_(False),
            or_(
                col(Timer.outcome).is_not(None),
                col(Timer.breached_at).is_not(None),
                and_(col(Timer.state) == "open", col(Timer.due_at) <= as_of),
            ),
        )
        .order_by(col(Timer.id))
    )
    for row in rows:
        if row.outcome != "cancelled":
            promises[row.subject_id].append((row.kind, row.outcome == "met"))
        if row.kind == TimerKind.ATTEMPT and row.outcome in {"met", "late"}:
            tried[row.subject_id] = row.used_minutes
    found = connection.execute(
        select(
            col(Handoff.id),
            col(Handoff.owner_id),
            col(Handoff.source),
            col(Handoff.state),
            col(Handoff.requested_at),
            col(Handoff.waited_minutes),
            col(Handoff.offered_at),
            col(Handoff.accepted_at),
            col(Handoff.attempted_at),
            col(Handoff.return_reason),
        )
        .where(in_period)
        .order_by(col(Handoff.offered_at), col(Handoff.id))
    )
    return [
        OfferFacts(
            owner_id=row.owner_id,
            source=row.source,
            offered_at=row.offered_at,
            outcome=first_outcome(HandoffState(row.state), was_accepted=row.accepted_at is not None),
            requested_at=row.requested_at,
            waited_minutes=row.waited_minutes,
            attempted_at=row.attempted_at,
            attempt_minutes=tried.get(row.id) if row.attempted_at is not None else None,
            return_reason=row.return_reason,
            promises=tuple(promises.get(row.id, ())),
        )
        for row in found
    ]


def managers_of(connection: Connection, workspace_id: WorkspaceId, owner_ids: set[int]) -> dict[int, int | None]:
    """Whose team each owner is in: their manager's, if they have one."""
    rows = connection.execute(
        select(col(Member.id), col(Member.manager_id)).where(
            col(Member.workspace_id) == workspace_id, col(Member.id).in_(owner_ids)
        )
    )
    return {row.id: row.manager_id for row in rows}
