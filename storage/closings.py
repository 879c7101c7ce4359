"""Deals as they close and open again: locked, written, and whose they are."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, func, select, update
from sqlmodel import Session, col

from domain.closings import DealStanding
from domain.taxonomy import MemberKind
from storage import review_threads
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId
from storage.tables import Account, Deal, Handoff, Member

#: The kind of subject that audit events about a deal have.
SUBJECT: Final = "deal"


def lock_deal(work: UnitOfWork, workspace_id: WorkspaceId, deal_id: int) -> Deal:
    """A deal, locked: of two who press at once one comes first. Raises NoResultFound."""
    with Session(work.connection) as session:
        return session.scalars(
            select(Deal).where(col(Deal.workspace_id) == workspace_id, col(Deal.id) == deal_id).with_for_update()
        ).one()


def change_deal(
    work: UnitOfWork, workspace_id: WorkspaceId, before: Deal, changes: Mapping[str, Any], now: datetime
) -> None:
    """Write ``changes`` over ``before``. Raises `StaleVersionError` when it changed since."""
    done = work.connection.execute(
        update(Deal)
        .where(col(Deal.workspace_id) == workspace_id, col(Deal.id) == before.id, col(Deal.version) == before.version)
        .values({**changes, "updated_at": now, "version": before.version + 1})
    )
    if done.rowcount != 1:
        raise StaleVersionError(SUBJECT, before.id)
    if before.account_id is not None:
        review_threads.touched(work, workspace_id, {before.account_id})


def deals_by_id(connection: Connection, workspace_id: WorkspaceId, deal_ids: Collection[int]) -> dict[int, Deal]:
    """Deals by id."""
    with Session(connection) as session:
        found = session.scalars(
            select(Deal).where(col(Deal.workspace_id) == workspace_id, col(Deal.id).in_(list(deal_ids)))
        )
        return {deal.id: deal for deal in found}


def ids_of(connection: Connection, workspace_id: WorkspaceId, external_ids: Collection[str]) -> list[int]:
    """The deals with these ids of the CRM, the oldest first."""
    rows = connection.execute(
        select(col(Deal.id))
        .where(col(Deal.workspace_id) == workspace_id, col(Deal.external_id).in_(list(external_ids)))
        .order_by(col(Deal.id))
    )
    return [row[0] for row in rows]


def owners_of(connection: Connection, workspace_id: WorkspaceId, deal_ids: Collection[int]) -> dict[int, int]:
    """Whose each deal is, by our ids, those who left too; deals that nobody is known for are left out.

    Who goes by the name that the CRM gives, if that is one person; else the account's sales owner; else who had the
    deal's lead last.
    """
    rows = connection.execute(
        select(col(Deal.id), col(Deal.sales_rep), col(Deal.lead_id), col(Account.sales_owner_id))
        .join(
            Account,
            (col(Account.workspace_id) == workspace_id) & (col(Account.id) == col(Deal.account_id)),
            isouter=True,
        )
        .where(col(Deal.workspace_id) == workspace_id, col(Deal.id).in_(list(deal_ids)))
    ).all()
    named = _members_called(connection, workspace_id, {row.sales_rep for row in rows if row.sales_rep})
    unknown = [row for row in rows if _spelled(row.sales_rep) not in named and row.sales_owner_id is None]
    leads = _lead_owners(connection, workspace_id, {row.lead_id for row in unknown if row.lead_id is not None})
    found = {row.id: named.get(_spelled(row.sales_rep)) or row.sales_owner_id or leads.get(row.lead_id) for row in rows}
    return {deal_id: owner_id for deal_id, owner_id in found.items() if owner_id is not None}


def standing_of(connection: Connection, workspace_id: WorkspaceId, deal_id: int) -> DealStanding:
    """Whose a deal is, with their backup and manager."""
    owner_id = owners_of(connection, workspace_id, [deal_id]).get(deal_id)
    if owner_id is None:
        return DealStanding()
    row = connection.execute(
        select(col(Member.backup_id), col(Member.manager_id)).where(
            col(Member.workspace_id) == workspace_id, col(Member.id) == owner_id
        )
    ).one()
    return DealStanding(owner_id, row.backup_id, row.manager_id)


def _spelled(name: str | None) -> str:
    return " ".join((name or "").lower().split())


def _members_called(connection: Connection, workspace_id: WorkspaceId, names: Collection[str]) -> dict[str, int]:
    """The one member of each name: of several the one who is still here, nobody when that is not one."""
    if not names:
        return {}
    rows = connection.execute(
        select(col(Member.id), col(Member.display_name), col(Member.is_active))
        .where(
            col(Member.workspace_id) == workspace_id,
            col(Member.kind) == MemberKind.FULL.value,
            # As written too: a database may know the small letters of English alone.
            func.lower(col(Member.display_name)).in_({_spelled(name) for name in names})
            | col(Member.display_name).in_(list(names)),
        )
        .order_by(col(Member.id))
    ).all()
    called: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for row in rows:
        called[_spelled(row.display_name)].append((row.id, bool(row.is_active)))
    found = {}
    for name, members in called.items():
        here = [member for member in members if member[1]] or members
        if len(here) == 1:
            found[name] = here[0][0]
    return found


def _lead_owners(connection: Connection, workspace_id: WorkspaceId, lead_ids: Collection[int]) -> dict[int, int]:
    if not lead_ids:
        return {}
    rows = connection.execute(
        select(col(Handoff.lead_id), col(Handoff.owner_id))
        .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.lead_id).in_(list(lead_ids)))
        .order_by(col(Handoff.offered_at), col(Handoff.id))
    )
    return {row.lead_id: row.owner_id for row in rows}
