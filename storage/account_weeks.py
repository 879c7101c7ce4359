"""The review of a week's accounts, as the digest shows it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, func, select
from sqlmodel import Session, col

from domain.account_review import review_account
from domain.account_week import AccountWeek, ReviewedAccount, account_week
from domain.digest import DigestWindow
from domain.digest_scope import AccountChoice
from domain.stages import Process
from domain.target_list import Quarter
from domain.taxonomy import DealOutcome
from domain.weeks import Span
from storage import confirmations, people, progress, roles, stages, target_places
from storage.among import among
from storage.ids import WorkspaceId
from storage.question import Given, Question
from storage.tables import Account, Deal, Member, StageChange


def week_of_accounts(
    connection: Connection, workspace_id: WorkspaceId, window: DigestWindow, choice: AccountChoice | None = None
) -> AccountWeek:
    """Every account's week, or that of those in ``choice``: a dozen queries, however many accounts there are."""
    accounts = chosen_accounts(connection, workspace_id, choice, since=window.weeks[0].start)
    if not accounts:
        return AccountWeek()
    process = stages.process_of(connection, workspace_id)
    reviewed = reviews_of(connection, workspace_id, accounts, window.weeks[0], window.tz, process)
    said = confirmations.of_week(connection, workspace_id, window.week)
    named = {step.step.owner_id for each in reviewed for step in each.review.steps if step.step.owner_id is not None}
    named.update(said.by_account.values(), *(each.owners for each in reviewed))
    if choice is not None and choice.manager_id is not None:
        named.add(choice.manager_id)
    names, gone = names_of(connection, workspace_id, named), people.gone_of(connection, workspace_id, named)
    return account_week(reviewed, window.week, names, process.names, said, gone)


def reviews_of(
    connection: Connection,
    workspace_id: WorkspaceId,
    accounts: Sequence[Account],
    week: Span,
    tz: str,
    process: Process,
) -> list[ReviewedAccount]:
    """What ``week`` was for each of ``accounts``, in their order. An owner who has left answers for nothing."""
    counted = process.for_review
    owners = {
        owner for each in accounts for owner in (each.sales_owner_id, each.marketing_owner_id) if owner is not None
    }
    gone = people.gone_of(connection, workspace_id, owners)
    facts = progress.account_facts(connection, workspace_id, accounts, week, counted, gone)
    quarter = Quarter.at(week.end - timedelta(microseconds=1), tz)
    listed = target_places.on_list(connection, workspace_id, quarter, week.end)
    return [
        ReviewedAccount(
            account.name,
            account.tier,
            review_account(each, week, tz, counted),
            account.renewal_on,
            None if account.sales_owner_id in gone else account.sales_owner_id,
            None if account.marketing_owner_id in gone else account.marketing_owner_id,
            is_off_list=listed is not None and account.id not in listed,
        )
        for account, each in zip(accounts, facts, strict=True)
    ]


def chosen_accounts(
    connection: Connection,
    workspace_id: WorkspaceId,
    choice: AccountChoice | None = None,
    *,
    since: datetime,
    owners: Collection[int] | None = None,
) -> list[Account]:
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
    connection: Connection,
    workspace_id: WorkspaceId,
    *,
    since: datetime | None = None,
    owners: Collection[int] | None = None,
) -> list[Account]:
    """The accounts that a review speaks of: with a tier, an owner, a renewal or a deal in a stage; by name.

    Of those with a deal alone, none whose deals had all closed before ``since``. ``owners``: only what they answer for.
    """
    in_a_stage = select(col(StageChange.account_id)).where(col(StageChange.workspace_id) == workspace_id)
    if since is not None:
        # Of a deal that was closed by hand, or by a file without its day, it is known when that was written.
        ended = func.coalesce(col(Deal.closed_at), col(Deal.updated_at))
        in_a_stage = in_a_stage.join(
            Deal, (col(Deal.workspace_id) == workspace_id) & (col(Deal.id) == col(StageChange.deal_id))
        ).where((col(Deal.outcome) == DealOutcome.OPEN.value) | (ended >= since))
    theirs = (
        [col(Account.sales_owner_id).in_(owners) | col(Account.marketing_owner_id).in_(owners)]
        if owners is not None
        else []
    )
    with Session(connection) as session:
        found = session.scalars(
            select(Account)
            .where(
                *theirs,
                col(Account.workspace_id) == workspace_id,
                col(Account.archived_at).is_(None),
                col(Account.tier).is_not(None)
                | col(Account.sales_owner_id).is_not(None)
                | col(Account.marketing_owner_id).is_not(None)
                | col(Account.renewal_on).is_not(None)
                | col(Account.id).in_(in_a_stage),
            )
            .order_by(col(Account.name_key))
        )
        return list(found)


def accounts_by_id(connection: Connection, workspace_id: WorkspaceId, ids: Collection[int]) -> dict[int, Account]:
    """Accounts as they stand, by id."""
    with Session(connection) as session:
        found = session.scalars(
            select(Account).where(col(Account.workspace_id) == workspace_id, col(Account.id).in_(ids))
        )
        return {account.id: account for account in found}


def names_of(connection: Connection, workspace_id: WorkspaceId, members: Iterable[int]) -> dict[int, str]:
    """What people are called, by our ids; those without a name are left out."""
    wanted = set(members)
    if not wanted:
        return {}
    rows = _names.ask(connection, workspace_id=workspace_id, members=wanted)
    return {row[0]: row[1] for row in rows if row[1]}


@Question
def _names(given: Given) -> Select[int, str]:
    return select(col(Member.id), col(Member.display_name)).where(
        col(Member.workspace_id) == given.workspace_id, among(col(Member.id), given.members)
    )
