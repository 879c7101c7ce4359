"""The local Slack as tests and the demo hold it: ``with LocalSlack.start(manifest) as slack``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.form import elements, find, given_values, typed
from playground.model import Json, Message, View
from playground.running import Running

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.outcomes import CommandOutcome, Outcome, SubmitOutcome, SuggestOutcome


class LocalSlack(Running):
    """A running local Slack. People and places may be named by handle, channel name or id."""

    # -- what people do ----------------------------------------------------------------------

    def command(self, user: str, conversation: str, command: str, text: str = "") -> CommandOutcome:
        """Type a slash command; waits for the ack, at most three seconds."""
        person, place = self.person(user), self.conversation(conversation)
        return self._server.call(self._acts.command(person, place, command, text))

    def shortcut(
        self, user: str, callback_id: str, *, conversation: str | None = None, ts: str | None = None
    ) -> Outcome:
        """Use a shortcut: on a message when ``conversation`` and ``ts`` are given, else global."""
        message = None
        if conversation is not None and ts is not None:
            message = self.message(conversation, ts)
        return self._server.call(self._acts.shortcut(self.person(user), callback_id, message))

    def press(
        self,
        user: str,
        action_id: str,
        *,
        message: Message | None = None,
        view: View | str | None = None,
        block_id: str | None = None,
        value: object = None,
        state: Mapping[str, object] | None = None,
    ) -> Outcome:
        """Press a button, or choose ``value`` in a select, menu or picker, in a message or a view.

        A button brings its own value. ``state`` is what was typed elsewhere in the form before.
        Raises AssertionError when there is no such element: nobody can press what is not there.
        """
        where = self._where(message, view)
        block, element = self._element(where, action_id, block_id)
        if element["type"] == "button" or element["type"] == "workflow_button":
            entry: Json = {"value": element["value"]} if "value" in element else {}
        else:
            entry = typed(element, value)
        given = given_values(where.blocks or [], state or {})
        return self._server.call(self._acts.press(self.person(user), where, element, block, entry, given))

    def suggest(
        self,
        user: str,
        action_id: str,
        typed_text: str,
        *,
        message: Message | None = None,
        view: View | str | None = None,
        block_id: str | None = None,
    ) -> SuggestOutcome:
        """Type into an external select."""
        where = self._where(message, view)
        block, element = self._element(where, action_id, block_id)
        return self._server.call(self._acts.suggest(self.person(user), where, element, block, typed_text))

    def submit(self, view: View | str, user: str, values: Mapping[str, object] | None = None) -> SubmitOutcome:
        """Submit a modal with ``values`` by block id and action id, or by action or block id alone.

        A value may be the whole state of the element, or short: text, an option's value, a list.
        """
        shown = self._where(None, view)
        assert isinstance(shown, View)
        state = given_values(shown.blocks, values or {})
        return self._server.call(self._acts.submit(self.person(user), shown, state))

    def close_view(self, view: View | str, user: str, *, is_cleared: bool = False) -> Outcome:
        """Close a modal (``is_cleared``: with all below it)."""
        shown = self._where(None, view)
        assert isinstance(shown, View)
        return self._server.call(self._acts.close(self.person(user), shown, is_cleared=is_cleared))

    def post_as(self, user: str, conversation: str, text: str, thread_ts: str | None = None) -> Message:
        """Write a message as a person."""
        person, place = self.person(user), self.conversation(conversation)
        return self._do(lambda: self._acts.post(person, place, text, thread_ts))

    def share_file(self, user: str, conversation: str, name: str, content: bytes) -> Message:
        """Drop a file into a conversation."""
        return self.share_files(user, conversation, {name: content})

    def share_files(self, user: str, conversation: str, files: Mapping[str, bytes], text: str = "") -> Message:
        """Drop files into a conversation, by name, all in one message."""
        person, place = self.person(user), self.conversation(conversation)

        def share() -> Message:
            kept = [self._workspace.files.keep(name, content, person.id) for name, content in files.items()]
            return self._acts.share(person, place, kept, text)

        return self._do(share)

    def file(self, file_id: str) -> bytes:
        """A file's bytes."""
        return self._workspace.files.find(file_id).content

    def delete_file(self, file_id: str) -> None:
        """Delete a file as its owner does."""
        self._do(lambda: self._workspace.bury(file_id))

    def react(self, user: str, conversation: str, ts: str, name: str, *, add: bool = True) -> None:
        """Add a reaction, or take it back."""
        person, message = self.person(user), self.message(conversation, ts)
        self._do(lambda: self._acts.react(person, message, name.strip(":"), add=add))

    def open_home(self, user: str, tab: str = "home") -> None:
        """Open the app's Home tab: the app gets ``app_home_opened``."""
        self._do(lambda: self._events.home_opened(self.person(user).id, tab))

    # -- the connection ----------------------------------------------------------------------

    def use_http(self, url: str | None) -> None:
        """Deliver by signed HTTP to ``url``; None goes back to Socket Mode."""
        self._workspace.delivery.http_url = url
        self.store.tell("bot", connected=self._workspace.delivery.connected, mode=self._workspace.delivery.mode)

    def verify_url(self, url: str) -> bool:
        """Whether the bot at ``url`` answers Slack's ``url_verification`` as it should."""
        return self._server.call(self._workspace.delivery.verify_url(url))

    def sign(self, body: bytes | str, timestamp: int | None = None, secret: str | None = None) -> dict[str, str]:
        """Signature headers for ``body``; another time or secret ages or forges the request."""
        raw = body.encode() if isinstance(body, str) else body
        return self._workspace.delivery.signed_headers(raw, timestamp, secret)

    def disconnect_sockets(self, reason: str = "refresh_requested") -> None:
        """Tell every Socket Mode connection to go: ``refresh_requested`` or ``warning``."""
        self._server.call(self._workspace.delivery.disconnect(reason))

    def redeliver(self, event_id: str | None = None) -> int:
        """Send an event again (any, acknowledged or not), or all that nobody acknowledged; how many."""
        wanted = [event_id] if event_id else list(self._events.undelivered)
        for each in wanted:
            self._server.call(self._events.again(each))
        return len(wanted)

    @property
    def ignored_acks(self) -> list[tuple[str, Json]]:
        """Ack bodies sent where Slack ignores them, as (payload type, body)."""
        return [*self._acts.ignored_acks, *self._events.ignored_acks]

    @property
    def events(self) -> list[Json]:
        """The events sent so far, as payloads."""
        return list(self._events.sent)

    @property
    def undelivered(self) -> list[str]:
        """Ids of the events that nobody acknowledged yet."""
        return list(self._events.undelivered)

    def expire_trigger(self, trigger_id: str) -> None:
        """Make a trigger too old, without the wait."""
        self._workspace.triggers.expire(trigger_id)

    def expire_response_url(self, url: str) -> None:
        """Make a response_url too old, without the wait."""
        self._workspace.response_urls.expire(url.rsplit("/", 1)[-1])

    def advance(self, seconds: float) -> None:
        """Move the demo clock forward."""
        self.clock.advance(seconds)
        self.store.tell("clock")

    # -- inside ------------------------------------------------------------------------------

    def _where(self, message: Message | None, view: View | str | None) -> Message | View:
        if message is not None:
            return message
        assert view is not None, "say where: message=… or view=…"
        return view if isinstance(view, View) else self._workspace.views.find(view)

    @staticmethod
    def _element(where: Message | View, action_id: str, block_id: str | None) -> tuple[Json, Json]:
        blocks = where.blocks or []
        found = find(blocks, action_id, block_id)
        known = [f"{block.get('block_id')}/{element.get('action_id')}" for block, element in elements(blocks)]
        assert found is not None, f"there is nothing called {action_id!r} to press; there is {known}"
        return found
