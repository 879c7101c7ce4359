"""The clock's part of the weekly digest: whatever is due goes out once, however many processes look."""

from contextlib import ExitStack
from datetime import datetime

from commands.digest.actions import Target, post
from commands.i18n import Texts
from domain.digest import lateness
from domain.weeks import latest_moment, next_moment, week_reported
from storage import digests
from storage.database import Database
from storage.ids import WorkspaceId


def run_due_digests(database: Database, texts: Texts, business_now: datetime, system_now: datetime) -> int:
    """Enqueue every digest that is due at ``business_now``; gives how many.

    ``system_now`` is the real time, from which delivery may try. One transaction a schedule: what was done before a
    failure stays done. After a long pause only the latest digest comes, once, and says that it is late.
    """
    with database.read() as connection:
        due = digests.list_due(connection, business_now)
    posted: list[bool] = []

    def turn(workspace_id: WorkspaceId, schedule_id: int) -> None:
        posted.append(_run(database, texts, workspace_id, schedule_id, business_now, system_now))

    # One that fails does not hold up the others: its error comes out when all had their turn.
    with ExitStack() as turns:
        for workspace_id, schedule_id in reversed(due):
            turns.callback(turn, workspace_id, schedule_id)
    return sum(posted)


def _run(
    database: Database,
    texts: Texts,
    workspace_id: WorkspaceId,
    schedule_id: int,
    business_now: datetime,
    system_now: datetime,
) -> bool:
    with database.write() as work:
        schedule = digests.take_due(work, workspace_id, schedule_id, business_now)
        if schedule is None:
            return False
        slot = digests.slot_of(schedule)
        # The week of the latest moment that passed, not of the moment missed first: older weeks are not caught up.
        due_at = max(latest_moment(slot, business_now), schedule.next_due_at)
        target = Target(workspace_id, schedule.channel, schedule.tz, schedule.locale)
        posted = post(
            work,
            texts,
            target,
            week_reported(due_at, schedule.tz),
            late=lateness(due_at, business_now),
            now=business_now,
            system_now=system_now,
        )
        digests.move_next_due(work, schedule, next_moment(slot, business_now))
        work.commit()
    return posted
