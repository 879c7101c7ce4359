"""Whatever people type, in every language: Slack takes what the ways in, kept forms, menus, merging and lists show."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from commands import blocks, daily_list
from commands.account import merging_views
from commands.account.merging import (
    FILLED,
    Merged,
    MergeRefusedError,
    Preview,
    Side,
    Suggestion,
    Suggestions,
    Undone,
    Value,
)
from commands.blocks import Json
from commands.form_shape import as_kept
from commands.home.views import home_view
from commands.i18n import LOCALES, Say, Texts
from commands.ids import ActionId, BlockId
from commands.kept import views as kept_views
from commands.lead_quality import form_views as rating_views
from commands.lead_quality import notice_views as rating_notices
from commands.lead_quality import parse as rating_parse
from commands.named import Named, options_for
from commands.objection import form_views as objection_views
from commands.objection.parse import Origin, parse_message
from commands.openers import Evidence, Heard, Kind
from commands.picking import views as picking_views
from commands.picking.parse import AskWhich, Below, DealFields
from commands.ways_in import views as ways_in_views
from commands.ways_in.parse import Reacted
from commands.win_loss import form_views as review_views
from commands.win_loss import notice_views as review_notices
from commands.win_loss.parse import Opened, ReviewFields
from domain.csv_values import Amount, Decimals
from domain.duplicates import Why
from domain.taxonomy import DealOutcome, Grade, Perspective, ReturnReason
from domain.win_loss import ENDS, reasons_for
from playground.blockkit import message_refusal, view_refusal
from storage import merges
from storage.merges import MergeRow
from storage.outbox import Outgoing
from tests.commands.lead_quality.test_views import found as rating
from tests.commands.win_loss.test_views import review

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ID, TZ = 2**62, "America/Mexico_City"
LONG = "<!channel> <@U0AAAAAAAAA> & 🙂 *b* _i_ `c` " * 120
URL = "https://lazo.slack.com/archives/C0AAAAAAAAA/p" + "1" * 200
SAYS = [Texts().into(locale) for locale in LOCALES]
EVERY = pytest.mark.parametrize("say", SAYS, ids=LOCALES)
TEXTS = pytest.mark.parametrize("text", [LONG, "  \n ", "&" * 2999, "🙂" * 1500])


def forms(say: Say, text: str) -> Iterator[tuple[Kind, Json]]:
    """The form of each kind, with as much in it as it can hold."""
    origin, evidence = Origin("C0AAAAAAAAA", URL, "U0AAAAAAAAA"), Evidence("C0AAAAAAAAA", URL, "U0AAAAAAAAA")
    chosen = Named(text, ID)
    said = parse_message(text)
    for kept_text in (None, ID):
        yield (
            Kind.OBJECTION,
            objection_views.form_modal(say, origin=origin, heard=said, deal=chosen, lead=chosen, kept_text=kept_text),
        )
    for outcome in ENDS:
        reasons = [reason.value for reason in reasons_for(DealOutcome(outcome))]
        fields = ReviewFields(
            outcome=DealOutcome(outcome),
            primary=next(iter(reasons), None),
            contributing=tuple(reasons[1:4]),
            competitor=text,
            swung_it=text,
            buyer_words=text,
            helpful_content=text,
            lesson=text,
            perspective=Perspective.BUYER,
        )
        yield Kind.WIN_LOSS, review_views.review_modal(say, TZ, fields, text, Opened(evidence, kept_text=ID))
    for reason in ReturnReason:
        rated = rating_parse.Fields(Named(text, create=True), Grade.GOOD, Grade.POOR, reason, text, goes_back=True)
        opened = rating_parse.Opened(evidence, kept_text=ID, goes_back=True)
        yield Kind.LEAD_RATING, rating_views.rating_modal(say, rated, opened, recycle_on=date(2027, 2, 1))


@EVERY
@TEXTS
def test_forms_from_a_message_and_kept_ones(say: Say, text: str) -> None:
    heard = Heard(text, Evidence("C0AAAAAAAAA", URL, "U0AAAAAAAAA"), ID)
    for kind, form in forms(say, text):
        shown = ways_in_views.with_kinds(say, form, kind, Kind, heard)
        assert shown["blocks"][0]["elements"][0]["action_id"] == ActionId.LOG_KIND.value
        taken(shown)
        values = {
            each["block_id"]: {each["element"]["action_id"]: {"type": each["element"]["type"], "value": text[:3000]}}
            for each in shown["blocks"]
            if each["type"] == "input" and each["element"]["type"] == "plain_text_input"
        }
        kept = as_kept({**shown, "state": {"values": values}})
        taken(kept_views.refilled(kept, "V0123ABCDEF"))
        for failed in (True, False):
            said(kept_views.offer_message(say, ID, {**kept, "began": {}}, failed=failed))
    said(ways_in_views.offer_message(say, Reacted("C0AAAAAAAAA", "1700000000.000100", "x" * 100, "U1", "U0AAAAAAAAA")))


@EVERY
@TEXTS
def test_menus_and_the_form_of_a_deal(say: Say, text: str) -> None:
    found = [Named(text, ID + place) for place in range(20)]
    for typed in (text, "x" * 5000):
        offered = options_for(say, found, typed, create=True)["options"]
        assert 20 <= len(offered) <= 100
        assert all(0 < len(each["text"]["text"]) <= 75 and 0 < len(each["value"]) <= 150 for each in offered)
    fields = DealFields(text[:140], Named(text, ID), "9" * 38, "EUR")
    readings = tuple((mark, Amount(2**60, "EUR")) for mark in Decimals)
    for asked in (None, AskWhich(fields, readings)):
        taken(picking_views.deal_modal(say, fields, Below("V" * 20), asked=asked))
    form = next(each for kind, each in forms(say, text) if kind is Kind.OBJECTION)
    filled = picking_views.with_deal(say, form, Named(text, ID), Named(text, ID), chosen_anew=True)
    assert filled is not None
    assert {BlockId.ACCOUNT.value, BlockId.DEAL.value} <= {each.get("block_id") for each in filled["blocks"]}
    taken(filled)


@EVERY
@TEXTS
def test_merging(say: Say, text: str) -> None:
    pairs = tuple(Suggestion(ID + place, text, ID - place, text, why) for why in Why for place in range(3))[:10]
    for found in (Suggestions(pairs, is_all=False), Suggestions((), is_all=False), Suggestions(())):
        said(merging_views.suggestions_message(say, found, "/lazo cuenta"))
    moving = {each.name: 2**40 for each in merges.references()}
    columns = [column for group in FILLED for column in group]
    values = tuple(Value(each, *_both(each, text), is_taken=bool(place % 2)) for place, each in enumerate(columns))
    preview = Preview(Side(ID, 2**31, text), Side(ID + 1, 2**31, text), values, moving)
    taken(merging_views.preview_modal(say, preview, top=say("merge-stale")))
    taken(merging_views.merged_modal(say, Merged(ID, text, text, 2**40)))
    rows = tuple(MergeRow(ID + place, text, text, "U0AAAAAAAAA", NOW) for place in range(10))
    for listed in (rows, ()):
        said(merging_views.merges_message(say, listed, TZ, "/cuenta"))
    undone = merging_views.undone_text(say, Undone(text, text, 2**40, tuple(columns)))
    refused = merging_views.refusal_text(say, MergeRefusedError("merge-same", first=text, second=text, name=text))
    for sentence in (undone, refused):
        taken(merging_views.sentence_modal(say, sentence))
        said(merging_views.sentence_message(sentence))


def _both(column: str, text: str) -> tuple[str, str]:
    if column == "relation":
        return "customer", "customer"
    if column == "renewal_on":
        return "2026-11-21", "2027-11-21"
    return ("U0AAAAAAAAA", "U0BBBBBBBBB") if column.endswith("_owner_id") else (text, text)


@EVERY
@TEXTS
def test_a_days_list_of_all_there_is(say: Say, text: str) -> None:
    """As many messages as are said to fit are taken as one."""
    made = [
        review_notices.notice_list(say, [(review(text), text, "U0AAAAAAAAA")] * review_notices.LISTED),
        rating_notices.rated_list(say, [[rating(text)] * 9] * rating_notices.LISTED),
        *(review_notices.notice_list(say, [(review(text), text, "U0AAAAAAAAA")] * count) for count in (1, 2, 3)),
        *(rating_notices.rated_list(say, [[rating(text)]] * count) for count in (1, 2, 3)),
    ]
    messages = [Outgoing("x", f"x:{place}", "U0AAAAAAAAA", body) for place, body in enumerate(made)]
    key = daily_list.key_of("daily", "U0AAAAAAAAA", date(2026, 11, 25))
    together = 0
    for first in range(len(messages)):
        for last in range(first + 1, len(messages) + 1):
            some = messages[first:last]
            if daily_list.fits(some):
                together = max(together, len(some))
                said(daily_list.daily_list(say, "U0AAAAAAAAA", key, some, later=2**40).body)
    assert together >= 2


@EVERY
@pytest.mark.parametrize("is_admin", [True, False])
def test_home_leaves_out_what_does_not_fit(say: Say, is_admin: bool) -> None:
    sections = [[blocks.section(LONG), blocks.quote(LONG)] * count for count in (1, 5, 20, 0, 20, 30)]
    for shown in ([], sections, [[blocks.section(LONG)] * 200]):
        home = home_view(say, "U0AAAAAAAAA", shown, NOW, TZ, is_admin=is_admin)
        assert view_refusal(home) is None


def taken(view: Json) -> None:
    """Slack takes it, and nobody is called by what somebody typed."""
    assert view_refusal(view) is None, json.dumps(view)[:900]
    assert "<!channel>" not in "".join(_markup(view))


def said(body: Mapping[str, Any]) -> None:
    """The same of a message."""
    assert message_refusal(body.get("blocks") or []) is None, json.dumps(body)[:900]
    assert 0 < len(body["text"]) <= 4000
    assert "<!channel>" not in "".join(_markup(body)) + body["text"]


def _markup(node: Any) -> Iterator[str]:  # noqa: ANN401 - any tree of JSON
    if isinstance(node, dict):
        if node.get("type") == "mrkdwn":
            yield str(node["text"])
        for value in node.values():
            yield from _markup(value)
    elif isinstance(node, list):
        for each in node:
            yield from _markup(each)
