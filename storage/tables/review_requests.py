"""Who was asked for a review of which closing of a deal."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_OPEN = text("state = 'open'")


class ReviewRequest(Row, table=True):
    """One closing of a deal, for which a review is asked: ``closing`` counts the deal's closings from 1.

    ``owner_id`` is whose deal it was, ``asked_id`` who is asked: somebody else where the owner has left, nobody where
    only ``channel`` could be asked, or not even that. ``state``: ``open`` → ``answered`` (by a rep's view,
    ``review_id``; ⇄ when that is undone) | ``withdrawn`` (the deal opened again), at ``settled_at``. ``reminded_at`` is
    when who is asked was reminded: once. Times are business time, UTC.
    """

    __tablename__ = "review_requests"
    __table_args__ = (
        points_to("deals", "deal_id"),
        points_to("members", "owner_id"),
        points_to("members", "asked_id"),
        points_to("win_loss_reviews", "review_id"),
        Index("uq_review_requests_closing", "workspace_id", "deal_id", "closing", unique=True),
        Index(
            "ix_review_requests_open",
            "workspace_id",
            "asked_id",
            "asked_at",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    deal_id: int = Field(sa_type=BigInteger)
    closing: int
    owner_id: int | None = Field(default=None, sa_type=BigInteger)
    asked_id: int | None = Field(default=None, sa_type=BigInteger)
    channel: str | None = None
    state: str = "open"
    review_id: int | None = Field(default=None, sa_type=BigInteger)
    asked_at: datetime
    reminded_at: datetime | None = None
    settled_at: datetime | None = None
    version: int = 1
