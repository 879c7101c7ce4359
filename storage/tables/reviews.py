"""Win/loss reviews: what swung a closed deal, as the rep, the manager and the buyer see it."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_OF_A_DEAL = text("deal_id IS NOT NULL AND withdrawn_at IS NULL")
_OF_AN_ACCOUNT = text("account_id IS NOT NULL")


class WinLossReview(Row, table=True):
    """One view of how a deal ended, as logged by ``logged_by_id`` at ``logged_at``; ``perspective`` says whose view.

    ``closing`` is which closing of the deal the view is of (``deals.closings``), at ``deal_closed_at``: a deal that
    reopens and closes again has other views; both are absent when it stood open then, or no deal is named.
    ``buyer_words`` are verbatim and never rewritten by a machine; ``typed`` is the whole line that it was logged with.
    ``contributing`` holds up to three codes, parted by blanks. ``account_hint`` keeps a name that matched no account.
    ``source_author`` (a Slack user id) wrote the message at ``source_link`` that it was logged from, whoever logged it.
    ``search_text`` holds the stemmed words of all texts (`storage.search`); ``text_hash`` finds the same text again.
    ``withdrawn_at`` is set by *Undo*: hidden everywhere, never deleted. Codes: `domain.taxonomy`; which reasons go with
    which outcome: `domain.win_loss`.
    """

    __tablename__ = "win_loss_reviews"
    __table_args__ = (
        Index(
            "ix_win_loss_reviews_competitor",
            "workspace_id",
            "competitor",
            sqlite_where=text("competitor IS NOT NULL"),
            postgresql_where=text("competitor IS NOT NULL"),
        ),
        points_to("members", "logged_by_id"),
        points_to("accounts", "account_id"),
        points_to("deals", "deal_id"),
        Index("ix_reviews_week", "workspace_id", "logged_at", "outcome", "withdrawn_at"),
        Index("ix_reviews_mine", "workspace_id", "logged_by_id", "logged_at"),
        Index(
            "ix_reviews_deal",
            "workspace_id",
            "deal_id",
            "logged_at",
            sqlite_where=_OF_A_DEAL,
            postgresql_where=_OF_A_DEAL,
        ),
        Index(
            "ix_reviews_account",
            "workspace_id",
            "account_id",
            "logged_at",
            sqlite_where=_OF_AN_ACCOUNT,
            postgresql_where=_OF_AN_ACCOUNT,
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    logged_by_id: int = Field(sa_type=BigInteger)
    logged_at: datetime
    perspective: str = "rep"
    account_id: int | None = Field(default=None, sa_type=BigInteger)
    account_hint: str | None = None
    deal_id: int | None = Field(default=None, sa_type=BigInteger)
    closing: int | None = None
    deal_closed_at: datetime | None = None
    outcome: str
    primary_reason: str | None = None
    contributing: str = ""
    competitor: str | None = None
    swung_it: str | None = Field(default=None, sa_type=Text)
    buyer_words: str | None = Field(default=None, sa_type=Text)
    helpful_content: str | None = Field(default=None, sa_type=Text)
    lesson: str | None = Field(default=None, sa_type=Text)
    typed: str | None = Field(default=None, sa_type=Text)
    source_channel: str | None = None
    source_link: str | None = None
    source_author: str | None = None
    text_hash: str
    search_text: str = Field(default="", sa_type=Text)
    withdrawn_at: datetime | None = None
    updated_at: datetime
    version: int = 1
