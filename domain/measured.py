"""What a promise really took, against what was agreed, and the times that both teams could agree on instead."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from domain.durations import Duration, DurationUnit
from domain.metrics import MINIMUM_N
from domain.policy import Limit
from domain.scorecard import quantile
from domain.values import frozen
from domain.weeks import MINUTES_IN_DAY

_MEDIAN: Final = 0.5
_P90: Final = 0.9
#: Minutes that people say: a limit of 47 minutes is nobody's agreement.
_AGREEABLE: Final = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 360)
_CLOCK_HOURS: Final = (480, 720, 1440, 2160, 2880)
_DAYS: Final = (1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 40, 60, 90)


@frozen
class Taken:
    """How long promises of one kind took: ``used`` minutes of the kept ones, and how many are open past their limit.

    The minutes are working time, or time on the clock where the limit is.
    """

    used: tuple[int, ...] = ()
    overdue: int = 0


@frozen
class Measured:
    """What was measured. ``n`` promises are kept, soon or late; ``met`` of ``due`` would keep the present limit.

    ``median`` and ``p90`` are minutes. They and ``suggested`` are absent below `MINIMUM_N` cases: then ``missing`` says
    how many more it takes.
    """

    n: int
    met: int
    due: int
    median: int | None = None
    p90: int | None = None
    suggested: Limit | None = None

    @property
    def missing(self) -> int:
        """How many more cases there must be before anything is said."""
        return max(0, MINIMUM_N - self.n)


def measure(taken: Taken, limit: Duration, day_minutes: int) -> Measured:
    """``taken`` against ``limit``; a working day has ``day_minutes`` of working time.

    The suggestion: the median as the target, and as the limit what nine of ten kept, both rounded up to what
    people say.
    """
    ordered = sorted(taken.used)
    allowed = limit.minutes
    if limit.unit is DurationUnit.BUSINESS_DAYS:
        allowed = limit.minutes * day_minutes // MINUTES_IN_DAY
    met = sum(used <= allowed for used in ordered)
    counted = Measured(len(ordered), met, len(ordered) + taken.overdue)
    median, p90 = quantile(ordered, _MEDIAN), quantile(ordered, _P90)
    if counted.missing or median is None or p90 is None:
        return counted
    on_the_clock = limit.unit is DurationUnit.CALENDAR
    target, within = (agreeable(each, day_minutes, on_the_clock=on_the_clock) for each in (median, p90))
    suggested = Limit(target, within)
    return Measured(counted.n, met, counted.due, round(median), round(p90), suggested)


def agreeable(minutes: float, day_minutes: int, *, on_the_clock: bool = False) -> Duration:
    """The next time, not below ``minutes``, that people would agree on; whole days once it is most of a working day."""
    if on_the_clock:
        return Duration.calendar(_next(minutes, (*_AGREEABLE, *_CLOCK_HOURS), MINUTES_IN_DAY))
    within_a_day = [each for each in _AGREEABLE if each < day_minutes]
    if within_a_day and minutes <= within_a_day[-1]:
        return Duration.business(_next(minutes, within_a_day, 1))
    return Duration.business_days(_next(minutes / day_minutes, _DAYS, 30))


def _next(value: float, steps: Iterable[int], beyond: int) -> int:
    known = tuple(steps)
    place = bisect_left(known, value)
    return known[place] if place < len(known) else -int(-value // beyond) * beyond
