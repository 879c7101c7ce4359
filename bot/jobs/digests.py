"""The clock's part of the digests: whatever is due goes out once, however many processes look."""

from contextlib import ExitStack
from datetime import datetime

from commands.digest.actions import post, read_ahead
from commands.digest.composing import Ahead, Target
from commands.i18n import Texts
from domain.digest import lateness
from domain.digest_plan import next_slot, reported
from domain.weeks import Period
from storage import digests
from storage.database import Database
from storage.ids import WorkspaceId


def run_due_digests(database: Database, texts: Texts, business_now: datetime, system_now: datetime) -> int:
    """Enqueue every digest that is due at ``business_now``; gives how many.

    ``system_now`` is the real time, from which delivery may try. One transaction a schedule: what was done before a
    failure stays done. After a long pause only the latest digest of each kind comes, once, and says that it is late.
    """
    with database.read() as connection:
        due = digests.list_due(connection, business_now)
    posted: list[int] = []

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
) -> int:
    posted = 0
    ahead = _read_ahead(database, workspace_id, schedule_id, business_now)
    with database.write() as work:
        schedule = digests.take_due(work, workspace_id, schedule_id, business_now)
        if schedule is None:
            return 0
        slot, slots = digests.slot_of(schedule), digests.next_slots(schedule)
        for kind, plan in digests.plans_due(work.connection, schedule, business_now).items():
            if plan.at > business_now:  # a holiday moved it, and it was not known yet when the next moment was set
                slots[kind] = plan.slot
                continue
            # By its slot, not by the moment missed first or the day a holiday moved it to.
            about = reported(kind, plan.slot, schedule.tz)
            late = lateness(plan.at, business_now)
            posted += post(
                work,
                texts,
                Target.of(schedule),
                about,
                late=late,
                ahead=ahead.get(about),
                now=business_now,
                system_now=system_now,
            )
            slots[kind] = next_slot(kind, slot, business_now)
        digests.move_on(work, schedule, slots)
        work.commit()
    return posted


def _read_ahead(
    database: Database, workspace_id: WorkspaceId, schedule_id: int, business_now: datetime
) -> dict[Period, Ahead | None]:
    """By period what a look at the schedule says is due: on a reader, so that nobody waits while it is read."""
    with database.read() as connection:
        return {
            about: read_ahead(connection, target, about, lateness(plan.at, business_now), now=business_now)
            for schedule in digests.list_schedules(connection, workspace_id)
            if schedule.id == schedule_id
            for target in [Target.of(schedule)]
            for kind, plan in digests.plans_due(connection, schedule, business_now).items()
            if plan.at <= business_now
            for about in [reported(kind, plan.slot, target.tz)]
        }
