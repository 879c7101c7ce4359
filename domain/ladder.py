"""The steps of a ladder: who is told how far along a deadline, and when each falls due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Final

from domain.calendars import CalendarSpec
from domain.durations import Duration, DurationUnit
from domain.sla_clock import due_at
from domain.weeks import Span


class RungRecipient(StrEnum):
    """Whom a rung tells, by their part in the handoff."""

    OWNER = "owner"
    MARKETER = "marketer"
    MANAGER = "manager"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: at ``fraction`` of the limit, or ``after_minutes`` past it; exactly one of both is set.

    ``listed``: the recipients hear of it in their list at the end of the day, not at once. ``reassigns``: where the
    policy says so, a lead from the round robin that nobody answered goes to the next instead.
    """

    name: str
    fraction: Fraction | None = None
    after_minutes: int | None = None
    recipients: tuple[RungRecipient, ...] = ()
    listed: bool = False
    reassigns: bool = False

    @property
    def is_breach(self) -> bool:
        """Whether it falls on or after the deadline: then the promise is broken."""
        return self.fraction is None or self.fraction >= 1


@dataclass(frozen=True, slots=True)
class Running:
    """What a deadline is reckoned from.

    ``since`` (aware) is when the present owner's calendar began to count, ``carried`` the whole minutes that earlier
    owners had used of ``limit``, in its unit. ``pauses`` have ended.
    """

    spec: CalendarSpec
    since: datetime
    limit: Duration
    carried: int = 0
    pauses: tuple[Span, ...] = ()


def deadline(running: Running) -> datetime:
    """When what is left of the limit has passed; at once when nothing is left. Aware UTC."""
    return due_at(
        running.spec, running.since, Duration(_left(running, Fraction(1)), running.limit.unit), running.pauses
    )


def moments(rungs: Sequence[Rung], running: Running, due: datetime) -> tuple[tuple[Rung, datetime], ...]:
    """Each rung with its moment (aware UTC), sorted by it, for a deadline at ``due``.

    Minutes past the limit are working minutes, unless the limit counts all time. A warning whose share earlier owners
    had used up is left out: the new owner was just told all.
    """
    found = []
    for place, rung in enumerate(rungs):
        if rung.fraction is None:
            counted = DurationUnit.CALENDAR if running.limit.unit is DurationUnit.CALENDAR else DurationUnit.BUSINESS
            moment = due_at(running.spec, due, Duration(rung.after_minutes or 0, counted), running.pauses)
        elif rung.fraction >= 1:
            moment = due
        else:
            left = _left(running, rung.fraction)
            if running.carried and not left:
                continue
            moment = due_at(running.spec, running.since, Duration(left, running.limit.unit), running.pauses)
        found.append((moment, place, rung))
    found.sort(key=lambda each: each[:2])
    return tuple((rung, moment) for moment, _place, rung in found)


def _left(running: Running, fraction: Fraction) -> int:
    """The minutes of ``fraction`` of the limit that earlier owners left, rounded down."""
    return max(0, int(running.limit.minutes * fraction) - running.carried)


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
