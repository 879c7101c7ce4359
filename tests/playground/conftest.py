"""A local Slack, a Web API client and a Bolt app for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.socket_line import hang_up
from playground.local_slack import LocalSlack
from tests.playground.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A fresh local Slack."""
    with LocalSlack.start(MANIFEST) as started:
        yield started


@pytest.fixture(scope="module")
def shared_slack() -> Iterator[LocalSlack]:
    """One for tests that only ask and leave nothing behind that others would see."""
    with LocalSlack.start(MANIFEST) as started:
        yield started


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    """The real SDK client, without retries."""
    return WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])


@pytest.fixture
def app(slack: LocalSlack) -> App:
    """A Bolt app that says what happens to it; not connected yet."""
    web = WebClient(slack.bot_token, base_url=slack.api_url)
    return App(signing_secret=slack.signing_secret, client=web, process_before_response=True)


@pytest.fixture
def connect(slack: LocalSlack, app: App) -> Iterator[Callable[[], SocketModeHandler]]:
    """Connects the app by Socket Mode, once or several times."""
    handlers: list[SocketModeHandler] = []

    def connected() -> SocketModeHandler:
        wanted = slack.delivery.connections + 1
        handler = SocketModeHandler(app, slack.app_token)
        handlers.append(handler)
        handler.connect()  # type: ignore[no-untyped-call]
        slack.wait_for(lambda: slack.delivery.connections >= wanted, what="the app to connect")
        return handler

    yield connected
    for handler in handlers:
        hang_up(handler.client)
    slack.wait_for(lambda: slack.delivery.connections == 0, what="the app to hang up")


def refused(call: Callable[..., Any], **args: object) -> dict[str, Any]:
    """The body of the refusal that a Web API call gets."""
    with pytest.raises(SlackApiError) as caught:
        call(**args)
    body = caught.value.response.data
    assert isinstance(body, dict)
    return body
