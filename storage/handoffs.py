"""Handoffs and what was tried with them: stored, changed under a version, found by what is due or open."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, insert, select, text, update
from sqlmodel import Session, col

from domain.taxonomy import MemberKind, Team
from domain.values import frozen
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId
from storage.in_order import by_id
from storage.tables import Attempt, AuditEvent, Handoff, Lead, Member

#: The kind of subject that notices, timers and audit events about a handoff have.
SUBJECT: Final = "handoff"
#: The notice that lets messages about one follow where they stand.
CHANGED: Final = "handoff_changed"


@frozen
class Happened:
    """One line of a record's history; ``actor_id`` is absent when the clock did it."""

    at: datetime
    action: str
    actor_id: int | None
    data: Mapping[str, Any]


def add_handoff(work: UnitOfWork, handoff: Handoff) -> None:
    """Store a new handoff."""
    work.connection.execute(insert(Handoff), handoff.model_dump())


def get_handoff(connection: Connection, workspace_id: WorkspaceId, handoff_id: int) -> Handoff:
    """A handoff by id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(Handoff, (workspace_id, handoff_id))


def lock_handoff(work: UnitOfWork, workspace_id: WorkspaceId, handoff_id: int) -> Handoff:
    """The same, locked: of two who press at once one comes first. Raises NoResultFound."""
    with Session(work.connection) as session:
        return session.scalars(
            select(Handoff)
            .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.id) == handoff_id)
            .with_for_update()
        ).one()


def lock_handoffs(work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int]) -> None:
    """Lock handoffs, in the order of their ids: before their timers, as everybody does."""
    if ids:
        work.connection.execute(
            select(col(Handoff.id))
            .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.id).in_(ids))
            .order_by(col(Handoff.id))
            .with_for_update()
        )


def lock_open_of_owner(work: UnitOfWork, workspace_id: WorkspaceId, owner_id: int) -> list[Handoff]:
    """Somebody's open handoffs, locked in the order of their ids; not one that went on or to others meanwhile."""
    with Session(work.connection) as session:
        return list(
            session.scalars(
                select(Handoff)
                .where(
                    col(Handoff.workspace_id) == workspace_id,
                    col(Handoff.owner_id) == owner_id,
                    text("handoffs.state IN ('offered', 'accepted', 'attempted', 'contacted')"),
                )
                .order_by(by_id(col(Handoff.id)))
                .with_for_update()
            )
        )


def take_handoffs(work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int]) -> dict[int, Handoff]:
    """Those of ``ids`` that nobody else is changing now, locked, by id."""
    with Session(work.connection) as session:
        found = session.scalars(
            select(Handoff)
            .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.id).in_(ids))
            .order_by(col(Handoff.id))
            .with_for_update(skip_locked=True)
        )
        return {each.id: each for each in found}


def change_handoff(
    work: UnitOfWork, workspace_id: WorkspaceId, before: Handoff, changes: Mapping[str, Any], now: datetime
) -> int:
    """Write ``changes`` over ``before`` and give the new version. Raises `StaleVersionError` when it changed since."""
    done = work.connection.execute(
        update(Handoff)
        .where(
            col(Handoff.workspace_id) == workspace_id,
            col(Handoff.id) == before.id,
            col(Handoff.version) == before.version,
        )
        .values({**changes, "updated_at": now, "version": before.version + 1})
    )
    if done.rowcount != 1:
        raise StaleVersionError(SUBJECT, before.id)
    return before.version + 1


def give_to(
    work: UnitOfWork, workspace_id: WorkspaceId, locked: Collection[Handoff], owner_id: int, now: datetime
) -> None:
    """Make somebody the owner of handoffs that this transaction has locked; nothing is snoozed for a new owner."""
    work.connection.execute(
        update(Handoff)
        .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.id).in_([each.id for each in locked]))
        .values(owner_id=owner_id, snoozed_until=None, updated_at=now, version=col(Handoff.version) + 1)
    )


def latest_of_lead(connection: Connection, workspace_id: WorkspaceId, lead_id: int) -> Handoff | None:
    """The last handoff of a lead, if there was one."""
    with Session(connection) as session:
        return session.scalars(
            select(Handoff)
            .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.lead_id) == lead_id)
            .order_by(by_id(col(Handoff.id)).desc())
            .limit(1)
        ).first()


def next_round(connection: Connection, workspace_id: WorkspaceId, handoff: Handoff) -> int | None:
    """The handoff that offers this one again, if there is one."""
    return connection.execute(
        select(col(Handoff.id))
        .where(
            col(Handoff.workspace_id) == workspace_id,
            col(Handoff.lead_id) == handoff.lead_id,
            col(Handoff.parent_id) == handoff.id,
        )
        .limit(1)
    ).scalar()


def open_ids_of_owner(connection: Connection, workspace_id: WorkspaceId, owner_id: int) -> list[int]:
    """Somebody's open handoffs, the oldest first."""
    rows = connection.execute(
        select(col(Handoff.id))
        .where(
            col(Handoff.workspace_id) == workspace_id,
            col(Handoff.owner_id) == owner_id,
            text("handoffs.state IN ('offered', 'accepted', 'attempted', 'contacted')"),
        )
        .order_by(col(Handoff.offered_at), col(Handoff.id))
    )
    return [row[0] for row in rows]


def leads_held_by(
    connection: Connection, workspace_id: WorkspaceId, owner_id: int, lead_ids: Collection[int]
) -> set[int]:
    """Those of ``lead_ids`` that somebody has an open handoff of."""
    rows = connection.execute(
        select(col(Handoff.lead_id)).where(
            col(Handoff.workspace_id) == workspace_id,
            col(Handoff.owner_id) == owner_id,
            col(Handoff.lead_id).in_(list(lead_ids)),
            text("handoffs.state IN ('offered', 'accepted', 'attempted', 'contacted')"),
        )
    )
    return {row[0] for row in rows}


def lock_lead(work: UnitOfWork, workspace_id: WorkspaceId, lead_id: int) -> Lead:
    """A lead, locked: it is offered to one at a time. Raises NoResultFound."""
    with Session(work.connection) as session:
        return session.scalars(
            select(Lead).where(col(Lead.workspace_id) == workspace_id, col(Lead.id) == lead_id).with_for_update()
        ).one()


def add_lead(work: UnitOfWork, lead: Lead) -> None:
    """Store a lead that somebody typed."""
    work.connection.execute(insert(Lead), lead.model_dump())


def add_attempt(work: UnitOfWork, attempt: Attempt) -> None:
    """Store a try at reaching a lead."""
    work.connection.execute(insert(Attempt), attempt.model_dump())


def attempts_of(connection: Connection, workspace_id: WorkspaceId, handoff_id: int) -> list[Attempt]:
    """What was tried, in order."""
    with Session(connection) as session:
        return list(
            session.scalars(
                select(Attempt)
                .where(col(Attempt.workspace_id) == workspace_id, col(Attempt.handoff_id) == handoff_id)
                .order_by(col(Attempt.at), col(Attempt.id))
            )
        )


def history_of(
    connection: Connection, workspace_id: WorkspaceId, subject: tuple[str, int], *, limit: int = 100
) -> list[Happened]:
    """What happened to a record, in order; of a long history the latest part."""
    rows = connection.execute(
        select(col(AuditEvent.at), col(AuditEvent.action), col(AuditEvent.actor_id), col(AuditEvent.data))
        .where(
            col(AuditEvent.workspace_id) == workspace_id,
            col(AuditEvent.subject_kind) == subject[0],
            col(AuditEvent.subject_id) == subject[1],
        )
        .order_by(col(AuditEvent.id).desc())
        .limit(limit)
    ).all()
    return [Happened(row.at, row.action, row.actor_id, json.loads(row.data)) for row in reversed(rows)]


def members_by_id(connection: Connection, workspace_id: WorkspaceId, ids: Collection[int | None]) -> dict[int, Member]:
    """Members, those who left too."""
    wanted = {each for each in ids if each is not None}
    if not wanted:
        return {}
    with Session(connection) as session:
        found = session.scalars(
            select(Member).where(col(Member.workspace_id) == workspace_id, col(Member.id).in_(wanted))
        )
        return {each.id: each for each in found}


def sales_managers(connection: Connection, workspace_id: WorkspaceId) -> list[int]:
    """Who leads sales; where nobody does, the admins. Ours by id, the longest known first."""
    rows = connection.execute(
        select(col(Member.id), col(Member.is_manager), col(Member.team))
        .where(
            col(Member.workspace_id) == workspace_id,
            col(Member.is_active),
            col(Member.kind) == MemberKind.FULL,
            col(Member.is_manager) | col(Member.is_admin),
        )
        .order_by(col(Member.id))
    ).all()
    leading = [row.id for row in rows if row.is_manager and row.team == Team.SALES]
    return leading or [row.id for row in rows if not row.is_manager]


def list_returning(connection: Connection, now: datetime, *, limit: int = 200) -> list[tuple[WorkspaceId, int]]:
    """Recycled handoffs whose date has come and whose marketer was not asked yet, the longest waiting first."""
    rows = connection.execute(
        select(col(Handoff.workspace_id), col(Handoff.id))
        # Literal, not bound: a prepared plan for bound conditions could not use the partial index.
        .where(
            text("handoffs.state = 'recycled' AND handoffs.recycle_asked_at IS NULL"), col(Handoff.recycle_at) <= now
        )
        .order_by(col(Handoff.recycle_at), col(Handoff.id))
        .limit(limit)
        .execution_options(all_workspaces="the clock looks for whatever is due")
    )
    return [(WorkspaceId(row[0]), row[1]) for row in rows]
