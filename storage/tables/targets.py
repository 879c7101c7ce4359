"""The quarter's list of target accounts: what is proposed, what both its owners agreed to, and what was dropped."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class TargetList(Row, table=True):
    """The list of one ``quarter`` (``2026-Q4``), cut in the workspace's zone, with an owner of sales and of marketing.

    ``sales_agreed_at`` and ``marketing_agreed_at`` are when its owners agreed to what is proposed now; both together
    put it on the list and clear them. ``published_at`` is when that happened first. ``minutes`` is what the review of
    one account is taken to last.
    """

    __tablename__ = "target_lists"
    __table_args__ = (
        points_to("members", "sales_owner_id"),
        points_to("members", "marketing_owner_id"),
        points_to("members", "created_by_id"),
        Index("uq_target_lists_quarter", "workspace_id", "quarter", unique=True),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    quarter: str
    sales_owner_id: int | None = Field(default=None, sa_type=BigInteger)
    marketing_owner_id: int | None = Field(default=None, sa_type=BigInteger)
    minutes: int = 2
    sales_agreed_at: datetime | None = None
    marketing_agreed_at: datetime | None = None
    published_at: datetime | None = None
    created_at: datetime
    created_by_id: int = Field(sa_type=BigInteger)
    version: int = 1


class TargetEntry(Row, table=True):
    """An account that was proposed for a list, and what became of it.

    It is proposed until ``on_at``, and then on the list until ``ended_at``; ``reason`` says why it was dropped.
    ``is_carried``: it stood on the list of the quarter before. Rows are kept: they are the list's history.
    """

    __tablename__ = "target_entries"
    __table_args__ = (
        points_to("target_lists", "list_id"),
        points_to("accounts", "account_id"),
        points_to("members", "proposed_by_id"),
        points_to("members", "ended_by_id"),
        Index("ix_target_entries_list", "workspace_id", "list_id", "account_id"),
        Index("ix_target_entries_account", "workspace_id", "account_id"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    list_id: int = Field(sa_type=BigInteger)
    account_id: int = Field(sa_type=BigInteger)
    is_carried: bool = False
    proposed_at: datetime
    proposed_by_id: int = Field(sa_type=BigInteger)
    on_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by_id: int | None = Field(default=None, sa_type=BigInteger)
    reason: str | None = Field(default=None, sa_type=Text)


class TargetVoice(Row, table=True):
    """What an owner said of a proposal: ``agreed``, or ``objected`` with a ``reason``. Rows are only ever added.

    ``side`` is ``sales`` or ``marketing``: whose owner they were.
    """

    __tablename__ = "target_voices"
    __table_args__ = (
        points_to("target_lists", "list_id"),
        points_to("members", "member_id"),
        Index("ix_target_voices_list", "workspace_id", "list_id", "id"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    list_id: int = Field(sa_type=BigInteger)
    member_id: int = Field(sa_type=BigInteger)
    side: str
    says: str
    reason: str | None = Field(default=None, sa_type=Text)
    at: datetime
