"""Handoffs as lists: mine, my team's, those I offered, with the promise that is due first; and counts of them."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    ScalarSelect,
    and_,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
)
from sqlmodel import col

from domain.handoff import HandoffState
from domain.scorecard import FirstOutcome, first_outcome
from domain.values import frozen
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId
from storage.tables import AuditEvent, Handoff, Lead, Member, Timer


@frozen
class Whose:
    """Which open handoffs: those of these owners (our ids; ``None``: of everybody), or offered by ``marketer_id``.

    With ``among``, only those of these ids.
    """

    owner_ids: Collection[int] | None = ()
    marketer_id: int | None = None
    among: Collection[int] | None = None


@frozen
class Listed:
    """A handoff as a list shows it; ``due_at`` is the first running promise's, ``owner`` a Slack id."""

    id: int
    version: int
    state: str
    company: str | None
    name: str | None
    owner: str
    due_at: datetime | None
    due_kind: str | None
    is_paused: bool


@frozen
class Counted:
    """How many are open by state, how many of them are late, and how many stand still."""

    by_state: dict[str, int]
    late: int
    paused: int

    @property
    def open(self) -> int:
        """All of them."""
        return sum(self.by_state.values())


@frozen
class PassedOn:
    """Who (a Slack id) gave handoffs to somebody else, and what they wrote with it."""

    by: str
    note: str | None


def list_open(
    connection: Connection,
    workspace_id: WorkspaceId,
    whose: Whose,
    *,
    limit: int,
    late_at: datetime | None = None,
) -> list[Listed]:
    """Open handoffs, what is due first in front and what stands still last; with ``late_at`` those late at that moment.

    The promises are looked up handoff by handoff: asked for all at once, everybody's would be read.
    """
    due_at, due_kind, paused = _due(workspace_id), _due_kind(workspace_id), _paused(workspace_id)
    query = (
        select(
            col(Handoff.id),
            col(Handoff.version),
            col(Handoff.state),
            col(Lead.company),
            col(Lead.name),
            col(Member.slack_user_id),
            due_at.label("due_at"),
            due_kind.label("due_kind"),
            paused.label("paused"),
        )
        .join(Lead, and_(col(Lead.workspace_id) == workspace_id, col(Lead.id) == col(Handoff.lead_id)))
        .join(Member, and_(col(Member.workspace_id) == workspace_id, col(Member.id) == col(Handoff.owner_id)))
        .where(*_open(workspace_id, whose))
    )
    if late_at is not None:
        query = query.where(due_at <= late_at, ~paused)
    rows = connection.execute(
        query.order_by(
            literal_column("paused"),
            literal_column("due_at").asc().nulls_last(),
            col(Handoff.offered_at),
            col(Handoff.id),
        ).limit(limit)
    )
    return [Listed(*row[:8], is_paused=bool(row[8])) for row in rows]


def count_open(connection: Connection, workspace_id: WorkspaceId, whose: Whose, now: datetime) -> Counted:
    """The same as counts."""
    due_at, paused = _due(workspace_id), _paused(workspace_id)
    open_now = (
        select(
            col(Handoff.state).label("state"),
            case((and_(due_at <= now, ~paused), 1), else_=0).label("late"),
            case((paused, 1), else_=0).label("paused"),
        )
        .where(*_open(workspace_id, whose))
        .subquery()
    )
    rows = connection.execute(
        select(open_now.c.state, func.count(), func.sum(open_now.c.late), func.sum(open_now.c.paused)).group_by(
            open_now.c.state
        )
    ).all()
    return Counted({row[0]: row[1] for row in rows}, sum(int(row[2]) for row in rows), sum(int(row[3]) for row in rows))


def outcomes_of_marketer(
    connection: Connection, workspace_id: WorkspaceId, marketer_id: int, since: datetime
) -> dict[FirstOutcome, int]:
    """What became first of the leads that somebody handed over since then."""
    was_accepted = col(Handoff.accepted_at).is_not(None)
    rows = connection.execute(
        select(col(Handoff.state), was_accepted, func.count())
        .where(
            col(Handoff.workspace_id) == workspace_id,
            col(Handoff.marketer_id) == marketer_id,
            col(Handoff.offered_at) >= since,
        )
        .group_by(col(Handoff.state), was_accepted)
    )
    found: Counter[FirstOutcome] = Counter()
    for state, accepted, count in rows:
        found[first_outcome(HandoffState(state), was_accepted=bool(accepted))] += count
    return dict(found)


def latest_of_leads(connection: Connection, workspace_id: WorkspaceId, lead_ids: Sequence[int]) -> dict[int, int]:
    """The newest handoff of each lead that has one: lead id to handoff id."""
    if not lead_ids:
        return {}
    rows = connection.execute(
        select(col(Handoff.lead_id), col(Handoff.id))
        .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.lead_id).in_(lead_ids))
        .order_by(col(Handoff.offered_at), col(Handoff.round), col(Handoff.id))
    )
    return {row[0]: row[1] for row in rows}


def passed_on_by(connection: Connection, workspace_id: WorkspaceId, ids: Collection[int]) -> list[PassedOn]:
    """Who gave these handoffs to somebody else last, and in which words: each pair once, the latest first."""
    rows = connection.execute(
        select(col(AuditEvent.subject_id), col(Member.slack_user_id), col(AuditEvent.data))
        .join(Member, and_(col(Member.workspace_id) == workspace_id, col(Member.id) == col(AuditEvent.actor_id)))
        .where(
            col(AuditEvent.workspace_id) == workspace_id,
            col(AuditEvent.subject_kind) == SUBJECT,
            col(AuditEvent.subject_id).in_(ids),
            col(AuditEvent.action) == "handoff_reassigned",
        )
        .order_by(col(AuditEvent.at).desc(), col(AuditEvent.id).desc())
    )
    latest: dict[int, PassedOn] = {}
    for subject_id, by, data in rows:
        latest.setdefault(subject_id, PassedOn(by, json.loads(data).get("note")))
    return list(dict.fromkeys(latest.values()))


def managed_ids(connection: Connection, workspace_id: WorkspaceId, manager_id: int) -> list[int]:
    """Members whose manager somebody is."""
    rows = connection.execute(
        select(col(Member.id)).where(col(Member.workspace_id) == workspace_id, col(Member.manager_id) == manager_id)
    )
    return [row[0] for row in rows]


def _open(workspace_id: WorkspaceId, whose: Whose) -> list[ColumnElement[bool]]:
    # Literal, as the partial index has it: a bound state could not use it.
    is_open = literal_column("handoffs.state IN ('offered', 'accepted', 'attempted', 'contacted')", Boolean())
    wanted: list[ColumnElement[bool]] = [col(Handoff.workspace_id) == workspace_id, is_open]
    if whose.among is not None:
        wanted.append(col(Handoff.id).in_(whose.among))
    if whose.owner_ids is None:
        return wanted
    either: list[ColumnElement[bool]] = [col(Handoff.owner_id).in_(whose.owner_ids)]
    if whose.marketer_id is not None:
        either.append(col(Handoff.marketer_id) == whose.marketer_id)
    return [*wanted, or_(*either)]


def _running(workspace_id: WorkspaceId) -> list[ColumnElement[bool]]:
    return [
        col(Timer.workspace_id) == workspace_id,
        col(Timer.subject_kind) == SUBJECT,
        col(Timer.subject_id) == col(Handoff.id),
        col(Timer.state).in_(("open", "paused")),
        ~col(Timer.is_shadow),
    ]


def _due(workspace_id: WorkspaceId) -> ScalarSelect[datetime]:
    return select(func.min(col(Timer.due_at))).where(*_running(workspace_id)).correlate(Handoff).scalar_subquery()


def _due_kind(workspace_id: WorkspaceId) -> ScalarSelect[str]:
    first = select(col(Timer.kind)).where(*_running(workspace_id)).order_by(col(Timer.due_at), col(Timer.id)).limit(1)
    return first.correlate(Handoff).scalar_subquery()


def _paused(workspace_id: WorkspaceId) -> ColumnElement[bool]:
    paused = exists().where(*_running(workspace_id), col(Timer.state) == "paused")
    return paused.correlate(Handoff)
