"""Deals that people make by hand."""

from datetime import datetime

from domain.csv_values import Amount
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import Deal


def add_deal(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    name: str,
    account_id: int | None,
    amount: Amount | None,
    now: datetime,
) -> int:
    """Store a new open deal and give its id."""
    deal_id = new_id()
    deal = Deal(
        workspace_id=workspace_id,
        id=deal_id,
        external_id=f"lazo-{deal_id}",
        name=name,
        account_id=account_id,
        opened_at=now,
        amount_minor=amount.minor if amount is not None else None,
        currency=amount.currency if amount is not None else None,
        created_at=now,
        updated_at=now,
    )
    work.session.add(deal)
    work.session.flush()
    return deal_id
