"""What is to be said, what was said, and when the digest is due."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_PENDING = text("state = 'pending'")
_CLAIMABLE = text("state IN ('pending', 'sending')")
_HAS_SUBJECT = text("subject_id IS NOT NULL")
_ACTIVE = text("is_active")


class Notice(Row, table=True):
    """Something to tell a person or a channel, not yet put into words.

    Held until ``not_before``; at release it is checked again (is it still true?), merged with the others for the
    same recipient, rendered in the recipient's language and enqueued as one `OutboxMessage`.
    Exactly one of ``member_id`` and ``channel`` is set. ``lane``: ``now`` (needs this person to act), ``daily``, or
    ``in_place`` (corrects a message where it stands).
    ``state``: ``pending`` → ``released`` | ``dropped``.
    """

    __tablename__ = "notices"
    __table_args__ = (
        points_to("members", "member_id"),
        Index("ix_notices_due", "not_before", sqlite_where=_PENDING, postgresql_where=_PENDING),
        Index("ix_notices_subject", "workspace_id", "subject_kind", "subject_id"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    kind: str
    lane: str
    member_id: int | None = Field(default=None, sa_type=BigInteger)
    channel: str | None = None
    subject_kind: str
    subject_id: int = Field(sa_type=BigInteger)
    not_before: datetime
    state: str = "pending"
    outbox_id: int | None = Field(default=None, sa_type=BigInteger)
    created_at: datetime


class OutboxMessage(Row, table=True):
    """One message on its way to Slack: at least once, one row per ``dedupe_key``.

    ``channel`` is a Slack conversation or user id; ``body`` is the JSON of text and blocks, ``fallback`` the body to
    send when Slack refuses the first (a chart in a workspace that has none). ``operation``: ``post`` or ``update`` (of
    the posted message of the same subject). ``state``: ``pending`` → ``sending`` → ``sent`` | ``dead`` | ``skipped``.
    ``reply_to_id``: it waits until that row is sent, and goes below it (``thread_ts`` is that one's timestamp then).
    The lease (`lease_token`, `lease_until`, system time) fences a delivery that lost its claim.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("uq_outbox_dedupe", "workspace_id", "dedupe_key", unique=True),
        Index("ix_outbox_claim", "next_attempt_at", "id", sqlite_where=_CLAIMABLE, postgresql_where=_CLAIMABLE),
        Index("ix_outbox_state", "workspace_id", "state", "id"),
        Index(
            "ix_outbox_subject",
            "workspace_id",
            "subject_kind",
            "subject_id",
            sqlite_where=_HAS_SUBJECT,
            postgresql_where=_HAS_SUBJECT,
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    kind: str
    dedupe_key: str
    operation: str = "post"
    channel: str
    reply_to_id: int | None = Field(default=None, sa_type=BigInteger)
    thread_ts: str | None = None
    body: str = Field(sa_type=Text)
    fallback: str | None = Field(default=None, sa_type=Text)
    subject_kind: str | None = None
    subject_id: int | None = Field(default=None, sa_type=BigInteger)
    subject_version: int | None = None
    state: str = "pending"
    attempts: int = 0
    next_attempt_at: datetime
    lease_token: str | None = None
    lease_until: datetime | None = None
    sent_ts: str | None = None
    sent_at: datetime | None = None
    last_error: str | None = Field(default=None, sa_type=Text)
    error_id: str | None = None
    created_at: datetime


class PostedMessage(Row, table=True):
    """Where a message that may change stands in Slack, and which version of its subject it shows."""

    __tablename__ = "posted_messages"
    __table_args__ = (Index("uq_posted_subject", "workspace_id", "subject_kind", "subject_id", "channel", unique=True),)

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    subject_kind: str
    subject_id: int = Field(sa_type=BigInteger)
    channel: str
    slack_channel: str
    ts: str
    version: int
    updated_at: datetime


class DigestSchedule(Row, table=True):
    """When a channel gets its digests: ``weekday`` (0 = Monday) at ``minute_of_day`` local to ``tz``.

    ``weekly_at`` and ``monthly_at`` are the next such moments in UTC, absent where that digest is not wanted;
    ``next_due_at`` is when the earlier one is planned (a holiday moves it), recomputed after each run, so that "what is
    due" is one indexed question. ``left_out`` are codes of `domain.digest_scope.Section` with blanks between,
    ``accounts`` says which are reviewed (`domain.digest_scope.AccountChoice`). ``created_at`` is when its digests
    began, the last time that they did.
    """

    __tablename__ = "digest_schedules"
    __table_args__ = (
        points_to("members", "set_by_id"),
        Index("uq_digest_schedules_channel", "workspace_id", "channel", unique=True),
        Index("ix_digest_schedules_due", "next_due_at", sqlite_where=_ACTIVE, postgresql_where=_ACTIVE),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    channel: str
    weekday: int = 0
    minute_of_day: int = 9 * 60
    tz: str
    locale: str
    left_out: str = ""
    accounts: str = "all"
    is_active: bool = True
    weekly_at: datetime | None = None
    monthly_at: datetime | None = None
    next_due_at: datetime
    set_by_id: int | None = Field(default=None, sa_type=BigInteger)
    created_at: datetime
    version: int = 1
