"""Each missing or wrong setting is named, with what to do; nobody sees a traceback."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.run import app

GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "SLACK_SIGNING_SECRET": "secret",
    "SLACK_API_URL": "http://127.0.0.1:9/api/",
    "DATABASE_URL": "sqlite:///nowhere/lazo.db",
}


def told(monkeypatch: pytest.MonkeyPatch, *arguments: str, **changes: str | None) -> str:
    """What `lazo run` says with these settings before it gives up with exit code 2."""
    for name, value in {**GOOD, **changes}.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    outcome = CliRunner().invoke(app, list(arguments))
    assert outcome.exit_code == 2, outcome.output
    assert isinstance(outcome.exception, SystemExit)
    assert "Traceback" not in outcome.output
    assert "Lazo cannot start with these settings" in outcome.output
    return outcome.output


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder without an .env file."""
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("SLACK_BOT_TOKEN", ()), ("SLACK_APP_TOKEN", ()), ("SLACK_SIGNING_SECRET", ("--http",))],
)
def test_a_missing_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, arguments: tuple[str, ...]) -> None:
    output = told(monkeypatch, *arguments, **{name: None})
    assert f"{name}: missing." in output
    assert "Set it in the environment or in a file named .env." in output


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
def test_an_empty_setting_is_a_missing_one(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert f"{name}: missing." in told(monkeypatch, **{name: ""})
    Path(".env").write_text(f"{name}=\n", "utf-8")
    assert f"{name}: missing." in told(monkeypatch, **{name: None})


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("SLACK_API_URL", "slack.com/api", "must be a URL such as https://slack.com/api/"),
        ("DATABASE_URL", "mysql://user@host/db", "is not supported: use sqlite:///"),
        ("DATABASE_URL", "sqlite://", "without a file is not supported"),
        ("DATABASE_URL", "lazo.db", "not a database URL"),
        ("SLACK_BOT_TOKEN", "xoxb-…", "Copy it again, whole"),
        ("SLACK_APP_TOKEN", "xapp–1", "Copy it again, whole"),
        ("LAZO_LOG_LEVEL", "loud", "'info'"),
        ("LAZO_LISTENER_THREADS", "0", "greater than or equal to 1"),
        ("LAZO_LISTENER_THREADS", "many", "valid integer"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, advice: str) -> None:
    output = told(monkeypatch, **{name: value})
    assert f"{name}: " in output
    assert advice in output


def test_all_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    output = told(monkeypatch, SLACK_BOT_TOKEN=None, SLACK_API_URL="nonsense", LAZO_LOG_LEVEL="loud")
    assert all(name in output for name in ("SLACK_BOT_TOKEN", "SLACK_API_URL", "LAZO_LOG_LEVEL"))


@pytest.mark.parametrize("url", ["https://slack.com/api/", "http://10.0.0.7/api/", "http://127.0.0.1.example.com/api/"])
def test_the_demo_clock_is_for_this_machine_only(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    output = told(monkeypatch, SLACK_API_URL=url, LAZO_DEMO_CLOCK="/tmp/clock.json")
    assert "LAZO_DEMO_CLOCK is only for the local Slack" in output


def test_no_secret_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    output = told(monkeypatch, SLACK_BOT_TOKEN="xoxb-very-secret", LAZO_LOG_LEVEL="loud", SLACK_APP_TOKEN=None)
    assert "very-secret" not in output
