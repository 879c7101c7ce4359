"""Slack takes three seconds for every call: each request is still answered in time, and honestly."""

import pytest

from playground.local_slack import LocalSlack
from playground.outcomes import Outcome
from playground.people import person
from storage.tables import DigestRun, Objection
from tests.flow.acts import direct, form, known_account, met, only, receipt, rows, says, words
from tests.flow.conftest import RunningBot

pytestmark = pytest.mark.hurries("lazo")

#: What Slack allows, and what a busy machine may add: less than one call more would take.
LIMIT = 3.9
SLOW = 3.0


def slow(slack: LocalSlack) -> None:
    """From now on every call takes its time, answers by response_url included."""
    slack.faults.add(times=10_000, kind="delay", seconds=SLOW)


def in_time(done: Outcome) -> None:
    assert done.ok, (done.error, done.detail)
    assert done.elapsed < LIMIT


def test_a_first_line_in_a_channel_never_seen_is_stored(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "tom")
    slow(slack)
    done = slack.command("tom", "sales", "/objection", "Acme: they say it is too dear")
    in_time(done)
    assert only(bot).quote == "they say it is too dear"
    # Nobody could say whether others read that channel: so the receipt comes by DM, when Slack takes it.
    slack.faults.clear()
    slack.wait_for(lambda: direct(slack, "tom"), what="the receipt by DM")


def test_somebody_never_seen_is_told_so_with_what_they_typed(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "tom")
    newcomer = person("nadia", "Nadia Roy")
    slack.store.add_person(newcomer)  # without the event: it was lost
    place = slack.add_channel("newcomers", [newcomer.id])
    slow(slack)
    done = slack.command("nadia", place.id, "/objection", "Acme: they say it is too dear")
    in_time(done)
    assert says(words(done.response), "en", "error-unknown-person")
    assert "they say it is too dear" in words(done.response)
    assert rows(bot, Objection) == []


def test_a_form_that_does_not_open_in_time_is_said_in_the_ack(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("tom", "sales", "/objection", "mine")  # the channel is known from now on
    slow(slack)
    done = slack.command("tom", "sales", "/objection")
    in_time(done)
    assert says(words(done.response), "en", "objection-form-lost")


def test_edit_that_does_not_open_leaves_everything_as_it_is(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("tom", "sales", "/objection", "Acme: they say it is too dear")
    saved = receipt(slack, "tom")
    slow(slack)
    in_time(slack.press("tom", "objection_edit", message=saved))
    assert only(bot).version == 1
    slack.wait_for(
        lambda: says(words(receipt(slack, "tom")), "en", "objection-edit-lost"), timeout=10, what="the sentence"
    )


def test_undo_is_done_and_acknowledged_whatever_the_answer_takes(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("tom", "sales", "/objection", "Acme: they say it is too dear")
    saved = receipt(slack, "tom")
    slow(slack)
    in_time(slack.press("tom", "objection_undo", message=saved))
    assert only(bot).withdrawn_at is not None


def test_a_form_sent_on_a_slow_day_is_stored_and_answered(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot)
    slack.command("tom", "sales", "/objection")
    shown = form(slack, "tom")
    slow(slack)
    done = slack.submit(shown, "tom", {"quote": "they say it is too dear"})
    in_time(done)
    assert only(bot).quote == "they say it is too dear"
    assert says(words(done.view), "en", "objection-saved")


def test_the_digest_is_posted_though_the_channel_could_not_be_looked_at(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "tom")
    slack.command("tom", "marketing", "/objection", "mine")
    slow(slack)
    done = slack.command("tom", "marketing", "/digest", "now")
    in_time(done)
    assert len(rows(bot, DigestRun)) == 1
    slack.faults.clear()
    slack.wait_for(lambda: slack.messages("marketing"), what="the digest")


def test_a_digest_for_a_channel_never_seen_is_answered_too(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "tom")
    slow(slack)
    in_time(slack.command("tom", "marketing", "/digest", "now"))
    in_time(slack.command("tom", "marketing", "/digest", "schedule"))
    in_time(slack.command("tom", "marketing", "/account", "Acme"))


def test_each_request_has_its_own_time(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("tom", "sales", "/objection", "mine")
    slow(slack)
    for _time in range(2):
        in_time(slack.command("tom", "sales", "/objection"))
    slack.faults.clear()
    slack.command("tom", "sales", "/objection")
    assert form(slack, "tom").source["type"] == "modal"
