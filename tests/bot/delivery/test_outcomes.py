"""Whatever Slack or the network answers, a message is said once, or somebody sees that it was not."""

import random
import threading
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs
from typer.testing import CliRunner

from bot.cli.outbox import app as outbox_app
from bot.delivery.backoff import FIRST_SECONDS, LONGEST_SECONDS, MOST_ATTEMPTS, pause_after
from bot.delivery.deliverer import LEASE, Deliverer
from playground.local_slack import LocalSlack
from storage.database import Database
from tests.bot.delivery.office import PATIENCE, Office, sender

#: Longer than any pause after a first failure.
SOON = 2.0
POST = "chat.postMessage"


def test_a_channel_told_to_wait_waits_and_the_others_go_on(office: Office) -> None:
    sales = office.slack.conversation("sales").id
    office.slack.faults.add(POST, sales, kind="ratelimited", retry_after=7)
    first, second = office.put("first"), office.put("second")
    office.put("elsewhere", "marketing")
    office.deliver()
    assert office.shown("marketing") == ["elsewhere"]
    assert office.shown() == []
    assert office.posts() == 1
    held = office.row(first)
    assert held.attempts == 0
    assert held.next_attempt_at - office.clock.system_now() > timedelta(seconds=6)
    office.pass_on(5.5)
    assert office.posts() == 1
    office.pass_on(2)
    assert office.shown() == ["first", "second"]
    assert office.row(first).attempts == office.row(second).attempts == 1


def test_told_to_wait_while_the_next_is_being_claimed_it_is_not_begun(database: Database, slack: LocalSlack) -> None:
    """The answer comes after the claim has asked who waits, and before it takes the channel's next message."""
    office = Office.open(database, slack)
    slack.faults.add(POST, slack.conversation("sales").id, kind="ratelimited", retry_after=7)
    first, _second = office.put("first"), office.put("second")
    asked_in = threading.get_ident()

    def settled_meanwhile() -> None:
        if threading.get_ident() == asked_in and office.row(first).state == "sending":
            slack.wait_for(lambda: office.row(first).state != "sending", PATIENCE, "the first message's outcome")

    office.clock.when_asked = settled_meanwhile
    office.deliver()
    assert (office.posts(), office.shown()) == (1, [])
    office.deliverer.close()


@pytest.mark.parametrize("kind", ["http_500", "drop_before", "drop_after"])
@pytest.mark.parametrize("where", ["channel", "thread", "direct message"])
def test_after_a_broken_line_slack_is_asked_before_it_is_told_again(office: Office, kind: str, where: str) -> None:
    thread_ts = office.slack.post_as("ana", "sales", "root").ts if where == "thread" else None
    channel = office.slack.person("ana").id if where == "direct message" else "sales"
    place = office.slack.dm_with_app("ana") if where == "direct message" else "sales"
    office.slack.faults.add(POST, kind=kind)  # type: ignore[arg-type]
    message = office.put("once", channel, thread_ts=thread_ts)
    office.deliver()
    row = office.row(message)
    assert row.state == "pending"
    assert (row.last_error or "").startswith("unknown: ")
    assert not looked_up(office)
    office.pass_on(SOON)
    assert looked_up(office) == 1
    assert office.row(message).state == "sent"
    [shown] = [each for each in office.slack.messages(place) if each.text == "once"]
    assert (shown.thread_ts or None) == thread_ts
    assert office.row(message).sent_ts == shown.ts


def test_while_slack_cannot_say_nothing_is_sent_again(office: Office) -> None:
    """The look-up fails in three ways; each keeps the doubt, and none is a reason to post."""
    office.slack.faults.add(POST, kind="drop_after")
    message = office.put("once")
    office.deliver()
    office.slack.faults.add("conversations.history", kind="http_500")
    office.pass_on(SOON)
    office.slack.faults.add("conversations.history", kind="ratelimited", retry_after=30)
    office.pass_on(2 * SOON)
    assert office.row(message).attempts == 2
    office.pass_on(25)
    office.slack.faults.add("conversations.history", kind="drop_before")
    office.pass_on(6)
    assert office.posts() == 1
    assert (office.row(message).last_error or "").startswith("unknown: ")
    office.pass_on(4 * SOON)
    assert office.row(message).state == "sent"
    assert office.shown() == ["once"]
    assert office.posts() == 1


def test_refused_connections_are_tried_again_without_a_look_up(office: Office) -> None:
    away = Deliverer(office.database, sender("http://127.0.0.1:9/api/", office.slack, office.clock), office.clock)
    message = office.put("once", office.slack.person("ana").id)
    away.run(PATIENCE)
    away.close()
    row = office.row(message)
    assert row.state == "pending"
    assert "refused" in (row.last_error or "")
    office.pass_on(SOON)
    assert office.shown(office.slack.dm_with_app("ana")) == ["once"]
    assert not looked_up(office)


def test_what_slack_will_never_take_is_seen_and_can_be_sent_again(
    office: Office, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("COLUMNS", "250")
    old = office.slack.add_channel("old", ["ana"], is_archived=True)
    message = office.put("late", "old")
    office.deliver()
    row = office.row(message)
    assert (row.state, row.last_error) == ("dead", "is_archived")
    office.pass_on(3600)
    assert office.posts("old") == 1
    listed = CliRunner().invoke(outbox_app, [])
    assert listed.exit_code == 0
    assert row.error_id
    assert {"1 dead", str(message), "is_archived", row.error_id} <= set(words(listed.output))
    old.is_archived = False
    assert CliRunner().invoke(outbox_app, ["retry", str(office.workspace_id), str(message)]).exit_code == 0
    assert CliRunner().invoke(outbox_app, ["retry", str(office.workspace_id), str(message)]).exit_code == 1
    office.deliver()
    assert office.shown("old") == ["late"]


def test_refused_blocks_are_replaced_by_the_fallback(office: Office) -> None:
    body = {"text": "week", "blocks": [{"type": "section"}]}
    office.put("", body=body, fallback={"text": "week, as a table"})
    without = office.put("", body=body)
    office.deliver()
    assert office.shown() == ["week, as a table"]
    assert office.row(without).state == "dead"


def test_a_failure_that_does_not_pass_ends(office: Office) -> None:
    office.slack.faults.add(POST, times=100, kind="error", code="fatal_error")
    message = office.put("never")
    for _ in range(MOST_ATTEMPTS + 3):
        office.pass_on(LONGEST_SECONDS)
    row = office.row(message)
    assert (row.state, row.attempts, row.last_error) == ("dead", MOST_ATTEMPTS, "fatal_error")
    assert office.posts() == MOST_ATTEMPTS


def test_a_message_that_kills_its_process_each_time_ends(office: Office) -> None:
    """Claimed and never heard of again, over and over: it does not go round for ever."""
    message = office.put("poison", body={"text": "poison", "channel": "twice"})
    with capture_logs():  # a dozen tracebacks
        for _ in range(MOST_ATTEMPTS + 3):
            office.pass_on(LEASE.total_seconds() + 1)
    assert office.row(message).state == "dead"
    assert office.shown() == []


@given(attempts=st.integers(1, 200), seed=st.integers())
def test_pauses_double_up_to_five_minutes_and_are_spread(attempts: int, seed: int) -> None:
    pause = pause_after(attempts, spread=random.Random(seed)).total_seconds()
    longest = min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** min(attempts - 1, 20))
    assert longest / 2 <= pause <= longest


def looked_up(office: Office) -> int:
    """How often Slack was asked whether it has a message."""
    return len(office.slack.calls("conversations.history")) + len(office.slack.calls("conversations.replies"))


def words(table: str) -> list[str]:
    """The cells of a printed table, and the parts of its headline."""
    return [cell.strip() for line in table.replace(",", "\n").splitlines() for cell in line.split("│")]
