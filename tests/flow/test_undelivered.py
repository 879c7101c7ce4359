"""A digest that cannot be delivered is told to whoever wanted it, once for as long as it lasts."""

import pytest

from bot.jobs.kept_digests import run_kept_digests
from commands.channels import obstacle_in
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from playground.model import Message
from storage.tables import OutboxMessage
from tests.flow.acts import MONDAY, TUESDAY, direct, form, met, move_to, quiet, rows, says, words
from tests.flow.conftest import RunningBot

REVIEW = "revenue-review"


def test_an_archived_channel_is_told_once_to_who_scheduled_the_digest(slack: LocalSlack, bot: RunningBot) -> None:
    schedule(slack, bot, "tom")
    slack.conversation(REVIEW).is_archived = True
    a_week_passes(slack, bot)
    (told,) = about_it(slack, "tom")
    assert says(words(told), "en", "digest-undelivered")
    assert "archived" in words(told)
    assert "digest stop" not in words(told), "nobody can type anything there"
    assert slack.conversation(REVIEW).id in words(told)
    a_week_passes(slack, bot)
    assert [message.state for message in digests(bot)] == ["dead", "dead"]
    assert len(about_it(slack, "tom")) == 1

    slack.conversation(REVIEW).is_archived = False
    a_week_passes(slack, bot)
    assert [message.state for message in digests(bot)] == ["dead", "dead", "sent"]
    slack.conversation(REVIEW).members.remove(slack.bot_user_id)
    a_week_passes(slack, bot)
    again = about_it(slack, "tom")[1]
    assert "/invite @Lazo" in words(again)
    assert len(about_it(slack, "carmen")) == 2, "an admin is told, too"
    assert not [name for name in ("ana", "joe") if about_it(slack, name)]


def test_who_posted_it_by_hand_is_told_too(slack: LocalSlack, bot: RunningBot) -> None:
    schedule(slack, bot, "tom")
    slack.faults.add(method="chat.postMessage", times=1, kind="error", code="is_archived")
    slack.command("ana", REVIEW, "/digest", "now")
    slack.wait_for(lambda: [message.state for message in digests(bot)] == ["dead"], what="the refusal")
    move_to(slack, bot, MONDAY, "10:30")
    slack.wait_for(lambda: about_it(slack, "ana"), what="the DM")
    quiet(slack, bot)
    assert {name: len(about_it(slack, name)) for name in ("tom", "ana")} == {"tom": 1, "ana": 1}


def test_what_was_kept_comes_when_the_channel_works_again_and_says_why_it_is_late(
    slack: LocalSlack, bot: RunningBot
) -> None:
    schedule(slack, bot, "tom")
    slack.conversation(REVIEW).is_archived = True
    a_week_passes(slack, bot)

    def try_again() -> int:
        return run_kept_digests(
            bot.database,
            Texts(),
            lambda channel: obstacle_in(bot.parts.client, channel),
            bot.clock.business_now(),
            bot.clock.system_now(),
        )

    assert try_again() == 0
    slack.conversation(REVIEW).is_archived = False
    assert try_again() == 1
    assert try_again() == 0
    slack.wait_for(lambda: posts(slack), what="the digest in the channel")
    (kept,) = posts(slack)
    assert says(words(kept), "en", "digest-late-kept", delay="27 hours")
    a_week_passes(slack, bot)
    assert [message.state for message in digests(bot)] == ["sent", "sent"]
    assert len(posts(slack)) == 2


def test_when_they_left_an_admin_is_told_in_their_language(slack: LocalSlack, bot: RunningBot) -> None:
    schedule(slack, bot, "tom")
    slack.change_person("tom", deleted=True)
    slack.change_person("joe", is_admin=False)  # so that Carmen is the only one
    slack.conversation(REVIEW).is_archived = True
    a_week_passes(slack, bot)
    (told,) = about_it(slack, "carmen")
    assert says(words(told), "es-MX", "digest-undelivered") or says(words(told), "es", "digest-undelivered")


def test_other_messages_that_are_given_up_are_told_to_nobody(slack: LocalSlack, bot: RunningBot) -> None:
    schedule(slack, bot, "tom")
    slack.faults.add(method="chat.postMessage", times=3, kind="error", code="invalid_arguments")
    slack.command("ana", "acme-shared", "/lazo", "ayuda")  # answered by DM
    quiet(slack, bot)
    assert {message.state for message in rows(bot, OutboxMessage)} == {"dead"}
    slack.faults.clear()
    a_week_passes(slack, bot)
    assert about_it(slack, "tom") == []


@pytest.mark.parametrize("hour", ["03:00"])
def test_nobody_is_woken_for_it(slack: LocalSlack, bot: RunningBot, hour: str) -> None:
    schedule(slack, bot, "tom", at=hour)
    slack.conversation(REVIEW).is_archived = True
    move_to(slack, bot, MONDAY, hour)
    slack.wait_for(lambda: [message.state for message in digests(bot)] == ["dead"], what="the refusal")
    quiet(slack, bot)
    assert about_it(slack, "tom") == []
    move_to(slack, bot, MONDAY, "10:30")
    slack.wait_for(lambda: about_it(slack, "tom"), what="the DM in the morning")


def schedule(slack: LocalSlack, bot: RunningBot, person: str, at: str = "09:00") -> None:
    """Mondays at that time in Madrid."""
    for name in ("ana", "carmen", "joe", person):
        met(slack, bot, name)
    slack.command(person, REVIEW, "/digest", "schedule")
    done = slack.submit(form(slack, person), person, {"zone": "Europe/Madrid", "time": at})
    assert done.ok, done.errors
    move_to(slack, bot, MONDAY, "02:00")
    quiet(slack, bot)


def a_week_passes(slack: LocalSlack, bot: RunningBot) -> None:
    """Until after noon on Tuesday, with whatever Monday brings done: no full hour, which may be a moment too early."""
    before = len(digests(bot))
    move_to(slack, bot, MONDAY, "09:00")
    slack.wait_for(
        lambda: len(digests(bot)) > before and digests(bot)[-1].state in {"dead", "sent"},
        what="the digest to be sent or given up",
    )
    move_to(slack, bot, TUESDAY, "12:20")
    quiet(slack, bot)


def digests(bot: RunningBot) -> list[OutboxMessage]:
    return [message for message in rows(bot, OutboxMessage) if message.kind == "digest"]


def posts(slack: LocalSlack) -> list[Message]:
    """The digests that stand in the channel."""
    return [message for message in slack.messages(REVIEW) if message.user == slack.bot_user_id]


def about_it(slack: LocalSlack, person: str) -> list[Message]:
    """What the bot wrote to this person about digests that did not arrive."""
    return [
        message
        for message in direct(slack, person)
        if any(says(words(message), locale, "digest-undelivered") for locale in ("en", "es", "es-MX"))
    ]
