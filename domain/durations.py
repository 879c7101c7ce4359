"""How long somebody has: so much working time, so much time on the clock, or so many working days."""

from enum import StrEnum
from typing import Final, Self

from domain.calendars import CalendarError, CalendarFault
from domain.values import frozen
from domain.weeks import MINUTES_IN_DAY

_WHOLE: Final = 100


class DurationUnit(StrEnum):
    """What of the passing time counts."""

    BUSINESS = "business"  # working time
    CALENDAR = "calendar"  # all of it
    BUSINESS_DAYS = "business_days"  # working time as a part of its day's


@frozen
class Duration:
    """``minutes`` of working time, of time on the clock or, 1440 to one, of working days.

    A business day is one working day of the calendar, whatever its length: working time counts as its part of the
    scheduled hours of its day. Make it with `business`, `calendar` or `business_days`. Raises `CalendarError`.
    """

    minutes: int
    unit: DurationUnit

    def __post_init__(self) -> None:
        if self.minutes < 0:
            raise CalendarError(CalendarFault.BAD_DURATION, "duration", f"{self.minutes} minutes: less than none")
        if self.unit not in tuple(DurationUnit):
            known = ", ".join(DurationUnit)
            raise CalendarError(CalendarFault.BAD_DURATION, "unit", f"{self.unit!r} is none of {known}")
        object.__setattr__(self, "unit", DurationUnit(self.unit))

    @classmethod
    def business(cls, minutes: int) -> Self:
        """So many minutes of working time."""
        return cls(minutes, DurationUnit.BUSINESS)

    @classmethod
    def calendar(cls, minutes: int) -> Self:
        """So many minutes, worked or not."""
        return cls(minutes, DurationUnit.CALENDAR)

    @classmethod
    def business_days(cls, days: int) -> Self:
        """So many working days."""
        return cls(days * MINUTES_IN_DAY, DurationUnit.BUSINESS_DAYS)

    def part(self, percent: int) -> Self:
        """So many hundredths of it, rounded down to whole minutes of its unit: 80 of four hours are 192 minutes."""
        return type(self)(self.minutes * percent // _WHOLE, self.unit)
