"""Target lists with the longest data, in every language: Slack takes all of it, and a list that is too long says so."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from commands.digest.account_section import account_rows
from commands.i18n import LOCALES, Say, Texts
from commands.ids import BlockId
from commands.targets import form_views, notice_views, parse, views
from commands.targets.showing import Line, ListOwner, Objection, ShownList, Told
from domain.account_review import AccountReview, Movement, Standing
from domain.account_week import ReviewedAccount, account_week
from domain.target_list import Place, Quarter, Side
from domain.weeks import IsoWeek
from playground.blockkit import message_refusal, view_refusal
from storage.targets import Entry

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
QUARTER = Quarter(2026, 4)
_LONG = "<!channel> *W* & " * 30


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


def marked(made: object) -> Iterator[str]:
    """Every text that Slack reads as markup."""
    if isinstance(made, list):
        for each in made:
            yield from marked(each)
    elif isinstance(made, dict):
        if made.get("type") == "mrkdwn":
            yield str(made["text"])
        for each in made.values():
            yield from marked(each)


def lines(count: int) -> tuple[Line, ...]:
    return tuple(Line(2**60 + n, f"{n} {_LONG}", n % 3 or None, "U0AAAAAAAAA", None, n % 2 == 0) for n in range(count))


def shown(on: int = 0, waiting: int = 0, *, mine: Side | None = Side.SALES, owners: bool = True) -> ShownList:
    named = {side: ListOwner("U0AAAAAAAAA", side is Side.SALES, None) for side in Side} if owners else {}
    objection = Objection("U0AAAAAAAAA", _LONG * 20, NOW) if waiting else None
    return ShownList(
        QUARTER, QUARTER, 3, NOW, named, 2, lines(on), lines(waiting), objection, mine, may_name=True, before=7
    )


def test_slack_takes_every_list_and_form(say: Say) -> None:
    nothing = ShownList(QUARTER, QUARTER, 0, None, {}, 2, (), (), None, None, may_name=True, before=7)
    for made in (
        views.list_modal(say, nothing, "Europe/Madrid"),
        views.list_modal(say, shown(), "Europe/Madrid"),
        views.list_modal(say, shown(300, 300), "Europe/Madrid", "Done"),
        views.list_modal(say, shown(1, 1, mine=None, owners=False), "Europe/Madrid"),
        views.history_modal(say, QUARTER, (), "Europe/Madrid"),
        views.history_modal(say, QUARTER, [Told(NOW, "dropped", "U0", name=_LONG, reason=_LONG * 3)] * 99, "UTC"),
        form_views.carry_modal(say, shown(), [Entry(n, n, _LONG, 1, 1, 1, False, 1, NOW) for n in range(300)]),
        form_views.propose_modal(say, shown(10, 3), {1: 2, 2: 40}),
        form_views.drop_modal(say, shown(300, 120)),
        form_views.object_modal(say, shown(1, 1)),
        form_views.owners_modal(say, shown(1, 1)),
    ):
        assert view_refusal(made) is None
        assert not [text for text in marked(made) if "<!channel>" in text]
    told = (
        notice_views.Asked((_LONG,) * 300),
        notice_views.Objected("U0AAAAAAAAA", _LONG * 3),
        notice_views.Published(12),
        notice_views.Dropped(((_LONG, _LONG * 3),) * 300),
    )
    assert message_refusal(notice_views.message(say, QUARTER, told)["blocks"]) is None
    assert all(views.place_line(say, place, QUARTER) for place in Place)


def test_a_list_that_cannot_be_reviewed_in_time_warns_and_says_what_was_assumed() -> None:
    say = Texts().into("en")
    fits = json.dumps(views.list_modal(say, shown(14, 1), "UTC"), ensure_ascii=False)
    assert "15 accounts × 2 min = 30 min of" in fits
    over = json.dumps(views.list_modal(say, shown(14, 2), "UTC"), ensure_ascii=False)
    assert "16 accounts × 2 min = *32 min*" in over
    assert "15 accounts fit" in over


@pytest.mark.parametrize("minutes", ["", "0", "31", "-1", "2.5", "²", "9" * 5000])
def test_minutes_are_a_number_that_fits_the_review(minutes: str) -> None:
    value = {"type": "plain_text_input", "value": minutes}
    view = {
        "private_metadata": parse.Opened(QUARTER, 1).packed(),
        "state": {"values": {BlockId.REVIEW_MINUTES.value: {"value": value}}},
    }
    assert parse.parse_owners(view) == parse.Problems({BlockId.REVIEW_MINUTES: "targets-error-minutes"})


def test_the_digest_marks_accounts_that_are_off_the_list() -> None:
    standing = Standing("proposal", 20, 14, 0, 14, 20)
    review = AccountReview(1, Movement.QUIET, (), standing, (), ())
    accounts = [ReviewedAccount("On", 1, review), ReviewedAccount("Off", None, review, is_off_list=True)]
    seen = " ".join(marked(account_rows(account_week(accounts, IsoWeek(2026, 47), {}), Texts().into("en"))))
    assert "*Off* _(off the list)_" in seen
    assert seen.count("off the list") == 1
