"""Messages that were given up: looking one up, and whether the one before it was, too."""

from sqlalchemy import Connection, select
from sqlmodel import Session, col

from storage.ids import WorkspaceId
from storage.tables import OutboxMessage


def find_message(connection: Connection, workspace_id: WorkspaceId, outbox_id: int) -> OutboxMessage | None:
    """A message by its id; nothing when it was forgotten."""
    with Session(connection) as session:
        return session.get(OutboxMessage, (workspace_id, outbox_id))


def was_given_up_before(connection: Connection, message: OutboxMessage) -> bool:
    """Whether the message of this kind that went to the same channel before this one is dead, too."""
    state = connection.execute(
        select(col(OutboxMessage.state))
        .where(
            col(OutboxMessage.workspace_id) == message.workspace_id,
            col(OutboxMessage.kind) == message.kind,
            col(OutboxMessage.channel) == message.channel,
            col(OutboxMessage.id) < message.id,
        )
        .order_by(col(OutboxMessage.id).desc())
        .limit(1)
    ).scalar_one_or_none()
    return state == "dead"
