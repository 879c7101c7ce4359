"""Whatever people type, in every language: Slack takes every view of reviews, and nobody is called by it."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from commands.blocks import Json
from commands.i18n import LOCALES, Say, Texts
from commands.openers import Evidence
from commands.win_loss import form_views, notice_views, page_views, views
from commands.win_loss.answers import Listed, Receipt
from commands.win_loss.comparing import view_of
from commands.win_loss.list_words import ShowList
from commands.win_loss.page import Closing, DealPage, FoundDeals
from commands.win_loss.parse import Opened, ReviewFields
from commands.win_loss.subject import Subject
from domain.taxonomy import DealOutcome, LossReason, Perspective, WinReason
from domain.telling import Told
from domain.win_loss import ENDS, agreed_reasons, differences, reasons_for
from playground.blockkit import message_refusal, view_refusal
from storage.account_talk import AccountTalk, Said
from storage.objections import PastArgument
from storage.review_subjects import DealSubject
from storage.reviews import FoundReview
from storage.tables import Deal, WinLossReview

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ID = 2**62
TZ = "America/Mexico_City"
SAYS = [Texts().into(locale) for locale in LOCALES]
LONG = "<!channel> <@U0AAAAAAAAA> & 🙂 *b* _i_ `c` " * 120  # over 3,000 as it stands, far over once escaped
TYPED = st.text(min_size=1, max_size=400) | st.sampled_from([LONG, "<!channel>", "  \n ", "&" * 3000, "🙂" * 1500, "*"])
URL = "https://hooks.slack.com/actions/" + "T" * 200


def review(text: str, outcome: str = "lost_competitor", **more: Any) -> WinLossReview:  # noqa: ANN401 - any column
    reasons = [reason.value for reason in reasons_for(DealOutcome(outcome))]
    columns: dict[str, Any] = {
        "outcome": outcome,
        "primary_reason": reasons[0] if reasons else None,
        "contributing": " ".join(reasons[-3:]),
        "account_hint": text,
        "competitor": text,
        "swung_it": text,
        "buyer_words": text,
        "helpful_content": text,
        "lesson": text,
        "source_link": "https://lazo.slack.com/archives/" + "p" * 200,
        "source_author": "U0AAAAAAAAA",
    }
    ids = {"workspace_id": 1, "id": ID, "logged_by_id": ID, "version": 2**31, "text_hash": "x"}
    return WinLossReview(**{**ids, "logged_at": NOW, "updated_at": NOW, **columns, **more})


def deal(text: str, outcome: str = "lost_competitor") -> DealSubject:
    return DealSubject(ID, text, ID, text, outcome, NOW, 2)


def receipts(text: str, ends: Sequence[DealOutcome]) -> Iterator[Receipt]:
    told = [
        None,
        Told(ID, None, at_once=False, not_before=NOW),
        Told(None, "C0AAAAAAAAA", at_once=False, not_before=NOW.replace(day=23)),
    ]
    alike = tuple((ID + number, text) for number in range(3))
    for outcome in ends:
        many = [
            review(text, each, id=ID + place, perspective=side, competitor=f"{place}{text}")
            for place, (each, side) in enumerate(
                ((outcome.value, "rep"), ("won", "manager"), ("churned", "buyer"), ("unknown", "rep"))
            )
        ]
        compared = tuple(view_of(each) for each in many)
        for hears in told:
            for withdrawn_at in (None, NOW):
                stored, nobody = review(text, outcome.value, withdrawn_at=withdrawn_at), hears is None
                parts = differences(compared)
                yield Receipt(stored, None, deal(text), alike, compared, parts, hears, "U0AAAAAAAAA", nobody, 3)
    yield Receipt(review(text, contributing="", competitor=None), text, None, (), (), (), None, None, False, given=True)


def page(text: str, crm_url: str | None = URL) -> DealPage:
    sides = ("rep", "rep", "manager", "buyer", "buyer", "manager")
    given_views = tuple(review(text, id=ID + place, perspective=side) for place, side in enumerate(sides))
    compared = tuple(view_of(each) for each in given_views)
    closing = Closing(2, NOW, given_views, compared, differences(compared), agreed_reasons(compared))
    row = Deal(
        workspace_id=1,
        id=ID,
        external_id=text,
        name=text,
        outcome="lost_competitor",
        closings=2**31,
        opened_at=NOW.replace(year=2016),
        closed_at=NOW,
        amount_minor=2**60,
        currency="EUR",
        crm_url=crm_url,
        created_at=NOW,
        updated_at=NOW,
    )
    talk = AccountTalk(
        tuple(Said(text, "security_legal", NOW) for _ in range(3)),
        tuple(PastArgument(f"{place}{text}", "yes", text) for place in range(3)),
    )
    before = ((1, NOW), (None, None))
    earlier = tuple(Closing(number, at, given_views, compared, (), frozenset()) for number, at in before)
    return DealPage(row, deal(text), closing, earlier, talk, {ID: "U0AAAAAAAAA"})


def messages(say: Say, text: str, ends: Sequence[DealOutcome] = ENDS) -> Iterator[Json]:
    for receipt in receipts(text, ends):
        yield views.receipt_message(say, TZ, receipt)
    yield views.help_message(say, "/winloss")
    yield views.unclear_message(say, "/lazo cierre", text, "list")
    found = FoundReview(review(text), text, text)
    own = FoundReview(review(text, logged_by_id=1), None, None)
    counts = {outcome.value: 2**40 for outcome in ENDS}
    for wanted in (ShowList(), ShowList(words=text)):
        yield views.list_message(say, TZ, "/cierre", Listed(wanted, (found, own) * 6, counts), 1)
        yield views.list_message(say, TZ, "/cierre", Listed(wanted, (), {}), 1)
    yield notice_views.notice_list(say, [(review(text), text, "U0AAAAAAAAA")] * notice_views.LISTED)
    yield page_views.found_message(say, TZ, "/winloss", FoundDeals("", None, ()))
    yield page_views.found_message(say, TZ, "/winloss", FoundDeals(text, None, ()))
    yield page_views.found_message(say, TZ, "/winloss", FoundDeals(text, page(text), (deal(text, "open"),) * 5))


def modals(say: Say, text: str, ends: Sequence[DealOutcome] = ENDS) -> Iterator[Json]:
    origin = Evidence("C0AAAAAAAAA", URL, "U0AAAAAAAAA")
    talk = page(text).talk
    for outcome in (None, *ends):
        for reasons in (WinReason, LossReason):
            codes = tuple(reason.value for reason in reasons)
            fields = ReviewFields(
                outcome=outcome,
                primary=codes[0],
                contributing=codes[1:4],
                competitor=text,
                swung_it=text[:3000],
                buyer_words=text[:3000],
                helpful_content=text[:3000],
                lesson=text[:3000],
                perspective=Perspective.BUYER,
                account_name=text,
            )
            yield form_views.review_modal(say, TZ, fields, text, Opened(origin, kept_text=ID, turns=99), talk=talk)
    subject = Subject(deal(text), ID, text)
    for long in ("", "x" * 3000):
        stored = review(text + long)
        yield form_views.edit_modal(say, TZ, stored, subject, response_url=URL)
        yield form_views.edit_modal(say, TZ, stored, Subject(hint=text), typed=form_views.fields_in(stored, subject))
    for receipt in receipts(text, ends):
        yield views.receipt_modal(say, TZ, receipt)
    for shown in (page(text), page(text, None)):
        yield page_views.page_modal(say, page_views.page_message(say, TZ, shown))


def refusal_of_message(body: Json) -> object:
    shown = body.get("blocks") or []
    refused = message_refusal(shown) if shown else None
    if refused is not None:
        return refused
    for block in shown:
        if block["type"] != "table":
            Block.parse(block).validate_json()  # type: ignore[union-attr]
    assert 0 < len(body["text"]) <= 4000
    return None


@pytest.mark.parametrize("say", SAYS, ids=LOCALES)
def test_slack_takes_every_view_with_the_longest_data(say: Say) -> None:
    for body in messages(say, LONG):
        assert refusal_of_message(body) is None, json.dumps(body)[:600]
    for view in modals(say, LONG):
        assert view_refusal(view) is None
        View(**view).validate_json()


@settings(max_examples=30)
@given(TYPED, st.sampled_from(SAYS))
def test_slack_takes_every_view_whatever_is_typed(text: str, say: Say) -> None:
    for body in messages(say, text, ENDS[1:2]):
        assert refusal_of_message(body) is None
        assert "<!channel>" not in "".join(mrkdwn(body))
    for view in modals(say, text, ENDS[1:2]):
        assert view_refusal(view) is None
        assert "<!channel>" not in "".join(mrkdwn(view))


@pytest.mark.parametrize(("said", "stands", "told"), [("won", "open", 1), ("won", "won", 0), ("unknown", "open", 0)])
def test_a_view_that_says_how_an_open_deal_ended_says_what_closes_it(said: str, stands: str, told: int) -> None:
    receipt = Receipt(
        review("Acme", said, competitor=None), "Acme", deal("Acme", stands), (), (), (), None, None, False
    )
    shown = json.dumps(views.receipt_message(Texts().into("en"), TZ, receipt), ensure_ascii=False)
    assert shown.count("`/lazo winloss close Acme` closes it") == told


@pytest.mark.parametrize("say", SAYS, ids=LOCALES)
def test_nothing_is_asked_blamingly(say: Say) -> None:
    """What swung it: never whose fault it was, never why somebody lost."""
    fields = ReviewFields(outcome=DealOutcome.LOST_OTHER)
    asked = json.dumps(form_views.review_modal(say, TZ, fields, None, Opened()), ensure_ascii=False).lower()
    for word in ("why did you", "fault", "mistake", "blame", "por qué perdiste", "culpa", "error"):
        assert word not in asked


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
