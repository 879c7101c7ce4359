"""The heart beats, is quickened by commits, survives what its jobs raise, and stops at any moment."""

import threading
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.scheduler import Heart, Tick

LONG = timedelta(hours=1)


@pytest.mark.parametrize("run", range(20))
def test_it_can_stop_at_once(run: int) -> None:
    """A thread that ends with an error fails the test: warnings are errors here."""
    heart = Heart({}, [Tick(f"tick {number}", LONG, lambda: None) for number in range(5)])
    heart.start()
    heart.stop()


def test_it_can_stop_without_a_start() -> None:
    Heart({}, []).stop()


def test_ticks_run_at_the_start_and_stop_waits_for_them() -> None:
    began, ended = threading.Event(), threading.Event()

    def slow() -> None:
        began.set()
        ended.wait(0.2)
        ended.set()

    heart = Heart({}, [Tick("slow", LONG, slow)])
    heart.start()
    assert began.wait(60)
    heart.stop()
    assert ended.is_set()


def test_a_failing_pulse_is_logged_and_the_next_one_comes() -> None:
    beats: list[int] = []
    third = threading.Event()

    def pulse() -> None:
        beats.append(1)
        heart.quicken()
        if len(beats) == 3:
            third.set()
        raise RuntimeError("on purpose")

    heart = Heart({"pulse": pulse}, [])
    with capture_logs() as logs:
        heart.start()
        heart.quicken()
        assert third.wait(60)
        heart.stop()
    assert {entry["event"] for entry in logs} == {"job_failed"}
    assert all(entry["error_id"].startswith("E-") for entry in logs)


def test_a_part_that_fails_does_not_keep_the_next_from_running() -> None:
    """What cannot be released must not stop the delivery of what was."""
    delivered = threading.Event()

    def fail() -> None:
        raise RuntimeError("on purpose")

    heart = Heart({"release": fail, "delivery": delivered.set}, [])
    with capture_logs() as logs:
        heart.start()
        heart.quicken()
        assert delivered.wait(60)
        heart.stop()
    assert {entry["job"] for entry in logs} == {"release"}
