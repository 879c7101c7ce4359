"""A theme suggested by the local mind, through the whole pipe: after the receipt, for a person to confirm."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from playground.local_slack import LocalSlack
from playground.model import Message
from storage.tables import Objection
from tests.flow.acts import answer, only, rows, says, words
from tests.flow.conftest import RunningBot, running_bot

#: No word of it is in the rules' lists.
SAID = "no pasan el cuestionario de homologacion de proveedores"


@pytest.fixture
def bot(
    slack: LocalSlack, database_url: str, clock_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RunningBot]:
    """The bot with the local mind."""
    monkeypatch.setenv("LAZO_MIND", "local")
    with running_bot(slack, database_url, clock_file) as running:
        yield running


def test_what_no_rule_reads_gets_a_suggestion_that_counts_once_confirmed(slack: LocalSlack, bot: RunningBot) -> None:
    seen = answer(slack, "ana", "sales", f"Acme: {SAID}")
    assert says(seen, "es", "objection-saved")
    assert only(bot).theme is None

    told = slack.wait_for(lambda: _suggested(slack, "ana"), what="the suggestion")
    assert isinstance(told, Message)
    assert says(words(told), "es", "objection-suggested-note")
    assert SAID in words(told)
    assert (only(bot).theme, only(bot).theme_confirmed) == (None, False)  # nothing is stored of a suggestion

    slack.press("ana", "objection_suggested", message=told)
    slack.wait_for(lambda: only(bot).theme, what="the theme")
    assert (only(bot).theme, only(bot).theme_confirmed) == ("security_legal", True)

    answer(slack, "ana", "sales", "Acme: es carísimo")  # the rules read this one: nothing is suggested
    assert [each.theme for each in rows(bot, Objection)] == ["security_legal", "price"]


def _suggested(slack: LocalSlack, person: str) -> Message | None:
    shown = (message for message in slack.ephemerals(person, "sales") if "objection_suggested" in str(message))
    return next(shown, None)
