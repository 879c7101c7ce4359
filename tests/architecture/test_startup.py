"""`lazo --help` answers at once, and the bot soon: nothing is loaded that is not needed for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PROJECT

HEAVY = (
    "alembic",
    "apscheduler",
    "babel",
    "openai",
    "playground",
    "slack_bolt",
    "slack_sdk",
    "sqlalchemy",
    "starlette",
)

#: What a bot on a socket does without until it is ready: a web server, the scheduler, migrations, drawn tracebacks.
FOR_OTHERS = ("alembic", "apscheduler", "holidays", "numpy", "openai", "playground", "rich", "starlette", "uvicorn")

_CALLED = """
import sys
from bot.cli import main
sys.argv = ["lazo", *{arguments!r}]
try:
    main()
except SystemExit as done:
    assert done.code in {{None, 0, 2}}, done.code
print("loaded:", *sorted(set(name.split(".")[0] for name in sys.modules)))
"""


@pytest.mark.parametrize("arguments", [["--help"], []], ids=["help", "no arguments"])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """Neither the database, nor Slack's libraries, nor a network client."""
    done = subprocess.run(
        [sys.executable, "-c", _CALLED.format(arguments=arguments)],
        cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout + done.stderr
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded.isdisjoint(HEAVY), loaded.intersection(HEAVY)


def test_the_bot_loads_only_what_it_needs_to_be_ready(tmp_path: Path) -> None:
    """Everything is loaded when it finds that it has no settings; what others need is still there for them."""
    done = subprocess.run(
        [sys.executable, "-c", _CALLED.format(arguments=["run"]) + "\nimport rich"],
        cwd=tmp_path, env={"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "SLACK_BOT_TOKEN" in done.stderr
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "slack_bolt" in loaded
    assert loaded.isdisjoint(FOR_OTHERS), loaded.intersection(FOR_OTHERS)
