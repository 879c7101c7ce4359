"""When a person may be told something: in their working hours, or with their daily list.

Standard hours for everybody for now: Monday to Friday, 09:00–18:00 in their own zone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.weeks import MINUTES_IN_DAY, local_moment


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Weekdays (0 = Monday) and one block a day, in minutes after local midnight; the end is not part of it."""

    tz: str
    weekdays: frozenset[int] = frozenset(range(5))
    start: int = 9 * 60
    end: int = 18 * 60

    def __post_init__(self) -> None:
        if not self.weekdays or not 0 <= self.start < self.end <= MINUTES_IN_DAY:
            message = "working hours need at least one weekday and a start before the end"
            raise ValueError(message)

    def contains(self, now: datetime) -> bool:
        """Whether ``now`` (aware) falls in working time."""
        local = now.astimezone(ZoneInfo(self.tz))
        return local.weekday() in self.weekdays and self.start <= local.hour * 60 + local.minute < self.end


def next_working_moment(hours: WorkingHours, now: datetime) -> datetime:
    """``now`` when it is in working time, else the start of the next working block. Aware UTC."""
    return now.astimezone(UTC) if hours.contains(now) else next_start(hours, now, hours.start)


def next_start(hours: WorkingHours, after: datetime, minute: int) -> datetime:
    """The first working day's ``minute`` after local midnight that lies strictly after ``after``. Aware UTC."""
    local = after.astimezone(ZoneInfo(hours.tz))
    for days in range(9):
        day = local.date() + timedelta(days=days)
        if day.weekday() in hours.weekdays:
            moment = local_moment(day, minute, hours.tz)
            if moment > after:
                return moment
    message = "unreachable: a working weekday comes within nine days"
    raise AssertionError(message)
