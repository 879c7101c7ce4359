"""What follows `/winloss`: sub-words in both languages, lines about a deal, lists; and what forms remember."""

from datetime import timedelta
from typing import Any

import pytest

from commands.openers import Evidence
from commands.win_loss import form, parse
from commands.win_loss.list_words import ShowList, read_list
from domain.taxonomy import DealOutcome, Perspective
from domain.win_loss import LOST

ALL_LOST = tuple(outcome for outcome in DealOutcome if outcome in LOST)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("", parse.OpenForm()),
        ("Acme", parse.OpenForm("Acme")),
        ("Acme:", parse.OpenForm("Acme")),
        ("Logística del Sur", parse.OpenForm("Logística del Sur")),
        ("new", parse.OpenForm()),
        ("help", parse.ShowHelp()),
        ("ayuda", parse.ShowHelp()),
        ("mine", ShowList(mine=True)),
        ("mías", ShowList(mine=True)),
        ("deal Acme", parse.ShowDeal("Acme")),
        ("oportunidad  Acme platform", parse.ShowDeal("Acme platform")),
        ("deal", parse.ShowDeal("")),
        ("due", parse.AboutRequests("due", "")),
        ("pendientes", parse.AboutRequests("due", "")),
        ("close Acme won", parse.AboutRequests("close", "Acme won")),
        ("reabrir Acme", parse.AboutRequests("reopen", "Acme")),
        ("lits", parse.UnclearWord("lits", "list")),
    ],
)
def test_words_are_understood_in_both_languages(text: str, intent: parse.CommandIntent) -> None:
    assert parse.parse_command(text, "C1") == intent


@pytest.mark.parametrize(
    "text", ["New Relic: lost to HubSpot, price", "Mis Tiendas: perdida, precio", "Acme: won, trust"]
)
def test_a_line_about_a_deal_is_one_whatever_it_begins_with(text: str) -> None:
    found = parse.parse_command(text, "C1")
    assert isinstance(found, parse.UnderstoodLine)
    assert found.line.account_name == text.partition(":")[0]
    assert (found.typed, found.origin) == (text, Evidence("C1"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ShowList()),
        ("lost this quarter", ShowList(ALL_LOST, timedelta(days=91))),
        ("perdidas del último mes", ShowList(ALL_LOST, timedelta(days=30))),
        ("won mine", ShowList((DealOutcome.WON,), mine=True)),
        ("ganadas y bajas 365 días", ShowList((DealOutcome.WON, DealOutcome.CHURNED), timedelta(days=365))),
        ("hubspot 30d", ShowList(period=timedelta(days=30), words="hubspot")),
        ("9999999 days", ShowList(words="9999999 days")),
        ("0 days", ShowList(period=timedelta(days=1))),
    ],
)
def test_a_list_is_narrowed_in_any_order(text: str, wanted: ShowList) -> None:
    assert read_list(text) == wanted


def test_a_form_remembers_how_it_was_opened() -> None:
    origin = Evidence("C1", "https://lazo.slack.com/archives/C1/p1", "U1")
    for opened in (
        parse.Opened(),
        parse.Opened(origin, kept_text=7, keeps=("buyer_words",), turns=2),
        parse.Opened(review_id=9, version=3, response_url="https://hooks.slack.com/1"),
    ):
        assert parse.Opened.unpacked(opened.packed()) == opened


def test_a_form_names_each_field_that_is_wrong_and_takes_one_that_is_right() -> None:
    values: dict[str, Any] = {
        "outcome": chosen("lost_competitor"),
        "loss_reason": chosen("price"),
        "loss_contributing": {"value": {"selected_options": [{"value": "price"}, {"value": "timing"}]}},
        "swung_it": {"value": {"value": "\x00 they had SSO "}},
        "perspective": chosen("buyer"),
    }
    found = form.read_submitted({"state": {"values": values}})
    assert isinstance(found, form.FormProblems)
    assert dict(found.errors) == {
        "deal": "review-error-no-deal",
        "loss_contributing": "review-error-same-twice",
        "competitor": "review-error-no-competitor",
    }
    values |= {
        "deal": chosen("deal:77"),
        "competitor": chosen("HubSpot"),
        "loss_contributing": {"value": {"selected_options": [{"value": "timing"}]}},
    }
    record = form.read_submitted({"state": {"values": values}})
    assert isinstance(record, parse.RecordReview)
    assert record.removed == 1
    assert record.fields == parse.ReviewFields(
        outcome=DealOutcome.LOST_COMPETITOR,
        primary="price",
        contributing=("timing",),
        competitor="HubSpot",
        swung_it="they had SSO",
        perspective=Perspective.BUYER,
        deal_id=77,
    )


def test_a_message_becomes_the_buyers_words_and_names_what_it_names() -> None:
    fields = parse.parse_message("Acme: we lost to HubSpot on price, they told me this morning")
    assert (fields.account_name, fields.outcome, fields.primary) == ("Acme", DealOutcome.LOST_COMPETITOR, "price")
    assert fields.buyer_words == "Acme: we lost to HubSpot on price, they told me this morning"


def chosen(value: str) -> dict[str, Any]:
    """A menu's state with that choice."""
    return {"value": {"selected_option": {"value": value, "text": {"type": "plain_text", "text": value}}}}
