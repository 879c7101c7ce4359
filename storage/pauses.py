"""When the clock of a record stood still."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, insert, select, text, update
from sqlmodel import col

from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import Pause

Subject = tuple[str, int]
#: From when, and until when: absent while it lasts.
Stood = tuple[datetime, datetime | None]


def pauses_of(
    connection: Connection, workspace_id: WorkspaceId, subjects: Collection[Subject]
) -> dict[Subject, list[Stood]]:
    """The pauses of these records, in order."""
    found: dict[Subject, list[Stood]] = defaultdict(list)
    for kind in {kind for kind, _id in subjects}:
        rows = connection.execute(
            select(col(Pause.subject_id), col(Pause.started_at), col(Pause.ended_at))
            .where(
                col(Pause.workspace_id) == workspace_id,
                col(Pause.subject_kind) == kind,
                col(Pause.subject_id).in_({subject_id for each, subject_id in subjects if each == kind}),
            )
            .order_by(col(Pause.subject_id), col(Pause.started_at), col(Pause.id))
        )
        for row in rows:
            found[kind, row.subject_id].append((row.started_at, row.ended_at))
    return found


def open_pause(connection: Connection, workspace_id: WorkspaceId, subject: Subject) -> tuple[str, datetime] | None:
    """Why and since when a record's clock stands still; nothing when it runs."""
    row = connection.execute(
        select(col(Pause.reason), col(Pause.started_at)).where(
            col(Pause.workspace_id) == workspace_id,
            col(Pause.subject_kind) == subject[0],
            col(Pause.subject_id) == subject[1],
            col(Pause.ended_at).is_(None),
        )
    ).first()
    return None if row is None else (row.reason, row.started_at)


def list_standing(
    connection: Connection, subject_kind: str, since: datetime, *, limit: int = 200
) -> list[tuple[WorkspaceId, int]]:
    """Records of a kind whose clock stands still since ``since`` or longer, of which nobody was reminded yet."""
    rows = connection.execute(
        select(col(Pause.workspace_id), col(Pause.subject_id))
        # Literal, not bound: a prepared plan for bound conditions could not use the partial index.
        .where(
            text("pauses.ended_at IS NULL AND pauses.reminded_at IS NULL"),
            col(Pause.started_at) <= since,
            col(Pause.subject_kind) == subject_kind,
        )
        .order_by(col(Pause.started_at), col(Pause.id))
        .limit(limit)
        .execution_options(all_workspaces="the clock looks for whatever is due")
    )
    return [(WorkspaceId(row[0]), row[1]) for row in rows]


def mark_reminded(
    work: UnitOfWork, workspace_id: WorkspaceId, subject: Subject, since: datetime, now: datetime
) -> bool:
    """Note that a reminder of a pause goes out; False when it ended, is younger than ``since``, or that was noted."""
    marked = work.connection.execute(
        update(Pause)
        .where(
            col(Pause.workspace_id) == workspace_id,
            col(Pause.subject_kind) == subject[0],
            col(Pause.subject_id) == subject[1],
            col(Pause.ended_at).is_(None),
            col(Pause.reminded_at).is_(None),
            col(Pause.started_at) <= since,
        )
        .values(reminded_at=now)
    )
    return marked.rowcount == 1


def begin_pause(
    work: UnitOfWork, workspace_id: WorkspaceId, subject: Subject, member_id: int, reason: str, now: datetime
) -> None:
    """Let a record's clock stand still. Raises IntegrityError when it does already."""
    work.connection.execute(
        insert(Pause).values(
            workspace_id=workspace_id,
            id=new_id(),
            subject_kind=subject[0],
            subject_id=subject[1],
            member_id=member_id,
            reason=reason,
            started_at=now,
            ended_at=None,
        )
    )


def end_pause(work: UnitOfWork, workspace_id: WorkspaceId, subject: Subject, now: datetime) -> bool:
    """Let it run on, not before it stood still; False when it was running."""
    standing = open_pause(work.connection, workspace_id, subject)
    if standing is None:
        return False
    work.connection.execute(
        update(Pause)
        .where(
            col(Pause.workspace_id) == workspace_id,
            col(Pause.subject_kind) == subject[0],
            col(Pause.subject_id) == subject[1],
            col(Pause.ended_at).is_(None),
        )
        .values(ended_at=max(now, standing[1]))
    )
    return True
