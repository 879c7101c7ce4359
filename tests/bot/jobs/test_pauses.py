"""A pause that nobody ends: its owner is reminded once, in their hours, and not of one that ended."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.jobs.notices import run_release
from bot.jobs.pauses import run_pause_reminders
from commands.handoff import clock_moves, planning
from commands.handoff.notices import composers
from commands.i18n import Texts
from domain.handoff import PAUSE_REMINDED_AFTER, PauseReason
from storage.database import Database
from storage.tables import OutboxMessage, Pause
from tests.commands.promises.desk import MORNING, Desk, at

#: The moment from which somebody who paused in the morning is reminded.
DUE = MORNING + PAUSE_REMINDED_AFTER


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def paused(desk: Desk) -> int:
    """A handoff whose owner waits for the customer since now."""
    card = desk.offer()
    clock_moves.pause(desk.services, desk.owner, card.id, PauseReason.CUSTOMER, desk.key())
    return card.id


def released(desk: Desk) -> list[dict[str, Any]]:
    """What the owner was reminded of so far, as bodies."""
    run_release(desk.database, Texts(), composers(), desk.now, desk.now)
    sent = [row for row in desk.rows(OutboxMessage) if row["kind"] == planning.STANDS_STILL]
    assert {row["channel"] for row in sent} <= {desk.owner.slack_user_id}
    return [json.loads(row["body"]) for row in sent]


def test_a_pause_that_nobody_ends_is_told_to_its_owner_once(desk: Desk) -> None:
    paused(desk)
    assert run_pause_reminders(desk.database, DUE - timedelta(minutes=1)) == 0
    desk.now = DUE
    assert run_pause_reminders(desk.database, desk.now) == 1
    assert run_pause_reminders(desk.database, desk.now) == 0
    (body,) = released(desk)
    assert "has been paused since" in body["text"]
    assert "Waiting for the customer" in body["text"]
    assert {"handoff_resume", "handoff_show"} <= {each["action_id"] for each in body["blocks"][1]["elements"]}
    desk.pass_time(days=30)
    assert run_pause_reminders(desk.database, desk.now) == 0
    assert len(released(desk)) == 1


def test_who_resumed_meanwhile_is_not_reminded(desk: Desk) -> None:
    first, second = paused(desk), paused(desk)
    desk.take_time_off(desk.owner, "2026-06-09 00:00", "2026-06-12 00:00")
    desk.now = DUE
    assert run_pause_reminders(desk.database, desk.now) == 2
    assert released(desk) == []  # away: it waits for her hours
    for handoff_id in (first, second):
        clock_moves.resume(desk.services, desk.owner, handoff_id, desk.key())
    clock_moves.pause(desk.services, desk.owner, second, PauseReason.AWAY, desk.key())  # another pause, a young one
    desk.now = at("2026-06-12 10:00")
    assert released(desk) == []
    assert desk.told(planning.STANDS_STILL) == []


def test_several_that_came_due_out_of_hours_are_one_list_in_the_morning(desk: Desk) -> None:
    desk.now = at("2026-06-05 22:00")  # a Friday night
    for _ in range(3):
        paused(desk)
    desk.now += PAUSE_REMINDED_AFTER
    assert run_pause_reminders(desk.database, desk.now) == 3
    assert released(desk) == []
    desk.now = at("2026-06-15 09:00")
    (body,) = released(desk)
    assert body["text"] == "3 handoffs have been paused for a week or longer"
    assert sum("handoff_show" in json.dumps(each) for each in body["blocks"]) == 3
    assert all(row["reminded_at"] is not None for row in desk.rows(Pause))
