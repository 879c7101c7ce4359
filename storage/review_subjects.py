"""What a win/loss review can be about: deals and accounts by name, and what is known of one before it is reviewed."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, select, text
from sqlmodel import Session, col

from domain.taxonomy import DealOutcome
from domain.values import frozen
from storage import accounts, picking
from storage.beginnings import spellings
from storage.ids import WorkspaceId
from storage.tables import Account, Deal, Objection, WinLossReview

_DEALS_EACH: Final = 3
_IS_OPEN: Final = case((col(Deal.outcome) == DealOutcome.OPEN.value, 1), else_=0)


@frozen
class DealSubject:
    """A deal as far as a review begins with it. ``outcome`` is `DealOutcome`'s code, ``open`` until it closes."""

    id: int
    name: str | None
    account_id: int | None
    account_name: str | None
    outcome: str
    closed_at: datetime | None
    closings: int

    @property
    def closing(self) -> int | None:
        """Which closing a view given now is of; none while it is open."""
        return None if self.outcome == DealOutcome.OPEN else max(1, self.closings)


@frozen
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
    connection: Connection,
    workspace_id: WorkspaceId,
    name: str,
    *,
    limit: int = _DEALS_EACH,
    open_first: bool = False,
) -> list[DealSubject]:
    """Deals that go by ``name``: their own, their account's or their number in the CRM; the latest closed first.

    With ``open_first`` those that may still be closed come before them.

    Each is looked up in an index of its own: one condition with all of them read every deal.
    """
    account_id = accounts.account_id_of(connection, workspace_id, name)
    typed = name.strip()
    ways = [
        col(Deal.name).in_(spellings(typed)),
        col(Deal.external_id) == typed,
        col(Deal.crm_id) == typed,
    ]
    if account_id is not None:
        ways.append(col(Deal.account_id) == account_id)
    found = set(picking.deals_called(connection, workspace_id, typed))
    for way in ways:
        found.update(
            row[0]
            for row in connection.execute(select(col(Deal.id)).where(col(Deal.workspace_id) == workspace_id, way))
        )
    if not found:
        return []
    named = _deals(workspace_id).where(col(Deal.id).in_(found))
    if open_first:
        named = named.order_by(_IS_OPEN.desc())
    return _subjects(connection, _latest_first(named).limit(limit))


def deals_like(
    connection: Connection, workspace_id: WorkspaceId, typed: str, *, limit: int, open_first: bool = False
) -> list[DealSubject]:
    """Deals of whose name, or account's name, ``typed`` is a beginning or a word.

    In front is what waits for a review: closed ones of which nobody gave a view, the latest closed first; then closed
    ones that have one, then those that are open; or, ``open_first``, what may still be closed.
    """
    found = picking.search_deals(connection, workspace_id, typed, limit=picking.LOOKED_AT)
    chosen = _deals(workspace_id).where(col(Deal.id).in_([deal.id for deal in found]))
    order = _IS_OPEN.desc() if open_first else case((_has_view(workspace_id), 1), else_=0) + 2 * _IS_OPEN
    return _subjects(connection, _latest_first(chosen.order_by(order)).limit(limit))


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
    return HeardBefore(tuple(str(row[0]) for row in named), sum(row[1] for row in rows))


def _deals(workspace_id: WorkspaceId) -> Select[*tuple[Any, ...]]:
    return (
        select(
            col(Deal.id),
            col(Deal.name),
            col(Deal.account_id),
            col(Account.name),
            col(Deal.outcome),
            col(Deal.closed_at),
            col(Deal.closings),
        )
        .join(
            Account,
            (col(Account.workspace_id) == workspace_id) & (col(Account.id) == col(Deal.account_id)),
            isouter=True,
        )
        .where(col(Deal.workspace_id) == workspace_id)
    )


def _has_view(workspace_id: WorkspaceId) -> ColumnElement[bool]:
    """Whether somebody gave a view of how the deal closed last."""
    return (
        select(col(WinLossReview.id))
        .where(
            col(WinLossReview.workspace_id) == workspace_id,
            col(WinLossReview.deal_id) == col(Deal.id),
            col(WinLossReview.closing) == case((col(Deal.closings) > 1, col(Deal.closings)), else_=1),
            # Literal: the condition of the partial index.
            text("win_loss_reviews.deal_id IS NOT NULL AND win_loss_reviews.withdrawn_at IS NULL"),
        )
        .exists()
    )


def _latest_first(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query.order_by(_IS_OPEN, col(Deal.closed_at).desc(), col(Deal.id).desc())


def _subjects(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[DealSubject]:
    return [DealSubject(*row) for row in connection.execute(query)]
