"""One Web API call: its arguments, and the checks that many methods share."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from playground.errors import SlackError
from playground.model import Conversation, Json, Person, UnknownNameError

if TYPE_CHECKING:
    from playground.workspace import Workspace

TRUE_WORDS = {"1", "true", "True", "yes"}


@dataclass(slots=True)
class Call:
    """The arguments of one call, as form strings or as JSON."""

    workspace: Workspace
    args: Json

    def text(self, name: str, default: str = "") -> str:
        """A string argument."""
        value = self.args.get(name)
        return default if value is None else str(value)

    def required(self, name: str) -> str:
        """A string that must be there: ``invalid_arguments`` names it, as Slack does."""
        value = self.text(name)
        if not value:
            raise SlackError("invalid_arguments", messages=[f"[ERROR] missing required field: {name}"])
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A boolean argument in any of the spellings that clients send."""
        value = self.args.get(name)
        if value is None or value == "":
            return default
        return value if isinstance(value, bool) else str(value) in TRUE_WORDS

    def number(self, name: str, default: int) -> int:
        """A whole number; ``invalid_arguments`` when it is none."""
        value = self.args.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise SlackError(
                "invalid_arguments", messages=[f"[ERROR] must be an integer [json-pointer:/{name}]"]
            ) from None

    def structure(self, name: str, refusal: str) -> Any:  # noqa: ANN401 - JSON of any shape
        """A JSON argument, given as JSON or as a string that holds it; ``refusal`` when it is not JSON."""
        value = self.args.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                return json.loads(value)
            except ValueError:
                raise SlackError(refusal) from None
        return value

    def need(self, scope: str) -> None:
        """Refuse with ``missing_scope`` unless the manifest asks for this scope."""
        held = self.workspace.manifest.scopes
        if scope not in held:
            raise SlackError("missing_scope", needed=scope, provided=",".join(sorted(held)))

    def conversation(self, name: str = "channel") -> Conversation:
        """The conversation an argument names, ``channel_not_found`` if the app cannot see it.

        A user id stands for the app's DM with that person, ``#name`` for a channel.
        """
        wanted = self.text(name)
        store = self.workspace.store
        if wanted.startswith(("U", "W")) and wanted in store.people:
            return self.direct(wanted)
        if not wanted or not wanted.startswith(("C", "G", "D", "#")):
            raise SlackError("channel_not_found")
        try:
            found = store.conversation(wanted)
        except UnknownNameError:
            raise SlackError("channel_not_found") from None
        inside = store.app.id in found.members
        if not inside and (found.kind == "im" or found.is_private):
            raise SlackError("channel_not_found")
        return found

    def direct(self, user: str) -> Conversation:
        """The app's DM with a person who may be written to."""
        person = self.person(user)
        if person.deleted:
            raise SlackError("user_disabled")
        if person.is_bot:
            raise SlackError("cannot_dm_bot")
        return self.workspace.store.direct(person.id, self.workspace.bot_user.id)

    def person(self, user: str) -> Person:
        """A person by id, ``user_not_found``."""
        found = self.workspace.store.people.get(user)
        if found is None:
            raise SlackError("user_not_found")
        return found

    def is_member(self, place: Conversation) -> bool:
        """Whether the app is in there."""
        return self.workspace.bot_user.id in place.members


Handler = Callable[[Call], Json]


@dataclass(frozen=True, slots=True)
class Method:
    """A Web API method: any one of ``scopes`` is enough; ``tier`` as its page gives it."""

    handler: Handler
    scopes: tuple[str, ...] = ()
    tier: int | None = None
    token: Literal["bot", "app", "none"] = "bot"
