"""What holds of deadlines by any calendar: over split shifts, dated hours, holidays, time off and clock changes."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import Block, CalendarSpec
from domain.durations import Duration, DurationUnit
from domain.sla_clock import (
    carry_over,
    due_at,
    elapsed,
    explain,
    is_working,
    next_start,
    next_working_moment,
    remaining,
    used_share,
)
from domain.timeline import Timeline
from domain.weeks import Span
from tests.domain.calendar_cases import CHANGES, MINUTE, Case, cases, moments_near_changes, spans

MINUTES = st.integers(0, 4000)
UNITS = st.sampled_from(DurationUnit)
GAPS = st.integers(0, 10 * 86_400_000_000).map(lambda micros: timedelta(microseconds=micros))
#: Where days differ in length, a microsecond of a short one is several of a long one.
ROUNDED = timedelta(milliseconds=2)


def blocks_by_day() -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks between 05:00 and 22:00."""
    hours = st.lists(st.integers(300, 1320), max_size=4, unique=True).map(sorted)
    return hours.map(lambda cut: tuple(Block(a, b) for a, b in zip(cut[::2], cut[1::2], strict=False)))


@st.composite
def pauses_of(draw: st.DrawFn, start: datetime) -> tuple[Span, ...]:
    """Up to three pauses, in any order, overlapping or not."""
    return tuple(draw(st.lists(spans(start), max_size=3)))


@given(st.data(), cases(), UNITS, MINUTES, GAPS)
def test_what_starts_later_is_not_due_earlier(
    data: st.DataObject, case: Case, unit: DurationUnit, minutes: int, later: timedelta
) -> None:
    pauses, duration = data.draw(pauses_of(case.start)), Duration(minutes, unit)
    assert due_at(case.spec, case.start, duration, pauses) <= due_at(case.spec, case.start + later, duration, pauses)


@given(st.data(), cases(), UNITS, MINUTES, MINUTES)
def test_what_has_more_time_is_not_due_earlier(
    data: st.DataObject, case: Case, unit: DurationUnit, minutes: int, more: int
) -> None:
    pauses = data.draw(pauses_of(case.start))
    due = due_at(case.spec, case.start, Duration(minutes, unit), pauses)
    later = due_at(case.spec, case.start, Duration(minutes + more, unit), pauses)
    assert due <= later
    assert case.start <= due
    if more and unit is not DurationUnit.BUSINESS_DAYS:
        assert later - due >= more * MINUTE


@given(st.data(), cases(), MINUTES)
def test_what_is_used_at_the_deadline_is_the_duration(data: st.DataObject, case: Case, minutes: int) -> None:
    pauses = data.draw(pauses_of(case.start))
    due = due_at(case.spec, case.start, Duration.business(minutes), pauses)
    assert elapsed(case.spec, case.start, due, pauses) == minutes * MINUTE
    calendar = Duration.calendar(minutes)
    due = due_at(case.spec, case.start, calendar, pauses)
    assert elapsed(case.spec, case.start, due, pauses, calendar.unit) == minutes * MINUTE


@given(cases(), st.integers(1, 4000))
def test_it_is_due_no_later_than_the_last_minute_that_counts(case: Case, minutes: int) -> None:
    due = due_at(case.spec, case.start, Duration.business(minutes))
    assert is_working(case.spec, due - timedelta(microseconds=1))


@given(cases(), UNITS, MINUTES, MINUTES)
def test_a_duration_in_two_parts_is_due_with_the_whole(case: Case, unit: DurationUnit, first: int, second: int) -> None:
    whole = due_at(case.spec, case.start, Duration(first + second, unit))
    middle = due_at(case.spec, case.start, Duration(first, unit))
    parts = due_at(case.spec, middle, Duration(second, unit))
    if unit is DurationUnit.BUSINESS_DAYS:
        assert elapsed(case.spec, min(whole, parts), max(whole, parts)) <= ROUNDED
    else:
        assert parts == whole


@given(cases(), MINUTES, st.integers(0, 5000), st.integers(0, 5000))
def test_a_pause_moves_the_deadline_by_the_working_time_in_it(case: Case, minutes: int, after: int, long: int) -> None:
    duration = Duration.business(minutes)
    due = due_at(case.spec, case.start, duration)
    begin = min(case.start + after * MINUTE, due)
    pause = Span(begin, begin + long * MINUTE)
    paused = due_at(case.spec, case.start, duration, (pause,))
    if begin < due:
        lost = elapsed(case.spec, pause.start, pause.end)
        assert elapsed(case.spec, due, paused) == lost
        # To the minute and beyond: the deadline is where the lost time is made up, not some time later.
        assert paused == due or elapsed(case.spec, due, paused - timedelta(microseconds=1)) < lost
    else:
        assert paused == due


@given(cases(), UNITS, MINUTES)
def test_every_moment_up_to_the_deadline_is_told_once(case: Case, unit: DurationUnit, minutes: int) -> None:
    why = explain(case.spec, case.start, Duration(minutes, unit))
    counted = [(each.start, each.end) for each in why.counted]
    told = sorted(counted + [(each.start, each.end) for each in why.skipped])
    assert [end for _, end in told[:-1]] == [start for start, _ in told[1:]]
    assert all(start < end for start, end in told)
    assert (told[0][0], told[-1][1]) == (case.start, why.due) if told else case.start == why.due
    assert why.due == due_at(case.spec, case.start, Duration(minutes, unit))
    if unit is not DurationUnit.BUSINESS_DAYS:
        assert why.worked == minutes * MINUTE


@given(st.data(), cases(), UNITS, MINUTES)
def test_pauses_are_told_too(data: st.DataObject, case: Case, unit: DurationUnit, minutes: int) -> None:
    pauses = data.draw(pauses_of(case.start))
    why = explain(case.spec, case.start, Duration(minutes, unit), pauses)
    assert not [each for each in why.counted for pause in pauses if each.start < pause.end and pause.start < each.end]
    if unit is not DurationUnit.BUSINESS_DAYS:
        assert why.worked == minutes * MINUTE


@given(st.data(), st.sampled_from(sorted(set(CHANGES) - {"Pacific/Apia"})), MINUTES)
def test_a_clock_change_neither_adds_nor_takes_a_minute(data: st.DataObject, tz: str, minutes: int) -> None:
    """Who works by day, when no clock changes, is due at the same time on the wall as where clocks never change."""
    daytime = [data.draw(blocks_by_day()) for _ in range(5)]
    week = (*daytime, (), ())
    if not any(week):
        return
    start = data.draw(moments_near_changes(tz, 4, whole_minutes=True)).astimezone(ZoneInfo(tz))
    if not 4 <= start.hour < 22:
        return
    due = due_at(CalendarSpec(tz, week), start, Duration.business(minutes))
    unchanging = due_at(CalendarSpec("UTC", week), start.replace(tzinfo=UTC), Duration.business(minutes))
    if minutes:
        assert due.astimezone(ZoneInfo(tz)).replace(tzinfo=None) == unchanging.replace(tzinfo=None)


@given(cases(), MINUTES, st.integers(0, 3000))
def test_to_somebody_with_the_same_hours_nothing_changes(case: Case, minutes: int, after: int) -> None:
    moment = case.start + after * MINUTE
    for duration in (
        Duration.business(minutes),
        Duration.calendar(minutes),
        Duration(minutes, DurationUnit.BUSINESS_DAYS),
    ):
        carried = carry_over(case.spec, case.spec, case.start, moment, duration)
        due = due_at(case.spec, case.start, duration)
        assert carried == due
        line = Timeline.begin(case.spec, case.start, duration)
        assert line.reassign(case.spec, moment).due == due


@given(st.data(), cases(), cases(), UNITS, MINUTES, st.integers(0, 3000))
def test_used_time_is_kept_when_another_takes_over(
    data: st.DataObject, case: Case, other: Case, unit: DurationUnit, minutes: int, after: int
) -> None:
    duration, moment = Duration(minutes, unit), case.start + after * MINUTE
    pauses = data.draw(pauses_of(case.start))
    due = carry_over(case.spec, other.spec, case.start, moment, duration, pauses)
    first = used_share(case.spec, case.start, min(due, moment), duration, pauses)
    second = used_share(other.spec, moment, due, duration, pauses)
    if minutes:
        assert 0 <= first + second - 1 <= Fraction(1, 100_000)


@given(st.data(), cases(), UNITS, MINUTES)
def test_pausing_step_by_step_comes_to_the_same(
    data: st.DataObject, case: Case, unit: DurationUnit, minutes: int
) -> None:
    duration = Duration(minutes, unit)
    marks = sorted(data.draw(st.lists(st.integers(0, 6000), min_size=0, max_size=6)))
    pauses = [
        Span(case.start + a * MINUTE, case.start + b * MINUTE) for a, b in zip(marks[::2], marks[1::2], strict=False)
    ]
    line = Timeline.begin(case.spec, case.start, duration)
    for pause in pauses:
        line = line.pause(pause.start)
        assert line.due is None or line.due <= pause.start
        line = line.resume(pause.end)
    due = due_at(case.spec, case.start, duration, pauses)
    assert line.due == due
    assert line.used(due) == elapsed(case.spec, case.start, due, pauses, unit)
    assert line.used_share(due) == used_share(case.spec, case.start, due, duration, pauses)
    assert line.explain() == explain(case.spec, case.start, duration, pauses)


@given(st.data(), cases(), UNITS, MINUTES, st.integers(0, 5000))
def test_what_remains_is_what_counts_until_the_deadline(
    data: st.DataObject, case: Case, unit: DurationUnit, minutes: int, after: int
) -> None:
    pauses, at = data.draw(pauses_of(case.start)), case.start + after * MINUTE
    left = remaining(case.spec, case.start, at, Duration(minutes, unit), pauses)
    used = elapsed(case.spec, case.start, at, pauses, unit)
    due = due_at(case.spec, case.start, Duration(minutes, unit), pauses)
    assert left == (elapsed(case.spec, case.start, due, pauses, unit) - used if at < due else timedelta())


@given(cases())
def test_the_next_working_moment_is_the_first(case: Case) -> None:
    moment = next_working_moment(case.spec, case.start)
    assert moment >= case.start
    assert is_working(case.spec, moment)
    assert (moment == case.start) == is_working(case.spec, case.start)
    assert elapsed(case.spec, case.start, moment) == timedelta()


@given(cases(), st.integers(0, 1439))
def test_the_next_start_is_later_and_in_nobodys_time_off(case: Case, minute: int) -> None:
    moment = next_start(case.spec, case.start, minute)
    assert moment > case.start
    local = moment.astimezone(ZoneInfo(case.spec.tz))
    assert case.spec.blocks_on(local.date())
    # Only a clock change that skips the minute may push it behind the gap.
    assert local.hour * 60 + local.minute >= minute


@given(st.data(), st.integers(1, 12))
def test_days_of_one_length_are_as_long_as_their_minutes(data: st.DataObject, days: int) -> None:
    day = data.draw(blocks_by_day().filter(bool))
    spec = CalendarSpec("UTC", (day,) * 7)
    start = data.draw(moments_near_changes("UTC", 4, whole_minutes=True))
    minutes = sum(each.end_minute - each.start_minute for each in day)
    assert due_at(spec, start, Duration.business_days(days)) == due_at(spec, start, Duration.business(days * minutes))
