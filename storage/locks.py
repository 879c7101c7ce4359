"""Making what one person does happen one after the other."""

from sqlalchemy import text

from storage.database import UnitOfWork
from storage.ids import WorkspaceId


def one_at_a_time(work: UnitOfWork, workspace_id: WorkspaceId, member_id: int) -> None:
    """Wait until no other transaction acts for this member. SQLite has one writer anyway."""
    if work.connection.dialect.name == "postgresql":
        work.connection.execute(
            text("SELECT pg_advisory_xact_lock(:key)"), {"key": (workspace_id * 1_000_003) ^ member_id}
        )
