"""The clock's part of the narratives: each is asked for half an hour before its digest, which never waits for it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from commands.digest.narrating import Place, ask
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
    """Ask for the narratives of weekly digests that come soon; gives how many come."""
    if minds is None:
        return 0
    with database.read() as connection:
        places = list(_coming(connection, business_now))
    for place in places:
        ask(database, texts, minds, place, system_now)
    return len(places)


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
