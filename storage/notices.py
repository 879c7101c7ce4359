"""Notices: things to tell somebody, before they are put into words."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlmodel import Session, col

from domain.values import frozen
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import Notice

NOW: Final = "now"
DAILY: Final = "daily"
#: For the list at the end of the reader's day: what a manager is told of late promises.
EVENING: Final = "evening"
#: What comes as a list at its time; all else is told as soon as the reader works.
LISTED: Final = (DAILY, EVENING)
#: Corrects a message where it stands. Nobody hears that, so it keeps no hours.
IN_PLACE: Final = "in_place"


@frozen
class Recipient:
    """A member (our id) or a channel (Slack's id); exactly one."""

    member_id: int | None = None
    channel: str | None = None


@frozen
class PlannedNotice:
    """A notice as a use case plans it. ``lane``: `NOW`, one of `LISTED`, `IN_PLACE`; ``not_before``: business time."""

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
        work.is_urgent = work.is_urgent or any(row["lane"] not in LISTED for row in rows)


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


def drop_pending(
    work: UnitOfWork, workspace_id: WorkspaceId, subject_kind: str, *subject_ids: int, kind: str | None = None
) -> None:
    """Whatever was still to be told of these subjects, or only notices of ``kind``, is not true any more."""
    pending = update(Notice).where(
        col(Notice.workspace_id) == workspace_id,
        col(Notice.subject_kind) == subject_kind,
        col(Notice.subject_id).in_(subject_ids),
        col(Notice.state) == "pending",
    )
    if kind is not None:
        pending = pending.where(col(Notice.kind) == kind)
    work.connection.execute(pending.values(state="dropped"))


def drop_all_but(
    work: UnitOfWork, workspace_id: WorkspaceId, kinds: Collection[str], subject_ids: Collection[int]
) -> None:
    """Tell nothing of what is pending but notices of ``kinds`` about ``subject_ids``: the rest is past."""
    kept = col(Notice.kind).in_(kinds) & col(Notice.subject_id).in_(subject_ids)
    work.connection.execute(
        update(Notice)
        .where(col(Notice.workspace_id) == workspace_id, col(Notice.state) == "pending", ~kept)
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


def is_pending(connection: Connection, workspace_id: WorkspaceId, subject: tuple[str, int], kind: str) -> bool:
    """Whether a notice of ``kind`` about a subject (kind, id) is still to be told."""
    found = connection.execute(
        select(col(Notice.id))
        .where(
            col(Notice.workspace_id) == workspace_id,
            col(Notice.subject_kind) == subject[0],
            col(Notice.subject_id) == subject[1],
            col(Notice.kind) == kind,
            col(Notice.state) == "pending",
        )
        .limit(1)
    )
    return found.first() is not None


def is_waiting_for(
    connection: Connection, workspace_id: WorkspaceId, subject: tuple[str, int], kind: str, member_id: int
) -> bool:
    """The same, to be told to one member."""
    found = connection.execute(
        select(col(Notice.id))
        .where(
            col(Notice.workspace_id) == workspace_id,
            col(Notice.subject_kind) == subject[0],
            col(Notice.subject_id) == subject[1],
            col(Notice.kind) == kind,
            col(Notice.member_id) == member_id,
            col(Notice.state) == "pending",
        )
        .limit(1)
    )
    return found.first() is not None


def list_due(connection: Connection, now: datetime, *, limit: int = 500) -> list[tuple[WorkspaceId, Recipient]]:
    """For whom something is due at ``now``, the longest waiting first: a look that takes no lock."""
    rows = connection.execute(
        select(col(Notice.workspace_id), col(Notice.member_id), col(Notice.channel))
        # Literal, not bound: a prepared plan for a bound state could not use the partial index.
        .where(text("notices.state = 'pending'"), col(Notice.not_before) <= now)
        .group_by(col(Notice.workspace_id), col(Notice.member_id), col(Notice.channel))
        .order_by(func.min(col(Notice.not_before)))
        .limit(limit)
        .execution_options(all_workspaces="the clock looks for whoever is due")
    )
    return [(WorkspaceId(row[0]), Recipient(row[1], row[2])) for row in rows]


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
    settled = list(ids)
    if settled:
        work.connection.execute(
            update(Notice)
            .where(col(Notice.workspace_id) == workspace_id, col(Notice.id).in_(settled))
            .values(state=state, outbox_id=outbox_id)
        )


def postpone(work: UnitOfWork, workspace_id: WorkspaceId, ids: Iterable[int], not_before: datetime) -> None:
    """Hold pending notices until ``not_before``."""
    work.connection.execute(
        update(Notice)
        .where(col(Notice.workspace_id) == workspace_id, col(Notice.id).in_(list(ids)))
        .values(not_before=not_before)
    )


def readdress(work: UnitOfWork, workspace_id: WorkspaceId, ids: Iterable[int], recipient: Recipient) -> None:
    """Let pending notices wait for somebody else."""
    work.connection.execute(
        update(Notice)
        .where(col(Notice.workspace_id) == workspace_id, col(Notice.id).in_(list(ids)))
        .values(member_id=recipient.member_id, channel=recipient.channel)
    )


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop settled notices made before ``moment``."""
    gone = work.connection.execute(
        delete(Notice)
        .where(col(Notice.state) != "pending", col(Notice.created_at) < moment)
        .execution_options(all_workspaces="retention")
    )
    return gone.rowcount
