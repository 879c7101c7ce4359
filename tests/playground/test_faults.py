"""Faults on demand, and the rate limiter, as the real SDK meets them."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from http.client import RemoteDisconnected
from typing import TYPE_CHECKING

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import RateLimitErrorRetryHandler

from tests.patience import LONG
from tests.playground.conftest import refused

if TYPE_CHECKING:
    from playground.local_slack import LocalSlack

DROPPED = (RemoteDisconnected, ConnectionError)


def test_a_rate_limit_carries_retry_after_and_strikes_one_channel_only(slack: LocalSlack, client: WebClient) -> None:
    sales = slack.conversation("sales").id
    fault = slack.faults.add("chat.postMessage", channel=sales, kind="ratelimited", retry_after=7)
    client.chat_postMessage(channel=slack.conversation("marketing").id, text="goes through")
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=sales, text="x")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "7"
    assert caught.value.response["error"] == "ratelimited"
    client.chat_postMessage(channel=sales, text="only once")
    assert fault.struck == 1


def test_the_sdks_own_handler_waits_as_told(slack: LocalSlack) -> None:
    slack.faults.add("auth.test", kind="ratelimited", retry_after=1)
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[RateLimitErrorRetryHandler()])
    started = time.monotonic()
    assert client.auth_test()["ok"]
    assert time.monotonic() - started >= 1


def test_a_connection_that_drops_before_leaves_nothing_done(slack: LocalSlack, client: WebClient) -> None:
    slack.faults.add("chat.postMessage", kind="drop_before")
    with pytest.raises(DROPPED):
        client.chat_postMessage(channel="#sales", text="x")
    assert slack.messages("sales") == []
    assert slack.calls("chat.postMessage")[0].error == "dropped"


def test_a_connection_that_drops_after_leaves_it_done(slack: LocalSlack, client: WebClient) -> None:
    slack.faults.add("chat.postMessage", kind="drop_after")
    with pytest.raises(DROPPED):
        client.chat_postMessage(channel="#sales", text="x")
    assert [message.text for message in slack.messages("sales")] == ["x"]


def test_errors_and_delays(slack: LocalSlack, client: WebClient) -> None:
    slack.faults.add("auth.test", kind="error", code="account_inactive")
    slack.faults.add("auth.test", kind="http_500")
    slack.faults.add("auth.test", kind="delay", seconds=0.2)
    assert refused(client.auth_test)["error"] == "account_inactive"
    with pytest.raises(SlackApiError) as caught:
        client.auth_test()
    assert caught.value.response.status_code == 500
    started = time.monotonic()
    assert client.auth_test()["ok"]
    assert time.monotonic() - started >= 0.2
    slack.faults.add("auth.test", times=9)
    slack.faults.clear()
    assert client.auth_test()["ok"]


def test_who_is_held_up_goes_on_when_the_faults_are_cleared(slack: LocalSlack, client: WebClient) -> None:
    slow = slack.faults.add("auth.test", kind="delay", seconds=10 * LONG)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(client.auth_test)
        slack.wait_for(lambda: slow.struck, what="the call")
        slack.faults.clear()
        assert asked.result(LONG)["ok"]


def test_the_limiter_holds_a_channel_to_about_a_post_a_second(slack: LocalSlack, client: WebClient) -> None:
    slack.limiter.enabled = True
    for number in range(3):
        client.chat_postMessage(channel="#sales", text=f"burst {number}")
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel="#sales", text="too much")
    assert caught.value.response.status_code == 429
    assert 1 <= int(caught.value.response.headers["Retry-After"]) <= 3
    client.chat_postMessage(channel="#marketing", text="another channel is free")


def test_the_limiter_knows_the_tiers(slack: LocalSlack, client: WebClient) -> None:
    slack.limiter.enabled = True
    for _ in range(20):
        client.users_list()
    with pytest.raises(SlackApiError) as caught:
        client.users_list()
    assert int(caught.value.response.headers["Retry-After"]) > 30
    slack.limiter.enabled = False
    client.users_list()
