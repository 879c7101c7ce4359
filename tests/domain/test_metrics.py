"""Counts against the weeks before, and shares with their n."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.metrics import MINIMUM_N, Conversion, Direction, Trend

counts = st.integers(0, 5000)
trends = st.builds(Trend, counts, st.tuples(counts, counts, counts, counts))
conversions = st.integers(0, 500).flatmap(lambda n: st.builds(Conversion, st.integers(0, n), st.just(n)))


@given(conversions)
def test_a_rate_is_shown_from_the_minimum_on_and_never_below(conversion: Conversion) -> None:
    rate = conversion.rate()
    if conversion.n < MINIMUM_N:
        assert rate is None
    else:
        assert rate == conversion.won / conversion.n
        assert 0 <= rate <= 1


def test_the_minimum_is_twenty() -> None:
    assert Conversion(19, 19).rate() is None
    assert Conversion(5, 20).rate() == 0.25


def test_nothing_out_of_nothing_is_no_rate_even_without_a_minimum() -> None:
    assert Conversion(0, 0).rate(minimum=0) is None


@given(st.lists(conversions))
def test_parts_of_a_conversion_sum_to_the_total(parts: list[Conversion]) -> None:
    total = Conversion.total(parts)
    assert (total.won, total.n) == (sum(part.won for part in parts), sum(part.n for part in parts))


@given(st.lists(trends))
def test_parts_of_a_trend_sum_to_the_total_week_by_week(parts: list[Trend]) -> None:
    total = Trend.total(parts)
    assert total.count == sum(part.count for part in parts)
    assert total.before == tuple(sum(part.before[week] for part in parts) for week in range(4))
    assert total.mean_before == pytest.approx(sum(part.mean_before for part in parts))


@given(trends)
def test_a_direction_follows_from_count_and_mean(trend: Trend) -> None:
    direction = trend.direction
    if direction is Direction.NEW:
        assert trend.count
        assert not any(trend.before)
    elif direction is Direction.SAME:
        assert abs(trend.count - trend.mean_before) <= 0.5
    else:
        assert (direction is Direction.UP) == (trend.count > trend.mean_before)


@pytest.mark.parametrize(
    ("count", "before", "direction"),
    [
        (3, (0, 0, 0, 0), Direction.NEW),
        (0, (0, 0, 0, 0), Direction.SAME),
        (1, (1, 0, 1, 0), Direction.SAME),
        (5, (3, 4, 3, 3), Direction.UP),
        (2, (4, 4, 3, 3), Direction.DOWN),
        (0, (1, 0, 0, 3), Direction.DOWN),
    ],
)
def test_examples_of_a_direction(count: int, before: tuple[int, int, int, int], direction: Direction) -> None:
    assert Trend(count, before).direction is direction
