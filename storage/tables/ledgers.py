"""Ledgers: what was already taken in, what was already said, and who did what."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class InboundReceipt(Row, table=True):
    """One thing Slack sent us that was committed, keyed by its trigger or event id, with the answer we gave.

    A redelivery finds its row and gets the same answer. Nothing is stored for a refused form: a corrected one is a
    new try.
    """

    __tablename__ = "inbound_ledger"
    __table_args__ = (Index("ix_inbound_received", "received_at"),)

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    key: str = Field(primary_key=True)
    outcome: str | None = Field(default=None, sa_type=Text)
    received_at: datetime


class DigestRun(Row, table=True):
    """One digest of one channel, kind and period; its primary key is what makes it happen once.

    ``kind`` is ``weekly`` or ``monthly``. The period is the ISO week reported on, named in the channel's zone at the
    time of the claim; of a monthly one ``iso_year`` and ``iso_week`` are the calendar year and the month. ``attempt``
    is 1 unless somebody asked to post it anew. ``late_seconds`` is how long after the scheduled moment it was claimed.
    """

    __tablename__ = "digest_ledger"

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    channel: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    iso_year: int = Field(primary_key=True)
    iso_week: int = Field(primary_key=True)
    attempt: int = Field(primary_key=True)
    outbox_id: int | None = Field(default=None, sa_type=BigInteger)
    late_seconds: int = 0
    claimed_at: datetime


class AuditEvent(Row, table=True):
    """Who did what to which record, and what changed (``data``: JSON of the changed fields)."""

    __tablename__ = "audit_events"
    __table_args__ = (
        points_to("members", "actor_id"),
        Index("ix_audit_subject", "workspace_id", "subject_kind", "subject_id", "id"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime
    actor_id: int | None = Field(default=None, sa_type=BigInteger)
    action: str
    subject_kind: str
    subject_id: int = Field(sa_type=BigInteger)
    data: str = Field(default="{}", sa_type=Text)
