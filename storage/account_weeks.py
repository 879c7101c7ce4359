"""The review of a week's accounts, as the digest shows it."""

from sqlalchemy import Connection, select
from sqlmodel import col

from domain.account_review import AccountFacts, review_account
from domain.account_week import AccountWeek, ReviewedAccount, account_week
from domain.digest import DigestWindow
from storage import progress, stages
from storage.ids import WorkspaceId
from storage.tables import Member


def week_of_accounts(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> AccountWeek:
    """Every account's week: eight queries, however many accounts there are."""
    accounts = progress.reviewed_accounts(connection, workspace_id)
    if not accounts:
        return AccountWeek()
    week = window.weeks[0]
    process = stages.process_of(connection, workspace_id)
    counted = process.for_review
    facts = progress.account_facts(connection, workspace_id, accounts, week, counted)
    reviewed = [
        ReviewedAccount(account.name, account.tier, review_account(each, week, window.tz, counted), account.renewal_on)
        for account, each in zip(accounts, facts, strict=True)
    ]
    return account_week(reviewed, window.week, _names(connection, workspace_id, facts), process.names)


def _names(connection: Connection, workspace_id: WorkspaceId, facts: list[AccountFacts]) -> dict[int, str]:
    owners = {step.owner_id for each in facts for step in each.steps if step.owner_id is not None}
    if not owners:
        return {}
    rows = connection.execute(
        select(col(Member.id), col(Member.display_name)).where(
            col(Member.workspace_id) == workspace_id, col(Member.id).in_(owners)
        )
    )
    return {row[0]: row[1] for row in rows if row[1]}
