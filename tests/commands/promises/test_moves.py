"""Offer, accept, try, qualify, close, return: rows, promises and who may do it."""

from datetime import date, timedelta

import pytest

from bot.jobs.timers import run_due_timers
from commands.handoff import clock_moves, moves, offering, recycled
from commands.handoff.errors import (
    AlreadyOfferedError,
    BadFieldError,
    MoveRefusedError,
    NotAllowedError,
    UnknownOwnerError,
)
from commands.handoff.intents import LogAttempt, NewLead, OfferAgain, OfferHandoff, Reassign, TransferAll
from domain.handoff import HandoffState, Move
from domain.taxonomy import AttemptChannel, LeadType, ReturnReason
from storage import timers
from storage.database import Database
from storage.errors import StaleVersionError
from tests.commands.promises.desk import Desk, at


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def test_an_offer_begins_its_promises_by_the_policy_that_fits(desk: Desk) -> None:
    standard, content = desk.offer(), desk.offer(lead_type=LeadType.CONTENT)
    demo = desk.offer(lead_type=LeadType.DEMO_REQUEST, action_at=at("2026-06-03 09:15"))
    assert {each.kind: each.due_at for each in standard.timers} == {
        "accept": at("2026-06-03 14:00"),
        "attempt": at("2026-06-04 10:00"),
    }
    assert {each.kind: each.due_at for each in content.timers} == {
        "accept": at("2026-06-04 10:00"),
        "attempt": at("2026-06-05 10:00"),
    }
    (attempt,) = demo.timers
    assert (attempt.kind, attempt.due_at, attempt.target_at) == (
        "attempt",
        at("2026-06-03 11:00"),
        at("2026-06-03 10:05"),
    )
    assert (demo.lane, standard.lane) == ("fast", "standard")
    assert demo.requested_at == at("2026-06-03 09:15")
    assert desk.told("handoff_offered") == [("handoff_offered", desk.owner.member_id)] * 3
    assert desk.told("handoff_posted") == [("handoff_posted", "CHANDOFF")] * 3


def test_accepting_keeps_the_promise_and_begins_the_next(desk: Desk) -> None:
    card = desk.offer()
    desk.pass_time(hours=1)
    done = desk.accept(card)
    assert (done.state, done.accepted_at) == (HandoffState.ACCEPTED, desk.now)
    accept, qualify = desk.timer(card, "accept"), desk.timer(card, "qualify")
    assert (accept.state, accept.outcome, accept.used_minutes, accept.breached_at) == ("stopped", "met", 60, None)
    assert qualify.due_at == at("2026-06-17 11:00")


def test_late_is_late_by_the_true_moment_of_the_act(desk: Desk) -> None:
    late, in_time = desk.offer(), desk.offer()
    desk.now = at("2026-06-04 16:00")
    desk.attempt(late)
    desk.attempt(in_time, when=at("2026-06-03 12:00"))
    assert [(desk.timer(late, kind).outcome, desk.timer(late, kind).breached_at) for kind in ("accept", "attempt")] == [
        ("late", at("2026-06-03 14:00")),
        ("late", at("2026-06-04 10:00")),
    ]
    assert {desk.timer(in_time, kind).outcome for kind in ("accept", "attempt")} == {"met"}
    card = desk.card(in_time.id)
    assert (card.state, card.accepted_at, card.attempted_at) == (
        HandoffState.ATTEMPTED,
        at("2026-06-03 12:00"),
        at("2026-06-03 12:00"),
    )
    for never in ("2026-06-05 09:00", "2026-06-03 09:59", "2024-06-04 10:00"):  # still to come, or before it was hers
        with pytest.raises(BadFieldError):
            desk.attempt(late, when=at(never))


def test_the_whole_way_to_a_customer(desk: Desk) -> None:
    card = desk.offer(lead_type=LeadType.PRICING_REQUEST)
    assert desk.attempt(card).state is HandoffState.ATTEMPTED
    assert desk.attempt(card, answered=True).state is HandoffState.CONTACTED
    assert desk.attempt(card).state is HandoffState.CONTACTED
    done = moves.qualify(desk.services, desk.owner, card.id, desk.key())
    assert (done.state, done.running) == (HandoffState.QUALIFIED, ())
    assert moves.close(desk.services, desk.owner, card.id, desk.key(), won=True).state is HandoffState.WON
    assert dict(done.attempts) == {"call": 3}
    with pytest.raises(MoveRefusedError):
        desk.accept(card)


def test_two_at_once_one_wins_the_other_is_told_who(desk: Desk) -> None:
    card = desk.offer()
    desk.pass_time(minutes=5)
    desk.accept(card)
    with pytest.raises(MoveRefusedError) as refusal:
        desk.accept(card, desk.backup)
    assert (refusal.value.by, refusal.value.at, refusal.value.card.state) == ("ULAURA", desk.now, HandoffState.ACCEPTED)


def test_the_same_press_again_does_nothing_again(desk: Desk) -> None:
    card = desk.offer()
    for _ in range(2):
        moves.log_attempt(desk.services, desk.owner, LogAttempt(card.id, AttemptChannel.EMAIL), "same")
    assert dict(desk.card(card.id).attempts) == {"email": 1}
    first = offering.offer(desk.services, desk.marketer, OfferHandoff(NewLead("Initech"), desk.owner.member_id), "o")
    again = offering.offer(desk.services, desk.marketer, OfferHandoff(NewLead("Initech"), desk.owner.member_id), "o")
    assert first.id == again.id


def test_somebody_elses_lead_is_not_changed(desk: Desk) -> None:
    card = desk.offer()
    for actor in (desk.stranger, desk.marketer):
        with pytest.raises(NotAllowedError):
            desk.accept(card, actor)
        with pytest.raises(NotAllowedError):
            desk.give_back(card, ReturnReason.POOR_FIT, actor)
    assert desk.card(card.id).version == 1
    for actor, move in ((desk.backup, Move.ACCEPT), (desk.manager, Move.REASSIGN), (desk.marketer, Move.WITHDRAW)):
        assert move in desk.card(card.id, actor).moves
    assert desk.card(card.id, desk.stranger).moves == frozenset()
    assert desk.accept(card, desk.manager).state is HandoffState.ACCEPTED


def test_a_stale_form_is_refused(desk: Desk) -> None:
    card = desk.offer()
    desk.accept(card)
    with pytest.raises(StaleVersionError):
        desk.give_back(card, ReturnReason.POOR_FIT, version=card.version)
    assert desk.card(card.id).state is HandoffState.ACCEPTED


def test_the_reason_decides_what_becomes_of_it(desk: Desk) -> None:
    later, elsewhere, out = desk.offer(), desk.offer(), desk.offer(lead_type=LeadType.DEMO_REQUEST)
    with pytest.raises(BadFieldError):
        desk.give_back(later, ReturnReason.NOT_READY)  # nobody has asked them yet
    desk.attempt(later)
    done = desk.give_back(later, ReturnReason.NOT_READY)
    assert (done.state, done.recycle_at) == (HandoffState.RECYCLED, at("2026-09-01 09:00"))
    moved = desk.give_back(elsewhere, ReturnReason.WRONG_TERRITORY, to_member_id=desk.backup.member_id)
    assert moved.state is HandoffState.REROUTED
    assert moved.next_round is not None
    onward = desk.card(moved.next_round)
    assert (onward.owner, onward.round, onward.state) == ("UBRUNO", 2, HandoffState.OFFERED)
    with pytest.raises(BadFieldError):
        desk.give_back(out, ReturnReason.OTHER, note=" ")
    assert desk.give_back(out, ReturnReason.SPAM).state is HandoffState.DISQUALIFIED
    assert desk.timer(elsewhere, "accept").outcome == "met"
    assert desk.timer(elsewhere, "attempt").outcome == "cancelled"
    assert desk.told("handoff_returned") == [("handoff_returned", desk.marketer.member_id)] * 3


def test_not_mine_goes_to_the_next(desk: Desk) -> None:
    card = desk.offer()
    done = moves.not_mine(desk.services, desk.owner, card.id, "not my region", desk.key())
    assert done.next_round is not None
    assert desk.card(done.next_round).owner == "UBRUNO"


def test_a_lead_is_in_one_pair_of_hands(desk: Desk) -> None:
    card = desk.offer()
    with pytest.raises(AlreadyOfferedError) as refusal:
        desk.offer(desk.backup, lead=card.lead.id)
    assert refusal.value.card.id == card.id
    desk.give_back(card, ReturnReason.POOR_FIT)
    assert desk.offer(desk.backup, lead=card.lead.id).round == 1


def test_offered_again_it_is_a_new_round_once(desk: Desk) -> None:
    card = desk.offer()
    desk.attempt(card)
    desk.give_back(card, ReturnReason.BUDGET)
    again = OfferAgain(card.id, "new budget year", desk.owner.member_id)
    fresh = recycled.offer_again(desk.services, desk.marketer, again, desk.key())
    assert (fresh.round, fresh.parent_id, fresh.why) == (2, card.id, "new budget year")
    with pytest.raises(MoveRefusedError):
        recycled.offer_again(desk.services, desk.marketer, again, desk.key())
    with pytest.raises(NotAllowedError):
        recycled.drop(desk.services, desk.owner, card.id, desk.key())


def test_with_nobody_to_take_it_the_manager_holds_it(desk: Desk) -> None:
    for actor in (desk.owner, desk.backup):
        desk.change_member(actor.member_id, is_active=False)
    card = desk.offer_routed()
    assert (card.owner, card.routed.by) == ("UBOSS", "nobody")
    assert desk.told() == [
        ("handoff_unrouted", desk.manager.member_id),
        ("handoff_unrouted", "CHANDOFF"),
    ]


def test_reassigned_it_keeps_the_time_that_was_used(desk: Desk) -> None:
    card = desk.offer()
    desk.pass_time(hours=3)
    intent = Reassign(card.id, desk.backup.member_id, "on holiday")
    done = clock_moves.reassign(desk.services, desk.manager, intent, desk.key())
    assert (done.owner, done.state) == ("UBRUNO", HandoffState.OFFERED)
    accept = desk.timer(card, "accept")
    assert (accept.due_at, accept.carried_minutes) == (at("2026-06-03 14:00"), 180)
    assert desk.told("handoff_offered", "handoff_reassigned") == [
        ("handoff_offered", desk.owner.member_id),
        ("handoff_offered", desk.backup.member_id),
        ("handoff_reassigned", desk.owner.member_id),
    ]


def test_all_my_open_items_go_over_or_none(desk: Desk) -> None:
    cards = [desk.offer(), desk.offer()]
    closed = desk.offer()
    desk.give_back(closed, ReturnReason.SPAM)
    intent = TransferAll(desk.owner.member_id, desk.backup.member_id)
    with pytest.raises(NotAllowedError):
        clock_moves.transfer_all(desk.services, desk.stranger, intent, desk.key())
    done = clock_moves.transfer_all(desk.services, desk.owner, intent, desk.key())
    assert set(done.handoff_ids) == {card.id for card in cards}
    assert {desk.card(card.id).owner for card in cards} == {"UBRUNO"}
    assert desk.card(closed.id).owner == "ULAURA"


def test_an_offer_is_withdrawn_until_it_is_accepted(desk: Desk) -> None:
    card, taken = desk.offer(), desk.offer()
    assert recycled.withdraw(desk.services, desk.marketer, card.id, desk.key()).state is HandoffState.WITHDRAWN
    assert desk.card(card.id).running == ()
    desk.accept(taken)
    with pytest.raises(MoveRefusedError):
        recycled.withdraw(desk.services, desk.marketer, taken.id, desk.key())


def test_a_return_names_a_day_ahead(desk: Desk) -> None:
    card = desk.offer()
    desk.attempt(card)
    with pytest.raises(BadFieldError):
        desk.give_back(card, ReturnReason.BUDGET, recycle_on=desk.now.date())
    done = desk.give_back(card, ReturnReason.BUDGET, recycle_on=date(2026, 7, 1))
    assert done.recycle_at == at("2026-07-01 09:00")


def test_when_nobody_ever_works_again_the_lead_is_kept_and_becomes_late(desk: Desk) -> None:
    for actor in (desk.owner, desk.backup, desk.manager):
        desk.away(actor, desk.now + timedelta(minutes=5), desk.now + timedelta(days=20 * 365))
    desk.pass_time(minutes=5)
    card = desk.offer_routed()
    assert (card.owner, card.state) == ("UBOSS", HandoffState.OFFERED)
    assert ("handoff_unrouted", "CHANDOFF") in desk.told()
    desk.pass_time(days=2)
    run_due_timers(desk.database, desk.now)
    assert desk.timer(card, "accept").breached_at == at("2026-06-03 14:05")  # by the company's hours


def test_who_never_works_again_gets_nothing_and_what_they_owe_stays(desk: Desk) -> None:
    card = desk.offer()
    due = desk.timer(card, "accept").due_at
    desk.away(desk.owner, desk.now, desk.now + timedelta(days=20 * 365))
    with desk.database.write() as work:
        assert timers.recompute_for(work, desk.id, {desk.owner.member_id}, desk.now, "time_off") == 0
        work.commit()
    assert desk.timer(card, "accept").due_at == due
    with pytest.raises(UnknownOwnerError):
        desk.offer()
    assert desk.offer_routed().owner == "UBRUNO"
