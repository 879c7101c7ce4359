"""What is typed after `/handoff`, in both languages, and what its form says."""

import json
from typing import Any

import pytest

from commands.handoff import parse
from commands.handoff.parse import AskAbout, HandOver, OpenForm, ShowHelp, ShowList, TransferAll, UnclearWord
from commands.ids import BlockId
from domain.taxonomy import LeadType


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("mine", ShowList("mine")),
        ("mios", ShowList("mine")),
        ("míos", ShowList("mine")),
        ("equipo", ShowList("team")),
        ("late", ShowList("late")),
        ("tarde", ShowList("late")),
        ("status Acme", AskAbout("status", "Acme")),
        ("estado Talleres Ibarra", AskAbout("status", "Talleres Ibarra")),
        ("why Acme?", AskAbout("why", "Acme")),
        ("por qué Acme", AskAbout("why", "Acme")),
        ("¿por qué Acme?", AskAbout("why", "Acme")),
        ("ruta Acme", AskAbout("route", "Acme")),
        ("transfer @tom", TransferAll("tom")),
        ("pasar <@U0AAAAAA|tom>", TransferAll("U0AAAAAA", is_id=True)),
        ("transfer", TransferAll(None)),
        ("ayuda", ShowHelp()),
        ("", OpenForm()),
        ("nuevo", OpenForm()),
        ("mien", UnclearWord("mien", "mine")),
        ("statu Acme", UnclearWord("statu Acme", "status")),
    ],
)
def test_sub_words_are_understood_in_both_languages(text: str, intent: parse.CommandIntent) -> None:
    assert parse.parse_command(text) == intent


@pytest.mark.parametrize(
    "text",
    ["Acme, Laura: wants a demo", "Late Night Radio, Laura: wants a demo", "Status Labs: pidió precios @tom"],
)
def test_a_line_is_handed_over(text: str) -> None:
    assert isinstance(parse.parse_command(text), HandOver)


def test_a_bare_company_opens_the_form_with_it() -> None:
    intent = parse.parse_command("Globex")
    assert isinstance(intent, OpenForm)
    assert intent.line.company == "Globex"


def test_a_person_without_a_company_opens_the_form_with_all_of_it() -> None:
    intent = parse.parse_command("Laura Pérez laura@gmail.com: saw the webinar")
    assert isinstance(intent, OpenForm)
    assert (intent.line.contact, intent.line.why) == ("Laura Pérez", "saw the webinar")


def test_characters_that_cannot_be_kept_are_counted() -> None:
    intent = parse.parse_command("Acme\x00, Laura: wants\x00 a demo")
    assert isinstance(intent, HandOver)
    assert intent.removed == 2


def view(opened: dict[str, Any] | None = None, **values: str) -> dict[str, Any]:
    state = {block: {"value": {"value": value}} for block, value in values.items()}
    return {"state": {"values": state}, "private_metadata": json.dumps(opened or {})}


def test_the_form_says_which_fields_cannot_be() -> None:
    found = parse.parse_form(view(email="laura at acme", crm_link="crm"))
    assert isinstance(found, parse.FormProblems)
    assert set(found.errors) == {BlockId.COMPANY, BlockId.EMAIL, BlockId.CRM_LINK}


def test_the_form_is_read() -> None:
    found = parse.parse_form(
        view({"channel": "C1", "link": "https://x"}, company=" Acme  Ltd ", lead_type="event", source="Paid Search")
    )
    assert isinstance(found, parse.SubmittedOffer)
    assert (found.fields.company, found.fields.lead_type) == ("Acme Ltd", LeadType.EVENT)
    assert found.fields.source == "paid_search"
    assert (found.opened.channel, found.opened.link) == ("C1", "https://x")


def test_what_the_form_remembers_comes_back() -> None:
    opened = parse.Opened("C1", "https://x", 7, 3, "https://hooks")
    assert parse.parse_opened({"private_metadata": opened.packed()}) == opened


@pytest.mark.parametrize("name", ["Tom.Baker", "tom baker", "TOM-BAKER"])
def test_spellings_of_a_name_meet(name: str) -> None:
    assert parse.folded_name(name) == "tom baker"
