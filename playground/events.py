"""Events: what the manifest subscribes to is sent, and sent again when nobody acknowledges it."""

from __future__ import annotations

import asyncio
import copy
from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.ids import random_id
from playground.render import message_json, user_json, view_json

if TYPE_CHECKING:
    from playground.model import Conversation, Json, Message, Person
    from playground.workspace import Workspace

# https://docs.slack.dev/apis/events-api#retries: at once, after a minute, after five minutes.
RETRY_AFTER_SECONDS = (0.0, 60.0, 300.0)
# https://docs.slack.dev/reference/events/message.channels and its kin: the history scope of the place.
MESSAGE_EVENTS = {"channels": "message.channels", "groups": "message.groups", "im": "message.im"}
# Each event's page names the scopes of which the app needs one: https://docs.slack.dev/reference/events.
EVENT_SCOPES = {
    "app_mention": {"app_mentions:read"},
    "file_deleted": {"files:read"},
    "file_shared": {"files:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "reaction_added": {"reactions:read"},
    "reaction_removed": {"reactions:read"},
    "team_join": {"users:read"},
    "user_change": {"users:read"},
}
# What of a message makes an edit of it, where it differs from what was sent before.
CONTENT = ("text", "blocks", "attachments", "files")
REMEMBERED = 5000


@dataclass(slots=True)
class Undelivered:
    """An event that nobody acknowledged; ``attempts`` counts deliveries so far."""

    payload: Json
    attempts: int
    reason: str


class Events:
    """Sends events in order of occurrence and keeps those that failed."""

    def __init__(self, workspace: Workspace, *, timed_retries: bool) -> None:
        self._workspace = workspace
        self._timed = timed_retries
        self._tasks: set[asyncio.Task[None]] = set()
        self.undelivered: dict[str, Undelivered] = {}
        self.sent: deque[Json] = deque(maxlen=20_000)
        self._shown: OrderedDict[tuple[str, str], Json] = OrderedDict()
        self.ignored_acks: deque[tuple[str, Json]] = deque(maxlen=1000)

    def emit(self, subscription: str, event: Json, place: Conversation | None = None) -> str | None:
        """Send an event if the app subscribes to it and has its scope; its event id, None when nobody listens."""
        workspace = self._workspace
        needed = EVENT_SCOPES.get(subscription)
        if subscription not in workspace.manifest.events or (needed and not needed & workspace.manifest.scopes):
            return None
        payload: Json = {
            "token": workspace.verification_token,
            "team_id": workspace.team_id,
            "context_team_id": workspace.team_id,
            "context_enterprise_id": None,
            "api_app_id": workspace.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": random_id("Ev"),
            "event_time": int(workspace.clock.real_now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.team_id,
                    "user_id": workspace.bot_user.id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": bool(place and place.is_ext_shared),
            "event_context": random_id("4-"),
        }
        self.sent.append(payload)
        self._start(payload, None)
        return str(payload["event_id"])

    async def again(self, event_id: str, reason: str = "timeout") -> bool:
        """Deliver an event once more, whether it was acknowledged or not; True when it was acked."""
        failed = self.undelivered.get(event_id)
        payload = failed.payload if failed else next((each for each in self.sent if each["event_id"] == event_id), None)
        if payload is None:
            raise LookupError(f"no event {event_id}")
        attempt = failed.attempts if failed else 1
        await self._deliver(payload, (attempt, failed.reason if failed else reason))
        return event_id not in self.undelivered

    def _start(self, payload: Json, retry: tuple[int, str] | None) -> None:
        task = asyncio.get_running_loop().create_task(self._deliver(payload, retry))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, payload: Json, retry: tuple[int, str] | None) -> None:
        ack = await self._workspace.delivery.send("events_api", payload, accepts_body=False, retry=retry)
        event_id = str(payload["event_id"])
        if ack.ok:
            self.undelivered.pop(event_id, None)
            if ack.body is not None:
                # https://docs.slack.dev/apis/events-api#responding: the body means nothing.
                self.ignored_acks.append(("events_api", ack.body))
        else:
            attempts = (retry[0] if retry else 0) + 1
            if attempts > len(RETRY_AFTER_SECONDS):
                self.undelivered.pop(event_id, None)
            else:
                self.undelivered[event_id] = Undelivered(payload, attempts, ack.reason or "timeout")
                if self._timed:
                    loop = asyncio.get_running_loop()
                    loop.call_later(RETRY_AFTER_SECONDS[attempts - 1], self._retry, event_id)
        self._workspace.store.tell("event", event_id=event_id, ok=ack.ok)

    def _retry(self, event_id: str) -> None:
        failed = self.undelivered.get(event_id)
        if failed is not None:
            self._start(failed.payload, (failed.attempts, failed.reason))

    # -- what happens in the workspace -------------------------------------------------------

    def follow(self, kind: str, fields: Json) -> None:
        """Turn changes of the store into events; registered as its listener."""
        if kind in {"message", "message_changed", "message_deleted"} and not fields["message"].ephemeral_to:
            place = self._workspace.store.conversations[fields["message"].conversation]
            if self._workspace.bot_user.id in place.members:
                act = {"message": self._message, "message_changed": self._edited, "message_deleted": self._deleted}
                act[kind](fields["message"], place)
        elif kind == "reaction":
            self._reaction(fields)
        elif kind == "file_deleted":
            deleted = {"type": kind, "file_id": fields["file"].id, "event_ts": self._workspace.clock.next_ts()}
            self.emit(kind, deleted)

    def _content(self, message: Message, place: Conversation) -> Json:
        """The message as events show it, remembered for the event that tells of its next change."""
        shown = message_json(self._workspace, message)
        shown.pop("upload", None)
        self._shown[place.id, message.ts] = copy.deepcopy(shown)
        if len(self._shown) > REMEMBERED:
            self._shown.popitem(last=False)
        return shown

    @staticmethod
    def _kind(place: Conversation) -> str:
        return "im" if place.kind == "im" else ("group" if place.is_private else "channel")

    def _edited(self, message: Message, place: Conversation) -> None:
        """https://docs.slack.dev/reference/events/message/message_changed."""
        before = self._shown.get((place.id, message.ts))
        after = self._content(message, place)
        if before is None or all(before.get(part) == after.get(part) for part in CONTENT):
            return  # a reply came, or a reaction: the words are as they were
        self._hidden("message_changed", place, {"message": after, "previous_message": before})

    def _deleted(self, message: Message, place: Conversation) -> None:
        """https://docs.slack.dev/reference/events/message/message_deleted."""
        before = self._shown.pop((place.id, message.ts), None) or message_json(self._workspace, message)
        self._hidden("message_deleted", place, {"deleted_ts": message.ts, "previous_message": before})

    def _hidden(self, subtype: str, place: Conversation, told: Json) -> None:
        ts = self._workspace.clock.next_ts()
        about = {"channel": place.id, "channel_type": self._kind(place), "hidden": True, "ts": ts, "event_ts": ts}
        self.emit(MESSAGE_EVENTS[place.scope_kind], {"type": "message", "subtype": subtype, **about, **told}, place)

    def _message(self, message: Message, place: Conversation) -> None:
        """https://docs.slack.dev/reference/events/message, and .../file_share where it brings files."""
        event = self._content(message, place)
        event |= {"channel": place.id, "channel_type": self._kind(place), "event_ts": message.ts}
        if message.files:
            event |= {"subtype": "file_share", "upload": False, "display_as_bot": False}
        self.emit(MESSAGE_EVENTS[place.scope_kind], event, place)
        if f"@{self._workspace.bot_user.id}" in message.pings and place.kind != "im":
            self.emit("app_mention", {**event, "type": "app_mention"}, place)
        for file in message.files:
            shared = {
                "type": "file_shared",
                "channel_id": place.id,
                "file_id": file["id"],
                "user_id": message.user,
                "file": {"id": file["id"]},
                "event_ts": message.ts,
            }
            self.emit("file_shared", shared, place)

    def _reaction(self, fields: Json) -> None:
        message: Message = fields["message"]
        place = self._workspace.store.conversations[message.conversation]
        if self._workspace.bot_user.id not in place.members:
            return
        name = "reaction_added" if fields["added"] else "reaction_removed"
        self.emit(
            name,
            {
                "type": name,
                "user": fields["user"],
                "reaction": fields["name"],
                "item_user": message.user,
                "item": {"type": "message", "channel": message.conversation, "ts": message.ts},
                "event_ts": self._workspace.clock.next_ts(),
            },
            place,
        )

    def user_event(self, name: str, person: Person) -> None:
        """``team_join`` and ``user_change``, with the whole user."""
        user = user_json(self._workspace, person, include_locale=True)
        self.emit(name, {"type": name, "user": user, "event_ts": self._workspace.clock.next_ts()})

    def home_opened(self, user: str, tab: str) -> None:
        """A person opened the app's Home or Messages tab; Home as it stands comes along, once there is one.

        https://docs.slack.dev/reference/events/app_home_opened
        """
        workspace = self._workspace
        place = workspace.store.direct(user, workspace.bot_user.id)
        event: Json = {
            "type": "app_home_opened",
            "user": user,
            "channel": place.id,
            "tab": tab,
            "event_ts": workspace.clock.next_ts(),
        }
        view = workspace.views.home(user) if tab == "home" else None
        if view is not None:
            event["view"] = view_json(workspace, view)
        self.emit("app_home_opened", event, place)
