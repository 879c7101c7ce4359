"""The demo clock runs forward only, keeps its offset, and moves what people see but no technical limit."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from slack_sdk import WebClient

from playground.clock import DemoClock
from playground.local_slack import LocalSlack
from tests.playground.manifest import MANIFEST, modal

if TYPE_CHECKING:
    from pathlib import Path


def test_it_runs_with_real_time_until_it_is_moved(tmp_path: Path) -> None:
    clock = DemoClock(tmp_path / "clock.json")
    before, shown, after = datetime.now(UTC), clock.now(), datetime.now(UTC)
    assert before <= shown <= after
    assert not (tmp_path / "clock.json").exists()
    clock.advance(90)
    before, shown, after = datetime.now(UTC), clock.now(), datetime.now(UTC)
    assert before <= shown - timedelta(seconds=90) <= after
    assert json.loads((tmp_path / "clock.json").read_text()) == {"offset_seconds": 90}
    assert DemoClock(tmp_path / "clock.json").offset_seconds == 90


def test_it_never_runs_back() -> None:
    clock = DemoClock()
    with pytest.raises(ValueError, match="forward"):
        clock.advance(-1)
    with pytest.raises(ValueError, match="forward"):
        clock.move_to(clock.now() - timedelta(hours=1))


@pytest.mark.parametrize("zone", ["Europe/Madrid", "America/Mexico_City", "America/New_York"])
def test_presets_mean_nine_in_the_morning_of_that_person(zone: str) -> None:
    clock = DemoClock()
    for preset in ("monday_0900", "tomorrow_0900"):
        local = clock.preset(preset, zone).astimezone(ZoneInfo(zone))
        assert (local.hour, local.minute) == (9, 0)
        assert clock.now() < local
    clock.move_to(clock.preset("monday_0900", zone))
    assert clock.now().astimezone(ZoneInfo(zone)).weekday() == 0
    again = clock.preset("monday_0900", zone) - clock.now()
    assert timedelta(days=6) < again <= timedelta(days=7, hours=1)
    with pytest.raises(ValueError, match="unknown preset"):
        clock.preset("yesterday", zone)


def test_timestamps_are_unique_and_only_grow() -> None:
    clock = DemoClock()
    stamps = [clock.next_ts() for _ in range(2000)]
    clock.advance(3600)
    stamps.append(clock.next_ts())
    assert stamps == sorted(set(stamps))
    assert float(stamps[-1]) - float(stamps[0]) >= 3600


def test_messages_follow_the_clock_and_triggers_do_not(tmp_path: Path) -> None:
    with LocalSlack.start(MANIFEST, clock_file=tmp_path / "clock.json") as slack:
        before = slack.post_as("ana", "sales", "today")
        trigger = slack.command("ana", "sales", "/form").trigger_id
        slack.advance(7 * 86_400)
        after = slack.post_as("ana", "sales", "next week")
        assert float(after.ts) - float(before.ts) > 6.9 * 86_400
        WebClient(slack.bot_token, base_url=slack.api_url).views_open(trigger_id=trigger, view=modal())
        started = int(datetime.now(UTC).timestamp())
        assert started <= int(slack.sign(b"")["X-Slack-Request-Timestamp"]) <= datetime.now(UTC).timestamp()
    with LocalSlack.start(MANIFEST, clock_file=tmp_path / "clock.json") as again:
        assert again.clock.offset_seconds == 7 * 86_400
