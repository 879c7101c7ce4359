"""Deadlines that move by themselves: messages follow, two who move them do not hold each other up, many are bounded."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.jobs.timers import run_due_timers
from storage import timers
from storage.database import Database
from storage.tables import Handoff, Notice
from tests.commands.promises.desk import Desk, at


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def recompute(desk: Desk, *, everybody: bool = False) -> int:
    with desk.database.write() as work:
        owners = None if everybody else {desk.owner.member_id}
        moved = timers.recompute_for(work, desk.id, owners, desk.now, "time_off")
        work.commit()
    return moved


def shown_anew(desk: Desk) -> list[tuple[int, int | str]]:
    return sorted(
        (row["subject_id"], str(row["member_id"] or row["channel"]))
        for row in desk.rows(Notice)
        if row["kind"] == "handoff_changed"
    )


def test_what_stands_in_slack_follows_a_deadline_that_moved(desk: Desk) -> None:
    card = desk.offer()
    desk.take_time_off(desk.owner, "2026-06-03 11:00", "2026-06-04 00:00")
    assert recompute(desk) == 2
    # Each as another version, or what stands would be taken for the latest.
    assert shown_anew(desk) == sorted([(card.id, "CHANDOFF"), (card.id, str(desk.owner.member_id))])
    assert desk.card(card.id).version == card.version + 1
    assert recompute(desk) == 0
    assert desk.card(card.id).version == card.version + 1


def test_the_sweep_that_moves_a_deadline_lets_it_show_and_goes_on(desk: Desk) -> None:
    card = desk.offer()
    desk.take_time_off(desk.owner, "2026-06-03 11:00", "2026-06-04 00:00")
    desk.now = at("2026-06-03 13:30")
    run_due_timers(desk.database, desk.now)
    assert (card.id, "CHANDOFF") in shown_anew(desk)
    assert desk.audit("deadline_moved")[0]["data"].count('"because": "time_off"') == 1


def test_of_many_the_urgent_move_at_once_and_the_clock_sees_to_the_rest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timers, "_AT_ONCE", 3)
    cards = [desk.offer() for _ in range(4)]
    desk.take_time_off(desk.owner, "2026-06-03 11:00", "2026-06-04 00:00")
    assert recompute(desk, everybody=True) == 3
    run_due_timers(desk.database, desk.now)
    assert {desk.timer(card, "accept").due_at for card in cards} == {at("2026-06-04 12:00")}
    assert len(desk.audit("deadline_moved")) == 2 * len(cards)
    assert not desk.told("timer_breached")
    assert run_due_timers(desk.database, desk.now) == 0


def test_many_who_move_one_owners_deadlines_wait_for_nobody_who_waits_for_them(desk: Desk) -> None:
    for _ in range(14):
        desk.offer()
    desk.take_time_off(desk.owner, "2026-06-03 11:00", "2026-06-04 00:00")
    desk.now = at("2026-06-03 13:30")
    together = threading.Barrier(4)

    def sweep() -> None:
        together.wait(10)
        run_due_timers(desk.database, desk.now)

    def change_hours() -> None:
        together.wait(10)
        recompute(desk)

    with ThreadPoolExecutor(4) as pool:
        for each in [pool.submit(act) for act in (sweep, change_hours, sweep, change_hours)]:
            each.result()
    run_due_timers(desk.database, desk.now)
    assert len(desk.audit("deadline_moved")) == 2 * len(desk.rows(Handoff))
    assert not desk.told("timer_breached")
