"""The steps of a ladder: who is told how far along a deadline, and when each falls due."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Final
from zoneinfo import ZoneInfo

from domain.calendars import CalendarError, CalendarSpec
from domain.durations import Duration, DurationUnit
from domain.sla_clock import due_at, next_working_moment
from domain.timeline import Timeline
from domain.values import frozen
from domain.weeks import local_moment

_CALENDAR: Final = DurationUnit.CALENDAR
_BEFORE_THE_END: Final = 30


class RungRecipient(StrEnum):
    """Whom a rung tells, by their part in the handoff."""

    OWNER = "owner"
    MARKETER = "marketer"
    MANAGER = "manager"
    BACKUP = "backup"


@frozen
class Rung:
    """One step: at ``fraction`` of the limit, ``after_minutes`` past it, or ``on_due_day``; exactly one of them is set.

    ``on_due_day``: when work begins on the day on which the limit ends, at the latest when it ends.

    ``listed``: the recipients hear of it in their list at the end of the day, not at once. ``reassigns``: where the
    policy says so, a lead from the round robin that nobody answered goes to the next instead.
    """

    name: str
    fraction: Fraction | None = None
    after_minutes: int | None = None
    recipients: tuple[RungRecipient, ...] = ()
    listed: bool = False
    reassigns: bool = False
    on_due_day: bool = False

    @property
    def is_breach(self) -> bool:
        """Whether it falls on or after the deadline: then the promise is broken."""
        return not self.on_due_day and (self.fraction is None or self.fraction >= 1)


def moments(rungs: Sequence[Rung], timeline: Timeline) -> tuple[tuple[Rung, datetime], ...]:
    """Each rung with its moment (aware UTC), sorted by it; none while there is no deadline, as in a pause.

    Minutes past the limit are working minutes by the present owner's calendar, unless the limit counts all time.
    """
    due = timeline.due
    if due is None:
        return ()
    found = []
    for place, rung in enumerate(rungs):
        moment: datetime | None = due
        if rung.on_due_day:
            moment = _opening_of(timeline.legs[-1].spec, due)
        elif rung.fraction is None:
            counted = _CALENDAR if timeline.duration.unit is _CALENDAR else DurationUnit.BUSINESS
            after = Duration(rung.after_minutes or 0, counted)
            moment = due_at(timeline.legs[-1].spec, due, after, timeline.pauses)
        elif rung.fraction < 1:
            part = Duration(int(timeline.duration.minutes * rung.fraction), timeline.duration.unit)
            moment = replace(timeline, duration=part).due
        if moment is not None:
            found.append((moment, place, rung))
    found.sort(key=lambda each: each[:2])
    return tuple((rung, moment) for moment, _place, rung in found)


def _opening_of(spec: CalendarSpec, due: datetime) -> datetime:
    """When work begins on the day of ``due``, by the owner's calendar; a deadline on a day off is its own moment."""
    day = due.astimezone(ZoneInfo(spec.tz)).date()
    try:
        return min(due, next_working_moment(spec, local_moment(day, 0, spec.tz)))
    except CalendarError:  # hours that never come again
        return due


def end_of_day(spec: CalendarSpec, now: datetime) -> datetime:
    """When an end-of-day list comes: half an hour before the day's work ends, today's or the next working day's."""
    begins = next_working_moment(spec, now)
    day = begins.astimezone(ZoneInfo(spec.tz)).date()
    last = spec.blocks_on(day)[-1].end_minute
    return next_working_moment(spec, max(begins, local_moment(day, last - _BEFORE_THE_END, spec.tz)))


_OWNER: Final = (RungRecipient.OWNER,)

#: For who asked for a demo or a price: minutes count.
FAST: Final = (
    Rung("half", fraction=Fraction(1, 2), recipients=_OWNER),
    Rung("most", fraction=Fraction(4, 5), recipients=_OWNER),
    Rung("breach", fraction=Fraction(1), recipients=(RungRecipient.OWNER, RungRecipient.MARKETER)),
    Rung("escalation", after_minutes=30, recipients=(RungRecipient.MANAGER, RungRecipient.BACKUP), reassigns=True),
)

#: For everything else: the manager hears of it at the end of the day.
STANDARD: Final = (
    Rung("most", fraction=Fraction(4, 5), recipients=_OWNER),
    Rung("breach", fraction=Fraction(1), recipients=_OWNER),
    Rung("escalation", fraction=Fraction(1), recipients=(RungRecipient.MANAGER,), listed=True, reassigns=True),
)

#: Reviews, answers and next steps: a word on the due day, and none after it but the digest's. Nobody is told of the
#: breach: it is recorded at its moment.
GENTLE: Final = (
    Rung("due_day", on_due_day=True, recipients=_OWNER),
    Rung("breach", fraction=Fraction(1)),
)
