"""Workspaces and the people in them."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, UniqueConstraint
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class Workspace(Row, table=True):
    """One Slack workspace that installed Lazo; ``id`` is our surrogate over (enterprise, team).

    ``locale`` and ``tz`` are the defaults for shared messages and for people whose own are not known yet.
    ``marketing_channel`` hears of feedback on accounts without a marketing owner; ``handoff_channel`` has one message
    a handoff. ``country`` and ``region`` say whose public holidays are proposed. ``set_up`` (JSON) keeps which steps of
    the set-up are done. ``reaction`` is the name of the emoji that offers to log a message, "" for none.
    """

    __tablename__ = "workspaces"
    __table_args__ = (UniqueConstraint("enterprise_id", "team_id", name="uq_workspaces_team"),)

    id: int | None = Field(default=None, primary_key=True)
    enterprise_id: str = ""  # "" when the workspace is not part of a grid: NULLs would not be unique
    team_id: str
    name: str = ""
    locale: str = "en"
    tz: str = "UTC"
    marketing_channel: str | None = None
    handoff_channel: str | None = None
    country: str | None = None
    region: str | None = None
    set_up: str = Field(default="{}", sa_type=Text)
    guests_allowed: bool = False
    reaction: str = "loop"
    created_at: datetime
    version: int = 1


class Member(Row, table=True):
    """A Slack user as last seen: how to address them (locale), when (zone), and whether at all (kind).

    ``daily_at`` is minutes after local midnight at which their daily list comes. ``team`` is ``sales``, ``marketing``
    or "" (not said); ``manager_id`` hears of escalations, ``backup_id`` may take over. ``calendar_id`` is absent for
    the workspace's default hours. ``open_cap`` is how many open handoffs they take (absent: any number). ``email`` (in
    small letters) is absent where Slack does not tell it.
    """

    __tablename__ = "members"
    __table_args__ = (
        points_to("members", "manager_id"),
        points_to("members", "backup_id"),
        points_to("calendars", "calendar_id"),
        Index("uq_members_slack_user", "workspace_id", "slack_user_id", unique=True),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    slack_user_id: str
    display_name: str = ""
    locale: str
    tz: str
    kind: str = "full"
    is_admin: bool = False
    is_active: bool = True
    daily_at: int = 9 * 60
    team: str = ""
    is_manager: bool = False
    manager_id: int | None = Field(default=None, sa_type=BigInteger)
    backup_id: int | None = Field(default=None, sa_type=BigInteger)
    calendar_id: int | None = Field(default=None, sa_type=BigInteger)
    open_cap: int | None = None
    email: str | None = None
    refreshed_at: datetime
    version: int = 1
