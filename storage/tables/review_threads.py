"""The weekly review in Slack: the replies below a digest, what people say in them, and what owners confirmed."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_CURRENT = text("is_current")


class ReviewReply(Row, table=True):
    """The reply about one account below the digest of an ISO week in ``channel``.

    ``digest_id`` is the digest's message in the outbox; week, zone and language are the digest's. ``version`` grows
    with each change of the account while the reply ``is_current``: until the channel's next digest.
    """

    __tablename__ = "review_replies"
    __table_args__ = (
        points_to("accounts", "account_id"),
        Index(
            "ix_review_replies_account",
            "workspace_id",
            "account_id",
            sqlite_where=_CURRENT,
            postgresql_where=_CURRENT,
        ),
        Index("ix_review_replies_channel", "workspace_id", "channel", sqlite_where=_CURRENT, postgresql_where=_CURRENT),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    account_id: int = Field(sa_type=BigInteger)
    digest_id: int = Field(sa_type=BigInteger)
    channel: str
    iso_year: int
    iso_week: int
    tz: str
    locale: str
    is_current: bool = True
    version: int = 1
    posted_at: datetime


class AccountComment(Row, table=True):
    """What somebody said of an account in its review."""

    __tablename__ = "account_comments"
    __table_args__ = (
        points_to("accounts", "account_id"),
        points_to("members", "by_id"),
        Index("ix_account_comments_account", "workspace_id", "account_id", "at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    account_id: int = Field(sa_type=BigInteger)
    by_id: int = Field(sa_type=BigInteger)
    at: datetime
    text: str = Field(sa_type=Text)


class ConfirmationAsk(Row, table=True):
    """An owner was asked to confirm their accounts for the review of an ISO week: once, its primary key sees to it.

    ``id`` is what the notice and the message are about; ``ends_at`` is when the first digest of that week is due.
    ``version`` grows with each change of the owner's accounts while the ask ``is_current``: until they are asked again.
    """

    __tablename__ = "confirmation_asks"
    __table_args__ = (
        points_to("members", "member_id"),
        Index("uq_confirmation_asks_id", "workspace_id", "id", unique=True),
        Index(
            "ix_confirmation_asks_member",
            "workspace_id",
            "member_id",
            sqlite_where=_CURRENT,
            postgresql_where=_CURRENT,
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    iso_year: int = Field(primary_key=True)
    iso_week: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True, sa_type=BigInteger)
    id: int = Field(sa_type=BigInteger)
    asked_at: datetime
    ends_at: datetime
    is_current: bool = True
    version: int = 1


class AccountConfirmation(Row, table=True):
    """An owner said that what is known of an account is right, for the review of an ISO week."""

    __tablename__ = "account_confirmations"
    __table_args__ = (
        points_to("accounts", "account_id"),
        points_to("members", "member_id"),
        Index("ix_account_confirmations_week", "workspace_id", "iso_year", "iso_week", "account_id"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    iso_year: int
    iso_week: int
    account_id: int = Field(sa_type=BigInteger)
    member_id: int = Field(sa_type=BigInteger)
    at: datetime
