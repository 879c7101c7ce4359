"""What double-clickers, stale forms, impossible dates and colleagues who are as fast do to a handoff."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, event

from bot.jobs.notices import run_release
from bot.jobs.timers import run_due_timers
from commands.context import Actor
from commands.handoff import clock_moves, notices, offering, recycled, revising
from commands.handoff.cards import HandoffCard
from commands.handoff.errors import (
    AlreadyOfferedError,
    BadFieldError,
    MoveRefusedError,
    NotAllowedError,
    UnknownOwnerError,
)
from commands.handoff.intents import OfferAgain, OfferHandoff, Reassign, TransferAll
from commands.handoff.parse import LeadFields
from commands.i18n import Texts
from commands.telling import Audience, Composed, Composer
from domain.handoff import HandoffState
from domain.policy import Lane
from domain.taxonomy import LeadType, ReturnReason
from domain.weeks import Span
from storage import scorecard
from storage.database import Database
from storage.errors import StaleVersionError
from storage.tables import AuditEvent, Handoff, Notice
from tests.commands.promises import audit_books
from tests.commands.promises.desk import MORNING, Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    """Every statement that goes to a database meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each of ``acts`` gave or raised, begun together."""
    outcomes: list[object] = [None] * len(acts)
    gate = threading.Barrier(len(acts))

    def run(place: int, act: Callable[[], object]) -> None:
        gate.wait()
        try:
            outcomes[place] = act()
        except (AlreadyOfferedError, MoveRefusedError, NotAllowedError) as error:
            outcomes[place] = error

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_a_transfer_asks_as_little_for_many_as_for_few(desk: Desk) -> None:
    def transfer(count: int) -> int:
        for _ in range(count):
            desk.offer()
        intent = TransferAll(desk.owner.member_id, desk.backup.member_id)
        with counted_statements() as statements:
            done = clock_moves.transfer_all(desk.services, desk.owner, intent, desk.key())
        assert len(done.handoff_ids) == count
        return len(statements)

    assert transfer(12) <= transfer(3) + 2


def test_a_transfer_keeps_its_history_and_its_clocks(desk: Desk) -> None:
    card = desk.offer()
    desk.pass_time(hours=2)
    intent = TransferAll(desk.owner.member_id, desk.backup.member_id, "on holiday")
    clock_moves.transfer_all(desk.services, desk.owner, intent, desk.key())
    after = desk.card(card.id)
    assert (after.owner, after.version, after.history[-1].action) == ("UBRUNO", 2, "handoff_reassigned")
    assert after.history[-1].data["note"] == "on holiday"
    assert {each.carried_minutes for each in after.running} == {120}
    assert ("handoff_transferred", desk.backup.member_id) in desk.told("handoff_transferred")


def test_of_two_who_take_it_from_somebody_the_slower_learns_who_has_it(desk: Desk) -> None:
    card = desk.offer()

    def take(actor: Actor) -> Callable[[], HandoffCard]:
        key, late = desk.key(), desk.owner.member_id
        return lambda: clock_moves.take_over(desk.services, actor, card.id, key, from_member_id=late)

    outcomes = at_once(take(desk.backup), take(desk.manager))
    (refusal,) = [each for each in outcomes if isinstance(each, MoveRefusedError | NotAllowedError)]
    after = desk.card(card.id)
    assert (after.owner, after.version) == (refusal.card.owner, 2)


def test_a_manager_does_not_take_it_from_the_backup_who_was_faster(desk: Desk) -> None:
    card = desk.offer()
    late = desk.owner.member_id
    clock_moves.take_over(desk.services, desk.backup, card.id, desk.key(), from_member_id=late)
    with pytest.raises(MoveRefusedError) as refusal:
        clock_moves.take_over(desk.services, desk.manager, card.id, desk.key(), from_member_id=late)
    assert refusal.value.by == "UBRUNO"
    with pytest.raises(BadFieldError):  # the same press again
        clock_moves.take_over(desk.services, desk.backup, card.id, desk.key(), from_member_id=late)
    assert (desk.card(card.id).owner, desk.card(card.id).version) == ("UBRUNO", 2)


def test_a_form_opened_before_a_reassignment_does_not_undo_it(desk: Desk) -> None:
    card = desk.offer()
    clock_moves.reassign(desk.services, desk.manager, Reassign(card.id, desk.backup.member_id), desk.key())
    fields = LeadFields(company="Acme Ltd", contact="Lola", why="asked for prices")
    with pytest.raises(StaleVersionError):
        revising.revise(
            desk.services, desk.marketer, card.id, fields, desk.owner.member_id, desk.key(), version=card.version
        )
    after = desk.card(card.id)
    assert (after.owner, after.state, after.lead.company) == ("UBRUNO", HandoffState.OFFERED, "Acme")


def test_a_corrected_lead_runs_by_the_agreement_that_fits_it(desk: Desk) -> None:
    card = desk.offer(lead_type=LeadType.CONTENT)
    desk.pass_time(hours=2)
    key, fields = desk.key(), LeadFields(company="Acme", source="fair", lead_type=LeadType.DEMO_REQUEST, why="a demo")
    # Slack sends it again.
    after = [revising.revise(desk.services, desk.marketer, card.id, fields, None, key) for _press in range(2)][-1]
    assert (after.lane, after.id, after.version) == (Lane.FAST, card.id, card.version + 1)
    # From the correction on: the two hours before it were not theirs to know.
    assert [(each.kind, each.due_at) for each in after.running] == [("attempt", desk.now + timedelta(hours=1))]
    assert {each.outcome for each in after.timers if each.state == "stopped"} == {"cancelled"}
    desk.pass_time(hours=1, minutes=1)
    run_due_timers(desk.database, desk.now)
    assert desk.told("timer_breached") == [
        ("timer_breached", desk.owner.member_id),
        ("timer_breached", desk.marketer.member_id),
    ]
    period = Span(MORNING, desk.now)
    with desk.database.read() as connection:
        (offer,) = scorecard.offers_in(connection, desk.id, period, desk.now)
    (again,) = audit_books.offers_in(desk.rows(AuditEvent))
    assert (offer.source, list(offer.promises)) == (again.source, again.promises()) == ("fair", [("attempt", False)])


def test_another_owner_in_a_corrected_form_is_all_or_nothing(desk: Desk) -> None:
    card = desk.offer()
    fields = LeadFields(company="Acme Ltd", contact="Lola", why="asked for prices")
    desk.change_member(desk.backup.member_id, is_active=False)
    with pytest.raises(UnknownOwnerError):
        revising.revise(desk.services, desk.marketer, card.id, fields, desk.backup.member_id, desk.key())
    kept = desk.card(card.id)
    assert (kept.state, kept.lead.company, kept.version) == (HandoffState.OFFERED, "Acme", card.version)
    desk.change_member(desk.backup.member_id, is_active=True)
    key = desk.key()
    for _press in range(2):  # Slack sends it again
        anew = revising.revise(desk.services, desk.marketer, card.id, fields, desk.backup.member_id, key)
        assert (anew.owner, anew.state, anew.lead.company) == ("UBRUNO", HandoffState.OFFERED, "Acme Ltd")
    assert [row["state"] for row in desk.rows(Handoff)] == ["withdrawn", "offered"]


def test_a_lead_that_was_offered_again_has_no_date_any_more(desk: Desk) -> None:
    card = returned(desk)
    recycled.offer_again(desk.services, desk.marketer, OfferAgain(card.id, "they have budget"), desk.key())
    before = desk.card(card.id).version
    with pytest.raises(MoveRefusedError):
        recycled.extend(desk.services, desk.marketer, card.id, date(2026, 8, 3), desk.key())
    with pytest.raises(MoveRefusedError):
        recycled.drop(desk.services, desk.marketer, card.id, desk.key())
    assert desk.card(card.id).version == before


def test_offered_again_and_handed_over_at_once_it_is_in_one_pair_of_hands(desk: Desk) -> None:
    card = returned(desk)
    again, anew = desk.key(), desk.key()
    at_once(
        lambda: recycled.offer_again(desk.services, desk.marketer, OfferAgain(card.id, "budget"), again),
        lambda: offering.offer(desk.services, desk.manager, OfferHandoff(card.lead.id, desk.backup.member_id), anew),
    )
    assert [row["state"] for row in desk.rows(Handoff)] == ["recycled", "offered"]


def test_a_lead_is_not_sent_back_to_whoever_sends_it_back(desk: Desk) -> None:
    card = desk.offer()
    with pytest.raises(BadFieldError) as refusal:
        desk.give_back(card, ReturnReason.WRONG_TERRITORY, to_member_id=desk.owner.member_id)
    assert (refusal.value.field, refusal.value.code) == ("to_member", "is_owner")


def test_nobody_snoozes_into_another_age(desk: Desk) -> None:
    card = desk.offer()
    for until in (datetime(2500, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)):
        with pytest.raises(BadFieldError):
            clock_moves.snooze(desk.services, desk.owner, card.id, until, desk.key())
    assert desk.card(card.id).snoozed_until is None


def test_a_manager_who_never_works_again_holds_up_nobody(desk: Desk) -> None:
    card = desk.offer()
    for reader in (desk.manager, desk.marketer):
        desk.away(reader, desk.now, desk.now + timedelta(days=4500))
    desk.pass_time(days=7)
    assert run_due_timers(desk.database, desk.now) > 0
    assert desk.timer(card, "accept").breached_at is not None
    assert ("timer_escalated", desk.manager.member_id) in desk.told("timer_escalated")
    assert run_release(desk.database, Texts(), notices.composers(), desk.now, desk.now) > 0
    assert desk.told() == []


def returned(desk: Desk) -> HandoffCard:
    """A lead that went back until later."""
    card = desk.offer()
    desk.attempt(card)
    return desk.give_back(card, ReturnReason.NOT_READY)


def test_many_messages_are_made_a_few_at_a_time_so_that_others_can_store(desk: Desk) -> None:
    for _ in range(45):
        desk.offer()
    sizes: list[int] = []

    def watched(compose: Composer) -> Composer:
        def composed(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
            sizes.append(len(due))
            return compose(connection, audience, due)

        return composed

    by_kind = {kind: watched(compose) for kind, compose in notices.composers().items()}
    assert run_release(desk.database, Texts(), by_kind, desk.now, desk.now) == 90
    assert sizes == [20, 20, 5] * 2
    assert desk.told() == []
