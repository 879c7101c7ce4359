"""Who hears of an objection, and how soon."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.calendars import STANDARD, Block, TimeOff
from domain.taxonomy import Ask
from domain.telling import PROMPT, Owner, Told, held_until, tell_marketing

WEDNESDAY_TEN = datetime(2026, 6, 3, 8, 0, tzinfo=UTC)  # 10:00 in Madrid
SATURDAY = datetime(2026, 6, 6, 8, 0, tzinfo=UTC)
MONDAY_NINE = datetime(2026, 6, 8, 7, 0, tzinfo=UTC)
MARTA = Owner(member_id=7, calendar=STANDARD("Europe/Madrid"), daily_at=9 * 60)


@pytest.mark.parametrize("ask", [Ask.ARGUMENT, Ask.CONTENT, Ask.PROOF])
def test_what_is_asked_is_told_at_once_in_hours(ask: Ask) -> None:
    assert tell_marketing(ask, MARTA, "C1", STANDARD("UTC"), 1, WEDNESDAY_TEN) == Told(7, None, True, WEDNESDAY_TEN)
    assert tell_marketing(ask, MARTA, "C1", STANDARD("UTC"), 1, SATURDAY) == Told(7, None, True, MONDAY_NINE)


def test_what_asks_nothing_waits_for_the_daily_list() -> None:
    late = Owner(7, STANDARD("Europe/Madrid"), daily_at=16 * 60)
    told = tell_marketing(Ask.NONE, late, None, STANDARD("UTC"), 1, WEDNESDAY_TEN)
    assert told == Told(7, None, False, datetime(2026, 6, 3, 14, 0, tzinfo=UTC))
    assert tell_marketing(Ask.NONE, MARTA, None, STANDARD("UTC"), 1, SATURDAY) == Told(7, None, False, MONDAY_NINE)


def test_without_an_owner_the_channel_in_the_channels_zone() -> None:
    told = tell_marketing(Ask.PROOF, None, "C1", STANDARD("America/Mexico_City"), 1, WEDNESDAY_TEN)
    assert told == Told(None, "C1", True, datetime(2026, 6, 3, 15, 0, tzinfo=UTC))
    assert tell_marketing(Ask.NONE, None, None, STANDARD("UTC"), 1, WEDNESDAY_TEN) is None


def test_nobody_is_told_what_they_wrote() -> None:
    assert tell_marketing(Ask.PROOF, MARTA, "C1", STANDARD("UTC"), MARTA.member_id, WEDNESDAY_TEN) is None


def test_what_comes_long_after_its_moment_waits_for_working_hours() -> None:
    friday_evening = datetime(2026, 6, 5, 16, 0, tzinfo=UTC)  # 18:00 in Madrid: work has just ended
    assert held_until(STANDARD("Europe/Madrid"), friday_evening, friday_evening) is None
    assert held_until(STANDARD("Europe/Madrid"), friday_evening, friday_evening + PROMPT) is None
    assert held_until(STANDARD("Europe/Madrid"), friday_evening, SATURDAY) == MONDAY_NINE
    assert held_until(STANDARD("Europe/Madrid"), friday_evening, MONDAY_NINE) is None


def test_what_was_promised_waits_for_who_took_time_off_since() -> None:
    away = STANDARD("Europe/Madrid").with_time_off(TimeOff(WEDNESDAY_TEN, SATURDAY))
    assert held_until(away, WEDNESDAY_TEN, WEDNESDAY_TEN) == MONDAY_NINE


def test_a_list_may_come_before_their_hours_begin() -> None:
    late = replace(STANDARD("Europe/Madrid"), weekly=((Block(11 * 60, 19 * 60),),) * 5 + ((), ()))
    assert held_until(late, WEDNESDAY_TEN, WEDNESDAY_TEN) is None


def test_who_never_works_again_is_told_all_the_same() -> None:
    never = STANDARD("Europe/Madrid").with_time_off(TimeOff(WEDNESDAY_TEN.date(), date(2099, 1, 1)))
    gone = Owner(7, never, 9 * 60)
    for ask in Ask:
        told = tell_marketing(ask, gone, "C1", STANDARD("UTC"), 1, SATURDAY)
        assert told == Told(7, None, ask is not Ask.NONE, SATURDAY)
    assert held_until(never, SATURDAY, MONDAY_NINE) is None


def test_hours_of_ones_own_and_holidays_are_kept() -> None:
    calendar = STANDARD("Europe/Madrid").with_holidays({MONDAY_NINE.date(): "Monday off"})
    told = tell_marketing(Ask.PROOF, Owner(7, calendar, 9 * 60), None, STANDARD("UTC"), 1, SATURDAY)
    assert told == Told(7, None, True, MONDAY_NINE + timedelta(days=1))
