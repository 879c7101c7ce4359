"""The local Slack seen from outside: who it is, what people see in it, and waiting for that to change."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.clock import DemoClock
    from playground.delivery import Delivery
    from playground.faults import Faults, Limiter
    from playground.model import ApiCall, Conversation, Message, Person, View
    from playground.store import Store
    from playground.workspace import Workspace

ROUND = 0.25
#: How long to wait for what a person is to see, in real seconds, where nothing else is said.
PATIENCE_SECONDS = 60.0


class Observed:
    """A workspace to look at; people and places may be named by handle, channel name or id."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def base_url(self) -> str:
        """Such as ``http://127.0.0.1:8765``."""
        return self._workspace.base_url

    @property
    def api_url(self) -> str:
        """The Web API's base, for ``SLACK_API_URL``."""
        return self._workspace.base_url + "/api/"

    @property
    def bot_token(self) -> str:
        """The app's bot token."""
        return self._workspace.bot_token

    @property
    def app_token(self) -> str:
        """The app-level token, for Socket Mode."""
        return self._workspace.app_token

    @property
    def signing_secret(self) -> str:
        """The secret that signs HTTP requests."""
        return self._workspace.signing_secret

    @property
    def team_id(self) -> str:
        """The team's id."""
        return self._workspace.team_id

    @property
    def app_id(self) -> str:
        """The app's id."""
        return self._workspace.app_id

    @property
    def bot_id(self) -> str:
        """The bot's id (``B…``), as messages carry it."""
        return self._workspace.bot_id

    @property
    def bot_user_id(self) -> str:
        """The app's user id (``U…``)."""
        return self._workspace.bot_user.id

    @property
    def clock(self) -> DemoClock:
        """The demo clock; move it through :meth:`advance` so that the page hears of it."""
        return self._workspace.clock

    @property
    def faults(self) -> Faults:
        """Faults that strike Web API calls."""
        return self._workspace.faults

    @property
    def limiter(self) -> Limiter:
        """The rate limiter: ``slack.limiter.enabled = True``."""
        return self._workspace.limiter

    @property
    def store(self) -> Store:
        """People, conversations and messages."""
        return self._workspace.store

    @property
    def charts_allowed(self) -> bool:
        """False makes the team refuse ``data_visualization`` with ``invalid_blocks`` (phased rollout)."""
        return self._workspace.charts_allowed

    @charts_allowed.setter
    def charts_allowed(self, value: bool) -> None:
        self._workspace.charts_allowed = value

    @property
    def delivery(self) -> Delivery:
        """Delivery to the bot: ``slack.delivery.ack_seconds``, ``.sent``, ``.late_acks``."""
        return self._workspace.delivery

    def person(self, name: str) -> Person:
        """A person by handle or id."""
        return self.store.person(name)

    def conversation(self, name: str) -> Conversation:
        """A conversation by channel name or id."""
        return self.store.conversation(name)

    def dm_with_app(self, user: str) -> str:
        """The id of this person's DM with the app."""
        return self.store.direct(self.person(user).id, self.bot_user_id).id

    def messages(self, conversation: str, viewer: str | None = None) -> list[Message]:
        """All messages there, oldest first; with a viewer their ephemeral ones as well."""
        place = self.conversation(conversation)
        found = self.store.messages(place.id)
        if viewer is not None:
            person = self.person(viewer)
            if person.id not in place.members:
                return self.store.ephemerals(place.id, person.id)
            found = sorted([*found, *self.store.ephemerals(place.id, person.id)], key=lambda each: each.ts)
        return found

    def ephemerals(self, user: str, conversation: str) -> list[Message]:
        """What only this person sees there."""
        return self.store.ephemerals(self.conversation(conversation).id, self.person(user).id)

    def message(self, conversation: str, ts: str) -> Message:
        """One message; AssertionError when it is not there."""
        place = self.conversation(conversation)
        found = self.store.message(place.id, ts) or self.store.ephemeral(place.id, ts)
        assert found is not None, f"no message {ts} in {place.name}"
        return found

    def views(self, user: str) -> list[View]:
        """This person's open modals, the one on top last."""
        return self._workspace.views.of(self.person(user).id)

    def home(self, user: str) -> View | None:
        """This person's Home tab as last published."""
        return self._workspace.views.home(self.person(user).id)

    def calls(self, method: str | None = None) -> list[ApiCall]:
        """The Web API calls so far, all of them or those of one method."""
        with self.store.changed:
            return [call for call in self._workspace.calls if method in {None, call.method}]

    # -- waiting -----------------------------------------------------------------------------

    def wait_for(self, predicate: Callable[[], object], timeout: float | None = None, what: str = "") -> object:
        """Wait until ``predicate`` gives something true, and return that.

        It is asked again after every change. AssertionError after ``timeout`` real seconds.
        """
        timeout = PATIENCE_SECONDS if timeout is None else timeout
        deadline = time.monotonic() + timeout
        while True:
            with self.store.changed:
                seen = self.store.version
            found = predicate()
            if found:
                return found
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"waited {timeout} s in vain for {what or predicate}; {self._seen()}")
            with self.store.changed:
                if self.store.version == seen:
                    # Bots change things that are no change here, so look again now and then.
                    self.store.changed.wait(min(left, ROUND))

    def wait_until_connected(self, timeout: float | None = None) -> None:
        """Wait until a Socket Mode client has connected."""
        self.wait_for(lambda: self._workspace.delivery.connected, timeout, "the bot to connect")

    def _seen(self) -> str:
        recent = [f"{call.method}→{call.error or 'ok'}" for call in self.calls()[-8:]]
        said = [
            f"#{self.store.conversations[m.conversation].name}: {m.text[:80]!r}"
            for place in self.store.conversations.values()
            for m in self.store.messages(place.id)[-2:]
        ]
        return f"connected: {self._workspace.delivery.connected}; last calls: {recent}; last messages: {said}"
