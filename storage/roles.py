"""What people are in the team: changing it, listing them, and who is above whom."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, func, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId
from storage.tables import Member

#: No company has more levels; a ring of managers ends here.
_LEVELS: Final = 20


def change_member(
    work: UnitOfWork, workspace_id: WorkspaceId, member_id: int, changes: Mapping[str, object], *, expected_version: int
) -> int:
    """Write what somebody is and give the new version. Raises `StaleVersionError` when it changed since it was read."""
    done = work.connection.execute(
        update(Member)
        .where(
            col(Member.workspace_id) == workspace_id,
            col(Member.id) == member_id,
            col(Member.version) == expected_version,
        )
        .values({**changes, "version": expected_version + 1})
    )
    if done.rowcount != 1:
        kind = "member"
        raise StaleVersionError(kind, member_id)
    return expected_version + 1


def list_people(connection: Connection, workspace_id: WorkspaceId, *, limit: int = 500) -> list[Member]:
    """Full members who are here, by team (those with none last) and name."""
    with Session(connection) as session:
        return list(
            session.scalars(
                select(Member)
                .where(col(Member.workspace_id) == workspace_id, col(Member.kind) == "full", col(Member.is_active))
                .order_by(col(Member.team) == "", col(Member.team).desc(), col(Member.display_name), col(Member.id))
                .limit(limit)
            )
        )


def count_by_team(connection: Connection, workspace_id: WorkspaceId) -> dict[str, int]:
    """How many full members who are here each team has; "" for those whose team nobody said."""
    rows = connection.execute(
        select(col(Member.team), func.count())
        .where(col(Member.workspace_id) == workspace_id, col(Member.kind) == "full", col(Member.is_active))
        .group_by(col(Member.team))
    )
    return {row[0]: row[1] for row in rows}


def list_teams(connection: Connection, workspace_id: WorkspaceId, *, limit: int = 90) -> list[tuple[int, str]]:
    """Who leads somebody that is here: our id and their name, by name."""
    led = aliased(Member)
    rows = connection.execute(
        select(col(Member.id), col(Member.display_name), col(Member.slack_user_id))
        .join(led, (col(led.workspace_id) == workspace_id) & (col(led.manager_id) == col(Member.id)))
        .where(col(Member.workspace_id) == workspace_id, col(led.is_active))
        .distinct()
        .order_by(col(Member.display_name), col(Member.id))
        .limit(limit)
    )
    return [(row[0], row[1] or row[2]) for row in rows]


def team_of(connection: Connection, workspace_id: WorkspaceId, manager_id: int) -> frozenset[int]:
    """Who leads a team and whom they lead, by our ids."""
    rows = connection.execute(
        select(col(Member.id)).where(col(Member.workspace_id) == workspace_id, col(Member.manager_id) == manager_id)
    )
    return frozenset({manager_id, *(row[0] for row in rows)})


def backup_of(connection: Connection, workspace_id: WorkspaceId, member_id: int) -> tuple[int, str, int] | None:
    """Who stands in for a member and is still here: our id, Slack's, the minute of their daily list."""
    member, backup = aliased(Member), aliased(Member)
    row = connection.execute(
        select(col(backup.id), col(backup.slack_user_id), col(backup.daily_at))
        .join(member, (col(member.workspace_id) == workspace_id) & (col(member.backup_id) == col(backup.id)))
        .where(col(backup.workspace_id) == workspace_id, col(member.id) == member_id, col(backup.is_active))
    ).first()
    return None if row is None else (row[0], row[1], row[2])


def managers_above(connection: Connection, workspace_id: WorkspaceId, member_id: int) -> list[int]:
    """Their manager, the manager's manager, and so on."""
    above: list[int] = []
    current: int | None = member_id
    while current is not None and len(above) < _LEVELS:
        current = connection.execute(
            select(col(Member.manager_id)).where(col(Member.workspace_id) == workspace_id, col(Member.id) == current)
        ).scalar()
        if current is None or current in above:
            break
        above.append(current)
    return above
