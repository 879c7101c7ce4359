"""How many deadlines a second one core reckons, beside a plain day-by-day implementation, and how it grows.

    python -m benchmarks.bench_sla_clock

The calendar has split shifts, a summer's hours, a country's holidays and a holiday of a week, in Europe/Madrid; the
starts are spread over a year. Both give the same deadlines, which is checked. "New calendar" is the first deadline of a
calendar that was never seen before, as after somebody's time off was entered.
"""

import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from zoneinfo import ZoneInfo

from domain.calendars import Block, CalendarSpec, DatedHours, TimeOff
from domain.durations import Duration
from domain.holidays import propose
from domain.sla_clock import due_at

STARTS = 5_000
REPEATS = 5
WORKDAYS = 5
SPLIT = (Block(9 * 60, 14 * 60), Block(16 * 60, 19 * 60))
SUMMER = (Block(8 * 60, 15 * 60),)
CLOSED: tuple[tuple[Block, ...], ...] = ((), ())
CALENDAR = CalendarSpec(
    "Europe/Madrid",
    (SPLIT,) * WORKDAYS + CLOSED,
    dated=(DatedHours(date(2026, 7, 1), date(2026, 8, 31), (SUMMER,) * WORKDAYS + CLOSED),),
    holidays=propose("ES", "MD", range(2025, 2031)),
    time_off=(TimeOff(date(2026, 8, 10), date(2026, 8, 16)),),
)
DURATIONS = (
    ("5 minutes", Duration.business(5)),
    ("1 hour", Duration.business(60)),
    ("4 hours", Duration.business(240)),
    ("1 day of 8 h", Duration.business(480)),
    ("2 days of 8 h", Duration.business(960)),
    ("10 days of 8 h", Duration.business(4_800)),
    ("250 days of 8 h", Duration.business(120_000)),
    ("1 business day", Duration.business_days(1)),
    ("2 business days", Duration.business_days(2)),
    ("10 business days", Duration.business_days(10)),
    ("250 business days", Duration.business_days(250)),
    ("14 calendar days", Duration.calendar(14 * 1440)),
)
_NEW = count()


def main() -> None:
    """Print a line for each duration."""
    chance = random.Random(7)
    year = datetime(2026, 1, 1, tzinfo=UTC)
    starts = [year + timedelta(minutes=chance.randrange(365 * 1440)) for _ in range(STARTS)]
    print("duration              ours/s   day by day/s   times   new calendar ms")
    for name, duration in DURATIONS:
        ours = _per_second(partial(_ours, duration), starts)
        fresh = _first_ms(duration)
        if duration.unit != "business":
            print(f"{name:18} {ours:9,.0f} {'':>14} {'':>7} {fresh:17.2f}")
            continue
        sample = starts[: max(20, STARTS * 60 // max(60, duration.minutes))]
        assert all(day_by_day(start, duration.minutes) == due_at(CALENDAR, start, duration) for start in sample)
        plain = _per_second(partial(day_by_day, minutes=duration.minutes), sample)
        print(f"{name:18} {ours:9,.0f} {plain:14,.0f} {ours / plain:7.1f} {fresh:17.2f}")


def _ours(duration: Duration, start: datetime) -> datetime:
    return due_at(CALENDAR, start, duration)


def day_by_day(start: datetime, minutes: int) -> datetime:
    """What one would write first: go through the local days, and through the blocks of each."""
    zone = ZoneInfo(CALENDAR.tz)
    left = timedelta(minutes=minutes)
    day = start.astimezone(zone).date()
    off = CALENDAR.time_off[0]
    while True:
        blocks: tuple[Block, ...] = SUMMER if CALENDAR.dated[0].first <= day <= CALENDAR.dated[0].last else SPLIT
        if day.weekday() >= WORKDAYS or day in CALENDAR.holidays or off.start <= day <= off.end:
            blocks = ()
        for block in blocks:
            midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
            begin = midnight.replace(hour=block.start_minute // 60, minute=block.start_minute % 60).astimezone(UTC)
            end = midnight.replace(hour=block.end_minute // 60, minute=block.end_minute % 60).astimezone(UTC)
            begin = max(begin, start)
            if begin >= end:
                continue
            if left <= end - begin:
                return begin + left
            left -= end - begin
        day += timedelta(days=1)


def _per_second(reckon: Callable[[datetime], datetime], starts: list[datetime]) -> float:
    # The core's own time, and the best of a few: what else runs on the machine only ever adds.
    best = float("inf")
    for _ in range(REPEATS):
        begun = time.process_time()
        for start in starts:
            reckon(start)
        best = min(best, time.process_time() - begun)
    return len(starts) / best


def _first_ms(duration: Duration) -> float:
    best = float("inf")
    start = datetime(2026, 3, 4, 8, 17, tzinfo=UTC)
    for _ in range(REPEATS):
        away = date(2031, 1, 1) + timedelta(days=next(_NEW))
        spec = CALENDAR.with_time_off(TimeOff(away, away))
        begun = time.perf_counter()
        due_at(spec, start, duration)
        best = min(best, time.perf_counter() - begun)
    return best * 1000


if __name__ == "__main__":
    main()
