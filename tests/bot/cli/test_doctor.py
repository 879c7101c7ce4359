"""`lazo doctor` on the local Slack: what is well is said to be, and each thing that is not is found and named."""

import copy
import json
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.request import OpenerDirector, Request

import pytest
from typer.testing import CliRunner

from bot.cli.doctor import app
from bot.manifest import build_manifest
from bot.run_lock import alone
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from storage import outbox, people
from storage.database import Database
from storage.outbox import Outgoing
from storage.tables import Workspace
from tests.storage.rows import NOW

SECRETS = ("slack_bot_token", "slack_app_token", "slack_signing_secret")


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack.start(build_manifest(Texts())) as started:
        yield started


@pytest.fixture(autouse=True)
def settings(slack: LocalSlack, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment that connects to `slack`, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    good = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
    }
    for name, value in good.items():
        monkeypatch.setenv(name, value)
    return good


class Report:
    """What one run said."""

    def __init__(self, *arguments: str) -> None:
        done = CliRunner().invoke(app, ["--json", *arguments])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        self.text, self.exit_code = done.stdout, done.exit_code
        self.told: dict[str, Any] = json.loads(done.stdout)

    def level(self, subject: str, area: str | None = None) -> str:
        return str(self.of(subject, area)["level"])

    def of(self, subject: str, area: str | None = None) -> dict[str, Any]:
        found = [each for each in self.told["findings"] if each["subject"] == subject and area in {None, each["area"]}]
        assert found, (subject, self.text)
        return dict(found[0])

    def broken(self) -> list[str]:
        return [each["subject"] for each in self.told["findings"] if each["level"] == "broken"]


def in_use(slack: LocalSlack, url: str, *, marketing: str | None = None, handoff: str | None = None) -> None:
    """The workspace as a running bot would have left it, with these channels chosen."""
    database = Database.open(url)
    with database.write() as work:
        chosen = Workspace(team_id=slack.team_id, marketing_channel=marketing, handoff_channel=handoff, created_at=NOW)
        people.add_workspace(work, chosen)
        work.commit()
    database.close()


def test_all_is_well(slack: LocalSlack, database_url: str) -> None:
    in_use(slack, database_url, marketing=slack.conversation("marketing").id)
    report = Report()
    assert report.broken() == []
    assert report.exit_code == 0
    assert report.told["ok"] is True
    assert report.level("bot token") == report.level("app token") == report.level("one app") == "ok"
    assert report.level("granted", "scopes") == report.level("system time") == report.level("version") == "ok"
    assert report.level(f"marketing: {slack.conversation('marketing').id}") == "ok"
    assert report.level("mind") == "off"


def test_no_secret_is_shown(settings: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LAZO_LOG_LEVEL=debug\n")
    for shown in (CliRunner().invoke(app, []).output, Report().text):
        assert not any(settings[name.upper()] in shown for name in SECRETS)
        assert "debug (from .env)" in shown
        assert "environment" in shown


def test_a_password_in_the_databases_address_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://lazo:hunter2@127.0.0.1:9/lazo?password=hunter2")
    monkeypatch.setenv("SLACK_API_URL", "http://proxy:hunter2@127.0.0.1:9/api/")
    report = Report("--timeout", "1")
    assert "hunter2" not in report.text
    assert report.level("connection", "database") == "broken"


def test_plain_lines_in_a_pipe() -> None:
    done = CliRunner().invoke(app, [])
    *lines, verdict = done.stdout.splitlines()
    assert all(len(line.split("\t")) in {4, 5} for line in lines)
    assert verdict.startswith("0 broken")
    assert "\x1b" not in done.stdout


def test_settings_that_are_missing_wrong_or_mixed_up(
    settings: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", settings["SLACK_APP_TOKEN"])
    monkeypatch.delenv("SLACK_APP_TOKEN")
    monkeypatch.delenv("SLACK_SIGNING_SECRET")
    monkeypatch.setenv("LAZO_LISTENER_THREADS", "many")
    (tmp_path / ".env").write_text("LAZO_LOGLEVEL=debug\nSLACK_SIGNING_SECRET=\n")
    report = Report()
    assert report.exit_code == 1
    assert set(report.broken()) == {"SLACK_BOT_TOKEN", "LAZO_LISTENER_THREADS", "ways to run"}
    assert "SLACK_APP_TOKEN" in report.of("SLACK_BOT_TOKEN")["found"]
    assert "LAZO_LOG_LEVEL" in report.of("LAZO_LOGLEVEL")["advice"]
    assert settings["SLACK_APP_TOKEN"] not in report.text


@pytest.mark.parametrize("token", ["", "xoxb-…"])
def test_no_token_or_an_examples_still_looks_at_the_rest(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", token)
    report = Report()
    assert report.broken() == ["SLACK_BOT_TOKEN"]
    assert report.level("version") == "ok"


def test_tokens_in_a_file_that_others_can_read(tmp_path: Path, settings: dict[str, str]) -> None:
    file = tmp_path / ".env"
    file.write_text(f"SLACK_BOT_TOKEN={settings['SLACK_BOT_TOKEN']}\n")
    file.chmod(0o644)
    assert "chmod 600" in Report().of(".env")["advice"]
    file.chmod(0o600)
    assert ".env" not in [each["subject"] for each in Report().told["findings"]]


def test_refused_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1-2-made-up")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1-A1-2-made-up")
    report = Report()
    assert set(report.broken()) == {"bot token", "app token"}
    assert "invalid_auth" in report.of("bot token")["found"]


def test_the_apps_tokens_of_another_app(slack: LocalSlack, monkeypatch: pytest.MonkeyPatch) -> None:
    slack._workspace.app_id = "A0THER"
    assert Report().broken() == ["one app"]


def test_scopes_beside_the_manifest(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = copy.deepcopy(build_manifest(Texts()))
    scopes = manifest["oauth_config"]["scopes"]["bot"]
    scopes.remove("im:write")
    scopes.append("files:read.all")
    with LocalSlack.start(manifest) as other:
        monkeypatch.setenv("SLACK_BOT_TOKEN", other.bot_token)
        monkeypatch.setenv("SLACK_APP_TOKEN", other.app_token)
        monkeypatch.setenv("SLACK_API_URL", other.api_url)
        report = Report()
    assert report.broken() == ["im:write"]
    assert "files:read.all" in report.of("surplus")["found"]


def test_channels_that_cannot_be_spoken_in(slack: LocalSlack, database_url: str) -> None:
    lonely = slack.add_channel("lonely", ["joe"], with_app=False)
    old = slack.add_channel("old", ["joe"], is_archived=True)
    in_use(slack, database_url, marketing=lonely.id, handoff=old.id)
    report = Report()
    assert set(report.broken()) == {f"marketing: {lonely.id}", f"handoff: {old.id}"}
    assert "/invite" in report.of(f"marketing: {lonely.id}")["advice"]


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/nowhere.db")
    assert Report().broken() == ["file"]
    assert not (tmp_path / "nowhere.db").exists()


def test_a_database_that_was_never_migrated(empty_database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if empty_database_url.startswith("sqlite"):
        Path(empty_database_url.removeprefix("sqlite:///")).touch()
    monkeypatch.setenv("DATABASE_URL", empty_database_url)
    report = Report()
    assert report.broken() == ["version"]
    assert "lazo db upgrade" in report.of("version")["advice"]


def test_a_file_that_is_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "photo.db").write_bytes(b"JFIF" * 4000)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/photo.db")
    report = Report()
    assert report.exit_code == 1
    assert report.level("connection", "database") == "broken"


def test_who_holds_the_run_lock(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    assert Report().level("run lock") == "off"
    file = Database.open(sqlite_url).sqlite_file
    assert file is not None
    with alone(file):
        held = Report().of("run lock")
        assert held["level"] == "ok"
        assert "process id" in held["found"]
    assert Report().level("run lock") == "off"
    with alone(file):  # looking did not keep it
        pass


def test_dead_letters_and_a_queue_that_nobody_empties(slack: LocalSlack, database_url: str) -> None:
    database = Database.open(database_url)
    with database.write() as work:
        workspace_id = people.add_workspace(work, Workspace(team_id=slack.team_id, created_at=NOW))
        outbox.enqueue(work, workspace_id, Outgoing("digest", "one", "C1", {"text": "x"}), NOW)
        outbox.enqueue(work, workspace_id, Outgoing("digest", "two", "C2", {"text": "x"}), NOW)
        work.commit()
    with database.write() as work:
        (first, *_rest) = outbox.list_messages(work.connection, state="pending", limit=2)
        outbox.mark_dead(work, first, error="is_archived", error_id="E-1")
        work.commit()
    database.close()
    report = Report()
    assert report.level("dead letters") == "look"
    assert report.level("waiting") == "look"
    assert report.exit_code == 0


def test_a_slack_that_does_not_answer_is_waited_for_no_longer_than_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with silent_server() as (address, _), within(10):
        monkeypatch.setenv("SLACK_API_URL", address)
        report = Report("--timeout", "1")
    assert report.broken() == ["connection"]
    assert "no answer within 1 s" in report.of("connection")["found"]


def test_a_slack_that_falls_silent_is_not_asked_for_every_channel(
    slack: LocalSlack, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [slack.add_channel(f"c{number}").id for number in range(2)]
    in_use(slack, database_url, marketing=chosen[0], handoff=chosen[1])
    asked = falls_silent(monkeypatch, "/conversations.info")
    report = Report("--timeout", "7")
    assert report.level(f"marketing: {chosen[0]}") == report.level(f"handoff: {chosen[1]}") == "look"
    assert "no answer within 7 s" in report.of(f"marketing: {chosen[0]}")["found"]
    assert len(asked) == 1


def falls_silent(monkeypatch: pytest.MonkeyPatch, method: str) -> list[str]:
    """Calls of ``method`` get no answer in time, as if that had passed already; those that were made."""
    really_open = OpenerDirector.open
    made: list[str] = []

    def opened(opener: OpenerDirector, asked: Request | str, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - urllib's
        url = asked if isinstance(asked, str) else asked.full_url
        if not url.endswith(method):
            return really_open(opener, asked, *given, **more)
        made.append(url)
        raise TimeoutError("timed out")

    monkeypatch.setattr(OpenerDirector, "open", opened)
    return made


def test_a_moved_demo_clock_is_said(slack: LocalSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "clock.json").write_text('{"offset_seconds": 259200}')
    monkeypatch.setenv("LAZO_DEMO_CLOCK", str(tmp_path / "clock.json"))
    report = Report()
    assert report.level("demo clock") == "look"
    assert "3 days ahead" in report.of("demo clock")["found"]
    assert report.level("system time") == "ok"


class within:  # noqa: N801 - reads as a sentence
    """The block takes no longer than so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        self._started = time.monotonic()

    def __exit__(self, *_failure: object) -> None:
        assert time.monotonic() - self._started < self._seconds


class silent_server:  # noqa: N801 - as above
    """Takes connections and says nothing."""

    def __enter__(self) -> tuple[str, Sequence[socket.socket]]:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._taken: list[socket.socket] = []
        self._thread = threading.Thread(target=self._take, daemon=True)
        self._thread.start()
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/api/", self._taken

    def __exit__(self, *_failure: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(60)
        for each in self._taken:
            each.close()

    def _take(self) -> None:
        while True:
            try:
                self._taken.append(self._listener.accept()[0])
            except OSError:
                return
