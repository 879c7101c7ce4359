"""Handoffs: one MQL given to one sales owner, what was tried with it, and who is next."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_OF_AN_ACCOUNT = text("account_id IS NOT NULL")
_OPEN = text("state IN ('offered', 'accepted', 'attempted', 'contacted')")
_RETURNED = text("return_reason IS NOT NULL")
_RETURNING = text("state = 'recycled' AND recycle_asked_at IS NULL")


class Handoff(Row, table=True):
    """One MQL (or booked meeting) offered to ``owner_id`` by ``marketer_id``. States: `domain.handoff.HandoffState`.

    ``why`` tells why it is an MQL. ``lane`` is ``fast`` or ``standard``. ``routed_by`` and ``routing`` (JSON) say how
    the owner was found. ``parent_id`` is the handoff that this one offers again, ``round`` its number (from 1).
    The moments are when it happened, absent until it did; ``closed_at`` is when it left the open states.
    ``waited_minutes`` is the working time (company hours) from the prospect's request to the offer.
    ``return_reason`` is one of `domain.taxonomy.ReturnReason`; ``recycle_at`` when the marketer is to be asked again,
    ``recycle_asked_at`` when they were.
    """

    __tablename__ = "handoffs"
    __table_args__ = (
        points_to("leads", "lead_id"),
        points_to("accounts", "account_id"),
        points_to("members", "owner_id"),
        points_to("members", "marketer_id"),
        points_to("handoffs", "parent_id"),
        Index(
            "ix_handoffs_owner", "workspace_id", "owner_id", "offered_at", sqlite_where=_OPEN, postgresql_where=_OPEN
        ),
        Index(
            "ix_handoffs_account",
            "workspace_id",
            "account_id",
            sqlite_where=_OF_AN_ACCOUNT,
            postgresql_where=_OF_AN_ACCOUNT,
        ),
        Index("ix_handoffs_offered", "workspace_id", "offered_at", "id"),
        Index("ix_handoffs_lead", "workspace_id", "lead_id", "offered_at"),
        Index("ix_handoffs_marketer", "workspace_id", "marketer_id", "offered_at"),
        Index(
            "ix_handoffs_returned",
            "workspace_id",
            "closed_at",
            sqlite_where=_RETURNED,
            postgresql_where=_RETURNED,
        ),
        Index("ix_handoffs_recycle", "recycle_at", "id", sqlite_where=_RETURNING, postgresql_where=_RETURNING),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    kind: str = "mql"
    lead_id: int = Field(sa_type=BigInteger)
    account_id: int | None = Field(default=None, sa_type=BigInteger)
    owner_id: int = Field(sa_type=BigInteger)
    marketer_id: int = Field(sa_type=BigInteger)
    lead_type: str = "other"
    source: str = ""
    tier: int | None = None
    lane: str = "standard"
    policy_id: int | None = Field(default=None, sa_type=BigInteger)
    policy_version: int | None = None
    why: str = Field(default="", sa_type=Text)
    routed_by: str
    routing: str = Field(default="{}", sa_type=Text)
    parent_id: int | None = Field(default=None, sa_type=BigInteger)
    round: int = 1
    state: str = "offered"
    requested_at: datetime | None = None
    waited_minutes: int | None = None
    offered_at: datetime
    accepted_at: datetime | None = None
    attempted_at: datetime | None = None
    contacted_at: datetime | None = None
    qualified_at: datetime | None = None
    closed_at: datetime | None = None
    return_reason: str | None = None
    return_note: str | None = Field(default=None, sa_type=Text)
    recycle_at: datetime | None = None
    recycle_asked_at: datetime | None = None
    snoozed_until: datetime | None = None
    source_channel: str | None = None
    source_link: str | None = None
    created_at: datetime
    updated_at: datetime
    version: int = 1


class Attempt(Row, table=True):
    """A call, mail, message or meeting by a person, about one handoff; ``answered`` when the other side did."""

    __tablename__ = "attempts"
    __table_args__ = (
        points_to("handoffs", "handoff_id"),
        points_to("members", "member_id"),
        Index("ix_attempts_handoff", "workspace_id", "handoff_id", "at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    handoff_id: int = Field(sa_type=BigInteger)
    member_id: int = Field(sa_type=BigInteger)
    channel: str
    answered: bool = False
    note: str | None = Field(default=None, sa_type=Text)
    at: datetime


class RoutingRule(Row, table=True):
    """Leads of a territory, segment or source go to one owner or to a pool; the lowest ``position`` that matches wins.

    An absent condition matches anything. Exactly one of ``owner_id`` and ``pool`` is set.
    """

    __tablename__ = "routing_rules"
    __table_args__ = (
        points_to("members", "owner_id"),
        Index("ix_routing_rules_order", "workspace_id", "position", "id"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    position: int = 0
    territory: str | None = None
    segment: str | None = None
    source: str | None = None
    owner_id: int | None = Field(default=None, sa_type=BigInteger)
    pool: str | None = None
    is_active: bool = True
    created_at: datetime
    version: int = 1


class RotationSeat(Row, table=True):
    """A member's place in a round robin. ``cap`` is how many open handoffs they take (absent: any number).

    ``turns`` counts leads given by rotation; ``last_turn_at`` is their latest, ``last_missed_at`` when they last let
    one expire.
    """

    __tablename__ = "rotation_seats"
    __table_args__ = (points_to("members", "member_id"),)

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    pool: str = Field(primary_key=True)
    member_id: int = Field(primary_key=True, sa_type=BigInteger)
    cap: int | None = None
    turns: int = 0
    last_turn_at: datetime | None = None
    last_missed_at: datetime | None = None
    is_active: bool = True
    created_at: datetime
