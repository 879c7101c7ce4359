"""The checklist and its forms, in every language and with the longest of data: Slack takes all of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from commands.home.views import HOME_BLOCKS, home_view
from commands.hours_fields import HoursShown
from commands.i18n import LOCALES, Say, Texts
from commands.set_up import form_views, views
from commands.set_up.actions import Status, TeamsShown
from commands.set_up.company import CompanyHours, SourceChoice, Sources
from commands.set_up.proposals import Proposed, propose_channels
from commands.set_up.welcome import welcome_message
from domain.calendars import STANDARD, Holidays
from domain.holidays import propose
from domain.set_up import SetUp, Step, set_up_from, set_up_text
from playground.blockkit import message_refusal, view_refusal
from storage.set_up import OwnerCounts, SeenSource

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


def status(*, done: bool) -> Status:
    set_up = SetUp()
    for step in Step if done else ():
        set_up = set_up.with_done(step, "U0AAAAAAAAA", NOW)
    channel = "C0AAAAAAAAA" if done else None
    return Status(
        set_up=set_up,
        locale="es-MX",
        tz="America/Argentina/ComodRivadavia",
        marketing_channel=channel,
        handoff_channel=channel,
        digest_channels=("C0AAAAAAAAA",) * 9 if done else (),
        teams={"sales": 300, "": 2} if done else {},
        calendar=STANDARD("UTC").with_holidays(propose("ES", "CT", [2026, 2027], "es")),
        country="ES" if done else None,
        owners=OwnerCounts(1000, 20, 30),
        sources=10,
    )


@pytest.mark.parametrize("done", [True, False])
def test_the_checklist(say: Say, *, done: bool) -> None:
    now = status(done=done)
    assert view_refusal(views.checklist_modal(say, now, TODAY, "UTC")) is None
    for step in Step:
        assert view_refusal(views.done_modal(say, step, now, TODAY)) is None
    rows = views.home_rows(say, now, TODAY, "UTC")
    assert view_refusal(home_view(say, "U0AAAAAAAAA", [rows], NOW, "UTC")) is None


def test_steps_that_were_saved_empty_are_not_called_ready() -> None:
    say = Texts().into("en")
    now = status(done=True)
    shown = str(views.done_modal(say, Step.SOURCES, now, TODAY))
    assert say("set-up-complete") not in shown
    assert say("set-up-open-marketing") in shown
    assert say("set-up-open-sales") not in shown
    ready = replace(now, teams={"sales": 3, "marketing": 1})
    assert say("set-up-complete") in str(views.done_modal(say, Step.SOURCES, ready, TODAY))


def test_channels_are_proposed_by_their_names_each_once() -> None:
    found = propose_channels([("C1", "sales"), ("C2", "smarketing"), ("C3", "mkt-iberia"), ("C4", "traspasos")])
    assert found == Proposed(marketing="C3", handoff="C4", digest="C2")
    assert propose_channels([("C1", "general")]) == Proposed()


@pytest.mark.parametrize("done", [True, False])
def test_the_forms(say: Say, *, done: bool) -> None:
    now = status(done=done)
    people = tuple(f"U{number:010d}" for number in range(90)) if done else ()
    long_names = Holidays(dict.fromkeys(propose("ES", "CT", [2026, 2027]), "x" * 60))
    shown = HoursShown(STANDARD("UTC").weekly, (), "IT" if done else None, None)
    company = CompanyHours("0", shown, long_names, proposed=not done, years=(2026, 2027))
    seen = [SourceChoice(SeenSource("x" * 250, 99999, None), 5 if done else None)] * (9 if done else 0)
    offered = tuple(
        (number, f"a policy with a name of its own, and a long one, number {number}") for number in range(9)
    )
    for made in (
        form_views.language_modal(say, now, "en", "Europe/Madrid"),
        form_views.channels_modal(say, now, Proposed("C0AAAAAAAAB", "C0AAAAAAAAC", "C0AAAAAAAAD")),
        form_views.teams_modal(say, TeamsShown(people, people, people)),
        form_views.hours_modal(say, company),
        form_views.holidays_modal(say, company),
        form_views.owners_modal(say, now),
        form_views.sources_modal(say, Sources(tuple(seen[:1]), offered)),
    ):
        assert view_refusal(made) is None


def test_the_first_words(say: Say) -> None:
    made = welcome_message(say, "U0AAAAAAAAA", "America/Argentina/ComodRivadavia")
    assert message_refusal(made["blocks"]) is None


def test_home_never_has_too_many_blocks(say: Say) -> None:
    section = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}] * 30
    made = home_view(say, "U0AAAAAAAAA", [section] * 9, NOW, "UTC")
    assert view_refusal(made) is None
    assert len(made["blocks"]) <= HOME_BLOCKS
    assert view_refusal(home_view(say, "U0AAAAAAAAA", [[], []], None, "UTC")) is None


def test_what_is_done_is_kept_as_text() -> None:
    known = SetUp(welcomed="U1").with_done(Step.HOURS, "U2", NOW)
    assert set_up_from(set_up_text(known)) == known
    assert set_up_from("{}") == SetUp()
    assert set_up_from('{"done": {"gone": {"by": "U1", "at": "2026-11-24T10:00:00+00:00"}}}') == SetUp()
    assert known.next_step is Step.LANGUAGE
