"""The settings form and its answers, in every language: Slack takes all of it, and the form is read back whole."""

from zoneinfo import available_timezones

import pytest

from commands.i18n import LOCALES, Say, Texts
from commands.settings import parse, views
from commands.settings.actions import Changed, Standing
from playground.blockkit import message_refusal, view_refusal
from playground.form import initial_state

_STANDING = Standing(
    4, "C0AAAAAAAAA", "C0CCCCCCCCC", "es-MX", "America/Argentina/ComodRivadavia", guests_allowed=True, reaction="loop"
)
_BARE = Standing(1, None, None, "en", "UTC", guests_allowed=False, reaction="")


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


@pytest.mark.parametrize("standing", [_STANDING, _BARE])
def test_modals(say: Say, standing: Standing) -> None:
    wanted = parse.ChangeSettings(4, None, None, "es", "Europe/Madrid", guests_allowed=True, reaction="memo")
    everything = {
        "marketing_channel": "C0BBBBBBBBB",
        "handoff_channel": None,
        "locale": "en",
        "tz": "UTC",
        "guests_allowed": False,
        "reaction": "loop",
    }
    for made in (
        views.settings_modal(say, standing),
        views.stale_modal(say, standing, wanted),
        views.receipt_modal(say, Changed(standing, {})),
        views.receipt_modal(say, Changed(standing, everything)),
    ):
        assert view_refusal(made) is None


@pytest.mark.parametrize("standing", [_STANDING, _BARE])
def test_an_untouched_form_asks_for_what_stands(say: Say, standing: Standing) -> None:
    form = views.settings_modal(say, standing)
    read = parse.parse_form({**form, "state": {"values": initial_state(form["blocks"])}}, available_timezones())
    assert read == parse.ChangeSettings(
        standing.version,
        standing.marketing_channel,
        standing.handoff_channel,
        standing.locale,
        standing.tz,
        standing.guests_allowed,
        standing.reaction,
    )


@pytest.mark.parametrize("admins", [[], ["U0AAAAAAAAA"] * 3])
def test_others_are_told_whom_to_ask(say: Say, admins: list[str]) -> None:
    told = views.admins_only_message(say, admins)
    assert message_refusal(told.get("blocks", [])) is None
    assert all(admin in told["text"] for admin in admins)
