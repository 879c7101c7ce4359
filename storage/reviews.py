"""Win/loss reviews: storing, changing and asking about them. Withdrawn ones are found only by their ids."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, func, insert, inspect, select, update
from sqlmodel import Session, col

from domain.values import frozen
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.search import query_stems
from storage.tables import Account, Deal, WinLossReview

_KIND: Final = "review"


@frozen
class ReviewFilter:
    """Which reviews a list shows. ``outcomes``: any of these, all when empty. ``words``: all of them, by their stem."""

    since: datetime | None = None
    outcomes: tuple[str, ...] = ()
    member_id: int | None = None
    words: str = ""


@frozen
class FoundReview:
    """A review with the names of its account and deal, when they have any."""

    review: WinLossReview
    account_name: str | None
    deal_name: str | None


def add_review(work: UnitOfWork, values: Mapping[str, Any]) -> None:
    """Insert a review: every column of the table."""
    work.connection.execute(insert(WinLossReview), [dict(values)])


def get_review(connection: Connection, workspace_id: WorkspaceId, review_id: int) -> WinLossReview:
    """A review, withdrawn or not. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(WinLossReview, (workspace_id, review_id))


def found_reviews(
    connection: Connection, workspace_id: WorkspaceId, review_ids: Collection[int]
) -> dict[int, FoundReview]:
    """Reviews by id with their names, withdrawn ones too: all in one question."""
    query = _listing(workspace_id).where(col(WinLossReview.id).in_(list(review_ids)))
    return {found.review.id: found for found in _found(connection, query)}


def change_review(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    review_id: int,
    changes: Mapping[str, Any],
    *,
    expected_version: int,
    now: datetime,
) -> int:
    """Write ``changes`` and give the new version. Raises `StaleVersionError` when it changed since it was read."""
    done = work.connection.execute(
        update(WinLossReview)
        .where(
            col(WinLossReview.workspace_id) == workspace_id,
            col(WinLossReview.id) == review_id,
            col(WinLossReview.version) == expected_version,
        )
        .values({**changes, "version": expected_version + 1, "updated_at": now})
    )
    if done.rowcount != 1:
        raise StaleVersionError(_KIND, review_id)
    return expected_version + 1


def same_text(
    connection: Connection, workspace_id: WorkspaceId, member_id: int, text_hash: str, since: datetime
) -> int | None:
    """The same text by the same person from ``since`` on, if it stands."""
    return connection.execute(
        select(col(WinLossReview.id))
        .where(
            col(WinLossReview.workspace_id) == workspace_id,
            col(WinLossReview.logged_by_id) == member_id,
            col(WinLossReview.logged_at) >= since,
            col(WinLossReview.text_hash) == text_hash,
            col(WinLossReview.withdrawn_at).is_(None),
        )
        .order_by(col(WinLossReview.logged_at).desc())
        .limit(1)
    ).scalar()


def own_view(
    connection: Connection,
    workspace_id: WorkspaceId,
    member_id: int,
    deal_id: int,
    closing: int | None,
    perspective: str,
    *,
    but: int | None = None,
) -> int | None:
    """The view that this person has given already of this closing of the deal, from that side; not the one ``but``."""
    same = col(WinLossReview.closing).is_(None) if closing is None else col(WinLossReview.closing) == closing
    return connection.execute(
        select(col(WinLossReview.id))
        .where(
            col(WinLossReview.workspace_id) == workspace_id,
            col(WinLossReview.deal_id) == deal_id,
            col(WinLossReview.logged_by_id) == member_id,
            col(WinLossReview.perspective) == perspective,
            col(WinLossReview.withdrawn_at).is_(None),
            same,
            *(() if but is None else (col(WinLossReview.id) != but,)),
        )
        .limit(1)
    ).scalar()


def list_reviews(
    connection: Connection, workspace_id: WorkspaceId, wanted: ReviewFilter, *, limit: int
) -> list[FoundReview]:
    """The reviews that stand and are ``wanted``, newest first."""
    query = _listing(workspace_id).where(*_conditions(wanted))
    return _found(connection, query.order_by(col(WinLossReview.logged_at).desc(), col(WinLossReview.id).desc()), limit)


def count_reviews(connection: Connection, workspace_id: WorkspaceId, wanted: ReviewFilter) -> dict[str, int]:
    """How many reviews that stand are ``wanted``, by outcome."""
    rows = connection.execute(
        select(col(WinLossReview.outcome), func.count())
        .where(col(WinLossReview.workspace_id) == workspace_id, *_conditions(wanted))
        .group_by(col(WinLossReview.outcome))
    )
    return {row[0]: row[1] for row in rows}


def views_of_deal(connection: Connection, workspace_id: WorkspaceId, deal_id: int) -> list[WinLossReview]:
    """All views of a deal that stand, of every closing, in the order in which they were given."""
    with Session(connection) as session:
        found = session.scalars(
            select(WinLossReview)
            .where(
                col(WinLossReview.workspace_id) == workspace_id,
                col(WinLossReview.deal_id) == deal_id,
                col(WinLossReview.withdrawn_at).is_(None),
            )
            .order_by(col(WinLossReview.logged_at), col(WinLossReview.id))
        )
        return list(found)


def _conditions(wanted: ReviewFilter) -> list[Any]:
    conditions: list[Any] = [col(WinLossReview.withdrawn_at).is_(None)]
    if wanted.since is not None:
        conditions.append(col(WinLossReview.logged_at) >= wanted.since)
    if wanted.outcomes:
        conditions.append(col(WinLossReview.outcome).in_(wanted.outcomes))
    if wanted.member_id is not None:
        conditions.append(col(WinLossReview.logged_by_id) == wanted.member_id)
    # Stems stand parted by blanks: a blank on both sides makes a stem a whole word.
    padded = " " + func.coalesce(col(WinLossReview.search_text), "") + " "
    for stems in query_stems(wanted.words):
        either = [padded.contains(f" {stem} ", autoescape=True) for stem in stems]
        conditions.append(either[0] if len(either) == 1 else either[0] | either[1])
    return conditions


def _listing(workspace_id: WorkspaceId) -> Select[*tuple[Any, ...]]:
    return (
        select(
            *inspect(WinLossReview).columns,
            account_name(WinLossReview).label("shown_account"),
            col(Deal.name).label("shown_deal"),
        )
        .join(
            Account,
            its_account(WinLossReview, workspace_id),
            isouter=True,
        )
        .join(
            Deal,
            (col(Deal.workspace_id) == workspace_id) & (col(Deal.id) == col(WinLossReview.deal_id)),
            isouter=True,
        )
        .where(col(WinLossReview.workspace_id) == workspace_id)
    )


def _found(connection: Connection, query: Select[*tuple[Any, ...]], limit: int | None = None) -> list[FoundReview]:
    found = []
    for row in connection.execute(query if limit is None else query.limit(limit)).mappings():
        values = dict(row)
        account_name, deal_name = values.pop("shown_account"), values.pop("shown_deal")
        found.append(FoundReview(WinLossReview(**values), account_name, deal_name))
    return found
