"""What promises took, and the times that could be agreed on instead."""

import pytest

from domain.durations import Duration
from domain.measured import Taken, agreeable, measure

DAY = 9 * 60


def test_below_twenty_nothing_is_suggested() -> None:
    found = measure(Taken((10,) * 19), Duration.business(60), DAY)
    assert (found.n, found.missing, found.median, found.suggested) == (19, 1, None, None)


def test_figures_by_hand() -> None:
    """1 … 40 minutes, two open past their limit of 30: 30 of 42 kept it; half took 20.5, nine of ten 36.1."""
    found = measure(Taken(tuple(range(1, 41)), overdue=2), Duration.business(30), DAY)
    assert (found.n, found.met, found.due, found.median, found.p90) == (40, 30, 42, 20, 36)
    assert found.suggested is not None
    assert found.suggested.target == Duration.business(30)
    assert found.suggested.limit == Duration.business(45)


def test_a_limit_in_days_is_that_many_working_days() -> None:
    found = measure(Taken((DAY,) * 10 + (DAY + 1,) * 10), Duration.business_days(1), DAY)
    assert (found.met, found.due) == (10, 20)


def test_on_the_clock_stays_on_the_clock() -> None:
    found = measure(Taken((1000,) * 20), Duration.calendar(2880), DAY)
    assert found.suggested is not None
    assert found.suggested.limit == Duration.calendar(1440)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, Duration.business(5)),
        (5, Duration.business(5)),
        (5.1, Duration.business(10)),
        (47, Duration.business(60)),
        (360, Duration.business(360)),
        (361, Duration.business_days(1)),
        (DAY + 1, Duration.business_days(2)),
        (DAY * 100, Duration.business_days(120)),
    ],
)
def test_times_that_people_say(minutes: float, said: Duration) -> None:
    assert agreeable(minutes, DAY) == said
