"""What was said of where deals stand, and how they ended: read for many accounts, as far back as it still tells."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select
from sqlmodel import col

from domain.account_review import StageChange
from domain.stages import LONGEST_LIMIT_DAYS, LOST, WON, DealChange
from domain.taxonomy import DealOutcome
from storage.among import among
from storage.ids import WorkspaceId
from storage.tables import Deal
from storage.tables import StageChange as StageRow

#: A review looks back no further for deals that closed: as long as the longest limit of a stage.
STAGES_KEPT: Final = timedelta(days=LONGEST_LIMIT_DAYS)


def changes_of_accounts(
    connection: Connection, workspace_id: WorkspaceId, accounts: Collection[int], *, since: datetime | None = None
) -> defaultdict[int, list[DealChange]]:
    """All that was said of the deals of accounts, by account; two questions, three with ``since``.

    How those ended that closed since is part of it, also of deals of which no stage was ever said: whoever closes one,
    or a file, says none. Deals that closed before ``since`` are left out, but for the last of an account of which
    nothing else is known from before: what it stands in follows from what had happened by then, whenever that is read.
    """
    ended_at = func.coalesce(col(Deal.closed_at), col(Deal.updated_at))
    counts = [] if since is None else [or_(col(Deal.outcome) == DealOutcome.OPEN.value, ended_at >= since)]
    rows = connection.execute(
        select(
            col(StageRow.account_id),
            col(StageRow.deal_id),
            col(StageRow.stage),
            col(StageRow.at),
            col(StageRow.id),
            col(Deal.outcome),
            ended_at,
        )
        .join(Deal, (col(Deal.workspace_id) == workspace_id) & (col(Deal.id) == col(StageRow.deal_id)))
        .where(
            col(StageRow.workspace_id) == workspace_id, among(connection, col(StageRow.account_id), accounts), *counts
        )
        .order_by(col(StageRow.account_id), col(StageRow.at), col(StageRow.id))
    )
    found: defaultdict[int, list[DealChange]] = defaultdict(list)
    ended: dict[tuple[int, int], StageChange] = {}
    for account_id, deal_id, stage, at, row_id, outcome, closed_at in rows.all():
        found[account_id].append(DealChange(deal_id, StageChange(at, stage, row_id)))
        if outcome != DealOutcome.OPEN:
            # A file knows the day alone, which may be before the moment of what was said last.
            ended[account_id, deal_id] = StageChange(max(at, closed_at), _ending(outcome), row_id + 1)
    for account_id, deal_id, outcome, closed_at in _closed_deals(connection, workspace_id, accounts, since):
        if (account_id, deal_id) not in ended:
            ended[account_id, deal_id] = StageChange(closed_at, _ending(outcome), deal_id)
    for (account_id, deal_id), change in ended.items():
        found[account_id].append(DealChange(deal_id, change))
    if since is not None:
        new = [account for account in accounts if all(each.change.at >= since for each in found.get(account, ()))]
        for account_id, deal_id, outcome, closed_at in _last_closed(connection, workspace_id, new, since):
            found[account_id].append(DealChange(deal_id, StageChange(closed_at, _ending(outcome), deal_id)))
    return found


def _ending(outcome: str) -> str:
    return WON if outcome == DealOutcome.WON else LOST


def _closed_deals(
    connection: Connection, workspace_id: WorkspaceId, accounts: Collection[int], since: datetime | None
) -> Iterator[tuple[int, int, str, datetime]]:
    """Account, deal, how it ended and when, of those of which that is known."""
    counts = [] if since is None else [col(Deal.closed_at) >= since]
    rows = connection.execute(
        select(col(Deal.account_id), col(Deal.id), col(Deal.outcome), col(Deal.closed_at)).where(
            *_closed_of(connection, workspace_id, accounts), *counts
        )
    )
    for account_id, deal_id, outcome, closed_at in rows:
        if account_id is not None and closed_at is not None:
            yield account_id, deal_id, outcome, closed_at


def _last_closed(
    connection: Connection, workspace_id: WorkspaceId, accounts: Collection[int], before: datetime
) -> list[tuple[int, int, str, datetime]]:
    """The same of each account's last deal that closed ``before``."""
    # A file may name no day: then it is known by what was said of its stages, and ended when that was written.
    ended_at = func.coalesce(col(Deal.closed_at), col(Deal.updated_at))
    was_said = exists().where(col(StageRow.workspace_id) == workspace_id, col(StageRow.deal_id) == col(Deal.id))
    place = func.row_number().over(partition_by=col(Deal.account_id), order_by=(ended_at.desc(), col(Deal.id).desc()))
    ranked = (
        select(col(Deal.account_id), col(Deal.id), col(Deal.outcome), ended_at.label("ended_at"), place.label("place"))
        .where(
            *_closed_of(connection, workspace_id, accounts),
            ended_at < before,
            or_(col(Deal.closed_at).is_not(None), was_said),
        )
        .subquery()
    )
    rows = connection.execute(
        select(ranked.c.account_id, ranked.c.id, ranked.c.outcome, ranked.c.ended_at).where(ranked.c.place == 1)
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _closed_of(
    connection: Connection, workspace_id: WorkspaceId, accounts: Collection[int]
) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Deal.workspace_id) == workspace_id,
        col(Deal.account_id).is_not(None),
        among(connection, col(Deal.account_id), accounts),
        col(Deal.outcome) != DealOutcome.OPEN.value,
    )
