"""Who is asked for a review of a closed deal, when, and what answers it or takes it back."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from commands.win_loss import home
from commands.win_loss.actions import AlreadyGivenError, record_review, revise
from commands.win_loss.closing import Done, NotTheirDealError
from commands.win_loss.due import due_of
from commands.win_loss.parse import RecordReview, ReviewFields, ReviseReview
from domain.taxonomy import DealOutcome, Perspective
from storage.database import Database
from storage.tables import Notice, WinLossReview
from tests.commands.promises.desk import at
from tests.commands.reviews_asked.book import Book

WON, OPEN = DealOutcome.WON, DealOutcome.OPEN


@pytest.fixture
def book(database: Database) -> Book:
    return Book(database)


def test_the_owner_is_asked_once_with_the_form_a_press_away(book: Book) -> None:
    turned = book.close(DealOutcome.LOST_COMPETITOR)
    assert turned.done is Done.CLOSED
    assert turned.wanted is not None
    assert turned.wanted.asked == "ULAURA"
    (message,) = book.release()
    assert message["channel"] == "ULAURA"
    assert f"deal:{book.deal_id}" in message["body"]
    assert book.close(DealOutcome.LOST_COMPETITOR).done is Done.UNCHANGED
    assert book.close(DealOutcome.LOST_OTHER).done is Done.CORRECTED  # the same closing, told better
    assert book.release() == []
    assert [each["closing"] for each in book.requests()] == [1]


def test_asked_on_a_saturday_it_waits_for_monday(book: Book) -> None:
    book.closed_at("2026-06-06 11:00")
    assert book.release() == []
    book.now = at("2026-06-08 09:00")
    assert len(book.release()) == 1


def test_who_closed_it_themselves_is_not_written_to(book: Book) -> None:
    assert book.close(WON, book.owner).wanted is not None
    assert book.pending() == []
    assert [each["state"] for each in book.timers()] == ["open"]


def test_a_reps_view_answers_it_and_taking_it_back_asks_again(book: Book) -> None:
    book.close(WON)
    book.release()
    due = book.timers()[0]["due_at"]
    book.pass_time(hours=3)
    book.review(book.stranger, Perspective.BUYER)
    assert book.request()
    view = book.review()
    assert [each["state"] for each in book.requests()] == ["answered"]
    assert [(each["state"], each["outcome"]) for each in book.timers()] == [("stopped", "met")]
    book.undo(view)
    assert book.request()["review_id"] is None
    assert [each["due_at"] for each in book.timers() if each["state"] == "open"] == [due]
    book.redo(view)
    assert [each["state"] for each in book.requests()] == ["answered"]
    # The message that asked says so where it stands, and nothing new is sent.
    assert [each["operation"] for each in book.release()] == ["update"]


def test_a_form_saved_before_shows_what_stands_when_it_says_something_else_now(book: Book) -> None:
    """Gone on with twice, or sent again after a change: stored once under the form's key, and nothing typed is lost."""
    fields = ReviewFields(account_name="Nobody SL", outcome=WON, primary="trust", lesson="bring a reference")
    later = [replace(fields, lesson="call earlier"), replace(fields, perspective=Perspective.BUYER)]
    for said, given in ((fields, False), (fields, False), (later[0], True), (later[1], True)):
        receipt = record_review(book.services, book.owner, RecordReview(said), "form:V1:review")
        assert (receipt.review.lesson, receipt.given) == ("bring a reference", given)
        book.pass_time(hours=1)


def test_one_view_a_person_and_side_stands_of_a_closing(book: Book) -> None:
    """Given anew it cannot be brought back too, nor can another be changed to that side or linked to that deal."""
    book.close(WON)
    first = book.review()
    book.undo(first)
    second = book.review()
    with pytest.raises(AlreadyGivenError):
        book.redo(first)
    other = book.review(perspective=Perspective.MANAGER)
    fields = ReviewFields(outcome=WON, primary="value", deal_id=book.deal_id, perspective=Perspective.REP)
    with pytest.raises(AlreadyGivenError):
        revise(book.services, book.owner, ReviseReview(other, 1, fields), book.key())
    revise(book.services, book.owner, ReviseReview(second, 1, fields), book.key())  # its own side is no other's
    book.undo(second)
    book.redo(first)


def test_a_view_given_before_the_request_leaves_is_not_asked_for(book: Book) -> None:
    book.closed_at("2026-06-06 11:00")
    book.review()
    book.now = at("2026-06-08 10:00")
    assert book.release() == []


def test_who_was_asked_answers_from_whatever_side(book: Book) -> None:
    book.change_member(book.owner.member_id, is_manager=True)
    book.close(WON)
    book.review(perspective=None)  # a manager's view, as who leads a team gives it
    assert [each["state"] for each in book.requests()] == ["answered"]


def test_a_deal_that_opens_again_withdraws_the_request_and_asks_anew(book: Book) -> None:
    book.close(WON)
    view = book.review()
    book.reopen()
    assert [each["state"] for each in book.requests()] == ["answered"]  # that closing keeps its view
    book.undo(view)
    assert [each["state"] for each in book.requests()] == ["withdrawn"]  # taken back later, it asks nobody
    book.redo(view)
    book.close(DealOutcome.LOST_OTHER)
    assert book.request()["closing"] == 2
    book.release()
    book.reopen()
    assert [each["state"] for each in book.requests()] == ["withdrawn", "withdrawn"]
    assert {each["state"] for each in book.timers()} == {"stopped"}
    assert {each["outcome"] for each in book.timers()} == {"met", "cancelled"}
    assert [each["operation"] for each in book.release()] == ["update"]
    book.close(WON)
    later = book.review()
    closings = {row["id"]: row["closing"] for row in book.rows(WinLossReview)}
    assert (closings[view], closings[later]) == (1, 3)


def test_a_customer_who_leaves_is_another_ending(book: Book) -> None:
    book.close(WON)
    assert book.close(DealOutcome.CHURNED).done is Done.CLOSED
    assert [each["state"] for each in book.requests()] == ["withdrawn", "open"]


def test_only_who_answers_for_it_says_how_it_stands(book: Book) -> None:
    with pytest.raises(NotTheirDealError):
        book.close(WON, book.stranger)
    with pytest.raises(NotTheirDealError):
        book.reopen(book.marketer)
    assert book.close(WON, book.backup).done is Done.CLOSED
    assert book.reopen(book.owner).done is Done.REOPENED


def test_a_file_asks_for_what_closed_lately_and_for_nothing_else(book: Book, tmp_path: Path) -> None:
    book.change_member(book.backup.member_id, display_name="Bruno Díaz")
    lines = [
        "D1,One,Acme,won,2026-06-01,",
        "D2,Two,Acme,lost,2026-05-20,",  # a fortnight ago, to the hour
        "D3,Old,Acme,won,2026-05-19,",
        "D4,Running,Acme,open,,",
        "D5,His,Acme,lost,2026-06-02,bruno díaz",
    ]
    outcome = book.bring(tmp_path, *lines)
    assert (outcome.reviews_asked, outcome.closed_before) == (2, 2)
    asked = {each["asked_id"] for each in book.requests()}
    assert asked == {book.owner.member_id, book.backup.member_id}
    outcome = book.bring(tmp_path, *lines)  # the same file once more
    assert (outcome.unchanged, outcome.reviews_asked) == (5, 0)

    lines[3] = "D4,Running,Acme,lost,2026-06-03,"
    assert book.bring(tmp_path, *lines).reviews_asked == 1
    book.pass_time(minutes=6)
    sent = book.release()
    assert sorted(each["channel"] for each in sent) == ["UBRUNO", "ULAURA"]  # hers are one message
    (hers,) = [each["body"] for each in sent if each["channel"] == "ULAURA"]
    assert hers.count("review_add") == 2

    lines[0] = "D1,One,Acme,open,,"
    book.bring(tmp_path, *lines)
    assert [each["state"] for each in book.requests()].count("withdrawn") == 1
    lines[0] = "D1,One,Acme,lost,2026-06-03,"
    assert book.bring(tmp_path, *lines).reviews_asked == 1
    assert sorted(each["closing"] for each in book.requests()) == [1, 1, 1, 2]


def test_many_old_closings_ask_nobody(book: Book, tmp_path: Path) -> None:
    outcome = book.bring(tmp_path, *(f"D{n},Deal {n},Acme,won,2025-03-0{1 + n % 9}," for n in range(600)))
    assert (outcome.inserted, outcome.reviews_asked, outcome.closed_before) == (600, 0, 600)
    assert book.requests() == []
    assert book.rows(Notice) == []


def test_a_file_holds_the_writer_no_longer_for_many_closings_than_for_one(book: Book, tmp_path: Path) -> None:
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        sent.append(statement)

    counted = []
    event.listen(Engine, "before_cursor_execute", note)
    try:
        for first, last in ((100, 101), (200, 230)):
            before = len(sent)
            book.bring(tmp_path, *(f"D-{each},Licences,Acme,won,2026-06-01,ULAURA" for each in range(first, last)))
            counted.append(len(sent) - before)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert len(book.requests()) == 31
    assert counted[1] <= counted[0]


def test_for_who_left_the_manager_is_asked_and_for_nobody_the_channel(book: Book) -> None:
    book.change_member(book.owner.member_id, is_active=False)
    turned = book.close(WON, book.backup)
    assert turned.wanted is not None
    assert (turned.wanted.asked, turned.wanted.owner_left) == ("UBOSS", True)
    (message,) = book.release()
    assert message["channel"] == "UBOSS"
    assert "ULAURA" in message["body"]  # and is told why

    nobodys = book.deal("Stray")
    book.close(DealOutcome.LOST_OTHER, deal_id=nobodys)
    (message,) = book.release()
    assert message["channel"] == "CHANDOFF"
    assert len(book.timers()) == 1  # nobody owes it by a day


def test_due_lists_mine_and_the_teams_by_age(book: Book) -> None:
    book.close(WON)
    book.close(WON, deal_id=book.deal("Stray"))
    mine = due_of(book.services, book.owner)
    assert [each.deal_name for each in mine.mine] == ["Renewal"]
    assert mine.team_count is None
    led = due_of(book.services, book.manager)
    assert led.mine == ()
    assert led.team_count is not None
    assert (led.team_count.open, led.team_count.late) == (2, 0)
    book.pass_time(days=9)
    led = due_of(book.services, book.manager)
    assert led.team_count is not None
    assert led.team_count.late == 1
    say = book.services.say(book.manager)
    (waiting, ages) = home.section(book.services, book.manager)
    assert waiting["text"]["text"] == say("review-due-team", count=2)
    assert say("review-due-late", count=1) in ages["elements"][0]["text"]
    assert home.section(book.services, book.stranger) == []
    assert due_of(book.services, book.stranger).mine == ()


def test_of_two_who_close_it_at_once_one_does(book: Book) -> None:
    start = threading.Barrier(2)

    def press() -> Done:
        start.wait()
        return book.close(WON).done

    with ThreadPoolExecutor(2) as pool:
        done = sorted(each.result() for each in [pool.submit(press) for _ in range(2)])
    assert done == [Done.CLOSED, Done.UNCHANGED]
    assert len(book.requests()) == 1
