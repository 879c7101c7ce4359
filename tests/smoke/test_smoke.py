"""The script itself, on the local Slack: every trial runs, sees what is otherwise, and leaves nothing behind."""

import threading
from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.manifest import build_manifest
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from tests.patience import LONG
from tests.smoke import asking
from tests.smoke.__main__ import main
from tests.smoke.ground import Ground, Verdict, tried
from tests.smoke.trials import TRIALS


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    manifest = build_manifest(Texts())
    scopes = manifest["oauth_config"]["scopes"]["bot"]
    manifest["oauth_config"]["scopes"]["bot"] = sorted({*scopes, "files:read", "files:write"})
    manifest["features"]["app_home"]["home_tab_enabled"] = True
    with LocalSlack.start(manifest) as started:
        yield started


@pytest.fixture
def ground(slack: LocalSlack) -> Ground:
    client = WebClient(token=slack.bot_token, base_url=slack.api_url, timeout=int(LONG))
    return Ground(client, slack.conversation("marketing").id, slack.person("marta").id)


def test_every_trial_holds_and_nothing_is_left(slack: LocalSlack, ground: Ground) -> None:
    results = [tried(trial, ground) for trial in TRIALS]
    assert [(result.trial.name, result.seen) for result in results if result.verdict is not Verdict.HELD] == []
    assert ground.clean_up() == []
    assert slack.messages("marketing") == []
    assert slack.messages(slack.dm_with_app("marta")) == []


def test_a_workspace_without_charts_is_as_assumed(slack: LocalSlack, ground: Ground) -> None:
    slack._workspace.charts_allowed = False
    (chart,) = [tried(trial, ground) for trial in TRIALS if trial.name == "chart"]
    assert chart.verdict is Verdict.HELD
    assert "refused" in chart.seen


@pytest.mark.parametrize(
    ("method", "code", "verdict"),
    [
        ("users.info", "user_not_found", Verdict.OTHERWISE),
        ("views.publish", "not_enabled", Verdict.UNTRIED),
        ("conversations.history", "missing_scope", Verdict.UNTRIED),
    ],
)
def test_what_is_otherwise_is_told_from_what_may_not_be_tried(
    slack: LocalSlack, ground: Ground, method: str, code: str, verdict: Verdict
) -> None:
    slack.faults.add(method=method, times=99, kind="error", code=code)
    assert verdict in {tried(trial, ground).verdict for trial in TRIALS}


def test_the_script_ends_with_one_when_something_is_otherwise(
    slack: LocalSlack, ground: Ground, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", slack.bot_token)
    monkeypatch.setenv("SLACK_API_URL", slack.api_url)
    arguments = ["--channel", ground.channel, "--user", ground.user]
    assert main(arguments) == 0
    assert "19 held" in capsys.readouterr().out
    slack.faults.add(method="chat.update", times=9, kind="error", code="cant_update_message")
    assert main(arguments) == 1
    assert "OTHERWISE" in capsys.readouterr().out
    assert slack.messages("marketing") == []


def test_without_tokens_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SLACK_BOT_TOKEN", raising=False)
    assert main(["--channel", "C1", "--user", "U1"]) == 2


def test_a_person_types_and_presses(slack: LocalSlack, ground: Ground) -> None:
    said: list[str] = []
    typing: list[threading.Thread] = []

    def person(text: str) -> None:
        """Does what the script asks for."""
        said.append(text)
        act = type_it if text.startswith("Type") else press_it
        typing.append(threading.Thread(target=act))
        typing[-1].start()

    def type_it() -> None:
        slack.command("marta", "marketing", "/lazo", asking.TYPED)

    def press_it() -> None:
        slack.wait_for(lambda: slack.ephemerals("marta", "marketing"), what="the answer")
        slack.press("marta", "smoke_button", message=slack.ephemerals("marta", "marketing")[-1])

    listening = asking.Listening(ground.client, slack.app_token, person, LONG)
    with listening.connected():
        slack.wait_until_connected()
        results = [tried(trial, ground) for trial in asking.trials(listening)]
    for thread in typing:
        thread.join(LONG)
    assert [(result.trial.name, result.seen) for result in results if result.verdict is not Verdict.HELD] == []
    assert len(said) == 2
    assert [kind for kind, _body in slack.ignored_acks] == ["block_actions"]


def test_nobody_there_is_no_failure(slack: LocalSlack, ground: Ground) -> None:
    listening = asking.Listening(ground.client, slack.app_token, lambda _text: None, 0.1)
    with listening.connected():
        slack.wait_until_connected()
        results = [tried(trial, ground) for trial in asking.trials(listening)]
    assert {result.verdict for result in results} == {Verdict.UNTRIED}
