"""The daily list of one person: all that waits for it, of whatever kind, in one message; at most one a day.

Who manages others has a second one, at the end of the day, of the promises that were not kept (`notices.EVENING`).
A list's key in the outbox names the reader and their day, and is unique: what comes after it waits for the next list.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands.daily_list import daily_list, fits, key_of
from commands.telling import Audience, Composers
from domain.calendars import CalendarError, CalendarSpec
from domain.ladder import end_of_day
from domain.sla_clock import next_start
from domain.values import frozen
from domain.weeks import local_moment
from storage import enqueued, notices, outbox
from storage.database import UnitOfWork
from storage.outbox import Outgoing
from storage.tables import Member, Notice


@frozen
class _Composed:
    """What some notices become, with the notices that are told and those that are not true any more."""

    messages: tuple[Outgoing, ...]
    told: frozenset[int]
    untrue: frozenset[int]


def release_list(
    work: UnitOfWork,
    composers: Composers,
    audience: Audience,
    reader: Member,
    calendar: CalendarSpec,
    lane: str,
    due: Sequence[Notice],
    system_now: datetime,
) -> int:
    """Put today's list of ``lane`` into the outbox, or hold it all for the next; gives how many messages that are."""
    key = key_of(lane, audience.channel, _day(calendar, audience.now, lane))
    following = _following(calendar, audience.now, reader.daily_at, lane)
    if enqueued.has_key(work.connection, audience.workspace_id, key):
        notices.postpone(work, audience.workspace_id, [notice.id for notice in due], following)
        return 0
    taken = _most_that_fit(work.connection, composers, audience, due)
    composed = _compose(work.connection, composers, audience, due[:taken])
    outbox_id = None
    if composed.messages:
        message = daily_list(audience.say, audience.channel, key, composed.messages, later=len(due) - taken)
        outbox_id = outbox.enqueue(work, audience.workspace_id, message, system_now)
    notices.settle(work, audience.workspace_id, composed.told, state="released", outbox_id=outbox_id)
    notices.settle(work, audience.workspace_id, composed.untrue, state="dropped")
    notices.postpone(work, audience.workspace_id, [notice.id for notice in due[taken:]], following)
    return int(outbox_id is not None)


def _day(calendar: CalendarSpec, now: datetime, lane: str) -> date:
    """Which day's list this is. An evening's that comes late, the next morning, is still that of the day before."""
    today = now.astimezone(ZoneInfo(calendar.tz)).date()
    if lane != notices.EVENING:
        return today
    try:
        is_over = now >= end_of_day(calendar, local_moment(today, 0, calendar.tz))
    except CalendarError:
        return today
    return today if is_over else today - timedelta(days=1)


def _following(calendar: CalendarSpec, now: datetime, daily_at: int, lane: str) -> datetime:
    """When the next list comes: on their next working day, or tomorrow where working hours never come again."""
    try:
        morning = next_start(calendar, now, daily_at)
        return end_of_day(calendar, morning) if lane == notices.EVENING else morning
    except CalendarError:
        return now + timedelta(days=1)


def _most_that_fit(connection: Connection, composers: Composers, audience: Audience, due: Sequence[Notice]) -> int:
    """How many, the oldest first, one message holds: at least one."""
    if fits(_compose(connection, composers, audience, due).messages):
        return len(due)
    some, too_many = 1, len(due)
    while too_many - some > 1:
        middle = (some + too_many) // 2
        if fits(_compose(connection, composers, audience, due[:middle]).messages):
            some = middle
        else:
            too_many = middle
    return some


def _compose(connection: Connection, composers: Composers, audience: Audience, due: Sequence[Notice]) -> _Composed:
    by_kind: dict[str, list[Notice]] = defaultdict(list)
    for notice in due:
        by_kind[notice.kind].append(notice)
    parts = [composers[kind](connection, audience, group) for kind, group in by_kind.items()]
    told = frozenset().union(*(part.told for part in parts))
    messages = tuple(message for part in parts for message in part.messages)
    return _Composed(messages, told, frozenset(notice.id for notice in due) - told)
