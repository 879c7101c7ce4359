"""A running deadline, paused, resumed and handed on."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from domain.calendars import STANDARD
from domain.durations import Duration
from domain.timeline import NotPausedError, NotRunningError, Timeline

MADRID, MEXICO = STANDARD("Europe/Madrid"), STANDARD("America/Mexico_City")


def at(local: str, tz: str = "Europe/Madrid") -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(tz))


RUNNING = Timeline.begin(MADRID, at("2026-11-18T10:00"), Duration.business(240))


def test_paused_it_has_no_deadline_and_resumed_it_has_a_later_one() -> None:
    paused = RUNNING.pause(at("2026-11-18T11:00"))
    assert RUNNING.due == at("2026-11-18T14:00")
    assert paused.due is None
    assert paused.explain() is None
    assert paused.used(at("2026-11-20T11:00")) == timedelta(hours=1)
    resumed = paused.resume(at("2026-11-19T17:00"))
    assert resumed.due == at("2026-11-20T11:00")
    assert resumed.used_share(at("2026-11-20T09:00")) == Fraction(1, 2)


def test_a_pause_after_the_deadline_changes_nothing() -> None:
    assert RUNNING.pause(at("2026-11-18T15:00")).due == at("2026-11-18T14:00")
    assert RUNNING.pause(at("2026-11-18T14:00")).due == at("2026-11-18T14:00")


def test_handed_on_while_paused_and_explained_by_both_calendars() -> None:
    line = (
        RUNNING.pause(at("2026-11-18T12:00"))
        .reassign(MEXICO, at("2026-11-18T13:00"))
        .resume(at("2026-11-18T10:00", "America/Mexico_City"))
    )
    assert line.due == at("2026-11-18T12:00", "America/Mexico_City")
    why = line.explain()
    assert why is not None
    assert [(each.tz, each.minutes) for each in why.counted] == [("Europe/Madrid", 120), ("America/Mexico_City", 120)]
    assert {each.why.value for each in why.skipped} == {"pause"}
    assert why.worked == line.used(why.due) == timedelta(hours=4)


def test_handed_on_after_the_deadline_it_stays_and_time_goes_on() -> None:
    line = RUNNING.reassign(MEXICO, at("2026-11-18T16:00"))
    assert line.due == at("2026-11-18T14:00")
    assert line.used(at("2026-11-18T10:00", "America/Mexico_City")) == timedelta(hours=7)
    assert line.used_share(at("2026-11-18T16:00")) == Fraction(3, 2)


def test_steps_follow_each_other() -> None:
    paused = RUNNING.pause(at("2026-11-18T11:00"))
    with pytest.raises(NotRunningError):
        paused.pause(at("2026-11-18T11:30"))
    with pytest.raises(NotPausedError):
        RUNNING.resume(at("2026-11-18T11:30"))


def test_a_clock_that_was_put_back_gives_nothing_back() -> None:
    resumed = RUNNING.pause(at("2026-11-18T11:00")).resume(at("2026-11-18T10:30"))
    assert resumed.due == RUNNING.due
    assert resumed.pause(at("2026-11-18T10:00")).paused_since == at("2026-11-18T11:00")
    early = RUNNING.reassign(MADRID, at("2026-11-17T10:00"))
    assert early.due == RUNNING.due
    assert early.start == datetime(2026, 11, 18, 9, tzinfo=UTC)


def test_an_account_of_what_was_until_now() -> None:
    until = RUNNING.pause(at("2026-11-18T11:00")).account(at("2026-11-18T12:00"))
    assert [each.minutes for each in until.counted] == [60]
    assert [each.why.value for each in until.skipped] == ["pause"]
    nothing = Timeline.begin(MADRID, at("2026-11-21T10:00"), Duration.business(0))
    assert nothing.due == nothing.start
    assert nothing.used_share(nothing.start) == 1
