"""What others are told of handoffs is checked when it leaves: not what is no longer true, and several as one."""

import json
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from bot.jobs.notices import run_release
from commands.context import Actor
from commands.handoff import clock_moves, planning
from commands.handoff.intents import TransferAll
from commands.handoff.notices import composers
from commands.i18n import Texts
from commands.telling import Audience, Composed
from domain.handoff import PauseReason
from domain.taxonomy import LeadType, ReturnReason
from storage import notices, timers
from storage.database import Database
from storage.notices import PlannedNotice, Recipient
from storage.tables import Notice, OutboxMessage, Timer
from tests.commands.promises.desk import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def told(desk: Desk, kind: str, to: Actor, subjects: Sequence[tuple[str, int]], channel: str | None = None) -> Composed:
    """What ``to`` (or a channel) would be told now, with such notices due."""
    recipient = Recipient(to.member_id) if channel is None else Recipient(channel=channel)
    with desk.database.write() as work:
        for notice in notices.take_due(work, desk.id, recipient, desk.now + timedelta(days=30)):
            notices.settle(work, desk.id, [notice.id], state="dropped")
        planned = [PlannedNotice(kind, notices.NOW, recipient, *subject, desk.now) for subject in subjects]
        notices.add_notices(work, desk.id, planned, desk.now)
        due: list[Notice] = notices.take_due(work, desk.id, recipient, desk.now)
        audience = Audience(desk.id, channel or to.slack_user_id, Texts().into("en"), "Europe/Madrid", desk.now)
        return composers()[kind](work.connection, audience, due)


def timer_of(desk: Desk, handoff_id: int, kind: str = "accept") -> tuple[str, int]:
    with desk.database.read() as connection, Session(connection) as session:
        found = session.scalars(
            select(Timer).where(
                col(Timer.workspace_id) == desk.id, col(Timer.subject_id) == handoff_id, col(Timer.kind) == kind
            )
        ).one()
    return timers.SUBJECT, found.id


def test_a_warning_about_a_lead_that_was_accepted_meanwhile_is_not_told(desk: Desk) -> None:
    card = desk.offer()
    subject = timer_of(desk, card.id)
    assert len(told(desk, planning.WARNED, desk.owner, [subject]).messages) == 1
    desk.accept(card)
    assert told(desk, planning.WARNED, desk.owner, [subject]) == Composed((), frozenset())


def test_nothing_is_told_of_one_that_stands_still(desk: Desk) -> None:
    card = desk.offer()
    clock_moves.pause(desk.services, desk.owner, card.id, PauseReason.CUSTOMER, desk.key())
    assert told(desk, planning.WARNED, desk.owner, [timer_of(desk, card.id)]).messages == ()


def test_who_handed_it_on_is_not_warned_any_more(desk: Desk) -> None:
    card = desk.offer()
    desk.take_over(card, desk.backup)
    assert told(desk, planning.WARNED, desk.stranger, [timer_of(desk, card.id)]).messages == ()
    assert len(told(desk, planning.WARNED, desk.backup, [timer_of(desk, card.id)]).messages) == 1


def test_what_is_in_time_is_the_owners_affair_alone(desk: Desk) -> None:
    card = desk.offer()
    subject = timer_of(desk, card.id)
    assert told(desk, planning.ESCALATED, desk.manager, [subject]).messages == ()
    desk.pass_time(days=5)
    (message,) = told(desk, planning.ESCALATED, desk.manager, [subject]).messages
    assert "handoff_reassign" in json.dumps(message.body)
    (message,) = told(desk, planning.ESCALATED, desk.backup, [subject]).messages
    assert "handoff_take" in json.dumps(message.body)


def test_several_are_one_list_and_one_lead_is_one_line(desk: Desk) -> None:
    cards = [desk.offer() for _ in range(3)]
    desk.pass_time(days=5)
    subjects = [timer_of(desk, card.id, kind) for card in cards for kind in ("accept", "attempt")]
    composed = told(desk, planning.BREACHED, desk.owner, subjects)
    (message,) = composed.messages
    assert message.body["text"] == Texts().into("en")("notice-list", count=3)
    assert len(composed.told) == 6
    assert message.subject is None


def test_the_offer_is_told_with_buttons_and_follows_its_handoff(desk: Desk) -> None:
    card = desk.offer()
    (message,) = told(desk, planning.OFFERED, desk.owner, [("handoff", card.id)]).messages
    assert message.subject is not None
    assert message.subject[:2] == ("handoff", card.id)
    assert "handoff_accept" in json.dumps(message.body)
    desk.give_back(card, ReturnReason.POOR_FIT)
    assert told(desk, planning.OFFERED, desk.owner, [("handoff", card.id)]).messages == ()


def test_nobody_but_the_owner_gets_the_owners_message(desk: Desk) -> None:
    card = desk.offer()
    assert told(desk, planning.OFFERED, desk.stranger, [("handoff", card.id)]).messages == ()


def test_the_channel_reads_no_address_and_no_reason_in_private_words(desk: Desk) -> None:
    card = desk.offer(lead_type=LeadType.DEMO_REQUEST)
    (message,) = told(desk, planning.POSTED, desk.owner, [("handoff", card.id)], channel="CHANDOFF").messages
    shown = json.dumps(message.body)
    assert "asked for prices" not in shown
    assert "handoff_accept" not in shown


def test_what_came_back_is_one_message_alone_and_a_list_together(desk: Desk) -> None:
    first, second = desk.offer(), desk.offer()
    desk.give_back(first, ReturnReason.POOR_FIT, note="a school project")
    (message,) = told(desk, planning.RETURNED, desk.marketer, [("handoff", first.id)]).messages
    assert "a school project" in json.dumps(message.body)
    assert message.subject is not None
    desk.give_back(second, ReturnReason.SPAM)
    subjects = [("handoff", first.id), ("handoff", second.id)]
    (message,) = told(desk, planning.RETURNED, desk.marketer, subjects).messages
    assert message.body["text"] == Texts().into("en")("notice-returned-list", count=2)


def test_a_moved_deadline_says_why(desk: Desk) -> None:
    card = desk.offer()
    desk.take_time_off(desk.owner, "2026-06-04 09:00", "2026-06-05 18:00")
    with desk.database.write() as work:
        assert timers.recompute_for(work, desk.id, {desk.owner.member_id}, desk.now, "time_off") > 0
        work.commit()
    (message,) = told(desk, timers.MOVED, desk.owner, [timer_of(desk, card.id, "attempt")]).messages
    assert Texts().into("en")("moved-time_off") in message.body["text"]


def test_changes_reach_only_messages_that_stand(desk: Desk) -> None:
    card = desk.offer()
    composed = told(desk, planning.CHANGED, desk.owner, [("handoff", card.id)])
    assert composed.messages == ()
    assert len(composed.told) == 1


def test_with_nobody_to_ask_the_channel_hears_what_waits_and_not_who_is_late(desk: Desk) -> None:
    subjects = [timer_of(desk, desk.offer().id) for _ in range(2)]
    desk.pass_time(days=2)
    for some in (subjects[:1], subjects):
        (message,) = told(desk, planning.ESCALATED, desk.owner, some, channel="CHANDOFF").messages
        body = json.dumps(message.body)
        assert "Who can take it?" in body
        assert desk.owner.slack_user_id not in body


def test_all_that_came_with_a_transfer_is_told_once_in_one_message(desk: Desk) -> None:
    cards = [desk.offer() for _ in range(24)]
    run_release(desk.database, Texts(), composers(), desk.now, desk.now)
    before = {row["id"] for row in desk.rows(OutboxMessage)}
    intent = TransferAll(desk.owner.member_id, desk.backup.member_id, "away until May")
    clock_moves.transfer_all(desk.services, desk.owner, intent, desk.key())
    gone = cards[0]
    desk.take_over(gone, desk.manager)  # before anybody was told
    for _ in range(2):
        run_release(desk.database, Texts(), composers(), desk.now, desk.now)
    sent = [row for row in desk.rows(OutboxMessage) if row["id"] not in before and row["operation"] == "post"]
    (message,) = [row for row in sent if row["kind"] == planning.TRANSFERRED]
    assert [row["kind"] for row in sent if row["channel"] == "UBRUNO"].count(planning.OFFERED) == 0
    body = json.loads(message["body"])
    assert "23 handoffs are yours now" in body["text"]
    assert [str(each).count("handoff_show") for each in body["blocks"]].count(1) == 20
    assert "and 3 more" in str(body["blocks"][-1])
    assert "away until May" in str(body["blocks"])
    assert f"{gone.id}:" not in str(body["blocks"])
    assert all(each["kind"] != planning.TRANSFERRED for each in desk.rows(Notice) if each["state"] == "pending")


def test_of_two_messages_the_later_shows_what_is_truer_also_when_only_the_deadline_passed(desk: Desk) -> None:
    """An update that shows no more than what stands is skipped: by its number alone."""
    card = desk.offer()
    shown = []

    def offered(to: Actor) -> None:
        (message,) = told(desk, planning.OFFERED, to, [("handoff", card.id)]).messages
        assert message.subject is not None
        shown.append((message.subject[2], ":red_circle:" in json.dumps(message.body)))

    offered(desk.owner)
    desk.pass_time(days=5)
    offered(desk.owner)
    desk.take_over(card, desk.backup)
    offered(desk.backup)
    numbers = [number for number, _late in shown]
    assert numbers == sorted(set(numbers))
    assert [late for _number, late in shown][:2] == [False, True]


def test_one_that_came_alone_has_its_own_message_that_follows_it(desk: Desk) -> None:
    card = desk.offer()
    intent = TransferAll(desk.owner.member_id, desk.backup.member_id)
    clock_moves.transfer_all(desk.services, desk.owner, intent, desk.key())
    subjects = [("handoff", card.id)]
    (message,) = told(desk, planning.TRANSFERRED, desk.backup, subjects).messages
    assert message.subject is not None
    assert message.subject[:2] == ("handoff", card.id)
    assert "handoff_accept" in json.dumps(message.body)
    assert told(desk, planning.TRANSFERRED, desk.owner, subjects) == Composed((), frozenset())
