"""How accounts get on: the stages of their deals, the next steps promised, and who was at it."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_OPEN = text("ended_at IS NULL")


class StageChange(Row, table=True):
    """A deal came into ``stage`` at ``at`` (business time), or closed; ``by_id`` is absent when a file said so.

    ``stage`` is a code of `domain.stages`. Rows are only ever added: the account's history is read from them.
    """

    __tablename__ = "stage_changes"
    __table_args__ = (
        points_to("deals", "deal_id"),
        points_to("accounts", "account_id"),
        points_to("members", "by_id"),
        Index("ix_stage_changes_account", "workspace_id", "account_id", "at", "deal_id", "stage"),
        Index("ix_stage_changes_deal", "workspace_id", "deal_id", "at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    account_id: int = Field(sa_type=BigInteger)
    deal_id: int = Field(sa_type=BigInteger)
    stage: str
    at: datetime
    by_id: int | None = Field(default=None, sa_type=BigInteger)


class AccountStep(Row, table=True):
    """What ``owner_id`` promised to do for an account by ``due_on``, a day where they are.

    Open until ``ended_at``; ``ending`` says ``done`` or ``dropped``. It is carried over from week to week until then.
    """

    __tablename__ = "account_steps"
    __table_args__ = (
        points_to("accounts", "account_id"),
        points_to("members", "owner_id"),
        points_to("members", "added_by_id"),
        points_to("members", "ended_by_id"),
        Index("ix_account_steps_account", "workspace_id", "account_id", "ended_at"),
        Index(
            "ix_account_steps_open", "workspace_id", "owner_id", "due_on", sqlite_where=_OPEN, postgresql_where=_OPEN
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    account_id: int = Field(sa_type=BigInteger)
    what: str = Field(sa_type=Text)
    owner_id: int = Field(sa_type=BigInteger)
    due_on: date
    added_at: datetime
    added_by_id: int = Field(sa_type=BigInteger)
    ended_at: datetime | None = None
    ended_by_id: int | None = Field(default=None, sa_type=BigInteger)
    ending: str | None = None
    version: int = 1


class AccountTouch(Row, table=True):
    """Somebody was at an account: a meeting, or what a CRM says. Attempts and finished steps have their own tables."""

    __tablename__ = "account_touches"
    __table_args__ = (
        points_to("accounts", "account_id"),
        points_to("members", "by_id"),
        Index("ix_account_touches_account", "workspace_id", "account_id", "at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    account_id: int = Field(sa_type=BigInteger)
    kind: str
    at: datetime
    by_id: int | None = Field(default=None, sa_type=BigInteger)
    note: str | None = Field(default=None, sa_type=Text)
