"""What an operator wants to know of a database: its settings, its soundness, and what waits in it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, func, select, text
from sqlmodel import col

from domain.values import frozen
from storage import outbox_replies
from storage.ids import WorkspaceId
from storage.tables import DigestSchedule, Member, OutboxMessage, Workspace


@frozen
class ChannelUse:
    """A Slack channel that a workspace speaks in, and what for: ``marketing``, ``digest`` or another setting."""

    workspace_id: WorkspaceId
    channel: str
    use: str


@frozen
class Waiting:
    """Messages that should have left by now, and since when the oldest waits."""

    count: int
    since: datetime | None


@frozen
class PeopleKnown:
    """How many members are known, and when Slack was asked about one of them last."""

    count: int
    newest: datetime | None


def sqlite_pragmas(connection: Connection) -> Mapping[str, str]:
    """The settings that durability and integrity hang on, as our connections have them."""
    return {
        name: str(connection.execute(text(f"PRAGMA {name}")).scalar_one())
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }


def sqlite_problems(connection: Connection) -> list[str]:
    """What ``quick_check`` finds wrong with the file; empty when it is sound. Reads all of it."""
    found = [str(row[0]) for row in connection.execute(text("PRAGMA quick_check(5)"))]
    return [] if found == ["ok"] else found


def postgresql_facts(connection: Connection) -> Mapping[str, str]:
    """The server's version, the size of the database in bytes, and settings that durability hangs on."""
    names = ("server_version", "fsync", "synchronous_commit", "full_page_writes", "data_checksums")
    facts = {name: str(connection.execute(text(f"SHOW {name}")).scalar_one()) for name in names}
    facts["size"] = str(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
    return facts


def channels_in_use(connection: Connection) -> list[ChannelUse]:
    """Every channel that a workspace's settings or a digest schedule name."""
    # Each setting of that kind, also those to come: a channel that nobody looks at is the one that is wrong.
    settings = [column for column in Workspace.__table__.columns if column.name.endswith("_channel")]  # type: ignore[attr-defined]
    found = [
        ChannelUse(WorkspaceId(row[0]), row[place], column.name.removesuffix("_channel"))
        for row in connection.execute(select(col(Workspace.id), *settings).order_by(col(Workspace.id)))
        for place, column in enumerate(settings, 1)
        if row[place]
    ]
    schedules = connection.execute(
        select(col(DigestSchedule.workspace_id), col(DigestSchedule.channel))
        .where(text("digest_schedules.is_active"))
        .order_by(col(DigestSchedule.workspace_id), col(DigestSchedule.channel))
        .execution_options(all_workspaces="operations")
    )
    return [*found, *(ChannelUse(WorkspaceId(row[0]), row[1], "digest") for row in schedules)]


def zones_in_use(connection: Connection) -> set[str]:
    """Every time zone that rows name."""
    queries = (
        select(col(Workspace.tz)),
        select(col(Member.tz)).distinct().execution_options(all_workspaces="operations"),
        select(col(DigestSchedule.tz)).distinct().execution_options(all_workspaces="operations"),
    )
    return {row[0] for query in queries for row in connection.execute(query)}


def overdue(connection: Connection, now: datetime) -> Waiting:
    """Messages that might have been tried by ``now`` (system time) and were not sent.

    A reply waits for what it answers, and is not overdue itself.
    """
    row = connection.execute(
        select(func.count(), func.min(col(OutboxMessage.created_at)))
        .where(
            text("outbox.state IN ('pending', 'sending')"),
            col(OutboxMessage.next_attempt_at) <= now,
            ~outbox_replies.waits_for_another(),
        )
        .execution_options(all_workspaces="operations")
    ).one()
    return Waiting(row[0], row[1])


def people_known(connection: Connection, workspace_id: WorkspaceId) -> PeopleKnown:
    """The active members of a workspace."""
    row = connection.execute(
        select(func.count(), func.max(col(Member.refreshed_at))).where(
            col(Member.workspace_id) == workspace_id, col(Member.is_active)
        )
    ).one()
    return PeopleKnown(row[0], row[1])
