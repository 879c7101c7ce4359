"""What a win/loss review can be about: deals and accounts by name, and what is known of one before it is reviewed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, case, func, or_, select, text
from sqlmodel import Session, col

from domain.names import fold, name_key
from domain.taxonomy import DealOutcome
from storage import accounts
from storage.ids import WorkspaceId
from storage.tables import Account, Deal, Objection

_DEALS_EACH: Final = 3
_OFFERED_ACCOUNTS: Final = 15


@dataclass(frozen=True, slots=True)
class DealSubject:
    """A deal as far as a review begins with it. ``outcome`` is `DealOutcome`'s code, ``open`` until it closes."""

    id: int
    name: str | None
    account_id: int | None
    account_name: str | None
    outcome: str
    closed_at: datetime | None
    closings: int
    owner_id: int | None

    @property
    def closing(self) -> int | None:
        """Which closing a view given now is of; none while it is open."""
        return None if self.outcome == DealOutcome.OPEN else max(1, self.closings)


@dataclass(frozen=True, slots=True)
class HeardBefore:
    """The objections of an account that may help its review: competitors, the most named first, and their number."""

    competitors: tuple[str, ...]
    count: int


def get_deal(connection: Connection, workspace_id: WorkspaceId, deal_id: int) -> Deal:
    """A deal by id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(Deal, (workspace_id, deal_id))


def deal_subject(connection: Connection, workspace_id: WorkspaceId, deal_id: int) -> DealSubject | None:
    """The deal with that id, if there is one."""
    found = _subjects(connection, _deals(workspace_id).where(col(Deal.id) == deal_id))
    return found[0] if found else None


def deals_of_account(
    connection: Connection, workspace_id: WorkspaceId, account_id: int, *, limit: int = _DEALS_EACH
) -> list[DealSubject]:
    """An account's deals: closed ones first, the latest closed first; then those that are open."""
    return _subjects(
        connection, _latest_first(_deals(workspace_id).where(col(Deal.account_id) == account_id)).limit(limit)
    )


def deals_named(
    connection: Connection, workspace_id: WorkspaceId, name: str, *, limit: int = _DEALS_EACH
) -> list[DealSubject]:
    """Deals that go by ``name``: their own, their account's or their number in the CRM; the latest closed first."""
    account_id = accounts.account_id_of(connection, workspace_id, name)
    typed = name.strip()
    by_name = [
        func.lower(col(Deal.name)) == typed.lower(),
        col(Deal.external_id) == typed,
        col(Deal.crm_id) == typed,
    ]
    if account_id is not None:
        by_name.append(col(Deal.account_id) == account_id)
    return _subjects(connection, _latest_first(_deals(workspace_id).where(or_(*by_name))).limit(limit))


def subjects_beginning(
    connection: Connection, workspace_id: WorkspaceId, typed: str
) -> list[tuple[int, str, list[DealSubject]]]:
    """Accounts whose names begin with ``typed``, each with its latest deals: what a menu offers while one types."""
    key = name_key(typed) or fold(typed).strip()
    if not key:
        return []
    found = accounts.list_names_beginning(connection, workspace_id, key, limit=_OFFERED_ACCOUNTS)
    if not found:
        return []
    ranked = _deals(workspace_id, place=True).where(col(Deal.account_id).in_([each[0] for each in found])).subquery()
    first: Select[Any] = (
        select(*[column for column in ranked.c if column.name != "place"])
        .where(ranked.c.place <= _DEALS_EACH)
        .order_by(ranked.c.place)
    )
    by_account: dict[int | None, list[DealSubject]] = {}
    for deal in _subjects(connection, first):
        by_account.setdefault(deal.account_id, []).append(deal)
    return [(account_id, name, by_account.get(account_id, [])) for account_id, name in found]


def heard_of_account(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> HeardBefore:
    """Which competitors the account's objections name, and how many objections stand."""
    rows = connection.execute(
        select(col(Objection.competitor), func.count(), func.max(col(Objection.logged_at)))
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.account_id) == account_id,
            # Literal: the condition of the partial index.
            text("objections.account_id IS NOT NULL AND objections.withdrawn_at IS NULL"),
        )
        .group_by(col(Objection.competitor))
    ).all()
    named = sorted((row for row in rows if row[0]), key=lambda row: (row[1], row[2]), reverse=True)
    return HeardBefore(tuple(row[0] for row in named), sum(row[1] for row in rows))


def _deals(workspace_id: WorkspaceId, *, place: bool = False) -> Select[*tuple[Any, ...]]:
    columns: list[Any] = [
        col(Deal.id),
        col(Deal.name),
        col(Deal.account_id),
        col(Account.name).label("account_name"),
        col(Deal.outcome),
        col(Deal.closed_at),
        col(Deal.closings),
        col(Account.sales_owner_id),
    ]
    if place:
        columns.append(func.row_number().over(partition_by=col(Deal.account_id), order_by=_order()).label("place"))
    return (
        select(*columns)
        .join(
            Account,
            (col(Account.workspace_id) == workspace_id) & (col(Account.id) == col(Deal.account_id)),
            isouter=True,
        )
        .where(col(Deal.workspace_id) == workspace_id)
    )


def _latest_first(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query.order_by(*_order())


def _order() -> list[Any]:
    return [
        case((col(Deal.outcome) == DealOutcome.OPEN.value, 1), else_=0),
        col(Deal.closed_at).desc(),
        col(Deal.id).desc(),
    ]


def _subjects(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[DealSubject]:
    return [DealSubject(*row) for row in connection.execute(query)]
