"""The life of one running deadline as a value: begun, paused, resumed, handed to somebody with another calendar.

Each step gives a new value. A step that is told with an earlier moment than the one before it, as after the clock was
put back, counts from that one: time that was used stays used.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final, Self

from domain.calendars import CalendarSpec
from domain.counted_time import Amount, amount_of, counted, pause_spans, reached
from domain.durations import Duration, DurationUnit
from domain.local_weeks import Spans, from_micros, to_micros
from domain.sla_account import Account, Explanation, account
from domain.values import frozen
from domain.weeks import Span

#: Later than any deadline: the end of a pause that still lasts.
_OPEN_END: Final = 1 << 62


class NotRunningError(ValueError):
    """It is paused already."""


class NotPausedError(ValueError):
    """There is no pause to end."""


@frozen
class Leg:
    """By which calendar it runs, and since when."""

    spec: CalendarSpec
    since: datetime


@frozen
class Timeline:
    """``duration`` from the first leg's start on; ``paused_since``: the pause that still lasts. All in aware UTC."""

    legs: tuple[Leg, ...]
    duration: Duration
    pauses: tuple[Span, ...] = ()
    paused_since: datetime | None = None

    @classmethod
    def begin(cls, spec: CalendarSpec, start: datetime, duration: Duration) -> Self:
        """It runs from ``start`` by ``spec``."""
        return cls((Leg(spec, from_micros(to_micros(start))),), duration)

    def pause(self, at: datetime) -> Self:
        """Nothing counts from then on. Raises `NotRunningError`."""
        if self.paused_since is not None:
            raise NotRunningError(f"it has been paused since {self.paused_since}")
        return replace(self, paused_since=self._not_before_last(at))

    def resume(self, at: datetime) -> Self:
        """It counts again. Raises `NotPausedError`."""
        if self.paused_since is None:
            raise NotPausedError("it is running")
        pause = Span(self.paused_since, self._not_before_last(at))
        return replace(self, pauses=(*self.pauses, pause), paused_since=None)

    def reassign(self, spec: CalendarSpec, at: datetime) -> Self:
        """What is left runs by another calendar: a new owner's, or the same one's that was edited."""
        return replace(self, legs=(*self.legs, Leg(spec, self._not_before_last(at))))

    @property
    def start(self) -> datetime:
        """When it began."""
        return self.legs[0].since

    @property
    def due(self) -> datetime | None:
        """The deadline, in aware UTC; none while it is paused, unless it had passed before. Raises `CalendarError`."""
        left: Amount = amount_of(self.duration)
        spans = self._spans()
        for leg, since, until in self._stages():
            used = counted(leg.spec, self._unit, since, until, spans)
            if used >= left:
                return from_micros(reached(leg.spec, self._unit, since, left, spans))
            left -= used
        if self.paused_since is not None:
            return None
        last = self.legs[-1]
        return from_micros(reached(last.spec, self._unit, to_micros(last.since), left, spans))

    def used(self, at: datetime) -> timedelta:
        """The time up to ``at`` that counted, under all owners; of working days, the working time."""
        unit = DurationUnit.CALENDAR if self._unit is DurationUnit.CALENDAR else DurationUnit.BUSINESS
        return timedelta(microseconds=int(self._used(unit, at)))

    def used_share(self, at: datetime) -> Fraction:
        """The part of the duration that was used at ``at``; more than 1 after the deadline."""
        amount = amount_of(self.duration)
        return Fraction(self._used(self._unit, at)) / amount if amount else Fraction(1)

    def account(self, until: datetime) -> Account:
        """What counted from the start to ``until`` and what did not, each by the calendar of its time."""
        spans, end = self._spans(), to_micros(until)
        parts = [
            account(leg.spec, self._unit, since, min(finish, end), spans)
            for leg, since, finish in self._stages(end)
            if since < end
        ]
        return Account(
            self.start,
            from_micros(end),
            tuple(each for part in parts for each in part.counted),
            tuple(each for part in parts for each in part.skipped),
        )

    def explain(self) -> Explanation | None:
        """Why the deadline is what it is; none while there is none."""
        due = self.due
        if due is None:
            return None
        whole = self.account(due)
        return Explanation(whole.start, due, whole.counted, whole.skipped)

    @property
    def _unit(self) -> DurationUnit:
        return self.duration.unit

    def _used(self, unit: DurationUnit, at: datetime) -> Amount:
        spans, end = self._spans(), to_micros(at)
        total: Amount = 0
        for leg, since, finish in self._stages(end):
            total += counted(leg.spec, unit, since, min(finish, end), spans)
        return total

    def _stages(self, end: int | None = None) -> list[tuple[Leg, int, int]]:
        """Each leg with its bounds; the last one only up to an ``end``, or up to the pause that lasts."""
        stages = [(leg, to_micros(leg.since), to_micros(later.since)) for leg, later in pairwise(self.legs)]
        if end is None and self.paused_since is not None:
            end = to_micros(self.paused_since)
        return stages if end is None else [*stages, (self.legs[-1], to_micros(self.legs[-1].since), end)]

    def _spans(self) -> Spans:
        open_pause = [(to_micros(self.paused_since), _OPEN_END)] if self.paused_since is not None else []
        return pause_spans(self.pauses) + open_pause

    def _not_before_last(self, at: datetime) -> datetime:
        known = [self.legs[-1].since, self.paused_since, self.pauses[-1].end if self.pauses else None]
        return max(from_micros(to_micros(at)), *(moment for moment in known if moment is not None))
