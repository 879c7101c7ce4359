"""The clock's part of the narratives: each is asked for half an hour before its digest, which never waits for it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.minds.pool import THREADS
from commands.digest.narrating import Begun, Place, ask
from commands.i18n import Texts
from commands.minds import Minds
from domain.digest_plan import reported
from domain.weeks import IsoWeek, PeriodKind
from storage import digests
from storage.database import Database

#: How long before its digest a narrative is asked for: time for a slow answer, and for a second try.
AHEAD: Final = timedelta(minutes=30)


def run_narratives(
    database: Database, texts: Texts, minds: Minds | None, business_now: datetime, system_now: Callable[[], datetime]
) -> int:
    """Ask for a few narratives of weekly digests that come soon, as many as threads wait for minds; gives how many.

    The others are asked for when the job runs again: people who ask something meanwhile find a place in the queue.
    """
    if minds is None:
        return 0
    with database.read() as connection:
        places = list(_coming(connection, business_now))
    begun = 0
    for place in places:
        match ask(database, texts, minds, place, system_now):
            case Begun.YES:
                begun += 1
            case Begun.REFUSED:
                break
        if begun == THREADS:
            break
    return begun


def _coming(connection: Connection, now: datetime) -> Iterator[Place]:
    workspaces = {workspace_id for workspace_id, _ in digests.list_due(connection, now + AHEAD)}
    for workspace_id in sorted(workspaces):
        for schedule in digests.list_schedules(connection, workspace_id):
            plan = digests.plans_of(connection, schedule).get(PeriodKind.WEEKLY)
            if plan is None or not now < plan.at <= now + AHEAD:
                continue
            week = reported(PeriodKind.WEEKLY, plan.slot, schedule.tz)
            sections = digests.scope_of(schedule).sections
            if isinstance(week, IsoWeek):
                yield Place(workspace_id, schedule.channel, schedule.tz, schedule.locale, sections, week)
