"""*Log to Lazo* on a message, in a thread too: what was written fills the form, the message stays the evidence."""

from playground.local_slack import LocalSlack
from tests.flow.acts import WEDNESDAY, form, heard, known_account, move_to, only, says, words
from tests.flow.conftest import RunningBot


def test_a_reply_in_a_thread_becomes_an_objection_with_its_origin(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, "Acme", marketing="marta")
    move_to(slack, bot, WEDNESDAY, "10:00")
    tom = slack.person("tom").id
    root = slack.post_as("ana", "sales", "How did the call go?")
    line = "Acme: @tom heard that HubSpot is cheaper & faster, I need an argument"
    reply = slack.post_as("tom", "sales", line, root.ts)

    slack.shortcut("ana", "log_message", conversation="sales", ts=reply.ts)
    opened = form(slack, "ana")
    assert line in words(opened)
    slack.submit(opened, "ana")

    stored = only(bot)
    assert stored.quote == line  # as it reads, and nothing of it cut off
    assert (stored.theme, stored.competitor, stored.ask) == ("price", "HubSpot", "argument")
    assert stored.source_author == tom
    assert stored.source_link is not None
    assert reply.ts.replace(".", "") in stored.source_link
    (told,) = heard(slack, bot, "marta")
    seen = words(told)
    assert stored.source_link.replace("&", "&amp;") in seen
    assert says(seen, "es", "objection-origin", author=f"<@{tom}>")


def test_the_shortcut_from_anywhere_opens_an_empty_form(slack: LocalSlack, bot: RunningBot) -> None:
    slack.shortcut("tom", "log_objection")
    assert says(words(form(slack, "tom")), "en", "objection-form-quote")


def test_a_message_whose_address_slack_does_not_tell_is_logged_all_the_same(slack: LocalSlack, bot: RunningBot) -> None:
    message = slack.post_as("tom", "sales", "Acme: they say HubSpot is cheaper")
    slack.faults.add("chat.getPermalink", code="channel_not_found")
    slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
    slack.submit(form(slack, "ana"), "ana")
    assert (only(bot).source_link, only(bot).source_author) == (None, slack.person("tom").id)
