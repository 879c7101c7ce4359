"""The review that comes next in a workspace, and whose accounts it is about."""

from datetime import datetime

from sqlalchemy import Connection, select, text
from sqlmodel import Session, col

from domain.digest_plan import reported
from domain.values import frozen
from domain.weeks import IsoWeek, PeriodKind
from storage import account_weeks, digests
from storage.ids import WorkspaceId
from storage.tables import Account, DigestSchedule, Member


@frozen
class Upcoming:
    """The next weekly digest of a workspace: which week it reports, when it comes (UTC), which accounts it reviews.

    Where several channels report that week, it comes when the first does, and has the accounts of all.
    """

    week: IsoWeek
    at: datetime
    accounts: tuple[Account, ...]

    def of_owner(self, member_id: int) -> list[Account]:
        """The accounts that somebody answers for, by name."""
        return [each for each in self.accounts if member_id in {each.sales_owner_id, each.marketing_owner_id}]


def workspaces_reviewing(connection: Connection) -> list[WorkspaceId]:
    """The workspaces in which a channel gets a weekly digest."""
    found = connection.execute(
        select(col(DigestSchedule.workspace_id))
        .where(text("digest_schedules.is_active"), col(DigestSchedule.weekly_at).is_not(None))
        .distinct()
        .execution_options(all_workspaces="the clock looks for whose review comes next")
    )
    return [WorkspaceId(each) for each in found.scalars()]


def upcoming_review(connection: Connection, workspace_id: WorkspaceId) -> Upcoming | None:
    """The next weekly digest of a workspace; nothing where none is planned."""
    planned = []
    for schedule in digests.list_schedules(connection, workspace_id):
        plan = digests.plans_of(connection, schedule).get(PeriodKind.WEEKLY)
        if plan is not None:
            week = reported(PeriodKind.WEEKLY, plan.slot, schedule.tz)
            if isinstance(week, IsoWeek):
                planned.append((plan.at, week, digests.scope_of(schedule).accounts))
    if not planned:
        return None
    at, week, _choice = min(planned, key=lambda each: each[0])
    found: dict[int, Account] = {}
    for choice in {each[2] for each in planned if each[1] == week}:
        found.update({each.id: each for each in account_weeks.chosen_accounts(connection, workspace_id, choice)})
    return Upcoming(week, at, tuple(sorted(found.values(), key=lambda each: each.name_key)))


def owners_here(connection: Connection, workspace_id: WorkspaceId, upcoming: Upcoming) -> list[Member]:
    """The owners of its accounts who are members and have not left."""
    owners = {each.sales_owner_id for each in upcoming.accounts} | {
        each.marketing_owner_id for each in upcoming.accounts
    }
    with Session(connection) as session:
        found = session.scalars(
            select(Member)
            .where(
                col(Member.workspace_id) == workspace_id,
                col(Member.id).in_(owners - {None}),
                col(Member.kind) == "full",
                col(Member.is_active),
            )
            .order_by(col(Member.id))
        )
        return list(found)
