"""One deadline for all that a request asks of Slack."""

import threading

import pytest
from slack_sdk import WebClient

from bot.slack_client import PunctualClient
from commands import budget


def test_outside_a_request_each_call_has_its_own_limit() -> None:
    assert budget.take(10) == 10
    with budget.keeping(5):
        assert budget.seconds_left(2) == 2


def test_within_a_request_calls_share_what_there_is() -> None:
    with budget.started():
        assert budget.seconds_left(2) == 2
        assert 2 < budget.seconds_left(60) <= budget.BUDGET_SECONDS
        with budget.keeping(budget.FOR_WRITING):
            assert budget.seconds_left(60) <= budget.BUDGET_SECONDS - budget.FOR_WRITING
            with budget.keeping(0):  # the larger claim stands
                assert budget.seconds_left(60) <= budget.BUDGET_SECONDS - budget.FOR_WRITING
        with budget.keeping(budget.BUDGET_SECONDS), pytest.raises(budget.OutOfTimeError):
            budget.take(1)
        assert budget.take(1) == 1
    assert budget.take(60) == 60


def test_time_runs_from_the_arrival_and_ends_with_the_request() -> None:
    """In a thread of its own, as a web request has a context of its own."""
    seen: list[float] = []

    def request() -> None:
        budget.start()
        before = budget.seconds_left(60)
        with budget.started():
            seen.extend((before, budget.seconds_left(60)))

    thread = threading.Thread(target=request)
    thread.start()
    thread.join()
    assert seen[1] <= seen[0] <= budget.BUDGET_SECONDS
    assert budget.seconds_left(60) == 60


def test_slack_is_not_asked_when_the_time_is_gone() -> None:
    client = PunctualClient(token="xoxb-1", base_url="http://127.0.0.1:9/", timeout=3, retry_handlers=[])
    assert isinstance(client, WebClient)
    assert client.timeout == 3
    with budget.started(), budget.keeping(budget.BUDGET_SECONDS):
        assert 0 < client.timeout < 0.01
        with pytest.raises(budget.OutOfTimeError):
            client.auth_test()
    with pytest.raises(OSError, match="refused"):
        client.auth_test()
