"""Rules and turns in every language, with the longest data: Slack takes all of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from commands.i18n import LOCALES, Say, Texts
from commands.labels import source_label
from commands.routing import parse, views
from commands.routing.actions import PoolCard, RuleCard, SeatCard, Standing, Tried
from domain.names import fold
from domain.routing import RoutedBy, SkippedBecause
from playground.blockkit import view_refusal
from playground.form import initial_state

_RULE = RuleCard(4 * 10**17, 99999, "&" * 200, "<" * 200, "webinar", "U0AAAAAAAAA", None)
_SEAT = SeatCard("U" * 11, SkippedBecause.JUST_MISSED, 999, 999, datetime.now(UTC), 99999)
_TZ = "America/Argentina/ComodRivadavia"


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


def test_slack_takes_all_of_it(say: Say) -> None:
    rules = tuple(replace(_RULE, id=_RULE.id + number) for number in range(60))
    pool = PoolCard("&" * 200, (_SEAT,) * 60, ("U" * 11,) * 60)
    small = replace(pool, name="sales", seats=(replace(_SEAT, because=None, given=None, last_turn_at=None, cap=None),))
    skipped = tuple(("U" * 11, str(each)) for each in SkippedBecause) * 20
    for made in (
        views.list_modal(say, Standing(rules, (pool,) * 20, may=True), _TZ, top="x"),
        views.list_modal(say, Standing((), (replace(pool, seats=(), out=()), small), may=False), _TZ),
        views.rule_modal(say),
        views.rule_modal(say, replace(_RULE, owner=None, pool="&" * 200)),
        views.seat_modal(say, ["sales", "&" * 200]),
        views.preview_modal(say),
        views.sentence_modal(say, "x"),
        *(
            views.tried_modal(say, Tried("&" * 300, "<" * 90, False, "U1", each, _RULE, 3, skipped))
            for each in RoutedBy
        ),
    ):
        assert view_refusal(made) is None


@pytest.mark.parametrize("pool", [None, "sales", "iberia"])
def test_an_untouched_form_asks_for_what_stands(say: Say, pool: str | None) -> None:
    rule = RuleCard(7, 3, "España", None, "paid_search", None if pool else "U0AAAAAAAAA", pool)
    form = views.rule_modal(say, rule)
    view = {**form, "state": {"values": initial_state(form["blocks"])}}
    known = {source_label(say, "paid_search"): "paid_search"}
    folded = {fold(name): key for name, key in known.items()}
    read = parse.parse_rule(view, folded, {fold(say("routing-pool-default")): "sales"})
    assert read == parse.SaveRule(7, 3, "España", None, "paid_search", rule.owner, pool)
