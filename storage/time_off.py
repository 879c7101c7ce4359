"""Time off: when members are away. Times are business time, UTC."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlmodel import Session, col

from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import TimeOff


def add_time_off(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    member_id: int,
    starts_at: datetime,
    ends_at: datetime,
    *,
    note: str | None,
    now: datetime,
) -> int:
    """Store that a member is away, and give the row's id."""
    row = TimeOff(
        workspace_id=workspace_id,
        id=new_id(),
        member_id=member_id,
        starts_at=starts_at,
        ends_at=ends_at,
        note=note,
        created_at=now,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


def get_time_off(connection: Connection, workspace_id: WorkspaceId, time_off_id: int) -> TimeOff:
    """One absence by id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(TimeOff, (workspace_id, time_off_id))


def change_time_off(work: UnitOfWork, workspace_id: WorkspaceId, time_off_id: int, ends_at: datetime) -> None:
    """Let an absence end at another moment."""
    work.connection.execute(
        update(TimeOff)
        .where(col(TimeOff.workspace_id) == workspace_id, col(TimeOff.id) == time_off_id)
        .values(ends_at=ends_at)
    )


def cancel_time_off(work: UnitOfWork, workspace_id: WorkspaceId, absence: TimeOff, now: datetime) -> None:
    """They are here: one under way ends now (they were away until then), one that has not begun never was."""
    changed = {"ends_at": now} if absence.starts_at < now else {"cancelled_at": now}
    work.connection.execute(
        update(TimeOff).where(col(TimeOff.workspace_id) == workspace_id, col(TimeOff.id) == absence.id).values(changed)
    )


def list_ahead(
    connection: Connection, workspace_id: WorkspaceId, member_ids: Collection[int], now: datetime
) -> list[TimeOff]:
    """What is under way or still to come, the earliest first."""
    if not member_ids:
        return []
    with Session(connection) as session:
        return list(
            session.scalars(
                select(TimeOff)
                .where(
                    col(TimeOff.workspace_id) == workspace_id,
                    col(TimeOff.member_id).in_(list(member_ids)),
                    col(TimeOff.ends_at) > now,
                    col(TimeOff.cancelled_at).is_(None),
                )
                .order_by(col(TimeOff.starts_at), col(TimeOff.id))
            )
        )


def away_until(
    connection: Connection, workspace_id: WorkspaceId, member_ids: Collection[int], now: datetime
) -> dict[int, datetime]:
    """Who is away at ``now``, and until when (the latest, where absences overlap or follow one another)."""
    until: dict[int, datetime] = {}
    for absence in list_ahead(connection, workspace_id, member_ids, now):
        known = until.get(absence.member_id)
        if absence.starts_at <= (known or now):
            until[absence.member_id] = max(known or absence.ends_at, absence.ends_at)
    return until
