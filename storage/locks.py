"""Making what one person does happen one after the other."""

from typing import Final

from sqlalchemy import text

from storage.database import UnitOfWork
from storage.ids import WorkspaceId

#: Below every key that a member can have: those are a million and more.
_CLAIMING: Final = 1
_RELEASING: Final = 2
_ROUTING: Final = 1


def one_at_a_time(work: UnitOfWork, workspace_id: WorkspaceId, member_id: int) -> None:
    """Wait until no other transaction acts for this member. SQLite has one writer anyway."""
    if work.glance.dialect.name == "postgresql":
        work.connection.execute(
            text("SELECT pg_advisory_xact_lock(:key)"), {"key": (workspace_id * 1_000_003) ^ member_id}
        )


def one_of_a_name(work: UnitOfWork, workspace_id: WorkspaceId, name: str) -> None:
    """Wait until no other transaction makes something that is called so."""
    if work.glance.dialect.name == "postgresql":
        work.connection.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:name, :ws))"), {"name": name, "ws": workspace_id}
        )


def one_routes(work: UnitOfWork, workspace_id: WorkspaceId) -> None:
    """Wait until no other transaction decides who gets a lead: of two at once the second sees the first one's turn."""
    if work.glance.dialect.name == "postgresql":
        # Two numbers: a space of keys of its own.
        work.connection.execute(
            text("SELECT pg_advisory_xact_lock(:kind, :ws)"), {"kind": _ROUTING, "ws": workspace_id}
        )


def one_claims(work: UnitOfWork) -> None:
    """Wait until no other process is choosing messages from the outbox: so that no two choose the same channel."""
    _one_process(work, _CLAIMING)


def one_releases(work: UnitOfWork) -> None:
    """Wait until no other process is releasing notices: so that one person's are merged into one message."""
    _one_process(work, _RELEASING)


def _one_process(work: UnitOfWork, key: int) -> None:
    if work.glance.dialect.name == "postgresql":
        work.connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
