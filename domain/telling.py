"""Who hears of an objection, and how soon."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from domain.calendars import STANDARD_START, CalendarError, CalendarSpec, zone_of
from domain.sla_clock import next_start, next_working_moment
from domain.taxonomy import Ask
from domain.values import frozen

#: How long after its moment a notice still leaves whatever the hour: the second in which it was promised may pass.
PROMPT: Final = timedelta(minutes=15)


@frozen
class Owner:
    """A marketing owner as far as telling them goes. ``daily_at``: minutes after local midnight of their daily list."""

    member_id: int
    calendar: CalendarSpec
    daily_at: int


@frozen
class Told:
    """One telling: to a member or, without one, to a channel; at once or in the daily list; not before when."""

    member_id: int | None
    channel: str | None
    at_once: bool
    not_before: datetime


def tell_marketing(
    ask: Ask, owner: Owner | None, channel: str | None, company: CalendarSpec, author_id: int, now: datetime
) -> Told | None:
    """The account's marketing owner, or the marketing channel when there is none; at once only when something is asked.

    Held to the reader's working time (a channel's is the company's) as by `in_hours`. Nobody is told what they wrote
    themselves. Nothing when there is nobody to tell.
    """
    at_once = ask is not Ask.NONE
    if owner is not None:
        if owner.member_id == author_id:
            return None
        calendar = owner.calendar
        when = in_hours(calendar, now) if at_once else _next_list(calendar, now, owner.daily_at)
        return Told(owner.member_id, None, at_once, when)
    if channel is None:
        return None
    when = in_hours(company, now) if at_once else _next_list(company, now, STANDARD_START)
    return Told(None, channel, at_once, when)


def in_hours(calendar: CalendarSpec, at: datetime) -> datetime:
    """``at`` when somebody works then, else when they begin again (aware UTC).

    Hours that never come again hold nothing: who has such is reached at once rather than never.
    """
    try:
        return next_working_moment(calendar, at)
    except CalendarError:
        return at


def held_until(calendar: CalendarSpec, not_before: datetime, now: datetime) -> datetime | None:
    """Until when (aware UTC) a notice that was due at ``not_before`` waits once more; nothing when it may leave.

    One that comes long after its moment, since nobody could send it then, keeps to the reader's working time; and so
    does one whose moment turned into a day off after it was promised.
    """
    when = in_hours(calendar, now)
    if when <= now or (now - not_before <= PROMPT and _is_working_day(calendar, not_before)):
        return None
    return when


def _is_working_day(calendar: CalendarSpec, moment: datetime) -> bool:
    """Whether they work that day, and are not away at that moment; a daily list may come before their hours begin."""
    if not calendar.blocks_on(moment.astimezone(zone_of(calendar.tz)).date()):
        return False
    return not any(
        isinstance(off.start, datetime) and isinstance(off.end, datetime) and off.start <= moment < off.end
        for off in calendar.time_off
    )


def _next_list(calendar: CalendarSpec, now: datetime, daily_at: int) -> datetime:
    try:
        when = _list_after(calendar, now.replace(second=0, microsecond=0), daily_at)
        return when if when > now else next_start(calendar, now, daily_at)
    except CalendarError:  # as `in_hours`
        return now


@lru_cache(maxsize=256)
def _list_after(calendar: CalendarSpec, minute: datetime, daily_at: int) -> datetime:
    # Lists come at whole minutes: whatever is noted within one minute waits for the same list.
    return next_start(calendar, minute, daily_at)
