"""Objections: what buyers said against buying, word for word."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_OF_AN_ACCOUNT = text("account_id IS NOT NULL")


class Objection(Row, table=True):
    """One objection, as logged by ``logged_by_id`` at ``logged_at``.

    ``quote`` is the verbatim text and is never rewritten by a machine. ``account_hint`` keeps an account's name that
    matched no account. ``theme`` is absent until somebody or a recognised word says it; ``theme_confirmed`` tells
    which. ``search_text`` holds the stemmed words of all texts (`storage.search`); ``text_hash`` finds the same text
    again. ``source_author`` (a Slack user id) wrote the message at ``source_link`` that it was logged from, whoever
    logged it. ``withdrawn_at`` is set by *Undo*: hidden everywhere, never deleted. Codes: `domain.taxonomy`.
    """

    __tablename__ = "objections"
    __table_args__ = (
        Index(
            "ix_objections_competitor",
            "workspace_id",
            "competitor",
            sqlite_where=text("competitor IS NOT NULL"),
            postgresql_where=text("competitor IS NOT NULL"),
        ),
        points_to("members", "logged_by_id"),
        points_to("accounts", "account_id"),
        points_to("leads", "lead_id"),
        points_to("deals", "deal_id"),
        Index("ix_objections_week", "workspace_id", "logged_at", "theme", "withdrawn_at"),
        Index(
            "ix_objections_account",
            "workspace_id",
            "account_id",
            "logged_at",
            sqlite_where=_OF_AN_ACCOUNT,
            postgresql_where=_OF_AN_ACCOUNT,
        ),
        Index("ix_objections_mine", "workspace_id", "logged_by_id", "logged_at"),
        Index("ix_objections_same_text", "workspace_id", "text_hash", "logged_at"),
        Index(
            "ix_objections_arguments",
            "workspace_id",
            "theme",
            "logged_at",
            sqlite_where=text("argument IS NOT NULL AND withdrawn_at IS NULL"),
            postgresql_where=text("argument IS NOT NULL AND withdrawn_at IS NULL"),
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    logged_by_id: int = Field(sa_type=BigInteger)
    logged_at: datetime
    quote: str = Field(sa_type=Text)
    theme: str | None = None
    theme_confirmed: bool = False
    account_id: int | None = Field(default=None, sa_type=BigInteger)
    account_hint: str | None = None
    lead_id: int | None = Field(default=None, sa_type=BigInteger)
    deal_id: int | None = Field(default=None, sa_type=BigInteger)
    stage: str | None = None
    buying_role: str | None = None
    competitor: str | None = None
    argument: str | None = Field(default=None, sa_type=Text)
    worked: str | None = None
    belief_source: str | None = None
    ask: str = "none"
    note: str | None = Field(default=None, sa_type=Text)
    source_channel: str | None = None
    source_link: str | None = None
    source_author: str | None = None
    text_hash: str
    search_text: str = Field(default="", sa_type=Text)
    withdrawn_at: datetime | None = None
    updated_at: datetime
    version: int = 1
