"""What people are asked and answered, with the longest data in every language: Slack takes all of it."""

from itertools import product

import pytest

from commands.home import help_views
from commands.home.views import home_view
from commands.i18n import LOCALES, Say, Texts
from commands.lead_quality import views as rating_views
from commands.objection import answering_views, form_views
from commands.objection import views as objection_views
from commands.objection.answering_notices import MOST
from commands.objection.answers import Noted
from commands.objection.parse import ObjectionFields, ReviseObjection
from commands.win_loss import closing_views, due_views
from commands.win_loss.closing import Done, Turned
from commands.win_loss.due import LIST_LIMIT, Due
from commands.win_loss.due_views import Reader
from domain.lead_quality import QualityLine, Spread
from domain.metrics import MINIMUM_N
from domain.taxonomy import Ask, ReturnReason, Theme
from domain.win_loss import ENDS
from storage.answers import GivenAnswer
from storage.review_requests import Waiting, WantedReview
from tests.commands.objection.test_views import objection
from tests.commands.test_limits import ID, LONG, NOW, TZ, said, taken
from tests.commands.win_loss.test_views import deal

EVERY = pytest.mark.parametrize("say", [Texts().into(locale) for locale in LOCALES], ids=LOCALES)
TEXTS = pytest.mark.parametrize("text", [LONG, "&" * 2999], ids=["long", "escaped"])
OWNER, READER = "U0AAAAAAAAA", "U0BBBBBBBBB"


def wanted(text: str, asked: str | None, *, owner_left: bool, state: str = "open") -> WantedReview:
    named = (text, f"x{text}", "lost_competitor", NOW)
    return WantedReview(ID, 2**31, ID, state, 2**31, *named, ID, asked, OWNER, owner_left, NOW, NOW)


@EVERY
@TEXTS
def test_reviews_that_are_due(say: Say, text: str) -> None:
    reader = Reader(say, TZ, NOW, READER)
    each = [wanted(text, asked, owner_left=left) for asked, left in product((None, OWNER, READER), (True, False))]
    for some in (each[:1], each, each * 4):
        said(due_views.wanted_message(reader, some, "/lazo cierre"))
    many, waiting = tuple(each * 2)[:LIST_LIMIT], Waiting(2**40, 2**40, NOW)
    for found in (Due(many, waiting, many, waiting), Due((), Waiting(0, 0, None)), Due(many, waiting)):
        said(due_views.due_message(reader, "/lazo cierre", found))
    for state in ("answered", "withdrawn"):
        said(due_views.settled_message(reader, wanted(text, OWNER, owner_left=True, state=state)))
    taken(home_view(say, READER, [due_views.wanted_rows(reader, each)] * 3, None, TZ))


@EVERY
@TEXTS
def test_deals_that_close_and_open_again(say: Say, text: str) -> None:
    reader = Reader(say, TZ, NOW, READER)
    for word in ("close", "reopen"):
        said(closing_views.ask_message(reader, "/lazo cierre", word))
        said(closing_views.none_message(reader, "/lazo cierre", word, text))
        said(closing_views.choose_message(reader, [deal(text, end.value) for end in ENDS] * 2, word))
    said(closing_views.refusal_message(reader, deal(text)))
    said(closing_views.members_only_message(reader))
    asked = [None, *(wanted(text, who, owner_left=who == OWNER) for who in (None, OWNER, READER))]
    for done, request in product(Done, asked):
        said(closing_views.turned_message(reader, Turned(deal(text), done, request)))


@EVERY
@TEXTS
def test_what_sales_asked_and_marketing_answers(say: Say, text: str) -> None:
    note, answer = objection(text), GivenAnswer(ID, ID, OWNER, NOW, text)
    taken(answering_views.answer_modal(say, note, text, READER))
    for key in ("answer-sent", "answer-nothing-asked", "answer-members-only"):
        taken(answering_views.said_modal(say, say(key)))
    for count in (1, 2, MOST):
        said(answering_views.answered_message(say, [(answer, note, text)] * count))
    for count in (1, 10, 30):
        said(answering_views.due_message(say, [(note, text, READER)] * count))
    taken(home_view(say, READER, [answering_views.answer_rows(say, answer)] * 3, NOW, TZ))


@EVERY
@TEXTS
def test_a_theme_suggested_and_a_note_saved_before(say: Say, text: str) -> None:
    noted = Noted(ID, 2**31, text, None, text, text, Ask.CONTENT.value, withdrawn=False)
    for theme in Theme:
        said(objection_views.suggestion_message(say, noted, theme.value, 0.98765))
    said(objection_views.top_message(say, [(theme.value, 2**40, 2**40) for theme in Theme], 30))
    typed = ReviseObjection(ID, 2**31, ObjectionFields(quote=text[:3000], account_name=text[:150], note=text[:3000]))
    taken(form_views.standing_form_modal(say, "objection-saved-before", objection(text), text, typed))


@EVERY
def test_where_good_leads_come_from_and_what_there_is_to_do(say: Say) -> None:
    """Only what came back has no table: it would be all noughts."""
    back = tuple((reason, 2**30) for reason in ReturnReason)
    none, some = (Spread(n, n, n) for n in (0, MINIMUM_N))
    for by, spread in product(("sources", "campaigns"), (none, some)):
        lines = [QualityLine(f"{place}{LONG}", spread, spread, back) for place in range(40)]
        body = rating_views.quality_message(say, by, lines)  # type: ignore[arg-type]
        said(body)
        assert ("table" in {block["type"] for block in body["blocks"]}) == (spread is some)
    for is_admin in (True, False):
        taken(help_views.help_modal(say, is_admin=is_admin))
