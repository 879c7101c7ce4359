"""Ratings of leads: what each person thinks of a lead, side by side."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_STANDING = text("withdrawn_at IS NULL")


class LeadRating(Row, table=True):
    """What ``rated_by_id`` thinks of a lead: one row a person and lead, changed when they rate it again.

    ``fit`` and ``intent`` are grades, ``reason`` one of `domain.taxonomy.ReturnReason`. ``handoff_id`` is the lead's
    latest handoff when it was rated, ``decides`` whether the rater could change it then, and ``action`` what was done
    with it for the reason; absent: the rating stands beside it as a view. ``source_author`` (a Slack user id) wrote
    the message at ``source_link`` that it was logged from. ``withdrawn_at`` is set by *Undo*: hidden, never deleted.
    """

    __tablename__ = "lead_ratings"
    __table_args__ = (
        points_to("leads", "lead_id"),
        points_to("members", "rated_by_id"),
        points_to("handoffs", "handoff_id"),
        Index("uq_lead_ratings_rater", "workspace_id", "lead_id", "rated_by_id", unique=True),
        Index(
            "ix_lead_ratings_rated",
            "workspace_id",
            "rated_at",
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
        Index(
            "ix_lead_ratings_mine",
            "workspace_id",
            "rated_by_id",
            "updated_at",
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    lead_id: int = Field(sa_type=BigInteger)
    rated_by_id: int = Field(sa_type=BigInteger)
    rated_at: datetime
    fit: str
    intent: str
    reason: str | None = None
    note: str | None = Field(default=None, sa_type=Text)
    handoff_id: int | None = Field(default=None, sa_type=BigInteger)
    decides: bool = False
    action: str | None = None
    source_channel: str | None = None
    source_link: str | None = None
    source_author: str | None = None
    withdrawn_at: datetime | None = None
    updated_at: datetime
    version: int = 1
