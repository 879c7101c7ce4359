"""When owners are asked: noon of their own last working day before the review."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.calendars import STANDARD, CalendarSpec, TimeOff
from domain.confirming import ask_at

#: Monday 09:00 in Madrid.
REVIEW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
MADRID, MEXICO = "Europe/Madrid", "America/Mexico_City"
FRIDAY = STANDARD(MADRID).with_holidays({date(2026, 11, 27): "Local"})
AWAY = STANDARD(MADRID).with_time_off(TimeOff(date(2026, 11, 26), date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("calendar", "review", "asked"),
    [
        (STANDARD(MADRID), REVIEW, datetime(2026, 11, 27, 12, 0)),  # noqa: DTZ001 - a wall clock's reading
        (STANDARD(MEXICO), REVIEW, datetime(2026, 11, 27, 12, 0)),  # noqa: DTZ001
        (FRIDAY, REVIEW, datetime(2026, 11, 26, 12, 0)),  # noqa: DTZ001 - a holiday
        (AWAY, REVIEW, datetime(2026, 11, 25, 12, 0)),  # noqa: DTZ001 - time off
        (STANDARD(MADRID), datetime(2026, 12, 1, 8, 0, tzinfo=UTC), datetime(2026, 11, 30, 12, 0)),  # noqa: DTZ001
    ],
)
def test_it_is_noon_on_the_working_day_before_where_they_are(
    calendar: CalendarSpec, review: datetime, asked: datetime
) -> None:
    assert ask_at(calendar, review) == asked.replace(tzinfo=ZoneInfo(calendar.tz)).astimezone(UTC)


def test_nobody_is_asked_who_has_been_away() -> None:
    away = STANDARD(MADRID).with_time_off(TimeOff(date(2026, 11, 1), date(2026, 12, 24)))
    assert ask_at(away, REVIEW) is None
