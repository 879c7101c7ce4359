"""A theme suggested by the local mind, through the whole pipe: after the receipt, for a person to confirm."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from playground.local_slack import LocalSlack
from playground.model import Message, View
from storage.tables import MindLabel, Objection
from tests.flow.acts import answer, deliver, form, only, rows, says, words
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
    first = slack.command("ana", "sales", "/objection", f"Acme: {SAID}")
    assert says(words(first.response), "es", "objection-saved")
    deliver(slack, "slash_commands", first.payload)  # as after a lost ack: nobody is asked again
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

    assert _suggested(slack, "ana") is None  # there was one, and it was answered

    # In the form the code comes with the sentence that says so, and nothing else: this mind reads no names.
    slack.command("ana", "sales", "/objection")
    opened = form(slack, "ana")
    slack.press("ana", "prefill", view=opened, state={"quote": f"Hablé con Acme. Allí {SAID}. Un saludo"})
    above = slack.wait_for(lambda: _told_above(slack, opened), what="what was filled in")
    assert isinstance(above, View)
    assert f"Allí {SAID}" in words(above)
    assert "%" in words(above)
    filled = slack.wait_for(lambda: _with_theme(slack, opened), what="the form with it")
    assert isinstance(filled, View)
    slack.close_view(above, "ana")
    slack.submit(filled, "ana")
    stored = max(rows(bot, Objection), key=lambda each: each.id)
    assert (stored.theme, stored.theme_confirmed, stored.account_hint) == ("security_legal", True, None)
    label = slack.wait_for(lambda: [each for each in rows(bot, MindLabel) if each.confirmed_at], what="the label")
    assert isinstance(label, list)
    assert [(each.field, each.quote, each.confirmed) for each in label] == [("theme", f"Allí {SAID}", "security_legal")]

    # A form that was saved without a theme gets a suggestion as a line does, below the command that opened it.
    slack.command("tom", "sales", "/objection")
    slack.submit(form(slack, "tom"), "tom", {"quote": "they have nobody who could set it up"})
    told = slack.wait_for(lambda: _suggested(slack, "tom"), what="the suggestion")
    assert isinstance(told, Message)
    assert "they have nobody who could set it up" in words(told)


def _told_above(slack: LocalSlack, opened: View) -> View | None:
    top = slack.views("ana")[-1]
    return top if top.id != opened.id and says(words(top), "es", "prefill-look-over") else None


def _with_theme(slack: LocalSlack, opened: View) -> View | None:
    now = next(view for view in slack.views("ana") if view.id == opened.id)
    fields = {row["block_id"]: row for row in now.blocks if "element" in row}
    return now if "initial_option" in fields["theme"]["element"] else None


def _suggested(slack: LocalSlack, person: str) -> Message | None:
    shown = (message for message in slack.ephemerals(person, "sales") if "objection_suggested" in str(message))
    return next(shown, None)
