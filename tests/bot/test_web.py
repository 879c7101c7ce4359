"""HTTP mode: what Slack signed is done, anything else is refused before anybody looks at it."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event
from urllib.parse import urlencode

import pytest
from pydantic import SecretStr
from sqlalchemy import Connection, Engine, event
from starlette.testclient import TestClient

from bot.clock import Clock
from bot.manifest import build_manifest
from bot.settings import Settings
from bot.web import build_web
from bot.wiring import Running, build
from commands.i18n import Texts
from playground import payloads
from playground.local_slack import LocalSlack
from playground.model import Json
from playground.people import person
from storage import objections, people
from storage.database import Database
from storage.ids import WorkspaceId
from tests.patience import LONG

HOUR = 3600
PATIENCE = LONG


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack.start(build_manifest(Texts(), "both")) as started:
        yield started


@pytest.fixture
def parts(slack: LocalSlack, database: Database) -> Running:
    """The production parts, without the heart: nothing is to be delivered here."""
    settings = Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        database_url=str(database.url),
    )
    return build(settings, database, Clock())


@pytest.fixture
def web(parts: Running) -> Iterator[TestClient]:
    with TestClient(build_web(parts.app, 4, lambda: True)) as client:
        yield client


def typed(slack: LocalSlack, text: str, trigger: str = "1.2.x") -> bytes:
    payload = payloads.slash_command(
        slack._workspace, slack.person("ana"), slack.conversation("sales"), "/objection", text
    )
    return urlencode({**payload, "trigger_id": trigger, "response_url": slack.base_url + "/nowhere"}).encode()


def post(web: TestClient, body: bytes, headers: Mapping[str, str], kind: str = "x-www-form-urlencoded") -> Json | None:
    answer = web.post("/slack/events", content=body, headers={**headers, "Content-Type": f"application/{kind}"})
    if answer.status_code == 200:
        return dict(answer.json()) if answer.content else {}
    assert answer.status_code == 401, answer.text
    return None


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something, at most a minute."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def stored(database: Database) -> list[str]:
    with database.read() as connection:
        (workspace,) = people.list_workspaces(connection)
        workspace_id = WorkspaceId(workspace.id or 0)
        member = people.find_member(connection, workspace_id, person("ana", "Ana").id)
        found = objections.list_mine(connection, workspace_id, member.id if member else 0, limit=10)
    return [each.quote for each in found]


def test_a_signed_command_is_stored_and_answered_in_the_ack(
    slack: LocalSlack, web: TestClient, database: Database
) -> None:
    body = typed(slack, "Acme: muy caro")
    answer = post(web, body, slack.sign(body))
    assert answer is not None
    assert answer["text"] == "Guardado: muy caro"
    assert answer["response_type"] == "ephemeral"
    assert stored(database) == ["muy caro"]


def test_nobody_is_answered_before_the_commit(slack: LocalSlack, web: TestClient, database: Database) -> None:
    """While the commit is held, no answer comes; an ack that does not wait for it would be here at once."""
    first, second = typed(slack, "Acme: muy caro", "1.2.first"), typed(slack, "Acme: demasiado caro", "1.2.second")
    assert post(web, first, slack.sign(first)) is not None  # whoever asks is known from here on
    committing, may_commit = Event(), Event()

    def hold(_connection: Connection) -> None:
        committing.set()
        assert may_commit.wait(PATIENCE)

    event.listen(Engine, "commit", hold)
    try:
        with ThreadPoolExecutor(1) as pool:
            answer = pool.submit(post, web, second, slack.sign(second))
            assert committing.wait(PATIENCE)
            answered = wait({answer}, timeout=0.5).done
            before = stored(database)
            may_commit.set()
            assert answer.result(PATIENCE) is not None
        # Whoever commits must be through before its listener is taken away, also where the answer came first.
        wait_until(lambda: stored(database) == ["demasiado caro", "muy caro"])
    finally:
        may_commit.set()
        event.remove(Engine, "commit", hold)
    assert before == ["muy caro"]
    assert not answered


def test_what_slack_did_not_sign_is_refused(slack: LocalSlack, web: TestClient, database: Database) -> None:
    body = typed(slack, "Acme: muy caro")
    now = int(time.time())
    good = slack.sign(body)
    forged: list[tuple[bytes, Mapping[str, str]]] = [
        (body, {}),
        (body, slack.sign(body, secret="0" * 32)),
        (body, slack.sign(body, timestamp=now - HOUR)),  # stale
        (body, slack.sign(body, timestamp=now + HOUR)),
        (typed(slack, "Acme: something else"), good),  # another body under a good signature
        (body, {**good, "X-Slack-Request-Timestamp": str(now + 1)}),
        (body, {**good, "X-Slack-Signature": good["X-Slack-Signature"].upper()}),
        (body, {**good, "X-Slack-Request-Timestamp": "soon"}),
        (body, {**good, "X-Slack-Request-Timestamp": "9" * 5000}),
        (body, {"X-Slack-Signature": good["X-Slack-Signature"]}),
    ]
    for content, headers in forged:
        answer = web.post(
            "/slack/events", content=content, headers={**headers, "Content-Type": "application/x-www-form-urlencoded"}
        )
        assert 400 <= answer.status_code < 500, (headers, answer.status_code, answer.text)
        assert "Traceback" not in answer.text
    assert stored(database) == []


def test_a_replayed_request_does_nothing_again(slack: LocalSlack, web: TestClient, database: Database) -> None:
    """Within its five minutes a signature is good: then the ledger answers what was answered."""
    body = typed(slack, "Acme: muy caro")
    signed = slack.sign(body)
    first, again = post(web, body, signed), post(web, body, signed)
    assert first == again
    assert stored(database) == ["muy caro"]


def test_a_modal_answers_in_the_body(slack: LocalSlack, web: TestClient, database: Database) -> None:
    view: Json = {
        "id": "V1",
        "type": "modal",
        "callback_id": "objection_form",
        "hash": "1.x",
        "root_view_id": "V1",
        "private_metadata": "{}",
        "title": {"type": "plain_text", "text": "x"},
        "blocks": [],
        "state": {"values": {"quote": {"value": {"type": "plain_text_input", "value": "muy caro"}}}},
    }
    payload = {**payloads.base(slack._workspace, "view_submission", slack.person("ana")), "view": view}
    body = urlencode({"payload": json.dumps(payload)}).encode()
    answer = post(web, body, slack.sign(body))
    assert answer is not None
    assert answer["response_action"] == "update"
    assert stored(database) == ["muy caro"]


def test_signed_nonsense_breaks_nothing(slack: LocalSlack, web: TestClient) -> None:
    bodies = (b"", b"\xff\xfe", b"payload=%7Bnot+json", b"payload=%5B%5D", b"text=%00&command=/objection", b"[" * 2000)
    for body in bodies:
        for kind in ("x-www-form-urlencoded", "json"):
            headers = {**slack.sign(body), "Content-Type": f"application/{kind}"}
            answer = web.post("/slack/events", content=body, headers=headers)
            assert answer.status_code < 500, (body, kind, answer.text)
            assert "Traceback" not in answer.text
    assert web.get("/healthz").json() == {"ok": True}


def test_a_body_larger_than_slacks_is_not_read_to_its_end(web: TestClient) -> None:
    answer = web.post("/slack/events", content=b"x" * 1_000_001)
    assert answer.status_code == 413


def test_slacks_handshake_is_answered(slack: LocalSlack, web: TestClient) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "c" * 32, "token": "x"}).encode()
    answer = web.post("/slack/events", content=body, headers={**slack.sign(body), "Content-Type": "application/json"})
    assert "c" * 32 in answer.text


def test_only_what_is_served_answers(web: TestClient) -> None:
    assert web.get("/slack/events").status_code == 405
    assert web.get("/").status_code == 404


def test_an_unhealthy_database_is_told(parts: Running) -> None:
    with TestClient(build_web(parts.app, 1, lambda: False)) as client:
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"ok": False})
