"""The form of the text assistant, what is read of it, and the sentences above a digest, in every language."""

from typing import Any

import pytest

from commands.digest.narrative_section import narrative_rows
from commands.i18n import LOCALES, Texts
from commands.mind.actions import Standing
from commands.mind.parse import ChooseMind, NotANumber, opened_on, parse_form
from commands.mind.views import choice_modal, receipt_modal, stale_modal, standing_message
from commands.minds import MindUnavailable, Purpose, Reason
from domain.narrative import LONGEST, Claim, Sentence
from playground.blockkit import message_refusal, view_refusal
from storage.mind_calls import Reported
from storage.mind_choices import Choice

TEXTS = Texts()
CHANNELS = tuple(f"C{number:010}" for number in range(30))
FULL = Standing(
    "openai",
    Choice(is_off=False, off_channels=CHANNELS, monthly_tokens=10**12, version=3),
    tuple(Reported(purpose.value, 1, 1, 10**9, 10**9, 10**12) for purpose in Purpose),
)


@pytest.mark.parametrize("locale", LOCALES)
def test_slack_takes_every_view_with_the_most_there_can_be(locale: str) -> None:
    say = TEXTS.into(locale)
    wanted = ChooseMind(2, is_off=True, off_channels=CHANNELS, monthly_tokens=10**12)
    for view in (
        choice_modal(say, FULL),
        choice_modal(say, Standing(None, Choice(), ())),
        stale_modal(say, FULL, wanted),
        receipt_modal(say, FULL.choice),
    ):
        assert view_refusal(view) is None
    assert message_refusal(standing_message(say, FULL, ["U1", "U2"])["blocks"]) is None
    assert say("mind-what-leaves") in str(standing_message(say, FULL, []))
    here = str(standing_message(say, Standing("local", Choice(), (), leaves=False), []))
    assert say("mind-nothing-leaves") in here
    assert say("mind-what-leaves") not in here


@pytest.mark.parametrize("locale", LOCALES)
def test_every_reason_says_that_nothing_is_lost(locale: str) -> None:
    said = {MindUnavailable(reason, "a secret detail").sentence(TEXTS.into(locale)) for reason in Reason}
    assert len(said) == len(Reason)
    assert not any("secret" in each for each in said)


@pytest.mark.parametrize(
    ("typed", "tokens"), [("", None), ("500000", 500_000), ("500.000", 500_000), ("1,000,000", 10**6), ("0", 0)]
)
def test_numbers_are_read_as_people_write_them(typed: str, tokens: int | None) -> None:
    read = parse_form(submitted(typed))
    assert read == ChooseMind(7, is_off=False, off_channels=("C1",), monthly_tokens=tokens)


@pytest.mark.parametrize("typed", ["lots", "-1", "1e9", "９９", "9" * 13, "5 millones"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert parse_form(submitted(typed)) == NotANumber()


@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_machine_wrote_is_plain_text_marked_and_cited(locale: str) -> None:
    records = tuple(f"objection:18345678901234{number:05}" for number in range(60))
    long = Sentence("*2* <!channel> " + "x" * LONGEST, Claim("objections", None, 60, records))
    rows = narrative_rows([long] * 3, "a-model " * 40, TEXTS.into(locale))
    assert message_refusal(rows) is None
    first = rows[0]["elements"][0]["elements"][0]["elements"]
    assert first[0]["type"] == "text"
    assert "…400000" in first[1]["text"]
    assert "54" in first[1]["text"]  # six are named, the others counted
    assert narrative_rows([], "a-model", TEXTS.into(locale)) == []


def submitted(tokens: str) -> dict[str, Any]:
    """A form as Slack sends it."""
    return {
        "private_metadata": opened_on(7),
        "state": {
            "values": {
                "mind_on": {"value": {"selected_options": [{"value": "yes"}]}},
                "mind_channels": {"value": {"selected_conversations": ["C1"]}},
                "mind_tokens": {"value": {"value": tokens or None}},
            }
        },
    }
