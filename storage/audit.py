"""Who did what: one row an act, in the transaction of the act."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlmodel import col

from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import AuditEvent


def latest(connection: Connection, workspace_id: WorkspaceId) -> int:
    """The id of the last act: as long as it is the same, nobody did anything. 0 before the first."""
    return int(
        connection.execute(
            select(func.coalesce(func.max(col(AuditEvent.id)), 0)).where(col(AuditEvent.workspace_id) == workspace_id)
        ).scalar_one()
    )


def who_did(connection: Connection, workspace_id: WorkspaceId, action: str, subject: tuple[str, int]) -> int | None:
    """The member who did ``action`` to ``subject`` (kind, id) last; nobody where it was the clock, or was not done."""
    return connection.execute(
        select(col(AuditEvent.actor_id))
        .where(
            col(AuditEvent.workspace_id) == workspace_id,
            col(AuditEvent.subject_kind) == subject[0],
            col(AuditEvent.subject_id) == subject[1],
            col(AuditEvent.action) == action,
        )
        .order_by(col(AuditEvent.id).desc())
        .limit(1)
    ).scalar()


def record(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    *,
    action: str,
    subject: tuple[str, int],
    actor_id: int | None,
    now: datetime,
    data: Mapping[str, object] | None = None,
) -> None:
    """Note that ``actor_id`` (a member, or nobody for the clock) did ``action`` to ``subject`` (kind, id)."""
    work.connection.execute(insert(AuditEvent), event(workspace_id, action, subject, actor_id, now, data))


def record_all(work: UnitOfWork, events: Sequence[Mapping[str, Any]]) -> None:
    """Note several acts, made by `event`, in one statement."""
    if events:
        work.connection.execute(insert(AuditEvent), [dict(each) for each in events])


def event(
    workspace_id: WorkspaceId,
    action: str,
    subject: tuple[str, int],
    actor_id: int | None,
    now: datetime,
    data: Mapping[str, object] | None = None,
) -> dict[str, Any]:
    """All columns of an audit event, for inserting."""
    return {
        "workspace_id": workspace_id,
        "id": new_id(),
        "at": now,
        "actor_id": actor_id,
        "action": action,
        "subject_kind": subject[0],
        "subject_id": subject[1],
        "data": json.dumps(data or {}, ensure_ascii=False),
    }
