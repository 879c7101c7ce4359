"""Files that people asked for, on their way into their DM.

Moments of claims and tries are system time.
"""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, text, update
from sqlmodel import Session, col

from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import FileExport


def ask(work: UnitOfWork, workspace_id: WorkspaceId, member_id: int, now: datetime) -> int:
    """Note that somebody wants the accounts as a file; gives our id."""
    export_id = new_id()
    row = {"workspace_id": workspace_id, "id": export_id, "member_id": member_id, "state": "asked", "attempts": 0}
    times = {"next_attempt_at": now, "created_at": now, "updated_at": now}
    work.connection.execute(insert(FileExport), {**row, **times})
    work.is_urgent = True
    return export_id


def anything_due(connection: Connection, now: datetime) -> bool:
    """Whether `claim` might find something: a look that takes no lock."""
    found = connection.execute(
        select(col(FileExport.id))
        .where(
            text("file_exports.state IN ('asked', 'uploaded')"),
            col(FileExport.next_attempt_at) <= now,
            or_(col(FileExport.lease_until).is_(None), col(FileExport.lease_until) < now),
        )
        .limit(1)
        .execution_options(all_workspaces="exports serve every workspace")
    ).first()
    return found is not None


def claim(work: UnitOfWork, now: datetime, lease: timedelta) -> FileExport | None:
    """Take the file that waits longest under a lease; nothing when there is none."""
    with Session(work.connection) as session:
        found = session.scalars(
            select(FileExport)
            .where(
                text("file_exports.state IN ('asked', 'uploaded')"),
                col(FileExport.next_attempt_at) <= now,
                or_(col(FileExport.lease_until).is_(None), col(FileExport.lease_until) < now),
            )
            .order_by(col(FileExport.next_attempt_at), col(FileExport.id))
            .limit(1)
            .with_for_update(skip_locked=True)
            .execution_options(all_workspaces="exports serve every workspace")
        ).one_or_none()
        if found is None:
            return None
        session.expunge(found)
    found.attempts += 1
    found.lease_token = secrets.token_hex(8)
    work.connection.execute(
        update(FileExport)
        .where(col(FileExport.workspace_id) == found.workspace_id, col(FileExport.id) == found.id)
        .values(attempts=found.attempts, lease_token=found.lease_token, lease_until=now + lease)
    )
    return found


def settle(work: UnitOfWork, export: FileExport, now: datetime, **values: object) -> bool:
    """End a step: write what came of it and let go of the lease. False when it is somebody else's by now."""
    done = work.connection.execute(
        update(FileExport)
        .where(
            col(FileExport.workspace_id) == export.workspace_id,
            col(FileExport.id) == export.id,
            col(FileExport.lease_token) == export.lease_token,
        )
        .values({"next_attempt_at": now, **values, "lease_token": None, "lease_until": None, "updated_at": now})
    )
    work.is_urgent = True
    return done.rowcount == 1


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop what was sent, or could not be, before ``moment``."""
    gone = work.connection.execute(
        delete(FileExport)
        .where(col(FileExport.state).in_(["done", "refused"]), col(FileExport.updated_at) < moment)
        .execution_options(all_workspaces="retention")
    )
    return gone.rowcount
