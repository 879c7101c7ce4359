"""Working time: calendars as people edit them, and when somebody is away."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_NOT_REMINDED = text("ended_at IS NULL AND reminded_at IS NULL")


class Calendar(Row, table=True):
    """Named working hours: ``spec`` is the JSON of `domain.calendars.CalendarSpec`.

    Without a ``tz`` it is local to whoever it applies to. ``country`` and ``region`` say which public holidays were
    proposed; the accepted ones stand in ``spec``. ``is_default`` holds for members that have none of their own.
    """

    __tablename__ = "calendars"
    __table_args__ = (Index("uq_calendars_name", "workspace_id", "name", unique=True),)

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    name: str
    spec: str = Field(sa_type=Text)
    tz: str | None = None
    country: str | None = None
    region: str | None = None
    is_default: bool = False
    created_at: datetime
    version: int = 1


class CalendarSnapshot(Row, table=True):
    """A calendar as deadlines were reckoned by it: what explains them still, after people changed theirs.

    ``key`` is a digest of ``spec``, so that the same hours are kept once. Never changed.
    """

    __tablename__ = "calendar_snapshots"

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    key: str = Field(primary_key=True)
    spec: str = Field(sa_type=Text)
    created_at: datetime


class TimeOff(Row, table=True):
    """A member is away from ``starts_at`` until ``ends_at`` (UTC): no working time passes for them.

    ``cancelled_at`` is set when they came back earlier or it was a mistake.
    """

    __tablename__ = "time_off"
    __table_args__ = (
        points_to("members", "member_id"),
        Index("ix_time_off_member", "workspace_id", "member_id", "ends_at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    member_id: int = Field(sa_type=BigInteger)
    starts_at: datetime
    ends_at: datetime
    note: str | None = None
    created_at: datetime
    cancelled_at: datetime | None = None


class Pause(Row, table=True):
    """The clock of a record stood still from ``started_at``; ``ended_at`` is absent while it does.

    ``reason``: ``customer`` (waiting for them) or ``away``. ``reminded_at`` is when the owner was to be reminded of it.
    """

    __tablename__ = "pauses"
    __table_args__ = (
        points_to("members", "member_id"),
        Index("ix_pauses_subject", "workspace_id", "subject_kind", "subject_id"),
        Index(
            "uq_pauses_open",
            "workspace_id",
            "subject_kind",
            "subject_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_pauses_standing", "started_at", "id", sqlite_where=_NOT_REMINDED, postgresql_where=_NOT_REMINDED),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    subject_kind: str
    subject_id: int = Field(sa_type=BigInteger)
    member_id: int = Field(sa_type=BigInteger)
    reason: str
    started_at: datetime
    ended_at: datetime | None = None
    reminded_at: datetime | None = None
