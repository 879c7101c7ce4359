"""Workspaces and members: finding them, and keeping what Slack says of them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, select, update
from sqlmodel import Session, SQLModel, col

from domain.values import frozen
from storage.among import among
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.question import Given, Question
from storage.tables import Member, Workspace
from storage.upsert import upsert


@frozen
class Profile:
    """What Slack tells about a user; ``locale`` is ours (`commands.i18n.LOCALES`), ``tz`` IANA.

    ``email`` is in small letters, absent where Slack does not tell it.
    """

    slack_user_id: str
    display_name: str
    locale: str
    tz: str
    kind: str
    is_admin: bool
    is_active: bool = True
    email: str | None = None


def get_workspace(connection: Connection, workspace_id: WorkspaceId) -> Workspace:
    """The workspace's row. Raises NoResultFound for an id that is none."""
    with Session(connection) as session:
        return session.get_one(Workspace, workspace_id)


def find_workspace(connection: Connection, enterprise_id: str, team_id: str) -> Workspace | None:
    """The workspace of a Slack team ("" for ``enterprise_id`` outside a grid)."""
    with Session(connection) as session:
        return session.scalars(
            select(Workspace).where(col(Workspace.enterprise_id) == enterprise_id, col(Workspace.team_id) == team_id)
        ).one_or_none()


def find_workspace_id(connection: Connection, enterprise_id: str, team_id: str) -> WorkspaceId | None:
    """The id alone, as each start asks for it: without the mappers of all tables, which the first request makes."""
    known = SQLModel.metadata.tables["workspaces"]
    asked = select(known.c.id).where(known.c.enterprise_id == enterprise_id, known.c.team_id == team_id)
    found = connection.execute(asked).scalar_one_or_none()
    return None if found is None else WorkspaceId(found)


def list_workspaces(connection: Connection) -> list[Workspace]:
    """Every workspace that installed the product."""
    with Session(connection) as session:
        return list(session.scalars(select(Workspace).order_by(col(Workspace.id))))


def add_workspace(work: UnitOfWork, workspace: Workspace) -> WorkspaceId:
    """Store a new workspace and give its id."""
    work.session.add(workspace)
    work.session.flush()
    return WorkspaceId(workspace.id or 0)


def find_member(connection: Connection, workspace_id: WorkspaceId, slack_user_id: str) -> Member | None:
    """The member behind a Slack user id, if we have met them."""
    with Session(connection) as session:
        return session.scalars(
            select(Member).where(col(Member.workspace_id) == workspace_id, col(Member.slack_user_id) == slack_user_id)
        ).one_or_none()


def get_member(connection: Connection, workspace_id: WorkspaceId, member_id: int) -> Member:
    """A member by our id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(Member, (workspace_id, member_id))


def marketing_channel(connection: Connection, workspace_id: WorkspaceId) -> tuple[str | None, str]:
    """The channel that hears of feedback without an owner, and the workspace's zone."""
    row = connection.execute(
        select(col(Workspace.marketing_channel), col(Workspace.tz)).where(col(Workspace.id) == workspace_id)
    ).one()
    return row[0], row[1]


def list_admins(connection: Connection, workspace_id: WorkspaceId, *, limit: int = 3) -> list[str]:
    """Slack user ids of admins whom we have met, by name: whom to ask."""
    rows = connection.execute(
        select(col(Member.slack_user_id))
        .where(col(Member.workspace_id) == workspace_id, col(Member.is_admin), col(Member.is_active))
        .order_by(col(Member.display_name), col(Member.id))
        .limit(limit)
    )
    return [row[0] for row in rows]


def change_settings(
    work: UnitOfWork, workspace_id: WorkspaceId, changes: Mapping[str, object], *, expected_version: int
) -> int:
    """Write a workspace's settings and give the new version.

    Raises `StaleVersionError` when they changed since they were read.
    """
    done = work.connection.execute(
        update(Workspace)
        .where(col(Workspace.id) == workspace_id, col(Workspace.version) == expected_version)
        .values({**changes, "version": expected_version + 1})
    )
    if done.rowcount != 1:
        kind = "workspace"
        raise StaleVersionError(kind, workspace_id)
    return expected_version + 1


def names_of(connection: Connection, workspace_id: WorkspaceId, member_ids: set[int]) -> dict[int, str]:
    """Slack user ids of members, for mentions."""
    if not member_ids:
        return {}
    rows = connection.execute(
        select(col(Member.id), col(Member.slack_user_id)).where(
            col(Member.workspace_id) == workspace_id, col(Member.id).in_(member_ids)
        )
    )
    return {row[0]: row[1] for row in rows}


def gone_of(connection: Connection, workspace_id: WorkspaceId, member_ids: set[int]) -> frozenset[int]:
    """Those of these members who can answer for nothing any more: who left, or is a guest now."""
    if not member_ids:
        return frozenset()
    return frozenset(_gone.ask(connection, workspace_id=workspace_id, members=member_ids).scalars())


@Question
def _gone(given: Given) -> Select[int]:
    return select(col(Member.id)).where(
        col(Member.workspace_id) == given.workspace_id,
        among(col(Member.id), given.members),
        is_gone(),
    )


def is_gone() -> ColumnElement[bool]:
    """Whether a member can answer for nothing any more."""
    return col(Member.is_active).is_(False) | (col(Member.kind) != "full")


def profile_in(member: Member) -> Profile:
    """What Slack said of a member when it was asked last."""
    return Profile(
        slack_user_id=member.slack_user_id,
        display_name=member.display_name,
        locale=member.locale,
        tz=member.tz,
        kind=member.kind,
        is_admin=member.is_admin,
        is_active=member.is_active,
        email=member.email,
    )


def display_names(connection: Connection, workspace_id: WorkspaceId, slack_user_ids: set[str]) -> dict[str, str]:
    """What the people behind Slack user ids are called, as far as we have met them."""
    if not slack_user_ids:
        return {}
    rows = connection.execute(
        select(col(Member.slack_user_id), col(Member.display_name)).where(
            col(Member.workspace_id) == workspace_id, col(Member.slack_user_id).in_(slack_user_ids)
        )
    )
    return {row[0]: row[1] for row in rows if row[1]}


def save_profile(work: UnitOfWork, workspace_id: WorkspaceId, profile: Profile, as_of: datetime) -> int:
    """Insert or refresh a member from what Slack said at ``as_of`` (system time); gives our id.

    Safe when two do it at once: what is known from later stays, so a page of users read before somebody left, and
    stored after, gives them nothing back.
    """
    said = {
        "display_name": profile.display_name,
        "locale": profile.locale,
        "tz": profile.tz,
        "kind": profile.kind,
        "is_admin": profile.is_admin,
        "is_active": profile.is_active,
        "email": profile.email,
        "refreshed_at": as_of,
    }
    saved = work.connection.execute(
        upsert(work.connection, Member)
        .values(
            workspace_id=workspace_id,
            id=new_id(),
            slack_user_id=profile.slack_user_id,
            daily_at=9 * 60,
            version=1,
            **said,
        )
        .on_conflict_do_update(
            index_elements=["workspace_id", "slack_user_id"], set_=said, where=col(Member.refreshed_at) <= as_of
        )
        .returning(col(Member.id))
    ).scalar_one_or_none()
    if saved is not None:
        return int(saved)
    known = select(col(Member.id)).where(
        col(Member.workspace_id) == workspace_id, col(Member.slack_user_id) == profile.slack_user_id
    )
    return int(work.connection.execute(known).scalar_one())
