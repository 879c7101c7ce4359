"""The review that comes next in a workspace, and whose accounts it is about.

The clock asks each minute when it comes, so that costs two questions, and accounts are read for who is to be asked.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select, text
from sqlmodel import Session, col

from domain.digest_plan import plan_of, reported
from domain.digest_scope import AccountChoice
from domain.values import frozen
from domain.weeks import IsoWeek, PeriodKind, week_span
from storage import digests
from storage.calendars import company_calendar
from storage.ids import WorkspaceId
from storage.tables import Account, DigestSchedule, Member
from storage.under_review import UnderReview, chosen_accounts


@frozen
class Upcoming:
    """The next weekly digest of a workspace: which week it reports, when it comes (UTC), which accounts it reviews.

    Where several channels report that week, it comes when the first does, and has the accounts of all. ``starts_at`` is
    when the week begins.
    """

    week: IsoWeek
    at: datetime
    starts_at: datetime
    choices: frozenset[AccountChoice]


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
    calendar = company_calendar(connection, workspace_id)
    for schedule in digests.list_schedules(connection, workspace_id):
        at_slot = digests.next_slots(schedule).get(PeriodKind.WEEKLY)
        if at_slot is not None:
            plan = plan_of(at_slot, digests.slot_of(schedule), calendar)
            week = reported(PeriodKind.WEEKLY, plan.slot, schedule.tz)
            if isinstance(week, IsoWeek):
                choice = digests.scope_of(schedule).accounts
                planned.append((plan.at, week, week_span(week, schedule.tz).start, choice))
    if not planned:
        return None
    at, week, starts_at, _choice = min(planned, key=lambda each: each[0])
    return Upcoming(week, at, starts_at, frozenset(each[3] for each in planned if each[1] == week))


def accounts_of(
    connection: Connection, workspace_id: WorkspaceId, upcoming: Upcoming, owners: Collection[int]
) -> list[UnderReview]:
    """The accounts under review that any of ``owners`` answers for, by name."""
    found: dict[int, UnderReview] = {}
    for choice in upcoming.choices:
        chosen = chosen_accounts(connection, workspace_id, choice, since=upcoming.starts_at, owners=owners)
        found.update({each.id: each for each in chosen})
    return sorted(found.values(), key=lambda each: each.name_key)


def owners_here(connection: Connection, workspace_id: WorkspaceId) -> list[Member]:
    """The owners of accounts who are members and have not left."""
    theirs = select(col(Account.id)).where(
        col(Account.workspace_id) == workspace_id,
        col(Account.archived_at).is_(None),
        (col(Account.sales_owner_id) == col(Member.id)) | (col(Account.marketing_owner_id) == col(Member.id)),
    )
    with Session(connection) as session:
        found = session.scalars(
            select(Member)
            .where(
                col(Member.workspace_id) == workspace_id,
                theirs.exists(),
                col(Member.kind) == "full",
                col(Member.is_active),
            )
            .order_by(col(Member.id))
        )
        return list(found)
