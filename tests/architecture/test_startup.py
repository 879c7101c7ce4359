"""`lazo --help` answers at once: nothing heavy is loaded to say what there is."""

import subprocess
import sys

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

_HELP = """
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
        [sys.executable, "-c", _HELP.format(arguments=arguments)],
        cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout + done.stderr
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded.isdisjoint(HEAVY), loaded.intersection(HEAVY)
