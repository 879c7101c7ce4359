"""Whatever people type, in every language: Slack takes every view of objections, and nobody is called by it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from commands.blocks import Json
from commands.i18n import LOCALES, Say, Texts
from commands.ids import BlockId
from commands.objection import form_views, notice_views, said_before_views, theme_views, views
from commands.objection.answers import FoundByWords, HeardMost, LoggedByMe, Noted, OurThemes, Receipt
from commands.objection.parse import ObjectionFields, Origin, ReviseObjection, parse_message
from domain.own_themes import OwnTheme, OwnThemes
from domain.stages import Process, SalesStage, Support
from domain.taxonomy import Ask, BeliefSource, BuyingRole, DealStage, Theme, Worked
from domain.telling import Told
from playground.blockkit import message_refusal, view_refusal
from storage.objections import FoundObjection, PastArgument
from storage.said_before import Repeats, SaidBefore
from storage.tables import Objection

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ID = 2**62
SAYS = [Texts().into(locale) for locale in LOCALES]
LONG = "<!channel> <@U0AAAAAAAAA> & 🙂 *b* _i_ `c` " * 120  # over 3,000 as it stands, far over once escaped

TYPED = st.text(min_size=1, max_size=400) | st.sampled_from([LONG, "<!channel>", "  \n ", "&" * 3000, "🙂" * 1500, "*"])


def objection(text: str, **more: Any) -> Objection:  # noqa: ANN401 - any column
    columns: dict[str, Any] = {
        "quote": text,
        "account_hint": text,
        "competitor": text,
        "argument": text,
        "note": text,
        "theme": Theme.OTHER.value,
        "ask": Ask.PROOF.value,
        "worked": Worked.TOO_EARLY.value,
        "stage": DealStage.NEGOTIATION.value,
        "buying_role": BuyingRole.PROCUREMENT_LEGAL.value,
        "belief_source": BeliefSource.WRITTEN.value,
    }
    ids = {"workspace_id": 1, "id": ID, "logged_by_id": ID, "version": 2**31, "text_hash": "x"}
    return Objection(**{**ids, "logged_at": NOW, "updated_at": NOW, **columns, **more})


def receipts(text: str) -> Iterator[Receipt]:
    past = PastArgument(text, Worked.YES.value, text)
    told = [
        None,
        Told(ID, None, at_once=True, not_before=NOW),
        Told(ID, None, at_once=False, not_before=NOW),
        Told(None, "C0AAAAAAAAA", at_once=True, not_before=NOW.replace(day=23)),
    ]
    for each in told:
        for withdrawn in (False, True):
            noted = Noted(ID, 2**31, text, Theme.PRODUCT_GAP.value, text, text, Ask.CONTENT.value, withdrawn)
            alike = tuple((ID + number, text) for number in range(3))
            yield Receipt(noted, None, alike, (past, past, past), each, "U0AAAAAAAAA", each is None, 3, repeated=True)
    yield Receipt(Noted(1, 1, text, None, None, None, "none", False), text, (), (), None, None, False)


def messages(say: Say, text: str) -> Iterator[Json]:
    stored = objection(text)
    found = FoundObjection(ID, text, Theme.TRUST.value, text, text, Worked.NO.value, "none", ID, NOW)
    for receipt in receipts(text):
        for headline in ("objection-saved", "objection-updated"):
            yield views.receipt_message(say, "Europe/Madrid", receipt, NOW, headline=headline)
    near = SaidBefore(ID, text, text, NOW, "https://t.slack.example/p1")
    yield said_before_views.said_before_message(say, "Europe/Madrid", "/objection", Repeats((near,) * 12))
    yield said_before_views.said_before_message(say, "Europe/Madrid", "/objection", Repeats())
    yield views.help_message(say, "/objection")
    yield views.unclear_message(say, "/lazo objecion", text, "search")
    yield views.unclear_message(say, "/objection", text, None)
    yield notice_views.notice_message(say, stored, None, "U0AAAAAAAAA")
    yield notice_views.notice_message(say, objection(text, ask="none", withdrawn_at=NOW), text, "U0AAAAAAAAA")
    yield notice_views.notice_list(say, [(stored, text, "U0AAAAAAAAA")] * notice_views.LISTED)
    for answer in (
        FoundByWords("", ()),
        FoundByWords(text, ()),
        FoundByWords(text, (found,) * 12),
        LoggedByMe(()),
        LoggedByMe((found,) * 12),
        HeardMost(()),
        HeardMost((*((theme.value, 2**40, 2**40) for theme in Theme), (None, 1, 0))),
    ):
        yield views.looked_up_message(say, "America/Mexico_City", "/objecion", answer)


def modals(say: Say, text: str) -> Iterator[Json]:
    url = "https://hooks.slack.com/actions/" + "T" * 200
    fields = ObjectionFields(text, text, Theme.PRICE, text, Ask.PROOF, text, Worked.YES, note=text)
    yield form_views.form_modal(say, origin=Origin("C0AAAAAAAAA", url, "U0AAAAAAAAA"), heard=parse_message(text))
    yield form_views.form_modal(say, editing=objection(text), account_name=text, response_url=url)
    yield form_views.form_modal(say, editing=objection(text + "x" * 3000), response_url=url)
    yield form_views.standing_form_modal(
        say, "objection-stale", objection(text), text, ReviseObjection(ID, 1, fields, url)
    )
    near = SaidBefore(ID, text, None, NOW, None)
    yield said_before_views.said_before_modal(say, "Europe/Madrid", "/objection", Repeats((near,) * 12, or_more=True))
    for receipt in receipts(text):
        yield views.receipt_modal(say, "Europe/Madrid", receipt, NOW)
        yield said_before_views.lost_modal(say, views.receipt_modal(say, "Europe/Madrid", receipt, NOW))


def refusal_of_message(body: Json) -> object:
    blocks = body.get("blocks") or []
    refused = message_refusal(blocks) if blocks else None
    if refused is not None:
        return refused
    for block in blocks:
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


@given(TYPED, st.sampled_from(SAYS))
def test_slack_takes_every_view_whatever_is_typed(text: str, say: Say) -> None:
    for body in messages(say, text):
        assert refusal_of_message(body) is None
        assert "<!channel>" not in "".join(mrkdwn(body))
    for view in modals(say, text):
        assert view_refusal(view) is None
        assert "<!channel>" not in "".join(mrkdwn(view))


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


def test_a_form_keeps_what_is_stored_to_the_letter() -> None:
    for text in ("x" * 3000, " a  b\n", LONG[:3000]):
        shown = json.dumps(form_views.form_modal(SAYS[0], editing=objection(text, account_hint="Acme")))
        assert json.dumps(text.strip() or text)[1:-1] in shown or json.dumps(text)[1:-1] in shown


def test_the_form_offers_the_stages_that_the_workspace_agreed_on() -> None:
    """Called as the team calls them; a retired one stays where it was noted, so that an edit does not lose it."""
    process = Process(
        (
            SalesStage("own_1", "Piloto", 5, Support.MIDDLE),
            SalesStage("demo", None, 5, Support.MIDDLE),
            SalesStage("proposal", "Oferta", None, Support.LATE, is_retired=True),
        )
    )

    def menu(**more: Any) -> Json:  # noqa: ANN401 - what a form is begun with
        form = form_views.form_modal(SAYS[0], process=process, **more)
        (row,) = (row for row in form["blocks"] if row.get("block_id") == BlockId.STAGE)
        return dict(row["element"])

    offered = [(each["value"], each["text"]["text"]) for each in menu()["options"]]
    assert offered == [("own_1", "Piloto"), ("demo", "Demo")]
    noted = menu(editing=objection("quote", stage="proposal"))
    assert [each["value"] for each in noted["options"]] == ["own_1", "demo", "proposal"]
    assert noted["initial_option"]["text"]["text"] == "Oferta"


def test_a_list_shows_every_note_it_is_given() -> None:
    items = [(objection(f"quote {number:02}"), "Acme", "U0AAAAAAAAA") for number in range(notice_views.LISTED)]
    body = notice_views.notice_list(SAYS[0], items)
    assert body["text"].startswith(str(len(items)))
    assert all(item[0].quote in json.dumps(body) for item in items)


@pytest.mark.parametrize("say", SAYS)
def test_of_more_themes_than_a_message_takes_it_says_how_many_are_left(say: Say) -> None:
    own = OwnThemes(tuple(OwnTheme(number, "a theme of our own " * 3, f"term{number}") for number in range(200)))
    heard = HeardMost(tuple((each.code, 2**40, 2**40) for each in own.themes), own)
    listed = theme_views.themes_message(say, "/objection", OurThemes(own, {}, may_decide=True))
    for body, shown in ((listed, 40), (views.looked_up_message(say, "Europe/Madrid", "/objection", heard), 30)):
        assert refusal_of_message(body) is None
        assert say("list-and-more", count=200 - shown) in json.dumps(body, ensure_ascii=False)


def test_a_count_that_is_not_of_all_notes_says_so() -> None:
    near = SaidBefore(ID, "too dear", None, NOW, None)
    found = (Repeats((near,)), Repeats((near,), or_more=True), Repeats((), or_more=True))
    shown = [said_before_views.said_before_message(SAYS[0], "UTC", "/objection", each)["text"] for each in found]
    assert ["or more" in each for each in shown] == [False, True, False]
    assert "Nobody" not in shown[2]
