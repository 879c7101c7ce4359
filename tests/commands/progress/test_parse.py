"""What people choose in the forms of steps and meetings, and a year that they mistyped."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from commands.ids import BlockId
from commands.people.parse import FormProblems, parse_time_off_form
from commands.progress.parse import AddStep, LogMeeting, Problems, parse_meeting, parse_step

TODAY = date(2026, 11, 20)


def view(**days: str) -> dict[str, Any]:
    """A form in which everything is right but, maybe, its days."""
    chosen = {BlockId[name].value: {"value": {"selected_date": day}} for name, day in days.items()}
    step = {
        BlockId.NEXT_STEP.value: {"value": {"value": "Call"}},
        BlockId.OWNER.value: {"value": {"selected_user": "U1"}},
    }
    return {"private_metadata": json.dumps({"account": 1, "member": 1}), "state": {"values": {**step, **chosen}}}


@pytest.mark.parametrize(
    ("day", "meeting", "step"),
    [
        ("2026-11-20", None, None),
        ("2025-01-07", None, None),  # whether a step's day has passed is asked where the step is known
        ("0001-01-01", "progress-error-old", None),
        ("2016-11-20", "progress-error-old", None),
        ("2028-01-10", "progress-error-future", None),
        ("2036-11-20", "progress-error-future", "progress-error-far"),
        ("9999-12-31", "progress-error-future", "progress-error-far"),
    ],
)
def test_a_day_that_can_hardly_be_meant_is_asked_about(day: str, meeting: str | None, step: str | None) -> None:
    met = parse_meeting(view(DAY=day), TODAY)
    promised = parse_step(view(DAY=day), TODAY)
    assert isinstance(met, LogMeeting) if meeting is None else met == Problems({BlockId.DAY: meeting})
    assert isinstance(promised, AddStep) if step is None else promised == Problems({BlockId.DAY: step})


@pytest.mark.parametrize("tz", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_days_that_have_no_moment_in_some_zone_are_refused_by_name(tz: str) -> None:
    now = datetime(2026, 11, 20, 9, tzinfo=UTC)
    faults = [
        parse_time_off_form(view(FIRST_DAY=first, BACK_DAY=back), now, tz)
        for first, back in (("0001-01-01", "0001-01-01"), ("2026-12-01", "9999-12-31"))
    ]
    assert faults == [FormProblems({BlockId.BACK_DAY: f"time-off-error-{fault}"}) for fault in ("past", "too-long")]
