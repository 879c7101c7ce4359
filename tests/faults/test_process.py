"""`lazo run` as a process: it starts or says in a sentence why not, keeps answering, and stops cleanly."""

import json
import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from sqlalchemy import create_engine, text

from bot.manifest import build_manifest
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from storage.database import database_url
from tests.faults.callers import Callers
from tests.faults.conftest import MakeBot
from tests.faults.running_bot import START_SECONDS, RunningBot, lazo, slack_settings
from tests.faults.test_kill import check
from tests.patience import LONG

pytestmark = pytest.mark.fault
STOP_SECONDS = 30.0


def test_sigterm_finishes_what_is_under_way(sqlite_url: str, slack: LocalSlack, make_bot: MakeBot) -> None:
    """Six people type while it stops: each is answered or refused by Slack, and nobody's text is half stored."""
    bot = make_bot(sqlite_url)
    bot.start_and_connect(slack)
    callers = Callers(slack)
    with callers.typing():
        assert callers.wait_for_acknowledged(20, LONG)
        started = time.monotonic()
        assert bot.terminate(2 * STOP_SECONDS) == 0, bot.log[-2000:]
        took = time.monotonic() - started
    assert took < STOP_SECONDS
    check(sqlite_url, callers)
    # What was being worked on was answered: stored and unanswered is what only a kill leaves behind.
    assert stored(sqlite_url) == len(callers.acknowledged)
    assert "Traceback" not in bot.log
    assert bot.log.rstrip().splitlines()[-1].split("]", 1)[1].strip().startswith("stopped")


def test_a_second_process_on_a_file_is_refused_and_the_first_goes_on(
    sqlite_url: str, slack: LocalSlack, make_bot: MakeBot
) -> None:
    """Also: a refreshed connection loses nobody's command."""
    bot = make_bot(sqlite_url)
    bot.start_and_connect(slack)
    second = lazo(bot.folder, "run", settings=bot.settings)
    assert second.returncode == 1
    assert said(second.stderr).startswith("Lazo cannot start. Another `lazo run` uses ")
    callers = Callers(slack)
    with callers.typing():
        assert callers.wait_for_acknowledged(10, LONG)
        slack.disconnect_sockets("warning")
        assert callers.wait_for_acknowledged(60, LONG)
    assert not callers.unanswered
    slack.disconnect_sockets("refresh_requested")
    slack.wait_until_connected()
    assert callers.say("ana", "after the refresh")
    check(sqlite_url, callers)


def test_http_mode_answers_signed_requests_once(database_url: str, slack: LocalSlack, make_bot: MakeBot) -> None:
    bot = make_bot(database_url, "--http", "--port", "0")
    bot.start()
    slack.wait_for(lambda: bot.ended or address(bot), START_SECONDS, "an address in the log")
    assert not bot.ended, bot.log[-2000:]
    base = address(bot)
    with httpx.Client(trust_env=False, timeout=LONG) as client:
        assert client.get(f"{base}/healthz").json()["ok"]
        slack.use_http(f"{base}/slack/events")
        callers = Callers(slack)
        assert callers.say("tom", "over HTTP")
        # The same request again, several at once: one more of it is stored, and everybody gets the same answer.
        body = urlencode({**command_payload(slack), "text": "Acme: sent again and again"}).encode()
        headers = {**slack.sign(body), "Content-Type": "application/x-www-form-urlencoded"}
        with ThreadPoolExecutor(4) as pool:
            sent = [pool.submit(client.post, f"{base}/slack/events", content=body, headers=headers) for _ in range(4)]
        answers = [each.result() for each in sent]
        assert {answer.status_code for answer in answers} == {200}
        assert len({json.dumps(answer.json()["text"]) for answer in answers}) == 1
        assert stored(database_url) == 2
        forged = {**headers, **slack.sign(body, secret="guessed")}
        assert client.post(f"{base}/slack/events", content=body, headers=forged).status_code == 401
    assert bot.terminate(2 * STOP_SECONDS) == 0


def test_http_mode_stops_in_order_as_soon_as_it_is_ready(sqlite_url: str, slack: LocalSlack, make_bot: MakeBot) -> None:
    """Its own work begins beside the first answers: who ends it just then ends that too."""
    bot = make_bot(sqlite_url, "--http", "--port", "0")
    bot.start()
    slack.wait_for(lambda: bot.ended or "ready" in bot.log, START_SECONDS)
    assert bot.terminate(2 * STOP_SECONDS) == 0, bot.log[-2000:]
    assert "stopped" in bot.log
    assert "Traceback" not in bot.log


@pytest.fixture(scope="module")
def other_slack() -> Iterator[LocalSlack]:
    """A local Slack for processes that do not get far."""
    with LocalSlack.start(manifest=build_manifest(Texts())) as running:
        yield running


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("not migrated", "The database is at version none, this program needs "),
        ("no server", "The database does not answer: "),
        ("wrong bot token", "Slack refused SLACK_BOT_TOKEN: invalid_auth."),
        ("wrong app token", "Slack refused SLACK_APP_TOKEN: "),
        ("unreachable", "Slack does not answer at http://127.0.0.1:9/api/: "),
        ("port taken", "It cannot listen on port "),
    ],
)
def test_what_keeps_it_from_starting_is_said_in_a_sentence(
    case: str, sentence: str, sqlite_url: str, other_slack: LocalSlack, tmp_path: Path
) -> None:
    settings = slack_settings(other_slack, sqlite_url)
    arguments: tuple[str, ...] = ()
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        match case:
            case "not migrated":
                settings["DATABASE_URL"] = f"sqlite:///{tmp_path}/new.db"
            case "no server":
                settings["DATABASE_URL"] = "postgresql://127.0.0.1:9/lazo"
            case "wrong bot token":
                settings["SLACK_BOT_TOKEN"] = "xoxb-wrong"
            case "wrong app token":
                settings["SLACK_APP_TOKEN"] = "xapp-wrong"
            case "unreachable":
                settings["SLACK_API_URL"] = "http://127.0.0.1:9/api/"
            case _:
                arguments = ("--http", "--port", str(taken.getsockname()[1]))
        done = lazo(tmp_path, "run", *arguments, settings=settings)
    assert done.returncode == 1
    assert said(done.stderr).startswith(f"Lazo cannot start. {sentence}")
    assert "Traceback" not in done.stdout + done.stderr


def test_a_clock_file_that_is_nonsense_stops_nobody(sqlite_url: str, slack: LocalSlack, make_bot: MakeBot) -> None:
    """And a first SIGTERM right after the start is obeyed too."""
    clock = Path(slack_folder(sqlite_url)) / "clock.json"
    clock.write_text("[]", "utf-8")
    bot = make_bot(sqlite_url, LAZO_DEMO_CLOCK=str(clock))
    bot.start_and_connect(slack)
    assert Callers(slack).say("ana", "whatever the clock says")
    assert bot.terminate(2 * STOP_SECONDS) == 0


def command_payload(slack: LocalSlack) -> dict[str, object]:
    """The last slash command as Slack sent it, under a trigger of its own."""
    kind, payload = next(sent for sent in reversed(slack.delivery.sent) if sent[0] == "slash_commands")
    assert kind == "slash_commands"
    return {**payload, "trigger_id": "1.2.again"}


def stored(url: str) -> int:
    """How many objections there are."""
    engine = create_engine(database_url(url))
    with engine.connect() as connection:
        count = int(connection.execute(text("SELECT count(*) FROM objections")).scalar_one())
    engine.dispose()
    return count


def said(stderr: str) -> str:
    """What Lazo itself said last, without its log."""
    lines = [line for line in stderr.splitlines() if line.startswith("Lazo ")]
    return lines[-1] if lines else stderr


def address(bot: RunningBot) -> str:
    """Where a bot that is spoken to by HTTP listens; empty until it has said so."""
    said = re.search(r"(http://127\.0\.0\.1:\d+)/slack/events", bot.log)
    return said[1] if said else ""


def slack_folder(url: str) -> str:
    """The folder of a SQLite file."""
    return str(Path(database_url(url).database or "").parent)
