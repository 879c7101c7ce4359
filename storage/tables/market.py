"""Accounts, leads and deals: what both teams work on."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_CLOSED = text("closed_at IS NOT NULL")
_IN_A_CRM = text("crm_id IS NOT NULL")
_OF_AN_ACCOUNT = text("account_id IS NOT NULL")


class Account(Row, table=True):
    """A company, with the sales owner and the marketing owner who answer for it.

    ``name_key`` (see `domain.names.name_key`) is unique in a workspace. ``archived_at`` hides, never deletes.
    ``tier`` is 1 to 3 for target accounts; ``territory`` and ``segment`` are what routing rules look at.
    ``relation`` is one of `domain.taxonomy.Relation`, absent while won deals say it; ``renewal_on`` a day.
    ``merged_into_id`` is the account that this one turned out to be: its name finds that one from then on.
    """

    __tablename__ = "accounts"
    __table_args__ = (
        points_to("members", "sales_owner_id"),
        points_to("members", "marketing_owner_id"),
        points_to("members", "created_by_id"),
        Index("uq_accounts_name_key", "workspace_id", "name_key", unique=True),
        Index(
            "ix_accounts_merged",
            "workspace_id",
            "merged_into_id",
            sqlite_where=text("merged_into_id IS NOT NULL"),
            postgresql_where=text("merged_into_id IS NOT NULL"),
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    name: str
    name_key: str
    sales_owner_id: int | None = Field(default=None, sa_type=BigInteger)
    marketing_owner_id: int | None = Field(default=None, sa_type=BigInteger)
    tier: int | None = None
    territory: str | None = None
    segment: str | None = None
    relation: str | None = None
    renewal_on: date | None = None
    crm_id: str | None = None
    crm_url: str | None = None
    created_by_id: int | None = Field(default=None, sa_type=BigInteger)
    created_at: datetime
    archived_at: datetime | None = None
    merged_into_id: int | None = Field(default=None, sa_type=BigInteger)
    version: int = 1


class Lead(Row, table=True):
    """A marketing qualified lead. ``mql_at`` is when it met the threshold: its cohort's date.

    ``source`` is a folded key (`domain.names.source_key`), "" when the file gave none. ``lead_type`` is one of
    `domain.taxonomy.LeadType`, absent when nobody said; ``action_at`` is when the prospect asked.
    """

    __tablename__ = "leads"
    __table_args__ = (
        points_to("accounts", "account_id"),
        Index("uq_leads_external", "workspace_id", "external_id", unique=True),
        Index("ix_leads_cohort", "workspace_id", "mql_at", "source", "id"),
        Index("ix_leads_company", "workspace_id", "company"),
        Index("ix_leads_name", "workspace_id", "name"),
        Index(
            "ix_leads_account",
            "workspace_id",
            "account_id",
            sqlite_where=_OF_AN_ACCOUNT,
            postgresql_where=_OF_AN_ACCOUNT,
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    external_id: str
    name: str | None = None
    company: str | None = None
    source: str = ""
    campaign: str | None = None
    landing_page: str | None = None
    lead_type: str | None = None
    territory: str | None = None
    segment: str | None = None
    action: str | None = None
    action_at: datetime | None = None
    mql_at: datetime
    score: int | None = None
    email: str | None = None
    phone: str | None = None
    account_id: int | None = Field(default=None, sa_type=BigInteger)
    crm_id: str | None = None
    crm_url: str | None = None
    created_at: datetime
    updated_at: datetime
    version: int = 1


class Deal(Row, table=True):
    """An opportunity, ``open`` until ``closed_at``; ``amount_minor`` counts minor units of ``currency``.

    ``closings`` counts how often it closed (`domain.closings`): a deal may open again.
    """

    __tablename__ = "deals"
    __table_args__ = (
        points_to("leads", "lead_id"),
        points_to("accounts", "account_id"),
        Index("uq_deals_external", "workspace_id", "external_id", unique=True),
        Index("ix_deals_lead", "workspace_id", "lead_id", "outcome", "closed_at"),
        Index("ix_deals_name", "workspace_id", "name"),
        Index("ix_deals_crm", "workspace_id", "crm_id", sqlite_where=_IN_A_CRM, postgresql_where=_IN_A_CRM),
        Index(
            "ix_deals_closed", "workspace_id", "closed_at", "outcome", sqlite_where=_CLOSED, postgresql_where=_CLOSED
        ),
        Index(
            "ix_deals_account",
            "workspace_id",
            "account_id",
            sqlite_where=_OF_AN_ACCOUNT,
            postgresql_where=_OF_AN_ACCOUNT,
        ),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    external_id: str
    name: str | None = None
    lead_id: int | None = Field(default=None, sa_type=BigInteger)
    account_id: int | None = Field(default=None, sa_type=BigInteger)
    deal_type: str = "new"
    outcome: str = "open"
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    closings: int = 0
    amount_minor: int | None = Field(default=None, sa_type=BigInteger)
    currency: str | None = None
    segment: str | None = None
    sales_rep: str | None = None
    crm_id: str | None = None
    crm_url: str | None = None
    created_at: datetime
    updated_at: datetime
    version: int = 1
