"""Requests for reviews: one a closing of a deal, asked of somebody, answered by a rep's view or withdrawn."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, text, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from domain.digest import Unreviewed
from domain.taxonomy import Perspective
from domain.values import frozen
from domain.weeks import Span
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.in_order import by_id
from storage.question import Given, Placeholder, Question
from storage.tables import Account, Deal, Member, ReviewRequest, Timer, WinLossReview
from storage.upsert import upsert

#: The kind of subject that notices, timers and audit events about a request have.
SUBJECT: Final = "review_request"
OPEN: Final = "open"
ANSWERED: Final = "answered"
WITHDRAWN: Final = "withdrawn"

#: Literal: the condition of the partial index.
_IS_OPEN: Final = "review_requests.state = 'open'"


@frozen
class WantedReview:
    """A request with what people read of it. ``owner`` and ``asked`` are Slack ids.

    ``owner_left``: so somebody else is asked. ``due_at`` is absent where nobody is, or nothing was agreed.
    """

    id: int
    version: int
    deal_id: int
    state: str
    closing: int
    deal_name: str | None
    account_name: str | None
    outcome: str
    closed_at: datetime | None
    asked_id: int | None
    asked: str | None
    owner: str | None
    owner_left: bool
    asked_at: datetime
    due_at: datetime | None


@frozen
class Whose:
    """Whose open requests: asked of these members; ``None`` is of everybody, and of nobody, but of ``but_id``."""

    member_ids: Collection[int] | None = ()
    but_id: int | None = None


@frozen
class Waiting:
    """How many closings wait for their review, how many are past their day, and since when the oldest was asked for."""

    open: int
    late: int
    oldest: datetime | None


def add_requests(work: UnitOfWork, workspace_id: WorkspaceId, rows: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Store requests; gives the new ones' ids by deal. A closing that was asked about is not asked about again."""
    if not rows:
        return {}
    blank = {"state": OPEN, "review_id": None, "reminded_at": None, "settled_at": None, "version": 1}
    added = work.connection.execute(
        upsert(work.connection, ReviewRequest)
        .values([{**blank, **row, "workspace_id": workspace_id, "id": new_id()} for row in rows])
        .on_conflict_do_nothing(index_elements=["workspace_id", "deal_id", "closing"])
        .returning(col(ReviewRequest.deal_id), col(ReviewRequest.id))
    )
    return {row.deal_id: row.id for row in added}


def lock_open(work: UnitOfWork, workspace_id: WorkspaceId, deal_ids: Collection[int]) -> list[ReviewRequest]:
    """The open requests of these deals, locked in the order of their ids."""
    return _locked(work, workspace_id, col(ReviewRequest.deal_id).in_(list(deal_ids)), text(_IS_OPEN))


def lock_closing(work: UnitOfWork, workspace_id: WorkspaceId, deal_id: int, closing: int) -> ReviewRequest | None:
    """The request for one closing of a deal, if there was one, locked."""
    found = _locked(work, workspace_id, col(ReviewRequest.deal_id) == deal_id, col(ReviewRequest.closing) == closing)
    return found[0] if found else None


def take(work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int]) -> list[ReviewRequest]:
    """Those of ``ids`` that nobody else is changing now, locked."""
    with Session(work.connection) as session:
        return list(
            session.scalars(
                select(ReviewRequest)
                .where(col(ReviewRequest.workspace_id) == workspace_id, col(ReviewRequest.id).in_(list(ids)))
                .order_by(col(ReviewRequest.id))
                .with_for_update(skip_locked=True)
            )
        )


def change(work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int], values: Mapping[str, Any]) -> None:
    """Write columns of requests that this transaction has locked."""
    work.connection.execute(
        update(ReviewRequest)
        .where(col(ReviewRequest.workspace_id) == workspace_id, col(ReviewRequest.id).in_(list(ids)))
        .values({**values, "version": col(ReviewRequest.version) + 1})
    )


def answering_view(
    connection: Connection, workspace_id: WorkspaceId, deal_id: int, closing: int, asked_id: int | None
) -> int | None:
    """The first view that answers the request for this closing, if one stands: a rep's, or one of who was asked."""
    return connection.execute(
        select(col(WinLossReview.id))
        .where(
            col(WinLossReview.workspace_id) == workspace_id,
            col(WinLossReview.deal_id) == deal_id,
            col(WinLossReview.closing) == closing,
            (col(WinLossReview.perspective) == Perspective.REP.value)
            | ((col(WinLossReview.logged_by_id) == asked_id) & (col(WinLossReview.perspective) != Perspective.BUYER)),
            text("deal_id IS NOT NULL AND withdrawn_at IS NULL"),
        )
        .order_by(col(WinLossReview.logged_at), col(WinLossReview.id))
        .limit(1)
    ).scalar()


def wanted(connection: Connection, workspace_id: WorkspaceId, ids: Collection[int]) -> dict[int, WantedReview]:
    """Requests as people read them, whatever their state, by id."""
    query = _wanted(workspace_id).where(col(ReviewRequest.id).in_(list(ids)))
    return {found.id: found for found in _read(connection, query)}


def open_of_deal(connection: Connection, workspace_id: WorkspaceId, deal_id: int) -> WantedReview | None:
    """The open request for a deal's review, if there is one."""
    query = _wanted(workspace_id).where(col(ReviewRequest.deal_id) == deal_id, text(_IS_OPEN))
    return next(iter(_read(connection, query.order_by(col(ReviewRequest.closing).desc()).limit(1))), None)


def list_open(
    connection: Connection, workspace_id: WorkspaceId, whose: Whose, *, limit: int, late_at: datetime | None = None
) -> list[WantedReview]:
    """Open requests, what is due first in front; with ``late_at`` those past their day, or asked of nobody, by then."""
    query = _wanted(workspace_id).where(*_open(whose))
    if late_at is not None:
        query = query.where((col(Timer.due_at) <= late_at) | col(ReviewRequest.asked_id).is_(None))
    first = (col(Timer.due_at).asc().nulls_last(), col(ReviewRequest.asked_at), col(ReviewRequest.id))
    return _read(connection, query.order_by(*first).limit(limit))


def count_open(connection: Connection, workspace_id: WorkspaceId, whose: Whose, now: datetime) -> Waiting:
    """The same as counts: nobody's own."""
    late = func.count().filter(col(Timer.due_at) <= now)
    row = connection.execute(
        select(func.count(), late, func.min(col(ReviewRequest.asked_at)))
        .select_from(ReviewRequest)
        .outerjoin(Timer, _timer(workspace_id))
        .where(col(ReviewRequest.workspace_id) == workspace_id, *_open(whose))
    ).one()
    return Waiting(row[0], row[1], row[2])


def fallen_due(connection: Connection, workspace_id: WorkspaceId, span: Span) -> tuple[Unreviewed, ...]:
    """The closings whose review fell due in ``span`` and is still missing; those asked of nobody by when it was asked.

    So each is named in the digest of one week, and in no other.
    """
    rows = _fallen_due.ask(connection, workspace_id=workspace_id, start=span.start, end=span.end)
    return tuple(Unreviewed(row[0], row[1]) for row in rows)


@Question
def _fallen_due(given: Given) -> Select[*tuple[Any, ...]]:
    workspace_id = given.workspace_id
    moment = func.coalesce(col(Timer.due_at), col(ReviewRequest.asked_at))
    return (
        select(col(Account.name), col(Deal.name))
        .select_from(ReviewRequest)
        .join(Deal, and_(col(Deal.workspace_id) == workspace_id, col(Deal.id) == col(ReviewRequest.deal_id)))
        .outerjoin(Account, and_(col(Account.workspace_id) == workspace_id, col(Account.id) == col(Deal.account_id)))
        .outerjoin(Timer, _timer(workspace_id))
        .where(
            col(ReviewRequest.workspace_id) == workspace_id,
            text(_IS_OPEN),
            col(Timer.id).is_not(None) | col(ReviewRequest.asked_id).is_(None),
            moment >= given.start,
            moment < given.end,
        )
    )


def _locked(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    *which: ColumnElement[bool] | Any,  # noqa: ANN401 - text() is no column
) -> list[ReviewRequest]:
    with Session(work.connection) as session:
        return list(
            session.scalars(
                select(ReviewRequest)
                .where(col(ReviewRequest.workspace_id) == workspace_id, *which)
                .order_by(by_id(col(ReviewRequest.id)))
                .with_for_update()
            )
        )


def _open(whose: Whose) -> list[Any]:
    if whose.member_ids is not None:
        return [text(_IS_OPEN), col(ReviewRequest.asked_id).in_(list(whose.member_ids))]
    others = col(ReviewRequest.asked_id).is_distinct_from(whose.but_id)
    return [text(_IS_OPEN)] if whose.but_id is None else [text(_IS_OPEN), others]


def _timer(workspace_id: WorkspaceId | Placeholder) -> ColumnElement[bool]:
    return and_(
        col(Timer.workspace_id) == workspace_id,
        col(Timer.subject_kind) == SUBJECT,
        col(Timer.subject_id) == col(ReviewRequest.id),
        col(Timer.state).in_(("open", "paused")),
        ~col(Timer.is_shadow),
    )


def _wanted(workspace_id: WorkspaceId) -> Select[*tuple[Any, ...]]:
    asked, owner = aliased(Member), aliased(Member)
    return (
        select(
            col(ReviewRequest.id),
            col(ReviewRequest.version),
            col(ReviewRequest.deal_id),
            col(ReviewRequest.state),
            col(ReviewRequest.closing),
            col(Deal.name),
            col(Account.name),
            col(Deal.outcome),
            col(Deal.closed_at),
            col(ReviewRequest.asked_id),
            col(asked.slack_user_id),
            col(owner.slack_user_id),
            ~col(owner.is_active),
            col(ReviewRequest.asked_at),
            col(Timer.due_at),
        )
        .join(Deal, and_(col(Deal.workspace_id) == workspace_id, col(Deal.id) == col(ReviewRequest.deal_id)))
        .outerjoin(Account, and_(col(Account.workspace_id) == workspace_id, col(Account.id) == col(Deal.account_id)))
        .outerjoin(asked, and_(col(asked.workspace_id) == workspace_id, col(asked.id) == col(ReviewRequest.asked_id)))
        .outerjoin(owner, and_(col(owner.workspace_id) == workspace_id, col(owner.id) == col(ReviewRequest.owner_id)))
        .outerjoin(Timer, _timer(workspace_id))
        .where(col(ReviewRequest.workspace_id) == workspace_id)
    )


def _read(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[WantedReview]:
    found = []
    for row in connection.execute(query):
        values = list(row)
        values[12] = bool(values[12])
        found.append(WantedReview(*values))
    return found
