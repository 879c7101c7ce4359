"""Companies that turned out to be one: what was merged into what, and what moved with it."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_STANDING = text("state = 'merged'")


class AccountMerge(Row, table=True):
    """A person's word on two accounts: that ``merged_id`` is ``kept_id`` under another name, or that it is not.

    ``state``: ``merged`` → ``undone``; or ``apart``: they are two, and are suggested no more. ``filled`` (JSON) are the
    columns that the kept account got from the other, each with what stood there before and what stands there since.
    ``archived_before`` is when the merged one had been archived, if it was.
    """

    __tablename__ = "account_merges"
    __table_args__ = (
        points_to("accounts", "kept_id"),
        points_to("accounts", "merged_id"),
        points_to("members", "by_id"),
        points_to("members", "undone_by_id"),
        Index("ix_account_merges_kept", "workspace_id", "kept_id", "id"),
        Index(
            "uq_account_merges_merged",
            "workspace_id",
            "merged_id",
            unique=True,
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
        Index("ix_account_merges_state", "workspace_id", "state", "id"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    kept_id: int = Field(sa_type=BigInteger)
    merged_id: int = Field(sa_type=BigInteger)
    state: str = "merged"
    filled: str = Field(default="{}", sa_type=Text)
    archived_before: datetime | None = None
    by_id: int = Field(sa_type=BigInteger)
    at: datetime
    undone_by_id: int | None = Field(default=None, sa_type=BigInteger)
    undone_at: datetime | None = None


class AccountMergeMove(Row, table=True):
    """A row that pointed to the merged account and was pointed to the kept one: what an undo takes back."""

    __tablename__ = "account_merge_moves"
    __table_args__ = (points_to("account_merges", "merge_id"),)

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    merge_id: int = Field(primary_key=True, sa_type=BigInteger)
    reference: str = Field(primary_key=True)
    row_id: int = Field(primary_key=True, sa_type=BigInteger)
