"""Whatever people type, in every language: Slack takes every view of ratings, and nobody is called by it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from commands.blocks import Json
from commands.i18n import LOCALES, Say, Texts
from commands.lead_quality import form_views, notice_views, parse, views
from commands.lead_quality.answers import Quality, Rated, RatedByMe, Receipt
from commands.named import Named
from commands.openers import Evidence
from commands.returning import Held, Outcome
from domain.handoff import HandoffState
from domain.lead_quality import QualityLine, Spread
from domain.taxonomy import Grade, ReturnReason
from playground.blockkit import message_refusal, view_refusal
from storage.lead_ratings import FoundRating
from storage.leads import FoundLead
from storage.tables import Lead, LeadRating

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
ID, MADRID = 2**62, "Europe/Madrid"
LONG = "<!channel> <@U0AAAAAAAAA> & 🙂 *b* _i_ `c` " * 120
SAYS = [Texts().into(locale) for locale in LOCALES]
GOOD, _PARTIAL, POOR = Grade


def held(state: HandoffState = HandoffState.ATTEMPTED, *, decides: bool = True) -> Held:
    return Held(
        handoff_id=ID,
        state=state,
        was_tried=True,
        owner="U0AAAAAAAAA",
        marketer_id=ID,
        marketer="U0BBBBBBBBB",
        decides=decides,
        recycle_at=NOW,
        is_to_be_told=False,
    )


def found(text: str) -> FoundRating:
    return FoundRating(
        id=ID,
        version=2**31,
        lead_id=ID,
        company=text,
        contact=text,
        email=text,
        fit=Grade.PARTIAL,
        intent=POOR,
        reason=ReturnReason.NO_CONSENT,
        note=text,
        action="recycle",
        rated_by_id=ID,
        rated_by="U0AAAAAAAAA",
        updated_at=NOW,
    )


def receipt(text: str, **changes: Any) -> Receipt:  # noqa: ANN401 - any part of a receipt
    rating = LeadRating(
        workspace_id=1,
        id=ID,
        lead_id=ID,
        rated_by_id=ID,
        rated_at=NOW,
        fit="partial",
        intent="poor",
        reason="no_consent",
        note=text,
        updated_at=NOW,
        withdrawn_at=changes.pop("withdrawn_at", None),
        action=changes.pop("action", None),
    )
    lead = Lead(
        workspace_id=1,
        id=ID,
        external_id="x",
        company=text,
        name=text,
        mql_at=NOW,
        created_at=NOW,
        updated_at=NOW,
    )
    standing = {"held": held(), "told": ("U0BBBBBBBBB", NOW), "removed": 3, **changes}
    return Receipt(rating, lead, **standing)


def receipts(text: str) -> Iterator[Receipt]:
    for outcome in (None, *Outcome):
        yield receipt(text, outcome=outcome, edited=True)
        yield receipt(text, outcome=outcome, held=None, repeated=True)
    yield receipt(text, withdrawn_at=NOW)
    yield receipt(text, withdrawn_at=NOW, action="recycle")


def lines(text: str) -> tuple[QualityLine, ...]:
    spread = Spread(10**8, 10**8, 10**8)
    return tuple(
        QualityLine(f"{text[:300]}{place}", spread, spread, tuple((reason, 10**8) for reason in ReturnReason))
        for place in range(200)
    )


def messages(say: Say, text: str) -> Iterator[Json]:
    for each in receipts(text):
        yield views.receipt_message(say, MADRID, each)
    for answer in (
        Quality("sources", lines(text)),
        Quality("campaigns", lines(text)),
        Quality("sources", ()),
        Quality("campaigns", ()),
        RatedByMe((found(text),) * 10),
        RatedByMe(()),
        Rated(None, (found(text),) * 10),
        Rated(None, ()),
        Rated(text, (found(text),) * 10),
        Rated(text, ()),
    ):
        yield views.looked_up_message(say, MADRID, "/lazo calidadlead", answer)
    yield views.help_message(say, "/leadquality")
    yield views.unclear_message(say, "/leadquality", text, "sources")
    yield views.kept_message(say, say("rating-form-lost", command="/leadquality"), text)
    yield notice_views.rated_list(say, [[found(text)] * 9] * notice_views.LISTED)


def modals(say: Say, text: str) -> Iterator[Json]:
    evidence = Evidence("C0AAAAAAAAA", "https://x.slack.com/archives/C1/p1", "U0AAAAAAAAA")
    opened = parse.Opened(evidence, kept_text=ID, goes_back=True)
    editing = parse.Opened(lead_id=ID, rating_id=ID, version=2**31, response_url="https://hooks.slack.com/" + "T" * 200)
    lead, day = FoundLead(ID, text, text, text, text, NOW), date(2027, 2, 1)
    yield form_views.rating_modal(say, parse.Fields(), parse.Opened(), recycle_on=day)
    for reason in (None, *ReturnReason):
        for standing in (None, held(), held(decides=False), held(HandoffState.RECYCLED), held(HandoffState.OFFERED)):
            fields = parse.Fields(Named(text, ID), GOOD, POOR, reason, text, goes_back=True)
            yield form_views.rating_modal(say, fields, opened, lead=lead, held=standing, recycle_on=day, kept_note=text)
            yield form_views.rating_modal(say, fields, editing, lead=lead, held=standing, recycle_on=day)
    for each in receipts(text):
        yield views.receipt_modal(say, MADRID, each)


@pytest.mark.parametrize("say", SAYS, ids=LOCALES)
@pytest.mark.parametrize("text", [LONG, "  \n ", "&" * 3000])
def test_slack_takes_every_view_with_the_longest_data(say: Say, text: str) -> None:
    for body in messages(say, text):
        blocks = body.get("blocks") or []
        refused = message_refusal(blocks) if blocks else None
        assert refused is None, json.dumps(body)[:900]
        assert 0 < len(body["text"]) <= 4000
        assert "<!channel>" not in "".join(mrkdwn(body))
        for block in blocks:
            if block["type"] != "table":
                Block.parse(block).validate_json()  # type: ignore[union-attr]
    for view in modals(say, text):
        assert view_refusal(view) is None, json.dumps(view)[:900]
        assert "<!channel>" not in "".join(mrkdwn(view))
        View(**view).validate_json()


def mrkdwn(node: object) -> Iterator[str]:
    """All that Slack reads as markup: mrkdwn objects, and a message's own text."""
    if isinstance(node, dict):
        if node.get("type") == "mrkdwn" or "response_type" in node:
            yield str(node["text"])
        for value in node.values():
            yield from mrkdwn(value)
    elif isinstance(node, list):
        for each in node:
            yield from mrkdwn(each)


def test_a_rating_takes_three_inputs_and_no_reason_until_one_is_poor() -> None:
    """Lead, fit and intent; what else there is may be left empty."""
    day = date(2027, 2, 1)
    empty = form_views.rating_modal(SAYS[0], parse.Fields(), parse.Opened(), recycle_on=day)
    required = [
        block["block_id"] for block in empty["blocks"] if block["type"] == "input" and not block.get("optional")
    ]
    assert required == ["rated_lead", "fit", "intent"]
    assert "rating_reason" not in json.dumps(empty)
    poor = form_views.rating_modal(SAYS[0], parse.Fields(fit=GOOD, intent=POOR), parse.Opened(), recycle_on=day)
    assert "rating_reason" in json.dumps(poor)
    open_ = held(HandoffState.OFFERED)
    before = replace(open_, was_tried=False)
    untried = form_views.rating_modal(
        SAYS[0], parse.Fields(fit=GOOD, intent=POOR), parse.Opened(), held=before, recycle_on=day
    )
    assert '"poor_fit"' in json.dumps(untried)
    assert '"budget"' not in json.dumps(untried)
