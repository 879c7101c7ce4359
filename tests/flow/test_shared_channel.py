"""In a channel that other organisations read every command is answered by one DM, and nothing shows there."""

import pytest

from playground.local_slack import LocalSlack
from tests.flow.acts import deliver, heard, says, words
from tests.flow.conftest import RunningBot

PLACE = "acme-shared"


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("/digest", ""),
        ("/digest", "now"),
        ("/account", ""),
        ("/lazo", ""),
        ("/lazo", "settings"),
        ("/lazo", "nonsense"),
    ],
)
def test_a_command_that_comes_twice_is_answered_by_one_dm(
    slack: LocalSlack, bot: RunningBot, command: str, text: str
) -> None:
    done = slack.command("ana", PLACE, command, text)
    assert done.ok
    assert done.response is None
    deliver(slack, "slash_commands", done.payload)  # and once more, as after a lost ack
    heard(slack, bot, "ana")
    assert slack.messages(PLACE) == slack.ephemerals("ana", PLACE) == []


def test_a_form_that_did_not_open_is_told_by_dm_too(slack: LocalSlack, bot: RunningBot) -> None:
    slack.faults.add("views.open", code="expired_trigger_id")
    slack.command("ana", PLACE, "/digest", "schedule")
    (told,) = heard(slack, bot, "ana")
    assert says(words(told), "es", "digest-form-lost")
    assert slack.messages(PLACE) == slack.ephemerals("ana", PLACE) == []
