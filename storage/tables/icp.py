"""The ideal customer profile, as the changes that it is made of."""

from datetime import datetime

from sqlalchemy import BigInteger, Text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class IcpChange(Row, table=True):
    """What somebody proposed that a part of the ideal customer profile says, why, and what became of that.

    ``part`` is one of `domain.icp.Part`. ``outcome`` is one of `domain.icp.Outcome`, absent while it waits;
    ``decided_by_id`` is who decided, or took it back. What stands of a part is what was accepted last, so rows are
    never deleted and a decided one never changes. Times are business time.
    """

    __tablename__ = "icp_changes"
    __table_args__ = (points_to("members", "proposed_by_id"), points_to("members", "decided_by_id"))

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    part: str
    text: str = Field(sa_type=Text)
    reason: str = Field(sa_type=Text)
    proposed_by_id: int = Field(sa_type=BigInteger)
    proposed_at: datetime
    outcome: str | None = None
    decided_by_id: int | None = Field(default=None, sa_type=BigInteger)
    decided_at: datetime | None = None
