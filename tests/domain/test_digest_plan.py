"""When digests come: every week and month once, on working days, whatever year and holiday it is."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import STANDARD, CalendarSpec, TimeOff
from domain.digest_plan import Moved, latest_slot, next_slot, plan_of, reported, slot_reporting
from domain.digest_scope import AccountChoice, Section, sections_read, sections_text
from domain.monday import list_moment, list_week
from domain.weeks import IsoWeek, Month, PeriodKind, WeeklySlot

MADRID = "Europe/Madrid"
MONDAY_NINE = WeeklySlot(0, 9 * 60, MADRID)
KINDS = st.sampled_from(PeriodKind)
SLOTS = st.builds(
    WeeklySlot, st.integers(0, 6), st.integers(0, 1439), st.sampled_from([MADRID, "America/Mexico_City", "UTC"])
)
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - local by its zones


def madrid(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(MADRID)).astimezone(UTC)


def closed(*days: str) -> CalendarSpec:
    return STANDARD(MADRID).with_holidays({date.fromisoformat(day): f"Holiday of {day}" for day in days})


def test_months_have_neighbours_over_the_year() -> None:
    assert Month(2026, 1).shift(-1) == Month(2025, 12)
    assert Month(2026, 11).shift(2) == Month(2027, 1)
    assert (Month(2024, 2).first, Month(2024, 2).last) == (date(2024, 2, 1), date(2024, 2, 29))


@given(KINDS, SLOTS, MOMENTS)
def test_each_slot_reports_the_period_before_it_and_each_period_has_one_slot(
    kind: PeriodKind, slot: WeeklySlot, now: datetime
) -> None:
    following = next_slot(kind, slot, now)
    assert latest_slot(kind, slot, following) == following > now >= latest_slot(kind, slot, now)
    about = reported(kind, following, slot.tz)
    assert slot_reporting(slot, about) == following
    after = next_slot(kind, slot, following)
    assert reported(kind, after, slot.tz) == about.shift(1)


def test_week_53_and_the_year_it_ends_in() -> None:
    slot = next_slot(PeriodKind.WEEKLY, MONDAY_NINE, madrid("2020-12-29T00:00"))
    assert reported(PeriodKind.WEEKLY, slot, MADRID) == IsoWeek(2020, 53)
    assert reported(PeriodKind.MONTHLY, slot, MADRID) == Month(2020, 12)
    assert slot_reporting(MONDAY_NINE, Month(2020, 12)) == madrid("2021-01-04T09:00")


def test_the_monthly_one_comes_on_the_first_such_day_of_the_month() -> None:
    assert next_slot(PeriodKind.MONTHLY, MONDAY_NINE, madrid("2026-06-01T08:59")) == madrid("2026-06-01T09:00")
    assert next_slot(PeriodKind.MONTHLY, MONDAY_NINE, madrid("2026-06-01T09:00")) == madrid("2026-07-06T09:00")


def test_a_holiday_moves_it_to_the_next_working_day_at_the_same_time() -> None:
    slot = madrid("2026-11-02T09:00")
    plan = plan_of(slot, MONDAY_NINE, closed("2026-11-02"))
    assert plan.at == madrid("2026-11-03T09:00")
    assert plan.moved == Moved(date(2026, 11, 2), "Holiday of 2026-11-02", date(2026, 11, 3))
    assert plan_of(slot, MONDAY_NINE, closed("2026-11-03")).at == slot


def test_a_long_weekend_moves_it_over_the_weekend_and_it_reports_the_same_week() -> None:
    friday = WeeklySlot(4, 16 * 60, MADRID)
    slot = madrid("2026-12-25T16:00")
    plan = plan_of(slot, friday, closed("2026-12-25", "2026-12-28"))
    assert plan.at == madrid("2026-12-29T16:00")
    assert reported(PeriodKind.WEEKLY, plan.slot, MADRID) == IsoWeek(2026, 51)


def test_a_weekend_that_somebody_chose_moves_nothing_and_a_closure_without_end_neither() -> None:
    sunday = WeeklySlot(6, 9 * 60, MADRID)
    assert plan_of(madrid("2026-11-01T09:00"), sunday, closed()).moved is None
    days = [(date(2026, 11, 2) + timedelta(days=ahead)).isoformat() for ahead in range(60)]
    slot = madrid("2026-11-02T09:00")
    assert plan_of(slot, MONDAY_NINE, closed(*days)).at == slot


@pytest.mark.parametrize("choice", [AccountChoice(), AccountChoice((1, 2)), AccountChoice(manager_id=987654321)])
def test_what_a_channel_chose_reads_back(choice: AccountChoice) -> None:
    assert AccountChoice.read(str(choice)) == choice
    for text in ("", "tiers:", "tiers:9", "team:", "team:x", "nothing"):
        assert AccountChoice.read(text).is_all
    some = frozenset({Section.WINS, Section.ACCOUNTS})
    assert sections_read(sections_text(some) + " gone") == some


def test_a_persons_list_comes_on_their_first_working_day_of_the_week() -> None:
    saturday, sunday = madrid("2026-10-31T12:00"), madrid("2026-11-01T12:00")
    assert (list_week(saturday, MADRID), list_week(sunday, MADRID)) == (IsoWeek(2026, 44), IsoWeek(2026, 45))
    assert list_moment(STANDARD(MADRID), 8 * 60, sunday) == madrid("2026-11-02T08:00")
    assert list_moment(closed("2026-11-02"), 8 * 60, sunday) == madrid("2026-11-03T08:00")
    away = STANDARD(MADRID).with_time_off(TimeOff(date(2026, 11, 2), date(2026, 11, 8)))
    assert list_moment(away, 8 * 60, sunday) is None
    assert list_moment(STANDARD(MADRID), 8 * 60, madrid("2026-11-04T12:00")) is None, "the week is under way"
