"""Agreements in every language, with the longest data: Slack takes all of it, and the form is read back whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from commands.i18n import LOCALES, Say, Texts
from commands.sla import form_views, measured_views, parse, views
from commands.sla.actions import PolicyCard, Saved, Standing
from commands.sla.measuring import PolicyMeasured, Report
from domain.durations import Duration
from domain.measured import Taken, measure
from domain.policy import DEFAULTS, Limit, TimerKind
from domain.taxonomy import LeadType
from playground.blockkit import view_refusal
from playground.form import initial_state

_SPEC = replace(
    DEFAULTS[-1].spec,
    timers={
        TimerKind.ACCEPT: Limit(Duration.business(95), Duration.business_days(366)),
        TimerKind.ATTEMPT: Limit(Duration.calendar(1439), Duration.calendar(366 * 1440)),
        TimerKind.QUALIFY: Limit(Duration.business_days(1), Duration(2160, Duration.business_days(1).unit)),
    },
    reassigns=True,
    is_shadow=True,
)
_CARD = PolicyCard(
    4 * 10**17, 99999, "&" * 200, LeadType.PRICING_REQUEST, "<" * 200, 3, False, _SPEC, "U" * 11, datetime.now(UTC)
)
_PLAIN = PolicyCard(
    1, 1, "standard", None, "paid_search", None, True, DEFAULTS[-1].spec, None, datetime(2026, 1, 1, tzinfo=UTC)
)


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


def test_slack_takes_all_of_it(say: Say) -> None:
    tz = "America/Argentina/ComodRivadavia"
    enough = {kind: measure(Taken((9999,) * 999, 9), limit.limit, 1) for kind, limit in _SPEC.timers.items()}
    report = Report((PolicyMeasured(_CARD, enough),) * 60, 540, may=True)
    for made in (
        views.list_modal(say, Standing((_CARD,) * 60, may=True), tz, top=views.stale_note(say, _PLAIN, _CARD)),
        views.list_modal(say, Standing((), may=False), tz, top=views.unknown_note(say, "`" * 3000)),
        views.receipt_modal(say, Saved(_CARD, None)),
        views.receipt_modal(say, Saved(_CARD, _PLAIN)),
        views.receipt_modal(say, Saved(_PLAIN, _PLAIN)),
        views.sentence_modal(say, views.deciders_note(say, ["U0AAAAAAAAA"] * 3)),
        form_views.policy_modal(say),
        form_views.policy_modal(say, _CARD, top=views.stale_note(say, _PLAIN, _CARD)),
    ):
        made["blocks"] = [{**row, "block_id": f"b{place}"} for place, row in enumerate(made["blocks"])]
        assert view_refusal(made) is None
    shown = measured_views.measured_modal(say, report)
    shown["blocks"] = [{**row, "block_id": f"b{place}"} for place, row in enumerate(shown["blocks"])]
    assert view_refusal(shown) is None


@pytest.mark.parametrize("card", [_PLAIN, replace(_CARD, name="Ferias", source="trade_fair")])
def test_an_untouched_form_asks_for_what_stands(say: Say, card: PolicyCard) -> None:
    """Every time is read back as it was, whatever the language of the form."""
    form = form_views.policy_modal(say, card)
    known = {"paid search": "paid_search", "búsqueda de pago": "paid_search"}
    sources = {**known, "busqueda de pago": "paid_search", say("source-paid_search").lower(): "paid_search"}
    read = parse.parse_form({**form, "state": {"values": initial_state(form["blocks"])}}, sources)
    assert isinstance(read, parse.SavePolicy)
    assert read.limits == {kind: card.spec.timers[kind] for kind in parse.FIELDS}
    assert (read.policy_id, read.version, read.name) == (card.id, card.version, None)
    assert (read.lead_type, read.tier, read.lane) == (card.lead_type, card.tier, card.spec.lane)
    assert (read.reassigns, read.is_shadow) == (card.spec.reassigns, card.spec.is_shadow)


def test_what_was_measured_fills_the_form(say: Say) -> None:
    proposed = {TimerKind.ACCEPT: Limit(Duration.business(20), Duration.business(45))}
    form = form_views.policy_modal(say, _PLAIN, proposed=proposed)
    read = parse.parse_form({**form, "state": {"values": initial_state(form["blocks"])}}, {})
    assert isinstance(read, parse.SavePolicy)
    assert read.limits[TimerKind.ACCEPT] == proposed[TimerKind.ACCEPT]
    assert read.limits[TimerKind.ATTEMPT] == _PLAIN.spec.timers[TimerKind.ATTEMPT]
