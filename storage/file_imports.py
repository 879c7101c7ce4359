"""Dropped files on their way into the database, and the columns that people confirmed.

Moments of claims and tries are system time.
"""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, or_, select, text, update
from sqlmodel import Session, col

from domain.values import frozen
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import FileImport, ImportMapping
from storage.upsert import upsert


@frozen
class DroppedFile:
    """A file as Slack told of it."""

    slack_file_id: str
    message_ts: str
    name: str
    channel: str


def add_file(work: UnitOfWork, workspace_id: WorkspaceId, file: DroppedFile, member_id: int, now: datetime) -> bool:
    """Note a dropped file to be read. False when it is known already."""
    added = work.connection.execute(
        upsert(work.connection, FileImport)
        .values(
            workspace_id=workspace_id,
            id=new_id(),
            slack_file_id=file.slack_file_id,
            message_ts=file.message_ts,
            name=file.name,
            channel=file.channel,
            member_id=member_id,
            state="received",
            version=1,
            plan="{}",
            progress="{}",
            attempts=0,
            next_attempt_at=now,
            created_at=now,
            updated_at=now,
        )
        .on_conflict_do_nothing(index_elements=["workspace_id", "slack_file_id", "message_ts"])
        .returning(col(FileImport.id))
    )
    work.is_urgent = True
    return added.first() is not None


def find_import(connection: Connection, workspace_id: WorkspaceId, import_id: int) -> FileImport | None:
    """A dropped file by our id."""
    with Session(connection) as session:
        return session.get(FileImport, (workspace_id, import_id))


def decide(
    work: UnitOfWork, workspace_id: WorkspaceId, import_id: int, version: int, now: datetime, **values: object
) -> bool:
    """Write what the person decided about a preview. False when that version is not what waits for a decision.

    The next version is told by the message that is to follow.
    """
    done = work.connection.execute(
        update(FileImport)
        .where(
            col(FileImport.workspace_id) == workspace_id,
            col(FileImport.id) == import_id,
            col(FileImport.version) == version,
            col(FileImport.state) == "waiting",
        )
        .values({**values, "version": version + 1, "attempts": 0, "next_attempt_at": now, "updated_at": now})
    )
    work.is_urgent = True
    return done.rowcount == 1


def anything_due(connection: Connection, now: datetime) -> bool:
    """Whether `claim` might find something: a look that takes no lock."""
    found = connection.execute(
        select(col(FileImport.id))
        .where(
            text("file_imports.state IN ('received', 'confirmed', 'reporting')"),
            col(FileImport.next_attempt_at) <= now,
            or_(col(FileImport.lease_until).is_(None), col(FileImport.lease_until) < now),
        )
        .limit(1)
        .execution_options(all_workspaces="imports serve every workspace")
    ).first()
    return found is not None


def claim(work: UnitOfWork, now: datetime, lease: timedelta) -> FileImport | None:
    """Take the file that waits longest under a lease; nothing when there is none to be worked on."""
    with Session(work.connection) as session:
        found = session.scalars(
            select(FileImport)
            .where(
                text("file_imports.state IN ('received', 'confirmed', 'reporting')"),
                col(FileImport.next_attempt_at) <= now,
                or_(col(FileImport.lease_until).is_(None), col(FileImport.lease_until) < now),
            )
            .order_by(col(FileImport.next_attempt_at), col(FileImport.id))
            .limit(1)
            .with_for_update(skip_locked=True)
            .execution_options(all_workspaces="imports serve every workspace")
        ).one_or_none()
        if found is None:
            return None
        session.expunge(found)
    found.attempts += 1
    found.lease_token, found.lease_until = secrets.token_hex(8), now + lease
    work.connection.execute(
        update(FileImport)
        .where(col(FileImport.workspace_id) == found.workspace_id, col(FileImport.id) == found.id)
        .values(attempts=found.attempts, lease_token=found.lease_token, lease_until=found.lease_until)
    )
    return found


def hold(work: UnitOfWork, file: FileImport, until: datetime, **values: object) -> bool:
    """Keep the lease longer, and note how far it has come. False when it is somebody else's by now."""
    return _write(work, file, {**values, "lease_until": until})


def settle(work: UnitOfWork, file: FileImport, now: datetime, **values: object) -> bool:
    """Write what came of it and let go. False when it is somebody else's by now: then nothing must be kept."""
    work.is_urgent = True
    return _write(
        work,
        file,
        {"next_attempt_at": now, **values, "updated_at": now, "lease_token": None, "lease_until": None},
    )


def find_mapping(connection: Connection, workspace_id: WorkspaceId, headings_key: str) -> str | None:
    """The plan confirmed last for files with these headings, as its row keeps it."""
    found = connection.execute(
        select(col(ImportMapping.plan)).where(
            col(ImportMapping.workspace_id) == workspace_id, col(ImportMapping.headings_key) == headings_key
        )
    ).first()
    return None if found is None else str(found[0])


def save_mapping(
    work: UnitOfWork, workspace_id: WorkspaceId, headings_key: str, plan: str, member_id: int, now: datetime
) -> None:
    """Keep a plan for the next file with these headings, in place of an earlier one."""
    said = {"plan": plan, "confirmed_by_id": member_id, "confirmed_at": now}
    work.connection.execute(
        upsert(work.connection, ImportMapping)
        .values(workspace_id=workspace_id, id=new_id(), headings_key=headings_key, **said)
        .on_conflict_do_update(index_elements=["workspace_id", "headings_key"], set_=said)
    )


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop what was decided, or never decided, before ``moment``; what is under way stays."""
    gone = work.connection.execute(
        delete(FileImport)
        .where(
            col(FileImport.state).in_(["waiting", "done", "cancelled", "refused"]),
            col(FileImport.updated_at) < moment,
        )
        .execution_options(all_workspaces="retention")
    )
    return gone.rowcount


def _write(work: UnitOfWork, file: FileImport, values: dict[str, object]) -> bool:
    done = work.connection.execute(
        update(FileImport)
        .where(
            col(FileImport.workspace_id) == file.workspace_id,
            col(FileImport.id) == file.id,
            col(FileImport.lease_token) == file.lease_token,
        )
        .values(values)
    )
    return done.rowcount == 1
