"""`lazo demo` as a newcomer runs it: a process that prints an address, a page that answers, a bot that is connected."""

import os
import signal
import socket
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.demo_process import PATIENCE_SECONDS, Demo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the demo is started."""
    return tmp_path


@pytest.fixture
def demo(folder: Path) -> Iterator[Callable[..., Demo]]:
    """Starts demos, and ends whatever a failed test leaves."""
    started: list[Demo] = []

    def start(*flags: str) -> Demo:
        started.append(Demo(folder, *flags))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            left = [each.process.pid, *(child.pid for child in each.children())]
            for pid in left:
                os.kill(pid, signal.SIGKILL)
            each.process.wait(PATIENCE_SECONDS)


def test_it_starts_serves_and_leaves_nothing(demo: Callable[..., Demo], folder: Path) -> None:
    running = demo("--port", "0")
    port = running.until_ready()
    assert "/objection" in running.printed
    assert "/objecion" in running.printed
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE_SECONDS) as page:
        assert page.status == 200
        assert b"<html" in page.read()
    (bot,) = running.children()
    assert bot.cmdline()[-3:] == ["-m", "bot.cli", "run"]

    assert running.stop(signal.SIGTERM) == 0
    assert_nothing_left(running, bot, folder)


def assert_nothing_left(stopped: Demo, bot: psutil.Process, folder: Path) -> None:
    assert not bot.is_running()
    assert "Stopped" in stopped.printed
    assert not [left for left in folder.iterdir() if left.name.startswith("lazo-demo-")]


def test_a_taken_port_is_said_and_the_next_one_used(demo: Callable[..., Demo], folder: Path) -> None:
    """And Ctrl-C ends it as cleanly."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        running = demo("--port", str(port), "--empty")
        assert running.until_ready() > port
        assert f"Port {port} is in use" in running.printed
    (bot,) = running.children()
    assert running.stop(signal.SIGINT) == 0
    assert_nothing_left(running, bot, folder)


def test_a_bot_that_dies_is_told_and_started_once_more(demo: Callable[..., Demo], folder: Path) -> None:
    running = demo("--port", "0", "--empty")
    running.until_ready()
    (log,) = folder.glob("lazo-demo-*/bot.log")  # it is connected a moment before it says so
    running.until(lambda: "ready" in log.read_text("utf-8"), "the bot's own word")
    (first,) = running.children()
    first.kill()
    running.until(lambda: "Starting it once more" in running.printed, "the report")
    running.until(lambda: any(child.pid != first.pid for child in running.children()), "the second bot")
    assert "ready" in running.printed, "its last lines are shown"
    for child in running.children():
        child.kill()
    assert running.process.wait(PATIENCE_SECONDS) == 1


def test_what_is_kept_is_there_the_next_time(demo: Callable[..., Demo], folder: Path) -> None:
    first = demo("--port", "0", "--keep")
    first.until_ready()
    first.stop()
    file, clock = folder / ".lazo-demo" / "lazo.sqlite3", folder / ".lazo-demo" / "clock.json"
    made, offset = file.stat().st_ino, clock.read_text("utf-8")
    second = demo("--port", "0", "--keep")
    second.until_ready()
    assert second.stop() == 0
    assert file.stat().st_ino == made
    assert clock.read_text("utf-8") == offset
