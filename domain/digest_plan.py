"""When a channel's digests come: at a slot that comes back every week or month, holidays moved to the next working day.

What a digest reports on follows from its slot alone, wherever the holiday moved it: so each week and month has one.
"""

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.calendars import CalendarSpec
from domain.values import frozen
from domain.weeks import (
    DAYS_IN_WEEK,
    Month,
    Period,
    PeriodKind,
    WeeklySlot,
    latest_moment,
    local_moment,
    next_moment,
    week_reported,
)

#: A closure longer than this moves nothing: the digest comes at its slot.
_LONGEST_CLOSURE: Final = 31


@frozen
class Moved:
    """The slot's day is a holiday called ``name``, so the digest comes on another ``day``."""

    holiday: date
    name: str
    day: date


@frozen
class Plan:
    """One digest to come: its ``slot`` and the moment it is planned for (``at``), both UTC."""

    slot: datetime
    at: datetime
    moved: Moved | None = None


def next_slot(kind: PeriodKind, slot: WeeklySlot, after: datetime) -> datetime:
    """The first moment of the slot strictly after ``after``: of its week, or on the first such weekday of a month."""
    if kind is PeriodKind.WEEKLY:
        return next_moment(slot, after)
    month = _month_of(after, slot.tz).shift(-1)
    while (moment := _in_month(month, slot)) <= after:
        month = month.shift(1)
    return moment


def latest_slot(kind: PeriodKind, slot: WeeklySlot, until: datetime) -> datetime:
    """The last moment of the slot at or before ``until``."""
    if kind is PeriodKind.WEEKLY:
        return latest_moment(slot, until)
    month = _month_of(until, slot.tz).shift(1)
    while (moment := _in_month(month, slot)) > until:
        month = month.shift(-1)
    return moment


def reported(kind: PeriodKind, as_of: datetime, tz: str) -> Period:
    """The last week or month that was over at ``as_of``, in ``tz``."""
    return week_reported(as_of, tz) if kind is PeriodKind.WEEKLY else _month_of(as_of, tz).shift(-1)


def slot_reporting(slot: WeeklySlot, period: Period) -> datetime:
    """The slot's moment at which ``period`` is reported: in the week or month after it."""
    if period.kind is PeriodKind.WEEKLY:
        return next_moment(slot, local_moment(period.last + timedelta(days=1), 0, slot.tz) - timedelta(microseconds=1))
    return _in_month(Month.of_day(period.last).shift(1), slot)


def plan_of(at_slot: datetime, slot: WeeklySlot, calendar: CalendarSpec) -> Plan:
    """When the digest of the slot's moment ``at_slot`` comes, by the holidays and working days of ``calendar``."""
    day = at_slot.astimezone(ZoneInfo(slot.tz)).date()
    if day not in calendar.holidays:
        return Plan(at_slot, at_slot)
    for ahead in range(1, _LONGEST_CLOSURE + 1):
        later = day + timedelta(days=ahead)
        if calendar.blocks_on(later):
            at = local_moment(later, slot.minute, slot.tz)
            return Plan(at_slot, at, Moved(day, calendar.holidays[day], later))
    return Plan(at_slot, at_slot)


def first_slot(
    kind: PeriodKind, slot: WeeklySlot, now: datetime, calendar: CalendarSpec, unposted: datetime | None = None
) -> datetime:
    """The slot of the first digest that comes after ``now``: also one that is past and moved by a holiday until then.

    Was that digest posted before, by hand or by the schedule that stood, the ledger keeps it to once. One that was due
    by the schedule that stood, and is ``unposted``, comes at once where the new slot would leave its period out.
    """
    latest = latest_slot(kind, slot, now)
    if plan_of(latest, slot, calendar).at > now:
        return latest
    coming = next_slot(kind, slot, now)
    if unposted is None or reported(kind, unposted, slot.tz) == reported(kind, coming, slot.tz):
        return coming
    return unposted


def passed_over(kind: PeriodKind, coming: datetime, now: datetime, tz: str) -> Period | None:
    """The last week or month that was over at ``now``, where the slot at ``coming`` reports a later one."""
    over = reported(kind, now, tz)
    return None if reported(kind, coming, tz) == over else over


def _month_of(instant: datetime, tz: str) -> Month:
    return Month.of_day(instant.astimezone(ZoneInfo(tz)).date())


def _in_month(month: Month, slot: WeeklySlot) -> datetime:
    first = month.first
    return local_moment(first + timedelta(days=(slot.weekday - first.weekday()) % DAYS_IN_WEEK), slot.minute, slot.tz)
