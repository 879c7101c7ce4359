"""Which accounts the review of a week speaks of."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, func, select
from sqlmodel import col

from domain.digest_scope import AccountChoice
from domain.taxonomy import DealOutcome
from domain.values import frozen
from storage import roles
from storage.among import among
from storage.ids import WorkspaceId
from storage.question import Given, Question
from storage.tables import Account, Deal, StageChange


@frozen
class UnderReview:
    """What a review asks of an account's own row; fields as there."""

    id: int
    name: str
    name_key: str
    tier: int | None = None
    sales_owner_id: int | None = None
    marketing_owner_id: int | None = None
    renewal_on: date | None = None


def chosen_accounts(
    connection: Connection,
    workspace_id: WorkspaceId,
    choice: AccountChoice | None = None,
    *,
    since: datetime,
    owners: Collection[int] | None = None,
) -> list[UnderReview]:
    """The accounts that the review of a week from ``since`` speaks of, or those of them in ``choice``, by name.

    ``owners``: only what these answer for.
    """
    accounts = reviewed_accounts(connection, workspace_id, since=since, owners=owners)
    if choice is None or choice.is_all:
        return accounts
    if choice.manager_id is None:
        return [account for account in accounts if account.tier in choice.tiers]
    team = roles.team_of(connection, workspace_id, choice.manager_id)
    return [
        account for account in accounts if not team.isdisjoint({account.sales_owner_id, account.marketing_owner_id})
    ]


def reviewed_accounts(
    connection: Connection, workspace_id: WorkspaceId, *, since: datetime, owners: Collection[int] | None = None
) -> list[UnderReview]:
    """The accounts that a review speaks of: with a tier, an owner, a renewal or a deal in a stage; by name.

    Of those with a deal alone, none whose deals had all closed before ``since``. ``owners``: only what they answer for.
    """
    asked: dict[str, Any] = {"workspace_id": workspace_id, "since": since}
    question = _of_all
    if owners is not None:
        question, asked["owners"] = _of_owners, owners
    return [UnderReview(*row) for row in question.ask(connection, **asked).all()]


def accounts_by_id(connection: Connection, workspace_id: WorkspaceId, ids: Collection[int]) -> dict[int, UnderReview]:
    """Accounts as they stand, by id, whether or not a review speaks of them."""
    rows = _of_ids.ask(connection, workspace_id=workspace_id, ids=ids).all()
    return {row[0]: UnderReview(*row) for row in rows}


_Row: TypeAlias = Select[int, str, str, int | None, int | None, int | None, date | None]


def _accounts(given: Given) -> _Row:
    return select(
        col(Account.id),
        col(Account.name),
        col(Account.name_key),
        col(Account.tier),
        col(Account.sales_owner_id),
        col(Account.marketing_owner_id),
        col(Account.renewal_on),
    ).where(col(Account.workspace_id) == given.workspace_id)


def _under_review(given: Given) -> _Row:
    # Of a deal that was closed by hand, or by a file without its day, it is known when that was written.
    ended = func.coalesce(col(Deal.closed_at), col(Deal.updated_at))
    in_a_stage = (
        select(col(StageChange.account_id))
        .join(Deal, (col(Deal.workspace_id) == given.workspace_id) & (col(Deal.id) == col(StageChange.deal_id)))
        .where(
            col(StageChange.workspace_id) == given.workspace_id,
            (col(Deal.outcome) == DealOutcome.OPEN.value) | (ended >= given.since),
        )
    )
    return (
        _accounts(given)
        .where(
            col(Account.archived_at).is_(None),
            col(Account.tier).is_not(None)
            | col(Account.sales_owner_id).is_not(None)
            | col(Account.marketing_owner_id).is_not(None)
            | col(Account.renewal_on).is_not(None)
            | col(Account.id).in_(in_a_stage),
        )
        .order_by(col(Account.name_key))
    )


_of_ids = Question(lambda given: _accounts(given).where(among(col(Account.id), given.ids)))
_of_all = Question(_under_review)


@Question
def _of_owners(given: Given) -> _Row:
    of_them = among(col(Account.sales_owner_id), given.owners) | among(col(Account.marketing_owner_id), given.owners)
    return _under_review(given).where(of_them)
