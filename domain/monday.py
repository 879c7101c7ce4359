"""When a person's list of open items comes: once a week, on their first working day, at the hour of their lists."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.calendars import CalendarError, CalendarSpec
from domain.sla_clock import next_start
from domain.weeks import IsoWeek, local_moment

#: It is planned from the day before: whatever is stopped and started meanwhile, Monday finds it there.
_AHEAD: Final = timedelta(days=1)
#: One that was missed by longer than this is left out: the week is under way.
_MISSED: Final = timedelta(hours=12)


def list_week(now: datetime, tz: str) -> IsoWeek:
    """The week whose list is next, in ``tz``: this one, from Sunday on the next."""
    return IsoWeek.of_day((now + _AHEAD).astimezone(ZoneInfo(tz)).date())


def list_moment(calendar: CalendarSpec, daily_at: int, now: datetime) -> datetime | None:
    """When the list of `list_week` comes (UTC); nothing where they do not work that week, or when it was missed."""
    week = list_week(now, calendar.tz)
    before = local_moment(week.monday, 0, calendar.tz) - timedelta(microseconds=1)
    try:
        moment = next_start(calendar, before, daily_at)
    except CalendarError:
        return None
    is_that_week = moment.astimezone(ZoneInfo(calendar.tz)).date() <= week.sunday
    return moment if is_that_week and moment > now - _MISSED else None
