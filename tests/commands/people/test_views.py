"""What is shown about people, in every language and with the longest of data: Slack takes all of it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from commands.hours_fields import HoursShown
from commands.i18n import LOCALES, Say, Texts
from commands.people import absence_views, views
from commands.people.absences import Absence, Back
from commands.people.actions import Listed, PersonCard
from commands.people.hours import OwnHours
from commands.people.parse import OpenTimeOffForm
from domain.absence import AbsenceFault
from domain.calendars import STANDARD, Block, CalendarSpec, DatedHours
from domain.rights import PersonFact
from playground.blockkit import message_refusal, view_refusal
from storage.tables import TimeOff

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
BUSY = CalendarSpec(
    "America/Argentina/ComodRivadavia",
    tuple((Block(day, 700), Block(800 + day, 900 + day), Block(1000 + day, 1440)) for day in range(7)),
    tuple(
        DatedHours(date(2027, month, 1), date(2027, month, 20 + month % 3), STANDARD("UTC").weekly)
        for month in range(1, 9)
    ),
)
ABSENCES = tuple(
    TimeOff(
        workspace_id=1,
        id=number + 1,
        member_id=1,
        starts_at=NOW + timedelta(days=9 * number),
        ends_at=NOW + timedelta(days=9 * number + 3),
        note="x" * 200,
        created_at=NOW,
    )
    for number in range(9)
)


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


def card(*, may: frozenset[PersonFact], full: bool) -> PersonCard:
    return PersonCard(
        member_id=2**62,
        version=9,
        slack_id="U0AAAAAAAAA",
        tz=BUSY.tz if full else "UTC",
        locale="es-MX",
        team="marketing" if full else "",
        manager="U0BBBBBBBBB" if full else None,
        backup="U0CCCCCCCCC" if full else None,
        open_cap=999 if full else None,
        daily_at=23 * 60 + 59,
        is_manager=full,
        is_self=not full,
        may=may,
        spec=BUSY if full else STANDARD("UTC"),
        has_own_hours=full,
        absences=ABSENCES if full else (),
    )


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize(
    "may",
    [frozenset(), frozenset(PersonFact), frozenset(PersonFact) - {PersonFact.MANAGER}],
    ids=["none", "all", "own"],
)
def test_cards(say: Say, may: frozenset[PersonFact], *, full: bool) -> None:
    shown = card(may=may, full=full)
    for made in (
        views.person_modal(say, shown),
        views.stale_modal(say, shown),
        views.saved_modal(say, shown),
        views.hours_saved_modal(say, shown),
    ):
        assert view_refusal(made) is None


def test_hours_forms(say: Say) -> None:
    for shown in (HoursShown(None), HoursShown(BUSY.weekly, BUSY.dated, "IT", None), HoursShown(None, (), "ES", "MD")):
        for is_self in (True, False):
            own = OwnHours(2**62, 3, "U0AAAAAAAAA", is_self, BUSY, shown)
            assert view_refusal(views.hours_modal(say, own)) is None


@pytest.mark.parametrize("is_self", [True, False])
def test_time_off(say: Say, *, is_self: bool) -> None:
    absence = Absence(ABSENCES[0], "U0AAAAAAAAA", BUSY.tz, is_self, NOW, date(2026, 11, 27), 99, "U0BBBBBBBBB")
    assert view_refusal(absence_views.receipt_modal(say, absence)) is None
    assert message_refusal(absence_views.receipt_message(say, absence)["blocks"]) is None
    for under_way in (True, False):
        back = Back("U0AAAAAAAAA", is_self, under_way, ABSENCES[0])
        assert view_refusal(absence_views.back_modal(say, back)) is None
    for fault in (None, *AbsenceFault):
        opened = OpenTimeOffForm("x" * 4000, fault)
        form = absence_views.time_off_modal(say, 2**62, date(2026, 11, 24), opened=opened, person="U0AAAAAAAAA")
        assert view_refusal(form) is None


@pytest.mark.parametrize("count", [0, 1, 400])
def test_the_list_of_everybody(say: Say, count: int) -> None:
    listed = [
        Listed(
            f"U{number:010d}",
            ("sales", "marketing", "")[number * 3 // max(count, 1)],
            "U0BBBBBBBBB",
            "U0CCCCCCCCC",
            is_manager=True,
            away_until=NOW,
            tz="UTC",
        )
        for number in range(count)
    ]
    assert message_refusal(views.list_message(say, listed, "Europe/Madrid")["blocks"]) is None
