"""`lazo mind` and the doctor's line: what it cost, what was sent, and whether it answers."""

from contextlib import closing

import pytest
from typer.testing import CliRunner

from bot.cli.mind import app
from bot.clock import Clock
from bot.doctor.findings import Finding, Level
from bot.doctor.mind_checks import check_mind
from bot.minds.making import make_minds
from bot.settings import load_mind_settings
from commands.minds import MindAnswer, off_the_request_path
from storage.database import Database
from tests.bot.minds.asking import request_of
from tests.openai_server import KEY, OpenAIServer
from tests.storage.rows import Team


@pytest.fixture
def chosen(openai_server: OpenAIServer, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """OpenAI is the mind, at two a million tokens."""
    for name, value in {
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": openai_server.url,
        "DATABASE_URL": sqlite_url,
        "LAZO_MIND_BUDGET_MONEY": "5",
        "LAZO_MIND_PRICE_IN": "100",
        "LAZO_MIND_PRICE_OUT": "1000",
        "COLUMNS": "200",
    }.items():
        monkeypatch.setenv(name, value)
    return sqlite_url


def test_the_operator_sees_what_it_cost_and_exactly_what_was_sent(chosen: str, openai_server: OpenAIServer) -> None:
    openai_server.answers({"answer": {"theme": "price", "note": None}})
    with closing(Database.open(chosen)) as database:
        team = Team.new(database)
        minds = make_minds(load_mind_settings(), database, Clock())
        assert minds is not None
        with closing(minds), off_the_request_path():
            assert isinstance(minds.ask(request_of("mail ana@acme.com", workspace_id=team.id)), MindAnswer)
    shown = CliRunner().invoke(app, []).output
    assert "openai, gpt-5.4-mini" in shown
    assert "120" in shown
    assert "0.03" in shown
    assert "5.00" in shown
    listed = CliRunner().invoke(app, ["calls"]).output
    assert "sort@1" in listed
    number = next(part for part in listed.split() if part.isdecimal() and len(part) > 15)
    told = CliRunner().invoke(app, ["call", str(team.id), number]).output
    assert "[MAIL_1]" in told
    assert "ana@acme.com" not in told
    assert "price" in told
    assert CliRunner().invoke(app, ["call", str(team.id), "1"]).exit_code == 2


def test_the_doctor_asks_the_mind_and_says_what_is_wrong(
    chosen: str, openai_server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    openai_server.answers({"answer": {"code": "price", "confidence": 0.9}}, {"status": 401})
    assert levels() == {"mind": Level.OK, "masking": Level.OK}
    assert "invalid_api_key" not in found("mind").found
    monkeypatch.setenv("LAZO_MIND_MASKING", "no")
    openai_server.answers({"text": "Sure!"})
    assert levels() == {"mind": Level.BROKEN, "masking": Level.LOOK}
    monkeypatch.setenv("LAZO_MIND", "none")
    assert levels() == {"mind": Level.OFF}


def levels() -> dict[str, Level]:
    """What the doctor says, by subject."""
    return {each.subject: each.level for each in check_mind(20)}


def found(subject: str) -> Finding:
    """One of its lines."""
    return next(each for each in check_mind(20) if each.subject == subject)
