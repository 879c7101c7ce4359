"""The manifest promises what there is: commands that listen, scopes that calls need, in a form that Slack takes."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml
from slack_bolt import App
from slack_sdk import WebClient

from bot.clock import Clock
from bot.manifest import ManifestLanguage, build_manifest, manifest_yaml
from bot.membership import ABOUT_PEOPLE
from bot.scopes import EVENTS, SCOPES, WITHOUT_SCOPE
from bot.slices import register_slices
from commands.context import Services
from commands.i18n import LOCALES, Texts
from commands.specs import COMMANDS
from playground.web_api.door import METHODS
from storage.database import Database

_LANGUAGES: tuple[ManifestLanguage, ...] = ("en", "es", "both")
_HOST = "https://lazo.example.com"


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("http_url", [None, _HOST, f"{_HOST}/", f"{_HOST}/slack/events"])
def test_slacks_schema_takes_it(shared_dir: Path, language: ManifestLanguage, http_url: str | None) -> None:
    schema = json.loads((shared_dir / "schemas" / "slack-manifest.schema.2.0.0.json").read_text("utf-8"))
    made = build_manifest(Texts(), language, http_url)
    jsonschema.validate(made, schema)
    urls = {entry.get("url") for entry in made["features"]["slash_commands"]}
    assert urls == {f"{_HOST}/slack/events" if http_url else None}
    assert made["settings"]["event_subscriptions"].get("request_url") in urls
    assert made["settings"]["socket_mode_enabled"] is (http_url is None)


def test_the_file_is_the_english_output(project_dir: Path) -> None:
    """It is remade with `lazo manifest > manifest.yml`."""
    assert (project_dir / "manifest.yml").read_text("utf-8") == manifest_yaml(build_manifest(Texts()))


def test_its_yaml_says_the_same_with_the_reasons_beside(project_dir: Path) -> None:
    made = build_manifest(Texts())
    text = manifest_yaml(made)
    assert yaml.safe_load(text) == made
    assert all(need.why in text for need in (*SCOPES, *EVENTS))


def test_every_command_listens_and_every_listener_is_promised(sqlite_url: str) -> None:
    """Across both languages, name by name."""
    promised = {entry["command"] for entry in build_manifest(Texts(), "both")["features"]["slash_commands"]}
    assert promised == commands_registered(sqlite_url)
    one_language = [
        {entry["command"] for entry in build_manifest(Texts(), language)["features"]["slash_commands"]}
        for language in ("en", "es")
    ]
    assert set.union(*one_language) == promised
    assert [len(names) for names in one_language] == [len(COMMANDS)] * 2


def test_scopes_cover_the_calls_and_no_more(project_dir: Path) -> None:
    called = set(methods_called(project_dir))
    covered = {method for need in SCOPES for method in need.methods}
    assert {"chat.postMessage", "views.open", "users.info"} <= called
    with_app_token = {"apps.connections.open"}
    assert called <= covered | WITHOUT_SCOPE | with_app_token, "a call without a row in bot/scopes.py"
    assert covered <= called, "a row in bot/scopes.py that nothing needs"


def test_scopes_are_those_that_slack_asks_for() -> None:
    """The local Slack knows from Slack's pages what each method needs; it must let all our calls through."""
    held = {need.scope for need in SCOPES}
    for method in {method for need in SCOPES for method in need.methods}:
        asked = METHODS[method].scopes
        assert not asked or held & set(asked), method


def test_every_event_is_listened_to_and_its_scope_held() -> None:
    assert {need.scope for need in EVENTS if need.scope} <= {need.scope for need in SCOPES}
    promised = set(build_manifest(Texts())["settings"]["event_subscriptions"]["bot_events"])
    assert promised == {need.event for need in EVENTS}
    assert promised >= ABOUT_PEOPLE
    assert {"team_join", "user_change"} == ABOUT_PEOPLE


def test_every_text_is_there_in_every_language() -> None:
    for locale in LOCALES:
        say = Texts().into(locale)
        for spec in COMMANDS:
            assert say.has(spec.description_key)
            assert say.has(spec.usage_key)


def test_the_command_line_prints_it(project_dir: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "manifest", "--lang", "es", "--http-url", _HOST],
        cwd=project_dir,
        capture_output=True,
        text=True,
        check=True,
    )
    assert yaml.safe_load(done.stdout) == build_manifest(Texts(), "es", _HOST)


def test_an_address_that_slack_cannot_call_is_refused(project_dir: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "manifest", "--http-url", "http://lazo.example.com"],
        cwd=project_dir,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "https" in done.stderr


def commands_registered(url: str) -> set[str]:
    """The slash commands that the slices attach to Bolt."""
    names: set[str] = set()

    class Watched(App):
        def command(self, name: str) -> Callable[..., Callable[..., object] | None]:  # type: ignore[override]
            names.add(name)
            return super().command(name)

    clock = Clock()
    services = Services(
        database=Database.open(url),
        texts=Texts(),
        now=clock.business_now,
        system_now=clock.system_now,
        find_person=lambda _workspace, _user: None,
    )
    app = Watched(client=WebClient(token="xoxb-1"), signing_secret="s", token_verification_enabled=False)
    register_slices(app, services, lambda _actor, _hash: None)
    return names


def methods_called(project: Path) -> Iterator[str]:
    """The Web API methods that ``bot`` and ``commands`` call: ``client.chat_postMessage(…)`` → ``chat.postMessage``."""
    known = {method.replace(".", "_"): method for method in (*METHODS, *WITHOUT_SCOPE)}
    for room in ("bot", "commands"):
        for file in (project / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                # Also where a method is only chosen, as in (client.views_push if … else client.views_open)(…).
                if isinstance(node, ast.Attribute) and node.attr in known:
                    yield known[node.attr]
