"""The review of a week's accounts, as the digest shows it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from sqlalchemy import Connection, Select, select
from sqlmodel import col

from domain.account_review import review_account
from domain.account_week import AccountWeek, ReviewedAccount, account_week
from domain.digest import DigestWindow
from domain.digest_scope import AccountChoice
from domain.stages import Process
from domain.target_list import Quarter
from domain.weeks import Span
from storage import confirmations, people, progress, stages, target_places
from storage.among import among
from storage.ids import WorkspaceId
from storage.question import Given, Question
from storage.tables import Member
from storage.under_review import UnderReview, chosen_accounts


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
    names, gone = _names_and_gone(connection, workspace_id, named)
    return account_week(reviewed, window.week, names, process.names, said, gone)


def reviews_of(
    connection: Connection,
    workspace_id: WorkspaceId,
    accounts: Sequence[UnderReview],
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


def names_of(connection: Connection, workspace_id: WorkspaceId, members: Iterable[int]) -> dict[int, str]:
    """What people are called, by our ids; those without a name are left out."""
    return _names_and_gone(connection, workspace_id, members)[0]


def _names_and_gone(
    connection: Connection, workspace_id: WorkspaceId, members: Iterable[int]
) -> tuple[dict[int, str], frozenset[int]]:
    """The same, and which of them answer for nothing any more."""
    wanted = set(members)
    if not wanted:
        return {}, frozenset()
    rows = _people.ask(connection, workspace_id=workspace_id, members=wanted).all()
    return {row[0]: row[1] for row in rows if row[1]}, frozenset(row[0] for row in rows if row[2])


@Question
def _people(given: Given) -> Select[int, str, bool]:
    return select(col(Member.id), col(Member.display_name), people.is_gone()).where(
        col(Member.workspace_id) == given.workspace_id, among(col(Member.id), given.members)
    )
