"""Times as people type them, in both languages; what is unclear is nothing."""

import pytest

from domain.duration_words import duration_in
from domain.durations import Duration

HOURS, DAYS, CLOCK = Duration.business, Duration.business_days, Duration.calendar


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5 min", HOURS(5)),
        ("4h", HOURS(240)),
        ("1,5 h", HOURS(90)),
        ("1.5 hours", HOURS(90)),
        ("1 h 30 min", HOURS(90)),
        ("1 hora y 30 minutos", HOURS(90)),
        ("media hora", HOURS(30)),
        ("half an hour", HOURS(30)),
        ("90 minutos laborables", HOURS(90)),
        ("1 día", DAYS(1)),
        ("un día hábil", DAYS(1)),
        ("2 working days", DAYS(2)),
        ("10 días laborables", DAYS(10)),
        ("2 semanas", DAYS(10)),
        ("48 h calendar", CLOCK(48 * 60)),
        ("48 h naturales", CLOCK(48 * 60)),
        ("2 días naturales", CLOCK(48 * 60)),
        ("1 day 6 h on the clock", CLOCK(30 * 60)),
    ],
)
def test_what_people_type(typed: str, meant: Duration) -> None:
    assert duration_in(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "5",
        "h",
        "0 min",
        "-5 min",
        "1.500 min",
        "1/2 h",
        "1 day 2 h",
        "5 h 5 h",
        "1 h calendar working",
        "4000 días",
        "99999999999999999999 h",
        "0.001 min",
        "5 min <!channel>",
        "4 horitas",
    ],
)
def test_what_is_unclear_is_nothing(typed: str) -> None:
    assert duration_in(typed) is None
