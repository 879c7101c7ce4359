"""When the owners of accounts are asked whether what is known of them is right, before the weekly review."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.calendars import CalendarError, CalendarSpec
from domain.sla_clock import next_start
from domain.weeks import local_moment

_NOON: Final = 12 * 60
#: Who has not worked for longer before the review is not asked.
_LOOK_BACK: Final = timedelta(days=14)


def ask_at(calendar: CalendarSpec, review_at: datetime) -> datetime | None:
    """Noon on somebody's last working day before the day of the review (both as they live it), in UTC.

    Nothing for who has had no working day with a noon in two weeks: they are away.
    """
    day = review_at.astimezone(ZoneInfo(calendar.tz)).date()
    first, last = (local_moment(each, 0, calendar.tz) for each in (day - _LOOK_BACK, day))
    asked = None
    try:
        while (noon := next_start(calendar, asked or first, _NOON)) < last:
            asked = noon
    except CalendarError:  # no working day is to come any more
        pass
    return asked
