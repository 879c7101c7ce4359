"""From a payload to what the person wants, or to a question that keeps what they typed."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.ids import BlockId
from commands.objection.parse import (
    FormProblems,
    ObjectionFields,
    OpenForm,
    Origin,
    RecordObjection,
    ReviseObjection,
    SearchObjections,
    ShowHelp,
    ShowMine,
    ShowTop,
    UnclearWord,
    parse_command,
    parse_form,
    parse_theme_choice,
)
from domain.taxonomy import Ask, Theme, Worked
from domain.text import clean


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("", OpenForm()),
        (" \x00 \n", OpenForm()),
        ("Acme:", OpenForm("Acme")),
        ("Grupo Sol :", OpenForm("Grupo Sol")),
        (":", OpenForm()),
        ("new", OpenForm()),
        ("nueva", OpenForm()),
        ("help", ShowHelp()),
        ("AYUDA", ShowHelp()),
        ("mine", ShowMine()),
        ("mías", ShowMine()),
        ("top", ShowTop()),
        ("search", SearchObjections("")),
        ("buscar precio alto", SearchObjections("precio alto")),
        ("Search  price", SearchObjections("price")),
        ("topp", UnclearWord("topp", "top")),
        ("minee", UnclearWord("minee", "mine")),
        ("Acme", UnclearWord("Acme", None)),
        ("serach price list", UnclearWord("serach price list", "search")),
        ("buscra precio", UnclearWord("buscra precio", "busca")),
    ],
)
def test_words_are_understood_in_both_languages(typed: str, intent: object) -> None:
    assert parse_command(typed, "C1") == intent


@pytest.mark.parametrize(
    "typed",
    [
        "top management decides there",  # a sub-word with more behind it is a sentence
        "new system is too complex",
        "mine is cheaper they say",
        "expensive",
        "research costs money",
        "each seat is too expensive",
        "search-engine: no budget",
        "Acme: help",
        "x" * 81,
    ],
)
def test_a_sentence_is_an_objection(typed: str) -> None:
    intent = parse_command(typed, "C1")
    assert isinstance(intent, RecordObjection)
    assert intent.fields.quote in typed
    assert intent.origin == Origin("C1")
    assert not intent.chosen


def test_what_is_too_long_for_a_button_is_no_mistyped_search() -> None:
    """The button *save anyway* carries 2,000 characters at most: a longer text is stored at once, whole."""
    pasted = "serach " + "x" * 2500
    intent = parse_command(pasted, None)
    assert isinstance(intent, RecordObjection)
    assert intent.fields.quote == pasted


@given(st.text())
def test_whatever_is_typed_means_something_and_keeps_the_words(typed: str) -> None:
    intent = parse_command(typed, None)
    if isinstance(intent, RecordObjection):
        assert intent.fields.quote in clean(typed).value
    elif isinstance(intent, UnclearWord):
        assert intent.typed in clean(typed).value


def state(**values: object) -> dict[str, Any]:
    """A submitted view's values: text as text, options as ``{"option": code}``."""
    return {
        block: {
            "value": {"selected_option": {"value": value["option"]}} if isinstance(value, dict) else {"value": value}
        }
        for block, value in values.items()
    }


def view(opened: dict[str, object] | None = None, **values: object) -> dict[str, Any]:
    return {"state": {"values": state(**values)}, "private_metadata": json.dumps(opened or {})}


def test_a_whole_form_is_read() -> None:
    intent = parse_form(
        view(
            {"channel": "C1"},
            quote="too\x00 dear",
            account=" Acme ",
            theme={"option": "price"},
            ask={"option": "proof"},
            worked={"option": "yes"},
            note=None,
        )
    )
    fields = ObjectionFields("too dear", "Acme", Theme.PRICE, None, Ask.PROOF, None, Worked.YES)
    assert intent == RecordObjection(fields, chosen=True, removed=1, origin=Origin("C1"))


def test_an_edit_knows_what_it_edits_and_may_leave_a_long_quote() -> None:
    opened: dict[str, object] = {"id": 7, "version": 3, "response_url": "https://x", "keeps_quote": True}
    assert parse_form(view(opened)) == ReviseObjection(7, 3, ObjectionFields(""), "https://x")


def test_what_is_missing_is_said_below_its_field() -> None:
    assert parse_form(view(quote=" ", theme={"option": "other"}, note="\ud800")) == FormProblems(
        {BlockId.QUOTE: "objection-error-no-quote", BlockId.NOTE: "objection-error-other-needs-note"}
    )


@pytest.mark.parametrize(
    ("block", "value"), [("objection_theme:7:3", "timing"), ("x1Y", "7:timing")], ids=["receipt", "receipt of before"]
)
def test_a_theme_chosen_on_a_receipt_names_its_objection(block: str, value: str) -> None:
    assert parse_theme_choice({"block_id": block, "selected_option": {"value": value}}) == (7, Theme.TIMING)
