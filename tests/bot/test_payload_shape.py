"""What lacks a part that Slack always sends is named and refused; what Slack sends is let through."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from bot.clock import Clock
from bot.manifest import build_manifest
from bot.payload_shape import problem_in
from bot.settings import Settings
from bot.web import build_web
from bot.wiring import build
from commands.i18n import Texts
from playground import payloads
from playground.local_slack import LocalSlack
from playground.model import Json
from storage.database import Database

VIEW: Json = {"id": "V1", "type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": [], "state": {}}
PRESS: Json = {"type": "block_actions", "user": {"id": "U1"}, "actions": [{"action_id": "a"}]}
SUBMIT: Json = {"type": "view_submission", "user": {"id": "U1"}, "view": VIEW}
SHORTCUT: Json = {"type": "shortcut", "user": {"id": "U1"}, "callback_id": "c", "trigger_id": "1.2"}
TYPED: Json = {"command": "/objection", "user_id": "U1", "channel_id": "C1", "trigger_id": "1.2", "text": ""}
EVENT: Json = {"type": "event_callback", "event": {"type": "user_change", "user": {"id": "U1"}}, "event_time": 1}
NOBODY: list[Any] = [[], 5, {}, {"id": 5}]
#: A base, the part that is not as Slack sends it, the values in its place, and the name that is told.
CASES: list[tuple[Json, str, list[Any], str]] = [
    (PRESS, "actions", [[], None, {}, "x", [None], [{}], [{"action_id": 5}]], "actions"),
    (PRESS, "user", [None, [], "U1", {}, {"id": 5}], "user"),
    (PRESS, "channel", [[], {}, "C1", {"id": []}], "channel"),
    (PRESS, "type", [[], 5], "type"),
    (SUBMIT, "view", [None, [], "x", {}, {**VIEW, "blocks": None}, {**VIEW, "state": []}], "view"),
    (SHORTCUT, "callback_id", [None, ""], "callback_id"),
    ({"type": "block_suggestion", "user": {"id": "U1"}}, "action_id", [None], "action_id"),
    (EVENT, "event", [None, [], "x", {}, {"type": None}, {"type": []}], "event"),
    (EVENT, "event_time", ["soon", None], "event_time"),
    (EVENT, "event", [{"type": "user_change", "user": user} for user in NOBODY], "event.user"),
    (EVENT, "event", [{"type": "user_change", "user": {"id": "U1", "profile": 5}}], "event.user"),
    *[(TYPED, name, ["", None], name) for name in ("user_id", "channel_id", "trigger_id")],
]
BROKEN: list[tuple[Json, str]] = [
    ({**base, name: value}, told) for base, name, values, told in CASES for value in values
]


@pytest.mark.parametrize(("body", "part"), BROKEN)
def test_the_part_is_named(body: Json, part: str) -> None:
    assert problem_in(body) == part


@pytest.mark.parametrize(
    "body",
    [
        PRESS,
        {**PRESS, "channel": {"id": "D1", "name": "directmessage"}},
        SUBMIT,
        {**SUBMIT, "type": "view_closed"},
        SHORTCUT,
        {**SHORTCUT, "type": "message_action", "channel": {"id": "C1"}},
        {"type": "block_suggestion", "user": {"id": "U1"}, "action_id": "a", "value": ""},
        TYPED,
        EVENT,
        {**EVENT, "event": {"type": "app_uninstalled"}},
        {**EVENT, "event": {"type": "message", "user": "U1"}},
        {"type": "url_verification", "challenge": "c"},
        {"type": "app_rate_limited"},
        {"ssl_check": "1"},
        {},
    ],
)
def test_what_slack_sends_passes(body: Json) -> None:
    assert problem_in(body) is None


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack.start(build_manifest(Texts(), "both")) as started:
        yield started


def test_signed_but_broken_is_400_and_a_line_in_the_log(
    slack: LocalSlack, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        database_url=sqlite_url,
    )
    database = Database.open(sqlite_url)
    parts = build(settings, database, Clock())
    base = payloads.base(slack._workspace, "block_actions", slack.person("ana"))
    try:
        with TestClient(build_web(parts.app, 4, lambda: True)) as web:
            for body, part in BROKEN:
                content, kind = encoded({**base, **body} if "user" in body or "view" in body else body)
                headers = {**slack.sign(content), "Content-Type": kind}
                answer = web.post("/slack/events", content=content, headers=headers)
                assert answer.status_code == 400, (part, body, answer.status_code, answer.text)
    finally:
        parts.stop()
    assert capsys.readouterr().out.count("payload_unreadable") == len(BROKEN)


def encoded(body: dict[str, Any]) -> tuple[bytes, str]:
    """As Slack sends such a payload."""
    if body.get("type") == "event_callback":
        return json.dumps(body).encode(), "application/json"
    form = {name: value or "" for name, value in body.items()} if "command" in body else {"payload": json.dumps(body)}
    return urlencode(form).encode(), "application/x-www-form-urlencoded"
