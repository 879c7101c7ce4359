"""Whether a message was enqueued before: what comes once a period asks by its key."""

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.ids import WorkspaceId
from storage.tables import OutboxMessage


def has_key(connection: Connection, workspace_id: WorkspaceId, dedupe_key: str) -> bool:
    """Whether a message with this key was enqueued, whatever became of it."""
    found = connection.execute(
        select(col(OutboxMessage.id)).where(
            col(OutboxMessage.workspace_id) == workspace_id, col(OutboxMessage.dedupe_key) == dedupe_key
        )
    )
    return found.first() is not None
