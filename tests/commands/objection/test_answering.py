"""What is asked of marketing is promised an answer, answered once to who asked, and reminded of on one day."""

import pytest

from bot.jobs.notices import run_release
from bot.jobs.timers import run_due_timers
from commands.digest.composing import Target, compose
from commands.i18n import Texts
from commands.objection import actions, answering, answering_notices, notices
from commands.objection.answering import NothingAskedError
from commands.objection.answers import look_up
from commands.objection.parse import RecordObjection, SearchObjections, parse_command
from commands.objection.views import looked_up_message
from domain.taxonomy import Ask
from domain.weeks import IsoWeek
from storage.database import Database
from storage.tables import Objection, OutboxMessage, Timer
from tests.commands.promises.desk import Desk, at

ASKS = "Acme: too expensive, I need a case study"


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    made.team.account("Acme", "acme", marketing=made.marketer.member_id)
    return made


def log(desk: Desk, line: str = ASKS) -> int:
    intent = parse_command(line, None)
    assert isinstance(intent, RecordObjection)
    return actions.record(desk.services, desk.owner, intent, desk.key()).objection.id


def promises(desk: Desk) -> list[tuple[str, str | None]]:
    return [(row["state"], row["outcome"]) for row in desk.rows(Timer) if row["kind"] == "answer"]


def release(desk: Desk) -> list[dict[str, object]]:
    before = {row["id"] for row in desk.rows(OutboxMessage)}
    composers = {**notices.composers(), **answering_notices.composers()}
    run_release(desk.database, Texts(), composers, desk.now, desk.now)
    return [dict(row) for row in desk.rows(OutboxMessage) if row["id"] not in before]


def answer(desk: Desk, objection_id: int) -> None:
    answering.answer(desk.services, desk.marketer, objection_id, "The ROI sheet, slide 4", desk.key())


def test_an_answer_reaches_who_asked_and_ends_the_promise(desk: Desk) -> None:
    asked = log(desk)
    (told,) = release(desk)
    assert (told["channel"], "objection_answer" in str(told["body"])) == ("UMARTA", True)
    assert promises(desk) == [("open", None)]
    desk.pass_time(hours=2)
    answer(desk, asked)
    assert promises(desk) == [("stopped", "met")]
    sent = {str(each["channel"]): each for each in release(desk)}
    assert "The ROI sheet, slide 4" in str(sent["ULAURA"]["body"])
    assert (sent["UMARTA"]["operation"], "The ROI sheet" in str(sent["UMARTA"]["body"])) == ("update", True)
    desk.now = at("2026-06-12 12:00")
    run_due_timers(desk.database, desk.now)
    assert release(desk) == []


def test_many_answers_at_once_are_all_told(desk: Desk) -> None:
    """More than one message holds: none of them is left out."""
    for number in range(12):
        asked = log(desk, f"Acme: objection number {number}, I need a case study")
        answering.answer(desk.services, desk.marketer, asked, f"Answer {number}.", desk.key())
    said = " ".join(str(each["body"]) for each in release(desk) if each["channel"] == "ULAURA")
    assert [number for number in range(12) if f"Answer {number}." not in said] == []


def test_what_asks_nothing_promises_nothing(desk: Desk) -> None:
    log(desk, "Acme: too expensive")
    log(desk, "Unknown Inc: too expensive, I need a case study")
    assert promises(desk) == []


def test_on_the_due_day_marketing_is_reminded_once(desk: Desk) -> None:
    log(desk)
    log(desk, "Acme: no budget left, I need an argument")
    release(desk)
    for day in range(8, 25):  # due on Wednesday the 10th
        desk.now = at(f"2026-06-{day:02} 09:00")
        run_due_timers(desk.database, desk.now)
        sent = release(desk)
        assert [each["channel"] for each in sent] == (["UMARTA"] if day == 10 else [])
    assert len(desk.audit("promise_broken")) == 2


def test_taken_back_it_owes_nothing_and_cannot_be_answered(desk: Desk) -> None:
    asked = log(desk)
    actions.withdraw(desk.services, desk.owner, asked, desk.key())
    assert promises(desk) == [("stopped", "cancelled")]
    with pytest.raises(NothingAskedError):
        answer(desk, asked)
    actions.restore(desk.services, desk.owner, asked, desk.key())
    assert promises(desk) == [("stopped", "cancelled"), ("open", None)]
    (first, again) = [row for row in desk.rows(Timer) if row["kind"] == "answer"]
    assert first["due_at"] == again["due_at"]


def test_answered_before_the_reminder_leaves_it_is_not_said(desk: Desk) -> None:
    asked = log(desk)
    release(desk)
    desk.now = at("2026-06-10 09:00")
    run_due_timers(desk.database, desk.now)
    answer(desk, asked)
    assert sorted(str(each["channel"]) for each in release(desk)) == ["ULAURA", "UMARTA"]
    assert [row["kind"] for row in desk.rows(OutboxMessage)].count(answering.DUE) == 0
    (row,) = desk.rows(Objection)
    assert row["ask"] == Ask.PROOF


def test_found_again_it_has_its_answer_and_unanswered_its_week_names_it(desk: Desk) -> None:
    asked = log(desk)
    desk.now = at("2026-06-16 09:00")
    run_due_timers(desk.database, desk.now)
    named = {week: "still waits for an answer" in digest_of(desk, week) for week in (23, 24, 25)}
    assert named == {23: False, 24: True, 25: False}
    answer(desk, asked)
    assert "still waits" not in digest_of(desk, 24)
    found = look_up(desk.services, desk.owner, SearchObjections("expensive"))
    assert "The ROI sheet, slide 4" in str(looked_up_message(Texts().into("en"), "UTC", "/objection", found))


def digest_of(desk: Desk, week: int) -> str:
    with desk.database.read() as connection:
        target = Target(desk.id, "CREVENUE", "Europe/Madrid", "en")
        return str(compose(connection, Texts(), target, IsoWeek(2026, week)).body)
