"""What is known of accounts beside how they get on: stages as agreed, who decides there, and what they look into."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class SalesStage(Row, table=True):
    """A stage of the sales process as this workspace agreed on it; without any row, those that come with the product.

    ``code`` is what a deal's history says, and never changes. ``name`` is absent while the stage is called as it comes,
    in each reader's language. ``limit_days`` are calendar days, absent where an account never stalls.
    ``support`` is one of `domain.stages.Support`, ``support_text`` what marketing gives there in the team's own words.
    ``retired_at`` hides a stage from forms, never from history.
    """

    __tablename__ = "sales_stages"

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    code: str = Field(primary_key=True)
    name: str | None = None
    position: int
    limit_days: int | None = None
    support: str
    support_text: str | None = Field(default=None, sa_type=Text)
    retired_at: datetime | None = None
    created_at: datetime
    version: int = 1


class BuyingGroupPerson(Row, table=True):
    """Somebody of an account who has a say: ``role`` is one of `domain.taxonomy.BuyingRole`; ``title`` their job.

    ``removed_at`` hides whoever left or was there by mistake; the audit says what stood before each change.
    """

    __tablename__ = "buying_group_people"
    __table_args__ = (
        points_to("accounts", "account_id"),
        points_to("members", "added_by_id"),
        Index("ix_buying_group_people_account", "workspace_id", "account_id"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    account_id: int = Field(sa_type=BigInteger)
    name: str
    title: str = ""
    role: str
    added_at: datetime
    added_by_id: int = Field(sa_type=BigInteger)
    removed_at: datetime | None = None
    version: int = 1


class IntentSignal(Row, table=True):
    """An account looked into ``topic`` on a day, as ``source`` tells (a website, an event, a data provider; may be "").

    ``removed_at`` hides what was noted by mistake; the audit says what stood before each change.
    """

    __tablename__ = "intent_signals"
    __table_args__ = (
        points_to("accounts", "account_id"),
        points_to("members", "added_by_id"),
        Index("ix_intent_signals_account", "workspace_id", "account_id", "seen_on"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    account_id: int = Field(sa_type=BigInteger)
    topic: str
    source: str = ""
    seen_on: date
    added_at: datetime
    added_by_id: int = Field(sa_type=BigInteger)
    removed_at: datetime | None = None
    version: int = 1
