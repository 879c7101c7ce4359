"""Reviews and ratings filled in from a text: what follows from a choice is there, too, and what stands stays."""

from collections.abc import Iterator
from typing import Any

import pytest

from commands.blocks import Json
from commands.handoff import rated
from commands.ids import BlockId
from commands.lead_quality import filling as rating_filling
from commands.lead_quality.forming import Forms
from commands.openers import Heard
from commands.prefilling import Proposal
from commands.win_loss import filling as review_filling
from commands.win_loss.form import read_form
from commands.win_loss.opening import review_form
from domain.taxonomy import DealOutcome
from playground.blockkit import view_refusal
from storage.database import Database
from tests.commands.promises.desk import Desk

TEXT = "Acme: lost, they chose HubSpot because it was cheaper"


@pytest.fixture
def desk(sqlite_url: str) -> Iterator[Desk]:
    """A workspace."""
    database = Database.open(sqlite_url)
    yield Desk(database)
    database.close()


def as_shown(form: Json, **chosen: str) -> Json:
    """A form as Slack gives it back, untouched but for what was ``chosen``."""
    values: Json = {}
    for row in form["blocks"]:
        element = row.get("element")
        if element is not None:
            option = element.get("initial_option")
            if row["block_id"] in chosen:
                option = {"text": {"text": "x"}, "value": chosen[row["block_id"]]}
            held = {"value": element.get("initial_value"), "selected_option": option}
            values[row["block_id"]] = {element["action_id"]: {"type": element["type"], **held}}
    return {**form, "id": "V1", "state": {"values": values}}


def said(**fields: str) -> dict[str, Proposal]:
    return {name: Proposal(value, value) for name, value in fields.items()}


def elements(form: Json) -> dict[str, Any]:
    return {row["block_id"]: row["element"] for row in form["blocks"] if "element" in row}


def test_a_review_gets_its_end_and_the_reason_that_goes_with_it(desk: Desk) -> None:
    opened = review_form(desk.services, desk.owner, Heard("Acme and their deal"))
    filler = review_filling.filler(desk.services)
    proposals = said(
        outcome="lost_competitor", win_reason="value", loss_reason="price", competitor="HubSpot", lesson="be early"
    )
    form, filled = filler.fill(desk.owner, as_shown(opened), proposals)
    assert view_refusal(form) is None
    assert set(filled) == {BlockId.OUTCOME, BlockId.LOSS_REASON, BlockId.COMPETITOR, BlockId.LESSON}
    stands = read_form(as_shown(form)).fields
    assert (stands.outcome, stands.primary) == (DealOutcome.LOST_COMPETITOR, "price")
    assert (stands.competitor, stands.lesson, stands.buyer_words) == ("HubSpot", "be early", "Acme and their deal")
    before = elements(opened)
    assert all(
        elements(form)[block.value]["action_id"] != before.get(block.value, {}).get("action_id") for block in filled
    )

    again, nothing = filler.fill(desk.owner, as_shown(form), said(outcome="won", win_reason="value", lesson="be late"))
    assert nothing == {}
    assert read_form(as_shown(again)).fields == stands
    _form, filled = filler.fill(desk.owner, as_shown(opened), said(outcome="open", loss_reason="price"))
    assert filled == {}  # no end, and no reason without one


@pytest.mark.parametrize(("end", "reason"), [("unknown", "price"), ("lost_no_decision", "competitor")])
def test_a_reason_that_its_end_does_not_have_is_not_filled_in(desk: Desk, end: str, reason: str) -> None:
    """Nothing is said to be filled in, or kept as a label, that nobody sees in the form."""
    opened = review_form(desk.services, desk.owner, Heard("Acme and their deal"))
    chosen = as_shown(opened, outcome=end)
    form, filled = review_filling.filler(desk.services).fill(
        desk.owner, chosen, said(loss_reason=reason, competitor="HubSpot", lesson="be early")
    )
    assert view_refusal(form) is None
    assert set(filled) == {BlockId.COMPETITOR, BlockId.LESSON}
    stands = read_form(as_shown(form)).fields
    assert (stands.outcome, stands.primary, stands.lesson) == (DealOutcome(end), None, "be early")


def test_a_rating_gets_its_grades_and_a_reason_that_its_lead_can_have(desk: Desk) -> None:
    forms = Forms(desk.services, rated.door())
    opened = forms.heard(desk.owner, Heard("Acme, who knows"))
    filler = rating_filling.filler(desk.services, rated.door())
    form, filled = filler.fill(
        desk.owner, as_shown(opened, intent="good"), said(fit="poor", intent="poor", reason="spam")
    )
    assert view_refusal(form) is None
    assert set(filled) == {BlockId.FIT, BlockId.REASON}
    shown = elements(form)
    assert shown["fit"]["initial_option"]["value"] == "poor"
    assert shown["intent"]["initial_option"]["value"] == "good"
    assert shown["reason"]["initial_option"]["value"] == "spam"
    assert shown["fit"]["action_id"].startswith("rating_grade:")


def test_who_only_sorts_sentences_is_asked_for_a_reason_where_the_form_asks_for_one(desk: Desk) -> None:
    """In any note such a mind finds a reason to send a lead back."""
    opened = Forms(desk.services, rated.door()).heard(desk.owner, Heard("they want a demo next week"))
    fill = rating_filling.filler(desk.services, rated.door()).fill
    judged = {"reason": Proposal("not_ready", "next week", 0.4)}
    assert fill(desk.owner, as_shown(opened), judged)[1] == {}
    assert set(fill(desk.owner, as_shown(opened, intent="poor"), judged)[1]) == {BlockId.REASON}
    assert set(fill(desk.owner, as_shown(opened), said(reason="not_ready"))[1]) == {BlockId.REASON}  # it read why
