"""The offers of a period as the scorecard counts them, in two questions, however many there are.

They stand as at a moment: what happened after it had not happened yet, so that a week reads the same later.
"""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select
from sqlmodel import col

from domain.handoff import HandoffState
from domain.policy import TimerKind
from domain.scorecard import FirstOutcome, OfferFacts, first_outcome
from domain.weeks import Span
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId
from storage.question import Given, Placeholder, Question
from storage.tables import Handoff, Member, Timer


def offers_in(connection: Connection, workspace_id: WorkspaceId, period: Span, as_of: datetime) -> list[OfferFacts]:
    """The offers made in ``period``, with what had become of them at ``as_of``; what runs in the shadow is left out."""
    asked = {"workspace_id": workspace_id, "start": period.start, "end": period.end}
    promises: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    tried: dict[int, int] = {}
    rows = _promises.ask(connection, **asked, as_of=as_of)
    for row in rows:
        outcome = row.outcome if is_past(row.stopped_at, as_of) else None
        if outcome != "cancelled":
            promises[row.subject_id].append((row.kind, outcome == "met"))
        if row.kind == TimerKind.ATTEMPT and outcome in {"met", "late"}:
            tried[row.subject_id] = row.used_minutes
    found = _offers.ask(connection, **asked)
    return [
        OfferFacts(
            owner_id=row.owner_id,
            source=row.source,
            offered_at=row.offered_at,
            outcome=_outcome(HandoffState(row.state), row.accepted_at, row.closed_at, as_of),
            requested_at=row.requested_at,
            waited_minutes=row.waited_minutes,
            attempted_at=row.attempted_at if is_past(row.attempted_at, as_of) else None,
            attempt_minutes=tried.get(row.id) if row.attempted_at is not None else None,
            return_reason=row.return_reason if is_past(row.closed_at, as_of) else None,
            promises=tuple(promises.get(row.id, ())),
        )
        for row in found
    ]


@Question
def _promises(given: Given) -> Select[int, str, str | None, int | None, datetime | None]:
    return (
        select(
            col(Timer.subject_id), col(Timer.kind), col(Timer.outcome), col(Timer.used_minutes), col(Timer.stopped_at)
        )
        .join(
            Handoff,
            and_(col(Handoff.workspace_id) == col(Timer.workspace_id), col(Handoff.id) == col(Timer.subject_id)),
        )
        .where(
            *_in_period(given),
            col(Timer.workspace_id) == given.workspace_id,
            col(Timer.subject_kind) == SUBJECT,
            col(Timer.is_shadow).is_(False),
            ended_or_due(given.as_of),
        )
        .order_by(col(Timer.id))
    )


@Question
def _offers(given: Given) -> Select[*tuple[Any, ...]]:
    return (
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
            col(Handoff.closed_at),
            col(Handoff.return_reason),
        )
        .where(*_in_period(given))
        .order_by(col(Handoff.offered_at), col(Handoff.id))
    )


def _in_period(given: Given) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Handoff.workspace_id) == given.workspace_id,
        col(Handoff.offered_at) >= given.start,
        col(Handoff.offered_at) < given.end,
    )


def ended_or_due(as_of: datetime | Placeholder) -> ColumnElement[bool]:
    """Promises that had an outcome at ``as_of``, or should have had one by then."""
    return or_(
        and_(col(Timer.outcome).is_not(None), col(Timer.stopped_at).is_(None) | (col(Timer.stopped_at) <= as_of)),
        col(Timer.breached_at) <= as_of,
        and_((col(Timer.state) == "open") | (col(Timer.stopped_at) > as_of), col(Timer.due_at) <= as_of),
    )


def is_past(moment: datetime | None, as_of: datetime) -> bool:
    """Whether what happened at ``moment`` had happened by ``as_of``; also true of what has no moment."""
    return moment is None or moment <= as_of


def _outcome(
    state: HandoffState, accepted_at: datetime | None, closed_at: datetime | None, as_of: datetime
) -> FirstOutcome:
    if accepted_at is not None and accepted_at <= as_of:
        return first_outcome(state, was_accepted=True)
    if accepted_at is not None or not is_past(closed_at, as_of):
        return first_outcome(HandoffState.OFFERED, was_accepted=False)
    return first_outcome(state, was_accepted=False)


def managers_of(connection: Connection, workspace_id: WorkspaceId, owner_ids: set[int]) -> dict[int, int | None]:
    """Whose team each owner is in: their manager's, if they have one."""
    rows = connection.execute(
        select(col(Member.id), col(Member.manager_id)).where(
            col(Member.workspace_id) == workspace_id, col(Member.id).in_(owner_ids)
        )
    )
    return {row.id: row.manager_id for row in rows}
