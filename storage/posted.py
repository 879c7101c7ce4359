"""Where messages that change with their subject stand in Slack."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Session, col

from storage.ids import WorkspaceId, new_id
from storage.tables import OutboxMessage, PostedMessage
from storage.unit_of_work import UnitOfWork


def posted_message(
    connection: Connection, workspace_id: WorkspaceId, subject_kind: str, subject_id: int, channel: str
) -> PostedMessage | None:
    """Where the message about a subject stands in ``channel``."""
    with Session(connection) as session:
        return session.scalars(
            select(PostedMessage).where(
                col(PostedMessage.workspace_id) == workspace_id,
                col(PostedMessage.subject_kind) == subject_kind,
                col(PostedMessage.subject_id) == subject_id,
                col(PostedMessage.channel) == channel,
            )
        ).one_or_none()


def remember(
    work: UnitOfWork,
    message: OutboxMessage,
    subject_kind: str,
    subject_id: int,
    channel: str,
    ts: str,
    now: datetime,
) -> None:
    """Keep where a message about a subject was posted or updated, and which version of the subject it shows."""
    shown = {"slack_channel": channel, "ts": ts, "version": message.subject_version or 1, "updated_at": now}
    known = posted_message(
        work.connection, WorkspaceId(message.workspace_id), subject_kind, subject_id, message.channel
    )
    if known is not None:
        work.connection.execute(
            update(PostedMessage)
            .where(col(PostedMessage.workspace_id) == message.workspace_id, col(PostedMessage.id) == known.id)
            .values(shown)
        )
        return
    work.connection.execute(
        insert(PostedMessage).values(
            workspace_id=message.workspace_id,
            id=new_id(),
            subject_kind=subject_kind,
            subject_id=subject_id,
            channel=message.channel,
            **shown,
        )
    )
