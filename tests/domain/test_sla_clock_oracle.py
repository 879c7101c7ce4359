"""Deadlines beside a slow reckoning, minute by minute, that shares nothing with ours."""

from datetime import datetime, timedelta
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from domain.calendar_json import to_json
from domain.durations import Duration, DurationUnit
from domain.sla_clock import due_at, elapsed, explain, is_working, used_share
from domain.weeks import Span
from tests.domain.calendar_cases import MINUTE, Case, Slow, cases, spans


@given(st.data(), cases(whole_minutes=True, shortest=30), st.integers(1, 900))
def test_a_deadline_is_that_of_the_slow_reckoning(data: st.DataObject, case: Case, minutes: int) -> None:
    pauses = tuple(data.draw(st.lists(spans(case.start), max_size=2)))
    worked = [minute for minute, _ in Slow(to_json(case.spec), case.start).worked(pauses)]
    assume(len(worked) >= minutes)
    due = due_at(case.spec, case.start, Duration.business(minutes), pauses)
    assert due == worked[minutes - 1] + MINUTE
    assert elapsed(case.spec, case.start, due, pauses) == minutes * MINUTE
    why = explain(case.spec, case.start, Duration.business(minutes), pauses)
    assert [at for each in why.counted for at in minutes_of(Span(each.start, each.end))] == worked[:minutes]


@given(cases(whole_minutes=True, shortest=30), st.integers(1, 2 * 1440))
def test_working_days_are_those_of_the_slow_reckoning(case: Case, parts: int) -> None:
    duration, left = Duration(parts, DurationUnit.BUSINESS_DAYS), Fraction(parts, 1440)
    slow = Slow(to_json(case.spec), case.start)
    lengths = slow.day_lengths()
    for minute, day in slow.worked():
        part = Fraction(1, lengths[day])
        if left <= part:
            exact = minute + timedelta(microseconds=float(left / part * 60_000_000))
            due = due_at(case.spec, case.start, duration)
            assert abs(due - exact) <= timedelta(microseconds=2)
            assert 0 <= used_share(case.spec, case.start, due, duration) - 1 < Fraction(1, 1_000_000)
            return
        left -= part
    assume(False)


@given(cases(whole_minutes=True))
def test_working_minutes_are_those_of_the_slow_reckoning(case: Case) -> None:
    slow = Slow(to_json(case.spec), case.start, days=4)
    for minute, reading in slow.shown[::7]:
        assert is_working(case.spec, minute) == slow.is_working(minute, reading), minute


def minutes_of(span: Span) -> list[datetime]:
    """The whole minutes that begin in it."""
    return [span.start + number * MINUTE for number in range((span.end - span.start) // MINUTE)]
