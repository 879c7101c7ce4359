"""Notices: things to tell somebody, before they are put into words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, text, update
from sqlmodel import Session, col

from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import Notice

NOW: Final = "now"
DAILY: Final = "daily"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A member (our id) or a channel (Slack's id); exactly one."""

    member_id: int | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedNotice:
    """A notice as a use case plans it. ``lane`` is `NOW` or `DAILY`; ``not_before`` is business time."""

    kind: str
    lane: str
    recipient: Recipient
    subject_kind: str
    subject_id: int
    not_before: datetime


def add_notices(work: UnitOfWork, workspace_id: WorkspaceId, planned: Iterable[PlannedNotice], now: datetime) -> None:
    """Store what is to be told, in the transaction of the facts."""
    rows = [row_of(workspace_id, notice, now) for notice in planned]
    if rows:
        work.connection.execute(insert(Notice), rows)
        work.is_urgent = work.is_urgent or any(row["lane"] == NOW for row in rows)


def row_of(workspace_id: WorkspaceId, notice: PlannedNotice, now: datetime) -> dict[str, Any]:
    """All columns of a planned notice, for inserting."""
    return {
        "workspace_id": workspace_id,
        "id": new_id(),
        "kind": notice.kind,
        "lane": notice.lane,
        "member_id": notice.recipient.member_id,
        "channel": notice.recipient.channel,
        "subject_kind": notice.subject_kind,
        "subject_id": notice.subject_id,
        "not_before": notice.not_before,
        "state": "pending",
        "outbox_id": None,
        "created_at": now,
    }


def drop_pending(work: UnitOfWork, workspace_id: WorkspaceId, subject_kind: str, subject_id: int) -> None:
    """Whatever was still to be told of a subject is not true any more."""
    work.connection.execute(
        update(Notice)
        .where(
            col(Notice.workspace_id) == workspace_id,
            col(Notice.subject_kind) == subject_kind,
            col(Notice.subject_id) == subject_id,
            col(Notice.state) == "pending",
        )
        .values(state="dropped")
    )


def told_of(
    work: UnitOfWork, workspace_id: WorkspaceId, subject_kind: str, subject_id: int
) -> set[tuple[Recipient, str]]:
    """Who was told of a subject already, and in which lane."""
    rows = work.connection.execute(
        select(col(Notice.member_id), col(Notice.channel), col(Notice.lane))
        .where(
            col(Notice.workspace_id) == workspace_id,
            col(Notice.subject_kind) == subject_kind,
            col(Notice.subject_id) == subject_id,
            col(Notice.state) == "released",
        )
        .distinct()
    )
    return {(Recipient(row[0], row[1]), row[2]) for row in rows}


def anything_due(connection: Connection, now: datetime) -> bool:
    """Whether somebody may have to be told something at ``now``: a look that takes no lock."""
    found = connection.execute(
        select(col(Notice.id))
        .where(text("notices.state = 'pending'"), col(Notice.not_before) <= now)
        .limit(1)
        .execution_options(all_workspaces="the clock looks for whoever is due")
    ).first()
    return found is not None


def next_due(work: UnitOfWork, now: datetime) -> tuple[WorkspaceId, Recipient] | None:
    """Somebody for whom a notice is due at ``now``; nobody when all is told."""
    row = work.connection.execute(
        select(col(Notice.workspace_id), col(Notice.member_id), col(Notice.channel))
        .where(text("notices.state = 'pending'"), col(Notice.not_before) <= now)
        .order_by(col(Notice.not_before))
        .limit(1)
        .with_for_update(skip_locked=True)
        .execution_options(all_workspaces="the clock looks for whoever is due")
    ).first()
    return None if row is None else (WorkspaceId(row[0]), Recipient(row[1], row[2]))


def take_due(work: UnitOfWork, workspace_id: WorkspaceId, recipient: Recipient, now: datetime) -> list[Notice]:
    """All that is due for one recipient, oldest first, locked against other processes."""
    to_whom = (
        col(Notice.channel) == recipient.channel
        if recipient.member_id is None
        else col(Notice.member_id) == recipient.member_id
    )
    with Session(work.connection) as session:
        found = session.scalars(
            select(Notice)
            .where(
                col(Notice.workspace_id) == workspace_id,
                to_whom,
                text("notices.state = 'pending'"),
                col(Notice.not_before) <= now,
            )
            .order_by(col(Notice.id))
            .limit(200)
            .with_for_update(skip_locked=True)
        )
        return list(found)


def settle(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    ids: Iterable[int],
    *,
    state: str,
    outbox_id: int | None = None,
) -> None:
    """Mark notices ``released`` (with the message that tells them) or ``dropped``."""
    work.connection.execute(
        update(Notice)
        .where(col(Notice.workspace_id) == workspace_id, col(Notice.id).in_(list(ids)))
        .values(state=state, outbox_id=outbox_id)
    )


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop settled notices made before ``moment``."""
    gone = work.connection.execute(
        delete(Notice)
        .where(col(Notice.state) != "pending", col(Notice.created_at) < moment)
        .execution_options(all_workspaces="retention")
    )
    return gone.rowcount
