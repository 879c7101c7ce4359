"""Replies below a digest, its decisions, what owners are asked: within Slack's limits, and in whose words."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from commands.digest.confirming_views import Asked, Line, ask_message, pressed
from commands.digest.decisions_section import confirmed_row, decision_rows
from commands.digest.thread_views import Shown, reply_message, rest_message
from commands.i18n import LOCALES, Texts
from domain.account_review import AccountReview, Decision, Movement, Standing
from domain.account_week import AccountWeek, Confirmations, ReviewedAccount, account_week
from domain.digest import DigestFacts, digest_window, weekly_digest
from domain.review_thread import OWN_REPLIES, thread_of
from domain.weeks import IsoWeek
from playground.blockkit import message_refusal
from storage.confirmations import Said
from storage.review_threads import Happened
from storage.tables import AccountComment, AccountStep
from storage.under_review import UnderReview

WEEK = IsoWeek(2026, 47)
TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOSTILE = "*bold* <!channel> <@U1> & \U0001f4a9 " * 40
NAMES = {1: HOSTILE, 2: "Marta"}


def reviewed(number: int, movement: Movement = Movement.QUIET, *decisions: Decision, over: int = 6) -> ReviewedAccount:
    """An account of the week."""
    standing = Standing("proposal", 14 + over, 14, 0, 14, 20)
    review = AccountReview(number, movement, (), standing, (), decisions)
    return ReviewedAccount(f"{HOSTILE}{number}", 1, review, None, 1, 2)


def step(number: int, due: date = TODAY, **more: Any) -> AccountStep:  # noqa: ANN401 - any column
    """A next step."""
    return AccountStep(
        workspace_id=1,
        id=number,
        account_id=1,
        what=HOSTILE,
        owner_id=1,
        due_on=due,
        added_at=AT,
        added_by_id=1,
        **more,
    )


def words(node: Any) -> str:  # noqa: ANN401 - any tree of JSON
    """Every text of a message."""
    if isinstance(node, list):
        return "\n".join(words(each) for each in node)
    if isinstance(node, dict):
        own = [node["text"]] if isinstance(node.get("text"), str) else []
        return "\n".join([*own, *(words(value) for value in node.values() if isinstance(value, dict | list))])
    return ""


def test_fifteen_have_their_own_and_who_stood_longest_comes_first() -> None:
    stalled = [reviewed(number, over=number) for number in range(1, 13)]
    asking = [reviewed(number, Movement.STEADY, Decision.NO_OWNER) for number in range(20, 24)]
    moved = [reviewed(number, Movement.MOVED) for number in range(30, 34)]
    thread = thread_of(account_week([*moved, *asking, *stalled, reviewed(99, Movement.STEADY)], WEEK, {}))
    numbers = [each.review.account_id for each in (*thread.own, *thread.rest)]
    assert numbers == [*range(12, 0, -1), 20, 21, 22, 23, 30, 31, 32, 33]
    assert len(thread.own) == OWN_REPLIES


@pytest.mark.parametrize("locale", LOCALES)
def test_slack_takes_the_worst_of_each_message_and_nobody_is_pinged(locale: str) -> None:
    say = Texts().into(locale)
    comments = tuple(
        AccountComment(workspace_id=1, id=number, account_id=1, by_id=1, at=AT, text=HOSTILE) for number in range(9)
    )
    ended = tuple(step(number, ended_at=AT, ended_by_id=1, ending="dropped") for number in range(9))
    happened = Happened(tuple(step(number) for number in range(9)), ended, comments)
    shown = Shown(reviewed(1, Movement.BUSY, *Decision), "demo", happened, 1, NAMES, {"demo": HOSTILE}, TODAY)
    many = [reviewed(number, Movement.QUIET, *Decision) for number in range(300)]
    week = account_week(many, WEEK, NAMES, {}, Confirmations(frozenset({1}), {5: 2}))
    digest = weekly_digest(replace(DigestFacts(digest_window(WEEK, "UTC"), (), (), ()), accounts=week))
    account = UnderReview(1, HOSTILE, "a", tier=1)
    lines = tuple(Line(account, "demo", TODAY, (step(1), step(2)), None) for _ in range(300))
    asked = ask_message(Asked(1, AT, "UTC", lines, NAMES, {"demo": HOSTILE}, TODAY), say)
    messages = [
        reply_message(shown, say)["blocks"],
        rest_message(many, week, say)["blocks"],
        asked["blocks"],
        [*decision_rows(digest, say), *confirmed_row(digest, say)],
    ]
    for rows in messages:
        assert message_refusal(rows) is None
        plain = [row for row in rows if row["type"] != "context" or row["elements"][0]["type"] != "plain_text"]
        assert "<!channel>" not in words(plain)
        assert "<@U1>" not in words(plain)


def test_the_button_for_all_names_what_is_shown_and_what_waits_comes_first_then() -> None:
    accounts = [UnderReview(n, f"Company {n:02}", str(n)) for n in range(1, 26)]

    def shown(confirmed: Collection[int]) -> tuple[list[int], str]:
        said = {number: Said(2, AT) for number in confirmed}
        lines = tuple(Line(account, None, None, (), said.get(account.id)) for account in accounts)
        rows = ask_message(Asked(7, AT, "UTC", lines, NAMES, {}, TODAY), Texts().into("en"))["blocks"]
        values = [button["value"] for row in rows if row["type"] == "actions" for button in row["elements"]]
        ask_id, together = pressed(values[0])
        assert ask_id == 7
        assert {number for value in values[1:] for number in pressed(value)[1]} == set(together)
        return list(together), words(rows)

    first, text = shown([])
    assert first == list(range(1, 21))
    assert "and 5 more, which come when these are confirmed" in text
    then, text = shown(first)
    assert then == list(range(21, 26))
    assert "more, which" not in text


def test_an_owner_is_shown_what_is_late_as_late() -> None:
    account = UnderReview(1, "Acme", "acme")
    for due, said in ((TODAY, "next: "), (TODAY - timedelta(days=4), ": 4 days late)")):
        asked = Asked(7, AT, "UTC", (Line(account, None, None, (step(1, due),), None),), NAMES, {}, TODAY)
        text = words(ask_message(asked, Texts().into("en"))["blocks"])
        assert said in text
        assert ("late" in text) is (due < TODAY)


def test_what_is_over_needs_no_next_step() -> None:
    account = UnderReview(1, "Acme", "acme")
    for stage, steps, said in (("won", (), None), ("lost", (step(1),), "next: "), ("proposal", (), "*no next step*")):
        asked = Asked(7, AT, "UTC", (Line(account, stage, TODAY, steps, None),), NAMES, {}, TODAY)
        text = words(ask_message(asked, Texts().into("en"))["blocks"])
        assert said is None or said in text
        assert (said is None) is ("next" not in text)
    closed, say = replace(reviewed(1, Movement.MOVED), name="Acme"), Texts().into("en")
    for stage, said in (("won", "Now won"), ("lost", "Now lost"), ("demo", "Now in Demo")):
        text = words(reply_message(Shown(closed, stage, Happened(), None, NAMES, {}, TODAY), say)["blocks"])
        assert said in text
        assert ("No next step" in text) is (stage == "demo")


def test_who_confirms_after_the_review_is_not_told_that_the_digest_says_so() -> None:
    account = UnderReview(1, "Acme", "acme")
    for late, where in ((timedelta(minutes=-1), "the digest says so"), (timedelta(0), "replies below the digest")):
        asked = Asked(7, AT, "UTC", (Line(account, None, None, (), Said(2, AT + late)),), NAMES, {}, TODAY)
        assert where in words(ask_message(asked, Texts().into("en"))["blocks"])


def test_what_was_decided_since_is_asked_no_more() -> None:
    say = Texts().into("en")
    late = reviewed(1, Movement.QUIET, Decision.STALLED_WITHOUT_STEP, Decision.STEP_OVERDUE)

    def said(happened: Happened) -> str:
        return words(reply_message(Shown(late, "proposal", happened, None, NAMES, {}, TODAY), say)["blocks"])

    assert "To decide:* what comes next, or whether to let it go\n" in said(Happened())
    assert "To decide:* keep, change or drop the late step\n" in said(Happened((step(1, date(2026, 11, 20)),)))
    assert "To decide" not in said(Happened((step(1),)))
    assert "Now in" not in said(Happened())


def test_decisions_are_asked_for_once_each_and_confirmed_accounts_are_counted() -> None:
    say = Texts().into("en")
    found = [
        replace(reviewed(1, Movement.QUIET, Decision.NO_OWNER, Decision.STEP_OVERDUE), name="Acme"),
        replace(reviewed(2, Movement.BUSY, Decision.STEP_OVERDUE), name="Nova"),
    ]
    week = account_week(found, WEEK, NAMES, {}, Confirmations(frozenset({1}), {2: 2}))
    facts = DigestFacts(digest_window(WEEK, "UTC"), (), (), ())
    digest = weekly_digest(replace(facts, accounts=week))
    assert words(decision_rows(digest, say)).strip().splitlines() == [
        "*Decisions asked for*",
        "• Who answers for *Acme* (tier 1)? An owner is missing in sales or in marketing.",
        "• Keep, change or drop the late step at *Nova* (tier 1)?",
    ]
    assert words(confirmed_row(digest, say)) == "Confirmed by their owners: 1 of 2 · not confirmed: *Acme* (tier 1)"
    nobody_asked = weekly_digest(replace(facts, accounts=AccountWeek()))
    assert decision_rows(nobody_asked, say) == confirmed_row(nobody_asked, say) == []
