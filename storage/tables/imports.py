"""Files that people dropped to be imported, the columns that they confirmed, and files that they asked for."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_DUE = text("state IN ('received', 'confirmed', 'reporting')")
_TO_SEND = text("state IN ('asked', 'uploaded')")


class FileImport(Row, table=True):
    """One file that a member dropped into the bot's DM (``channel``), and how far its import has come.

    ``state``: ``received`` (to be read) → ``waiting`` (previewed; the person decides) → ``confirmed`` (to be stored) →
    ``reporting`` (its report is to be uploaded) → ``done``; or ``cancelled``, or ``refused`` (``problem`` is the code).
    Changing the columns leads from ``waiting`` back to ``received``. ``version`` counts what the message shows.
    ``digest`` is the SHA-256 of the bytes that were previewed. ``plan`` is the JSON of how the file is read (columns,
    conventions), ``progress`` of what was stored so far, ``report_file_id`` the Slack file that holds the report.
    The lease (`lease_token`, `lease_until`, system time) fences a reader that lost its claim.
    """

    __tablename__ = "file_imports"
    __table_args__ = (
        points_to("members", "member_id"),
        Index("uq_file_imports_message", "workspace_id", "slack_file_id", "message_ts", unique=True),
        Index("ix_file_imports_due", "next_attempt_at", "id", sqlite_where=_DUE, postgresql_where=_DUE),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    slack_file_id: str
    message_ts: str
    name: str
    channel: str
    member_id: int = Field(sa_type=BigInteger)
    state: str = "received"
    version: int = 1
    problem: str | None = None
    digest: str | None = None
    plan: str = Field(default="{}", sa_type=Text)
    progress: str = Field(default="{}", sa_type=Text)
    report_file_id: str | None = None
    attempts: int = 0
    next_attempt_at: datetime
    lease_token: str | None = None
    lease_until: datetime | None = None
    last_error: str | None = Field(default=None, sa_type=Text)
    created_at: datetime
    updated_at: datetime


class ImportMapping(Row, table=True):
    """How files with these headings are read, as a member confirmed it last.

    ``headings_key`` is a digest of the folded headings; ``plan`` JSON of kind, columns by field and conventions.
    """

    __tablename__ = "import_mappings"
    __table_args__ = (
        points_to("members", "confirmed_by_id"),
        Index("uq_import_mappings_headings", "workspace_id", "headings_key", unique=True),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    headings_key: str
    plan: str = Field(sa_type=Text)
    confirmed_by_id: int = Field(sa_type=BigInteger)
    confirmed_at: datetime


class FileExport(Row, table=True):
    """A file of the workspace's accounts that a member asked for, on its way into their DM.

    ``state``: ``asked`` → ``uploaded`` (it is with Slack as ``slack_file_id``) → ``done``, or ``refused`` (``problem``
    is the code). The lease fences as a dropped file's does.
    """

    __tablename__ = "file_exports"
    __table_args__ = (
        points_to("members", "member_id"),
        Index("ix_file_exports_due", "next_attempt_at", "id", sqlite_where=_TO_SEND, postgresql_where=_TO_SEND),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    member_id: int = Field(sa_type=BigInteger)
    state: str = "asked"
    rows: int | None = None
    slack_file_id: str | None = None
    problem: str | None = None
    attempts: int = 0
    next_attempt_at: datetime
    lease_token: str | None = None
    lease_until: datetime | None = None
    created_at: datetime
    updated_at: datetime
