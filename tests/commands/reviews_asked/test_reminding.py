"""The day of a review: one word on it, however late and however many processes look, and never another."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.jobs.timers import run_due_timers
from commands.digest.composing import Target, compose
from commands.i18n import Texts
from domain.taxonomy import DealOutcome
from domain.weeks import IsoWeek
from storage.database import Database
from storage.tables import LadderStep
from tests.commands.promises.desk import at
from tests.commands.reviews_asked.book import Book

WON = DealOutcome.WON


@pytest.fixture
def book(database: Database) -> Book:
    made = Book(database)
    made.close(WON)  # Wednesday 10:00: due on Monday at 10:00
    made.release()
    return made


def steps(book: Book) -> list[tuple[str, str]]:
    return [(row["rung"], row["action"]) for row in book.rows(LadderStep)]


def test_a_word_on_the_due_day_and_none_after_it(book: Book) -> None:
    book.now = at("2026-06-05 17:00")
    assert book.sweep() == 0
    book.now = at("2026-06-08 09:00")
    assert book.sweep() == 1
    (message,) = book.release()
    assert message["channel"] == "ULAURA"
    book.now = at("2026-06-08 10:00")
    assert book.sweep() == 1
    for day in range(9, 30):
        book.now = at(f"2026-06-{day:02} 11:00")
        book.sweep()
    assert book.release() == []
    assert steps(book) == [("due_day", "told"), ("breach", "listed")]
    assert len(book.audit("promise_broken")) == 1


def test_down_across_the_due_day_it_is_told_once_and_broken_at_its_moment(book: Book) -> None:
    book.now = at("2026-06-11 08:00")
    book.sweep()
    book.sweep()
    assert book.release() == []  # it is before her hours
    book.now = at("2026-06-11 09:00")
    (message,) = book.release()
    assert message["channel"] == "ULAURA"
    (timer,) = book.timers()
    assert timer["breached_at"] == timer["due_at"]
    book.pass_time(days=3)
    book.sweep()
    assert book.release() == []


def test_answered_on_the_day_before_the_word_leaves_it_is_not_said(book: Book) -> None:
    book.now = at("2026-06-08 09:00")
    book.sweep()
    book.review()
    assert [each["operation"] for each in book.release()] == ["update"]


def test_taken_back_and_asked_again_nobody_is_reminded_twice(book: Book) -> None:
    book.now = at("2026-06-08 09:00")
    book.sweep()
    assert len(book.release()) == 1
    view = book.review()
    book.undo(view)
    book.release()
    for day in range(8, 20):
        book.now = at(f"2026-06-{day:02} 12:00")
        book.sweep()
    assert [each["operation"] for each in book.release()] == []


def test_moved_after_the_word_came_nobody_is_reminded_twice(book: Book) -> None:
    book.now = at("2026-06-08 09:00")
    book.sweep()
    assert len(book.release()) == 1
    book.take_time_off(book.owner, "2026-06-08 00:00", "2026-06-12 00:00")
    for day in range(8, 20):
        book.now = at(f"2026-06-{day:02} 12:00")
        book.sweep()
    assert [each["operation"] for each in book.release()] == []


def test_a_promise_that_was_broken_is_broken_once_though_its_view_was_taken_back(book: Book) -> None:
    book.now = at("2026-06-12 09:00")
    book.sweep()
    assert len(book.audit("promise_broken")) == 1
    view = book.review()
    book.undo(view)
    book.now = at("2026-06-16 09:00")
    book.sweep()
    assert len(book.audit("promise_broken")) == 1
    (timer,) = book.timers()  # one promise, counted once
    assert (timer["state"], timer["breached_at"]) == ("open", timer["due_at"])
    book.redo(view)
    assert [each["outcome"] for each in book.timers()] == ["late"]


def test_moved_by_time_off_the_word_comes_on_the_new_day(book: Book) -> None:
    book.take_time_off(book.owner, "2026-06-05 00:00", "2026-06-10 00:00")
    book.now = at("2026-06-08 10:30")
    book.sweep()
    assert book.release() == []
    book.now = at("2026-06-11 09:00")
    book.sweep()
    assert len(book.release()) == 1
    assert [each["due_at"] for each in book.timers()]
    assert book.told("deadline_moved") == []  # a day that moves is no news


def test_who_left_meanwhile_is_not_asked_any_more(book: Book) -> None:
    book.change_member(book.owner.member_id, is_active=False)
    book.now = at("2026-06-08 09:00")
    book.sweep()
    (message,) = book.release()
    assert message["channel"] == "UBOSS"
    assert book.request()["asked_id"] == book.manager.member_id


def test_several_of_the_day_come_as_one(book: Book) -> None:
    for name in ("Expansion", "Pilot"):
        book.close(WON, deal_id=book.deal(name, account_id=book.account_id))
    book.release()
    book.now = at("2026-06-08 09:00")
    book.sweep()
    (message,) = book.release()
    assert message["body"].count("review_add") == 3


def test_two_processes_remind_once(book: Book) -> None:
    for name in ("Expansion", "Pilot", "Other"):
        book.close(WON, deal_id=book.deal(name, account_id=book.account_id))
    book.release()
    book.now = at("2026-06-09 11:00")
    start = threading.Barrier(3)

    def process() -> None:
        start.wait()
        run_due_timers(book.database, book.now)

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(process) for _ in range(3)]:
            done.result()
    book.sweep()  # what one process left to another that had it
    assert sorted(steps(book)) == [("breach", "listed")] * 4 + [("due_day", "told")] * 4
    assert len(book.pending()) == 4
    assert len(book.release()) == 1


def test_the_digest_of_its_week_names_the_deal_and_no_other_does(book: Book) -> None:
    book.now = at("2026-06-16 09:00")
    book.sweep()
    # Due on Monday the 8th: week 24.
    named = {week: digest_of(book, week) for week in (23, 24, 25)}
    assert [week for week, shown in named.items() if "Renewal" in shown] == [24]
    assert "ULAURA" not in named[24]
    book.review()
    assert "Renewal" not in digest_of(book, 24)


def digest_of(book: Book, week: int) -> str:
    target = Target(book.id, "CREVENUE", "Europe/Madrid", "en")
    with book.database.read() as connection:
        return str(compose(connection, Texts(), target, IsoWeek(2026, week)).body)
