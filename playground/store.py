"""People, conversations and messages, and word of every change to whoever listens."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable
from threading import Condition
from typing import TYPE_CHECKING

from playground.ids import random_word, stable_id
from playground.model import Conversation, Json, Message, Person, UnknownNameError
from playground.people import APP_HANDLE

if TYPE_CHECKING:
    from playground.clock import DemoClock

PING = re.compile(r"<(!(?:channel|here|everyone)|!subteam\^\w+|@[UW]\w+)(?:\|[^>]*)?>")
Listener = Callable[[str, Json], None]


class Store:
    """The team's memory. One lock; every change wakes waiters and tells the listeners."""

    def __init__(
        self, clock: DemoClock, app: Person, people: Iterable[Person], conversations: Iterable[Conversation]
    ) -> None:
        self.clock = clock
        self.app = app
        self.changed = Condition()
        self.version = 0
        self.people = {person.id: person for person in [*people, app]}
        self.conversations: dict[str, Conversation] = {}
        self._messages: dict[str, dict[str, Message]] = {}
        self._ephemerals: dict[str, dict[str, Message]] = {}
        self._unread: dict[tuple[str, str], list[int]] = {}
        self._handles = {person.name: person.id for person in people} | {APP_HANDLE: app.id}
        self._listeners: list[Listener] = []
        for conversation in conversations:
            self.add_conversation(conversation)
        for person in list(self.people.values()):
            # An outsider has no DM with an app of a team that is not theirs until they meet.
            if person.id != app.id:
                self.direct(person.id, app.id)

    def listen(self, listener: Listener) -> None:
        """Call ``listener(kind, fields)`` after each change."""
        self._listeners.append(listener)

    def tell(self, kind: str, **fields: object) -> None:
        """Note a change: wake those who wait and tell the listeners."""
        with self.changed:
            self.version += 1
            self.changed.notify_all()
        for listener in list(self._listeners):
            listener(kind, fields)

    # -- names -----------------------------------------------------------------------------

    def person(self, name: str) -> Person:
        """A person by id or handle; UnknownNameError when there is none."""
        found = self.people.get(name) or self.people.get(self._handles.get(name.lstrip("@"), ""))
        if found is None:
            raise UnknownNameError(f"nobody is called {name!r} here; known: {', '.join(sorted(self._handles))}")
        return found

    def conversation(self, name: str) -> Conversation:
        """A conversation by id or by channel name, with or without ``#``."""
        found = self.conversations.get(name)
        if found is None:
            wanted = name.lstrip("#")
            found = next(
                (each for each in self.conversations.values() if each.kind == "channel" and each.name == wanted), None
            )
        if found is None:
            raise UnknownNameError(f"no conversation {name!r}")
        return found

    def add_conversation(self, conversation: Conversation) -> Conversation:
        """Add a channel; handles among its members become ids."""
        conversation.members = [self._handles.get(member, member) for member in conversation.members]
        with self.changed:
            self.conversations[conversation.id] = conversation
            self._messages[conversation.id] = {}
            self._ephemerals[conversation.id] = {}
        self.tell("conversation", conversation=conversation)
        return conversation

    def add_person(self, person: Person) -> Person:
        """A person who joins the team, with their DM with the app."""
        with self.changed:
            self.people[person.id] = person
            self._handles[person.name] = person.id
        self.direct(person.id, self.app.id)
        return person

    def direct(self, one: str, other: str) -> Conversation:
        """The DM of two people, made when it is not there yet."""
        pair = sorted((one, other))
        dm_id = stable_id("D", "+".join(pair))
        with self.changed:
            found = self.conversations.get(dm_id)
        return found or self.add_conversation(Conversation(id=dm_id, name="directmessage", kind="im", members=pair))

    # -- messages --------------------------------------------------------------------------

    def post(self, message: Message) -> Message:
        """Keep a new message and tell of it; its ``ts`` must come from the clock."""
        name_blocks(message.blocks)
        message.pings = pings(message)
        if not message.is_app:
            message.client_msg_id = str(uuid.uuid4())
        with self.changed:
            if message.ephemeral_to:
                self._ephemerals[message.conversation][message.ts] = message
            else:
                root = self._messages[message.conversation].get(message.thread_ts or "")
                self._messages[message.conversation][message.ts] = message
                if root is not None and root is not message:
                    root.replies.append(message.ts)
            self._count_unread(message)
        self.tell("message", message=message)
        if message.thread_ts and not message.ephemeral_to:
            parent = self.message(message.conversation, message.thread_ts)
            if parent is not None and parent is not message:
                self.tell("message_changed", message=parent)
        return message

    def edited(self, message: Message) -> None:
        """Tell that a message's content was replaced."""
        name_blocks(message.blocks)
        message.pings = pings(message)
        self.tell("message_changed", message=message)

    def delete(self, message: Message) -> None:
        """Remove a message, ephemeral ones too."""
        with self.changed:
            message.deleted = True
            self._ephemerals[message.conversation].pop(message.ts, None)
            self._messages[message.conversation].pop(message.ts, None)
            root = self._messages[message.conversation].get(message.thread_ts or "")
            if root is not None and message.ts in root.replies:
                root.replies.remove(message.ts)
        self.tell("message_deleted", message=message)

    def message(self, conversation: str, ts: str) -> Message | None:
        """One message, ephemeral ones excluded."""
        with self.changed:
            return self._messages.get(conversation, {}).get(ts)

    def ephemeral(self, conversation: str, ts: str) -> Message | None:
        """One ephemeral message."""
        with self.changed:
            return self._ephemerals.get(conversation, {}).get(ts)

    def messages(self, conversation: str) -> list[Message]:
        """All messages of a conversation, replies included, oldest first."""
        with self.changed:
            return list(self._messages[conversation].values())

    def ephemerals(self, conversation: str, user: str) -> list[Message]:
        """What only this person sees there, oldest first."""
        with self.changed:
            return [each for each in self._ephemerals[conversation].values() if each.ephemeral_to == user]

    # -- unread ----------------------------------------------------------------------------

    def unread(self, user: str, conversation: str) -> tuple[int, int]:
        """How many messages this person has not seen, and how many of them name them."""
        with self.changed:
            counts = self._unread.get((user, conversation), [0, 0])
            return counts[0], counts[1]

    def read(self, user: str, conversation: str) -> None:
        """This person has seen everything there."""
        with self.changed:
            self._unread.pop((user, conversation), None)
        self.tell("unread", user=user, conversation=conversation)

    def _count_unread(self, message: Message) -> None:
        place = self.conversations[message.conversation]
        watchers = [message.ephemeral_to] if message.ephemeral_to else place.members
        for user in watchers:
            if user in (message.user, self.app.id):
                continue
            counts = self._unread.setdefault((user, place.id), [0, 0])
            counts[0] += 1
            called = {"!channel", "!here", "!everyone", f"@{user}"}
            if place.kind == "im" or called & set(message.pings):
                counts[1] += 1


def name_blocks(blocks: list[Json] | None) -> None:
    """Give every block and element without an id one, as Slack does."""
    for block in blocks or []:
        block["block_id"] = block.get("block_id") or random_word()
        if block.get("type") in {"section", "actions", "input", "context_actions"}:
            for element in (block.get("accessory"), block.get("element"), *(block.get("elements") or [])):
                if element and element.get("type") != "image":
                    element["action_id"] = element.get("action_id") or random_word()


def pings(message: Message) -> tuple[str, ...]:
    """Whom the message's mrkdwn calls: ``!channel``, ``!here``, ``@U…``, in order."""
    # Slack shows blocks in place of text, but notifies from either.
    found: list[str] = PING.findall(message.text or "")
    for part in mrkdwn_parts(message.blocks or []):
        found += PING.findall(part)
    for element in rich_elements(message.blocks or []):
        if element.get("type") == "broadcast":
            found.append("!" + str(element.get("range")))
        elif element.get("type") == "user":
            found.append("@" + str(element.get("user_id")))
    return tuple(found)


def mrkdwn_parts(node: object) -> Iterable[str]:
    """Every mrkdwn text in a tree of blocks."""
    if isinstance(node, list):
        for each in node:
            yield from mrkdwn_parts(each)
    elif isinstance(node, dict):
        text = node.get("text")
        if node.get("type") in {"mrkdwn", "markdown"} and isinstance(text, str):
            yield text
        for each in node.values():
            if isinstance(each, dict | list):
                yield from mrkdwn_parts(each)


def rich_elements(node: object) -> Iterable[Json]:
    """Every user and broadcast element of rich text in a tree of blocks."""
    if isinstance(node, list):
        for each in node:
            yield from rich_elements(each)
    elif isinstance(node, dict):
        if node.get("type") in {"broadcast", "user"}:
            yield node
        for each in node.values():
            if isinstance(each, dict | list):
                yield from rich_elements(each)
