"""A proposal enters an empty field if the words that it came from are in the text, and no other."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from commands.blocks import Json
from commands.context import Actor, Services
from commands.i18n import Texts
from commands.ids import BlockId
from commands.objection import filling
from commands.objection.filling import ObjectionProposal
from commands.objection.form_views import form_modal
from commands.objection.parse import parse_form
from commands.prefilling import Proposal, channel_of, kept_text_of, proposals_in, thread_of
from domain.taxonomy import Theme
from playground.blockkit import view_refusal
from storage.ids import WorkspaceId

TEXT = "Acme: dicen que HubSpot es más barato; les dije que el coste total es menor. Ver www.x.example"
ACTOR = Actor(WorkspaceId(1), 1, "U1", "en", "Europe/Madrid")
NOW = datetime(2026, 6, 3, tzinfo=UTC)


def services() -> Services:
    """Enough to show a form."""
    nowhere: Any = None
    return Services(nowhere, Texts(), lambda: NOW, lambda: NOW, lambda _workspace, _user: None)


def proposal(**fields: Any) -> ObjectionProposal:  # noqa: ANN401 - value and words of a field
    nothing = dict.fromkeys(ObjectionProposal.model_fields)
    said = {name: {"value": value, "words": words} for name, (value, words) in fields.items()}
    return ObjectionProposal.model_validate({**nothing, **said})


def view(**state: str) -> Json:
    """The empty form as Slack gives it back, with some fields filled in by the person."""
    form = form_modal(services().say(ACTOR))
    values: Json = {}
    for row in form["blocks"]:
        element, typed = row["element"], state.get(row["block_id"])
        chosen = element.get("initial_option") if typed is None else {"text": {"text": typed}, "value": typed}
        held = {"value": typed} if element["type"] == "plain_text_input" else {"selected_option": chosen}
        values[row["block_id"]] = {element["action_id"]: {"type": element["type"], **held}}
    return {**form, "id": "V1", "state": {"values": values}}


def test_words_that_are_not_in_the_text_prove_nothing() -> None:
    answer = proposal(
        theme=("price", "Más Barato"),
        account=("acme", "acme"),
        competitor=("Salesforce", "HubSpot"),
        argument=("el coste total\n es menor", "el coste total es menor"),
        stage=("demo", "we showed it to them"),
        worked=("yes", ""),
        belief_source=("said", "dicen " * 200),
    )
    assert proposals_in(answer, TEXT) == {
        "theme": Proposal("price", "más barato"),
        "account": Proposal("Acme", "Acme"),
        "argument": Proposal("el coste total es menor", "el coste total es menor"),
    }
    assert proposals_in(proposal(theme=("other", "barato"), argument=("www.x.example", "www.x.example")), TEXT) == {}


def test_what_somebody_typed_stays() -> None:
    before = view(account="Globex", argument="mine", note="n")
    proposals = {
        "account": Proposal("Acme", "Acme"),
        "argument": Proposal("el coste total", "el coste total"),
        "theme": Proposal("price", "más barato"),
        "ask": Proposal("proof", "dicen"),
        "competitor": Proposal("HubSpot", "HubSpot"),
    }
    form, filled = filling.filler(services()).fill(ACTOR, before, proposals)
    assert set(filled) == {BlockId.THEME, BlockId.ASK, BlockId.COMPETITOR}
    assert view_refusal(form) is None
    rows = {row["block_id"]: row for row in form["blocks"]}
    assert rows["account"] == next(row for row in before["blocks"] if row["block_id"] == "account")
    assert rows["theme"]["element"]["action_id"] != "value"  # Slack keeps what stands in a field of the same name
    assert "más barato" in rows["theme"]["hint"]["text"]

    again, _filled = filling.filler(services()).fill(ACTOR, {**before, **form}, {"theme": Proposal("need", "dicen")})
    names = {row["block_id"]: row["element"]["action_id"] for row in again["blocks"]}
    assert names["theme"] not in {"value", rows["theme"]["element"]["action_id"]}

    submitted = {**form, "state": {"values": dict(before["state"]["values"])}}
    submitted["state"]["values"] |= {
        "quote": {"value": {"value": "q"}},
        "theme": {rows["theme"]["element"]["action_id"]: {"selected_option": {"value": "price"}}},
    }
    parsed = parse_form(submitted)
    assert getattr(parsed, "fields").theme == Theme.PRICE  # noqa: B009 - whichever of the outcomes it is


@pytest.mark.parametrize(
    ("kept", "channel", "text"),
    [
        ("", None, None),
        ('{"channel": "C1", "kept_text": 7}', "C1", 7),
        ('{"origin": {"channel": "C2"}}', "C2", None),
        ('{"evidence": {"channel": "C3"}, "kept_text": 8}', "C3", 8),
        ("[]", None, None),
    ],
)
def test_a_form_remembers_where_it_came_from(kept: str, channel: str | None, text: int | None) -> None:
    assert channel_of({"private_metadata": kept}) == channel
    assert kept_text_of({"private_metadata": kept}) == text


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("https://t.slack.com/archives/C1/p1717401600000100", ("C1", "1717401600.000100")),
        (
            "https://t.slack.com/archives/C1/p1717401600000100?thread_ts=1717401500.000200&cid=C1",
            ("C1", "1717401500.000200"),
        ),
        (
            "https://t.slack.com/archives/C1/p1717401600000100?cid=C1&thread_ts=1717401500.000200",
            ("C1", "1717401500.000200"),
        ),
        ("https://t.slack.com/archives/C1", None),
        ("", None),
    ],
)
def test_the_thread_behind_a_form_is_known_by_its_link(link: str, place: tuple[str, str] | None) -> None:
    kept = json.dumps({"evidence": {"channel": "C1", "link": link}})
    assert thread_of({"private_metadata": kept}) == place
