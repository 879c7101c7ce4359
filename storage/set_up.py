"""What the set-up asks of the rows: accounts without owners, where leads come from."""

from sqlalchemy import Connection, func, select
from sqlmodel import col

from domain.values import frozen
from storage.ids import WorkspaceId
from storage.tables import Account, Lead


@frozen
class OwnerCounts:
    """How many accounts there are (archived ones left out), and how many lack each owner."""

    total: int
    without_sales: int
    without_marketing: int


@frozen
class SeenSource:
    """Where leads came from (a folded key), how many, and what they mostly did (absent: nobody said)."""

    source: str
    leads: int
    lead_type: str | None


def owner_counts(connection: Connection, workspace_id: WorkspaceId) -> OwnerCounts:
    """Of all accounts, those without a sales owner and without a marketing owner."""
    row = connection.execute(
        select(
            func.count(),
            func.count(col(Account.sales_owner_id)),
            func.count(col(Account.marketing_owner_id)),
        ).where(col(Account.workspace_id) == workspace_id, col(Account.archived_at).is_(None))
    ).one()
    return OwnerCounts(row[0], row[0] - row[1], row[0] - row[2])


def lead_sources(connection: Connection, workspace_id: WorkspaceId, *, limit: int = 10) -> list[SeenSource]:
    """The sources that most leads came from, the largest first."""
    rows = connection.execute(
        select(col(Lead.source), col(Lead.lead_type), func.count())
        .where(col(Lead.workspace_id) == workspace_id, col(Lead.source) != "")
        .group_by(col(Lead.source), col(Lead.lead_type))
    ).all()
    totals: dict[str, int] = {}
    types: dict[str, tuple[int, str | None]] = {}
    for source, lead_type, count in rows:
        totals[source] = totals.get(source, 0) + count
        if count > types.get(source, (0, None))[0]:
            types[source] = (count, lead_type)
    largest = sorted(totals, key=lambda source: (-totals[source], source))[:limit]
    return [SeenSource(source, totals[source], types[source][1]) for source in largest]
