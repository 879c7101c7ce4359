"""What `/lazo` understands, and what it answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt import App
from slack_sdk import WebClient

from commands.i18n import LOCALES, Texts
from commands.lazo import listeners, parse, views
from commands.specs import COMMANDS, HOUSE
from playground.blockkit import message_refusal


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", parse.ShowHelp()),
        ("AYUDA", parse.ShowHelp()),
        ("ajustes", parse.PassOn("settings", "")),
        ("configuración", parse.PassOn("settings", "")),
        ("objeción Acme: es caro", parse.PassOn("objection", "Acme: es caro")),
        ("/resumen ahora", parse.PassOn("digest", "ahora")),
        ("account  Acme  Inc", parse.PassOn("account", "Acme  Inc")),
        ("digset now", parse.UnclearWord("digset now", "digest", "now")),
        ("fuera hasta el viernes", parse.PassOn("out", "hasta el viernes")),
        ("yo", parse.PassOn("me", "")),
        ("xyzzy", parse.UnclearWord("xyzzy", None, "")),
    ],
)
def test_what_is_typed(typed: str, expected: parse.CommandIntent) -> None:
    assert parse.parse_command(typed) == expected


def test_every_command_is_known_by_both_names() -> None:
    for spec in COMMANDS:
        if spec != HOUSE:
            assert parse.WORDS.meaning(spec.name) == spec.name
            assert parse.WORDS.meaning(spec.es) == spec.name


@given(st.text(max_size=4000))
def test_whatever_is_typed_comes_back_or_goes_on(typed: str) -> None:
    intent = parse.parse_command(typed)
    if isinstance(intent, parse.UnclearWord):
        assert intent.typed.strip() == intent.typed
        assert message_refusal(views.unclear_message(Texts().into("en"), intent)["blocks"]) is None


@pytest.mark.parametrize("locale", LOCALES)
def test_help_fits_and_names_every_command(locale: str) -> None:
    say = Texts().into(locale)
    for is_admin in (False, True):
        made = views.help_message(say, is_admin=is_admin)
        assert message_refusal(made["blocks"]) is None
        for spec in COMMANDS:
            if spec != HOUSE:
                assert f"/lazo {spec.name if locale == 'en' else spec.es}" in str(made["blocks"])


def test_a_word_without_a_listener_is_a_defect_of_the_wiring() -> None:
    app = App(client=WebClient(token="xoxb-1"), signing_secret="s", token_verification_enabled=False)
    with pytest.raises(ValueError, match="account, ask, back, digest"):
        listeners.register(app, None, {})  # type: ignore[arg-type] # it is refused before it is looked at
