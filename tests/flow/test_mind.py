"""The text assistant through the whole pipe: a server that hangs keeps nobody waiting, an admin has the last word."""

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.minds import MindUnavailable, Reason
from playground.blockkit import view_refusal
from playground.local_slack import LocalSlack
from storage import mind_choices
from tests.bot.minds.asking import request_of
from tests.flow.acts import answer, only, the_workspace, words
from tests.flow.conftest import RunningBot, running_bot
from tests.openai_server import KEY, OpenAIServer
from tests.patience import LONG


@pytest.fixture
def minded(
    slack: LocalSlack, sqlite_url: str, clock_file: Path, openai_server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RunningBot]:
    """A bot with a text assistant."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", openai_server.url)
    with running_bot(slack, sqlite_url, clock_file) as running:
        yield running


def test_with_the_server_hanging_capture_works_as_without_one(
    slack: LocalSlack, minded: RunningBot, openai_server: OpenAIServer
) -> None:
    openai_server.always({"hang": True})
    minds, told = minded.parts.minds, queue.Queue[object]()
    assert minds is not None
    workspace_id = the_workspace(slack, minded)
    for _ in range(5):
        assert minds.start(request_of(workspace_id=workspace_id), told.put) is None
    slack.wait_for(lambda: openai_server.hanging == 2, what="both threads of the pool wait")

    assert "*Saved*" in answer(slack, "tom", "sales", "Acme: they say HubSpot is cheaper")
    assert only(minded).quote == "they say HubSpot is cheaper"
    assert told.empty()
    openai_server.release()
    openai_server.always({"answer": {"theme": "price", "note": None}})
    assert all(told.get(timeout=LONG) for _ in range(5))


def test_an_admin_says_whether_from_where_and_how_much(
    slack: LocalSlack, minded: RunningBot, openai_server: OpenAIServer
) -> None:
    minds, told = minded.parts.minds, queue.Queue[object]()
    assert minds is not None
    workspace_id = the_workspace(slack, minded)
    openai_server.answers({"answer": {"theme": "price", "note": None}})
    assert minds.start(request_of(workspace_id=workspace_id), told.put) is None
    told.get(timeout=LONG)

    slack.command("joe", "sales", "/lazo", "mind")
    form = slack.views("joe")[-1]
    assert view_refusal(form.source) is None
    assert "one question, 120 tokens" in words(form.source)
    assert "mind_tokens" in slack.submit(form, "joe", {"mind_tokens": "lots"}).errors
    sales = slack.conversation("sales").id
    wanted = {"mind_tokens": "500.000", "mind_channels": [sales], "mind_on": ["yes"]}
    assert slack.submit(form, "joe", wanted).response_action == "update"
    with minded.database.read() as connection:
        stands = mind_choices.choice_of(connection, workspace_id)
    assert (stands.is_off, stands.off_channels, stands.monthly_tokens) == (False, (sales,), 500_000)
    refused = minds.standing(workspace_id, sales)
    assert refused == MindUnavailable(Reason.OPTED_OUT)

    shown = words(slack.command("ana", "sales", "/lazo", "asistente").response)
    assert "Está *encendido*" in shown
    assert f"<#{sales}>" in shown
    assert slack.person("joe").id in shown
    assert not slack.views("ana")
