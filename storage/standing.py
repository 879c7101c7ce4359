"""Where accounts and deals stand at this moment, many at a time, and stages written many at a time."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select
from sqlmodel import Session, col

from domain.account_review import Stage, StageChange
from domain.stages import account_changes
from domain.values import frozen
from storage import review_threads
from storage.ids import WorkspaceId, new_id
from storage.stage_history import changes_of_accounts
from storage.tables import Deal
from storage.tables import StageChange as StageRow
from storage.unit_of_work import UnitOfWork


@frozen
class Entered:
    """A deal of an account comes into a stage (a code) at that moment (business time)."""

    account_id: int
    deal_id: int
    stage: str
    at: datetime


def standing_of(
    connection: Connection,
    workspace_id: WorkspaceId,
    accounts: Collection[int],
    stages: Mapping[str, Stage],
    *,
    since: datetime | None = None,
) -> dict[int, StageChange]:
    """The stage that each account stands in and since when, of those of which that is known; a few questions.

    Deals that closed before ``since`` are looked at as far as they still tell (`storage.stage_history`).
    """
    changes = changes_of_accounts(connection, workspace_id, accounts, since=since)
    gone_through = {account_id: account_changes(changes[account_id], stages) for account_id in accounts}
    return {account_id: each[-1] for account_id, each in gone_through.items() if each}


def open_deals_of(connection: Connection, workspace_id: WorkspaceId, accounts: Collection[int]) -> dict[int, list[int]]:
    """The open deals of each account that has any, the oldest first."""
    rows = connection.execute(
        select(col(Deal.account_id), col(Deal.id)).where(
            col(Deal.workspace_id) == workspace_id,
            col(Deal.account_id).is_not(None),
            col(Deal.account_id).in_(accounts),
            col(Deal.outcome) == "open",
        )
    )
    found: dict[int, list[int]] = {}
    for account_id, deal_id in rows:
        if account_id is not None:
            found.setdefault(account_id, []).append(deal_id)
    return {account_id: sorted(deals) for account_id, deals in found.items()}


def deals_called(connection: Connection, workspace_id: WorkspaceId, external_ids: Collection[str]) -> dict[str, Deal]:
    """Deals by the id that a file gives them."""
    with Session(connection) as session:
        found = session.scalars(
            select(Deal).where(col(Deal.workspace_id) == workspace_id, col(Deal.external_id).in_(external_ids))
        )
        return {deal.external_id: deal for deal in found}


def last_said(
    connection: Connection, workspace_id: WorkspaceId, deals: Collection[int]
) -> dict[int, tuple[str, datetime]]:
    """The stage that was said last of each deal, and when."""
    place = func.row_number().over(
        partition_by=col(StageRow.deal_id), order_by=(col(StageRow.at).desc(), col(StageRow.id).desc())
    )
    ranked = (
        select(col(StageRow.deal_id), col(StageRow.stage), col(StageRow.at), place.label("place"))
        .where(col(StageRow.workspace_id) == workspace_id, col(StageRow.deal_id).in_(deals))
        .subquery()
    )
    rows = connection.execute(select(ranked.c.deal_id, ranked.c.stage, ranked.c.at).where(ranked.c.place == 1))
    return {row[0]: (row[1], row[2]) for row in rows}


def enter_stages(work: UnitOfWork, workspace_id: WorkspaceId, entered: Sequence[Entered], by_id: int | None) -> None:
    """Note that deals came into their stages, in one statement."""
    rows = [
        {
            "workspace_id": workspace_id,
            "id": new_id(),
            "account_id": each.account_id,
            "deal_id": each.deal_id,
            "stage": each.stage,
            "at": each.at,
            "by_id": by_id,
        }
        for each in entered
    ]
    if rows:
        work.connection.execute(insert(StageRow), rows)
        review_threads.touched(work, workspace_id, {each.account_id for each in entered})
