"""The ladder: every step once, at its moment or late, told to whom it concerns, in their hours."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.jobs.recycling import run_recycling
from bot.jobs.timers import run_due_timers
from commands.handoff import clock_moves, recycled
from commands.handoff.cards import HandoffCard
from domain.handoff import HandoffState, PauseReason
from domain.policy import DEFAULTS
from domain.taxonomy import LeadType, ReturnReason
from storage import policies, timer_rows
from storage.database import Database
from storage.policies import PolicyTerms
from storage.tables import LadderStep, Notice, Timer
from tests.commands.promises.desk import Desk, at


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def sweep(desk: Desk) -> int:
    return run_due_timers(desk.database, desk.now)


def sweep_until(desk: Desk, moment: str, minutes: int = 15) -> None:
    """Tick after tick, as the process does."""
    while desk.now < at(moment):
        desk.pass_time(minutes=minutes)
        sweep(desk)


def steps(desk: Desk, card: HandoffCard) -> list[tuple[str, str]]:
    """The steps in the ledger: timer kind and rung, one for each recipient."""
    kinds = {each.id: each.kind for each in desk.card(card.id).timers}
    return [(kinds[row["timer_id"]], row["rung"]) for row in desk.rows(LadderStep) if row["timer_id"] in kinds]


def brought_up_to_date(desk: Desk) -> list[int]:
    """Who is to see what stands in Slack about a handoff change."""
    return [row["member_id"] for row in desk.rows(Notice) if row["kind"] == "handoff_changed" and row["member_id"]]


def use_policy(desk: Desk, name: str, *, reassigns: bool = False, is_shadow: bool = False) -> None:
    """Put a new version of a policy in force."""
    with desk.database.write() as work:
        policies.ensure_defaults(work, desk.id, desk.now)
        row, spec = next(each for each in policies.list_policies(work.connection, desk.id) if each[0].name == name)
        terms = PolicyTerms(
            row.name,
            replace(spec, reassigns=reassigns, is_shadow=is_shadow),
            row.position,
            row.source,
            row.lead_type,
            row.tier,
        )
        policies.change_policy(work, desk.id, row.id, terms, expected_version=row.version, by_id=None, now=desk.now)
        work.commit()


def test_warned_then_broken_then_the_managers_list(desk: Desk) -> None:
    card = desk.offer()
    desk.told()
    sweep_until(desk, "2026-06-03 13:00")
    assert desk.told("timer_warned") == []
    assert brought_up_to_date(desk) == []
    sweep_until(desk, "2026-06-03 17:00")
    assert set(brought_up_to_date(desk)) == {desk.owner.member_id, desk.marketer.member_id}
    assert steps(desk, card) == [("accept", "most"), ("accept", "breach"), ("accept", "escalation")]
    assert desk.timer(card, "accept").breached_at == at("2026-06-03 14:00")
    (listed,) = [row for row in desk.rows(Notice) if row["kind"] == "timer_escalated"]
    assert (listed["lane"], listed["member_id"]) == ("evening", desk.manager.member_id)
    assert str(listed["not_before"]).startswith("2026-06-03 15:30")  # 17:30 in Madrid
    assert desk.told("timer_breached") == [("timer_breached", desk.owner.member_id)]


def test_down_across_a_breach_it_is_told_once_and_recorded_at_its_moment(desk: Desk) -> None:
    card = desk.offer()
    desk.now = at("2026-06-05 11:00")
    assert sweep(desk) == 2
    assert sweep(desk) == 0
    assert desk.timer(card, "accept").breached_at == at("2026-06-03 14:00")
    assert desk.timer(card, "attempt").breached_at == at("2026-06-04 10:00")
    assert Counter(desk.told("timer_warned", "timer_breached", "timer_escalated")) == Counter(
        {("timer_breached", desk.owner.member_id): 2, ("timer_escalated", desk.manager.member_id): 2}
    )
    assert len(steps(desk, card)) == 6
    assert {row["taken_at"] for row in desk.rows(LadderStep)} != {row["due_at"] for row in desk.rows(LadderStep)}


def test_the_fast_lane_goes_up_to_manager_and_backup(desk: Desk) -> None:
    card = desk.offer(lead_type=LeadType.DEMO_REQUEST)
    sweep_until(desk, "2026-06-03 11:15", minutes=5)
    assert desk.told("timer_warned", "timer_breached", "timer_escalated") == [
        ("timer_breached", desk.owner.member_id),
        ("timer_breached", desk.marketer.member_id),
    ]
    assert len([row for row in desk.rows(Notice) if row["kind"] == "timer_warned"]) == 2
    sweep_until(desk, "2026-06-03 11:35", minutes=5)
    assert set(desk.told("timer_escalated")) == {
        ("timer_escalated", desk.manager.member_id),
        ("timer_escalated", desk.backup.member_id),
    }
    taken = desk.take_over(card, desk.backup)
    assert taken.owner == "UBRUNO"
    desk.attempt(card, desk.backup)
    assert desk.timer(card, "attempt").outcome == "late"
    assert sweep(desk) == 0


def test_a_pause_holds_the_ladder_and_moves_the_deadline(desk: Desk) -> None:
    card = desk.offer()
    desk.pass_time(hours=1)
    clock_moves.pause(desk.services, desk.owner, card.id, PauseReason.CUSTOMER, desk.key())
    desk.now = at("2026-06-04 17:00")
    assert sweep(desk) == 0
    clock_moves.resume(desk.services, desk.owner, card.id, desk.key())
    assert desk.timer(card, "accept").due_at == at("2026-06-05 11:00")
    assert [row["epoch"] for row in desk.rows(Timer)] == [2, 2]
    moved = desk.audit("deadline_moved")
    assert len(moved) == 2
    assert desk.told("deadline_moved") == []  # who pressed the button saw it
    sweep_until(desk, "2026-06-05 11:30")
    assert desk.timer(card, "accept").breached_at == at("2026-06-05 11:00")


def test_paused_before_the_deadline_it_is_met(desk: Desk) -> None:
    card = desk.offer()
    clock_moves.pause(desk.services, desk.owner, card.id, PauseReason.AWAY, desk.key())
    desk.now = at("2026-06-10 11:00")
    desk.accept(card)
    assert desk.timer(card, "accept").outcome == "met"


def test_a_snooze_holds_reminders_not_the_deadline(desk: Desk) -> None:
    card = desk.offer()
    due = desk.timer(card, "accept").due_at
    until = at("2026-06-03 13:45")
    clock_moves.snooze(desk.services, desk.owner, card.id, until, desk.key())
    sweep_until(desk, "2026-06-03 13:30")
    warned = [row for row in desk.rows(Notice) if row["kind"] == "timer_warned"]
    assert {str(row["not_before"])[:16] for row in warned} == {"2026-06-03 11:45"}
    assert desk.timer(card, "accept").due_at == due
    sweep_until(desk, "2026-06-03 14:15")
    assert desk.timer(card, "accept").breached_at == due


def test_what_rotation_gave_goes_to_the_next_where_the_policy_says_so(desk: Desk) -> None:
    use_policy(desk, "standard", reassigns=True)
    card = desk.offer_routed()
    first = card.owner
    assert card.routed.by == "rotation"
    desk.now = at("2026-06-03 15:00")
    sweep(desk)
    gone = desk.card(card.id)
    assert (gone.state, desk.timer(card, "accept").outcome) == (HandoffState.EXPIRED, "late")
    assert gone.next_round is not None
    onward = desk.card(gone.next_round)
    assert (onward.owner != first, onward.round, onward.state) == (True, 2, HandoffState.OFFERED)
    assert sweep(desk) == 0
    # Both have let it expire: who leads sales holds it, and it stays there.
    desk.now = at("2026-06-04 11:00")
    sweep(desk)
    last_id = desk.card(onward.id).next_round
    assert last_id is not None
    last = desk.card(last_id)
    assert (last.owner, last.routed.by, last.round) == ("UBOSS", "nobody", 3)
    desk.now = at("2026-06-09 11:00")
    sweep(desk)
    assert desk.card(last_id).state is HandoffState.OFFERED


def test_a_named_owner_keeps_the_lead(desk: Desk) -> None:
    use_policy(desk, "standard", reassigns=True)
    card = desk.offer()
    desk.now = at("2026-06-04 15:00")
    sweep(desk)
    assert desk.card(card.id).state is HandoffState.OFFERED
    assert desk.told("timer_escalated")


def test_what_runs_keeps_its_version_of_the_policy(desk: Desk) -> None:
    card = desk.offer()
    use_policy(desk, "standard", is_shadow=True)
    later = desk.offer()
    assert [row["policy_version"] for row in desk.rows(Timer)] == [1, 1, 2, 2]
    desk.accept(card)
    assert not desk.timer(card, "qualify").is_shadow
    assert desk.timer(later, "accept").is_shadow


def test_in_the_shadow_nobody_is_told(desk: Desk) -> None:
    use_policy(desk, "standard", is_shadow=True)
    card = desk.offer()
    desk.now = at("2026-06-05 11:00")
    sweep(desk)
    assert desk.told("timer_warned", "timer_breached", "timer_escalated") == []
    assert {row["action"] for row in desk.rows(LadderStep)} == {"shadow"}
    assert desk.timer(card, "accept").breached_at == at("2026-06-03 14:00")


def test_for_an_owner_who_left_others_are_told(desk: Desk) -> None:
    desk.offer()
    desk.change_member(desk.owner.member_id, is_active=False)
    sweep_until(desk, "2026-06-03 14:15")
    heard = {reader for kind, reader in desk.told("timer_escalated")}
    assert heard == {desk.backup.member_id, desk.manager.member_id, "CHANDOFF"}
    assert desk.told("timer_warned", "timer_breached") == []


def test_the_clock_moved_back_and_forward_tells_nothing_twice(desk: Desk) -> None:
    card = desk.offer()
    desk.now = at("2026-06-03 14:30")
    sweep(desk)
    before = desk.rows(LadderStep)
    desk.now = at("2026-06-03 09:00")
    assert sweep(desk) == 0
    desk.now = at("2026-06-03 14:30")
    assert sweep(desk) == 0
    assert desk.rows(LadderStep) == before
    assert desk.timer(card, "accept").breached_at == at("2026-06-03 14:00")


def test_two_processes_take_each_step_once(desk: Desk) -> None:
    cards = [desk.offer() for _ in range(12)]
    desk.now = at("2026-06-05 11:00")
    start = threading.Barrier(3)

    def process() -> None:
        start.wait()
        run_due_timers(desk.database, desk.now)

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(process) for _ in range(3)]:
            done.result()
    sweep(desk)  # what one process left to another that had it
    told = Counter(
        (row["kind"], row["subject_id"], row["member_id"]) for row in desk.rows(Notice) if "timer" in row["kind"]
    )
    assert set(told.values()) == {1}
    assert len(desk.rows(LadderStep)) == 6 * len(cards)
    assert len(desk.audit("promise_broken")) == 2 * len(cards)


def test_hours_that_changed_unnoticed_move_the_deadline_instead_of_a_breach(desk: Desk) -> None:
    card = desk.offer()
    desk.take_time_off(desk.owner, "2026-06-03 11:00", "2026-06-04 00:00")
    desk.now = at("2026-06-03 13:30")
    sweep(desk)
    # What was worked by then stays used; the half hour that is left comes when she is back.
    assert desk.timer(card, "accept").due_at == at("2026-06-04 09:30")
    sweep_until(desk, "2026-06-03 18:00")
    assert desk.timer(card, "accept").breached_at is None
    assert desk.told("deadline_moved")


def test_every_default_has_a_step_at_its_limit() -> None:
    for default in DEFAULTS:
        assert any(rung.fraction == 1 for rung in default.spec.ladder)


def test_on_its_date_the_marketer_is_asked_once(desk: Desk) -> None:
    card = desk.offer()
    desk.attempt(card)
    desk.give_back(card, ReturnReason.NO_RESPONSE)
    desk.now = at("2026-08-31 09:00")
    assert run_recycling(desk.database, desk.now) == 0
    desk.pass_time(days=1)
    assert run_recycling(desk.database, desk.now) == 1
    assert run_recycling(desk.database, desk.now) == 0
    assert desk.told("recycle_due") == [("recycle_due", desk.marketer.member_id)]
    day = (desk.now + timedelta(days=30)).date()
    recycled.extend(desk.services, desk.marketer, card.id, day, desk.key())
    desk.pass_time(days=30)
    assert run_recycling(desk.database, desk.now) == 1
    recycled.drop(desk.services, desk.marketer, card.id, desk.key())
    desk.pass_time(days=400)
    assert run_recycling(desk.database, desk.now) == 0


def test_a_step_enters_the_ledger_once(desk: Desk) -> None:
    timer = desk.timer(desk.offer(), "accept")
    step = timer_rows.TakenStep(timer.id, 0, "most", "member:1", "told", desk.now)
    for expected in ({(timer.id, "most", "member:1")}, set()):
        with desk.database.write() as work:
            assert timer_rows.note_steps(work, desk.id, [step], desk.now) == expected
            work.commit()
