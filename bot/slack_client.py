"""The Web API client: no retries of its own, and within a request no more time than the request has left."""

import ssl
from functools import cache
from typing import Any, cast

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.settings import Settings
from commands import budget


class PunctualClient(WebClient):
    """A client whose ``timeout`` is a limit for one call; what the request has left may be less."""

    @property
    def timeout(self) -> int:
        """Seconds for the call that is made now."""
        # Never 0, which would mean "do not wait for the connection". The SDK says int, and gives it to the socket,
        # which takes parts of a second.
        return cast("int", max(0.001, budget.seconds_left(self._at_most)))

    @timeout.setter
    def timeout(self, at_most: int) -> None:
        self._at_most = at_most

    def api_call(self, *args: Any, **kwargs: Any) -> SlackResponse:  # noqa: ANN401 - the SDK's own
        """Any Web API method. Raises `budget.OutOfTimeError` when the request has no time left for it."""
        budget.take(self._at_most)
        return super().api_call(*args, **kwargs)


def slack_client(settings: Settings, token: str, timeout: int) -> WebClient:
    """A Web API client without retries of its own: what may be tried again is the outbox's to decide."""
    return PunctualClient(
        token=token, base_url=settings.slack_api_url, timeout=timeout, retry_handlers=[], ssl=_trusted()
    )


@cache
def _trusted() -> ssl.SSLContext:
    """The machine's certificates, read once: left alone, the SDK reads them all for every call and every line."""
    return ssl.create_default_context()
