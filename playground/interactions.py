"""What people do: commands, buttons, modals, shortcuts, messages. Runs on the server's loop."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playground import payloads
from playground.errors import SlackError
from playground.escaping import command_text, message_text
from playground.form import merged
from playground.modal_acts import ModalActs
from playground.model import Conversation, Json, Message, Person, View
from playground.outcomes import CommandOutcome, Outcome, SuggestOutcome
from playground.render import message_json, view_json
from playground.sender import trouble
from playground.web_api.response_url import show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playground.files import StoredFile
    from playground.triggers import ResponseUrl


class Interactions(ModalActs):
    """One method for each thing a person can do."""

    # -- commands and shortcuts --------------------------------------------------------------

    async def command(self, person: Person, place: Conversation, name: str, text: str) -> CommandOutcome:
        """Type a slash command."""
        workspace = self._workspace
        started = time.monotonic()
        known = workspace.manifest.commands.get(name)
        if known is None:
            detail = f"{name} is not a valid command."
            return CommandOutcome(False, "unknown_command", 0.0, {}, detail=detail)
        sent = command_text(workspace.store, text.strip(), should_escape=known.should_escape)
        payload = payloads.slash_command(workspace, person, place, name, sent)
        reply = workspace.response_urls.issue(person.id, place.id)
        trigger = workspace.triggers.issue(person.id)
        payload |= {"response_url": self._reply_address("commands", reply), "trigger_id": trigger}
        ack = await workspace.delivery.send("slash_commands", payload, accepts_body=True)
        outcome = CommandOutcome(ack.ok, ack.error, time.monotonic() - started, payload, trigger)
        if not ack.ok:
            outcome.detail = trouble(ack, name)
        elif ack.body is not None:
            self._show_ack(reply, ack.body, outcome, name)
        outcome.elapsed = time.monotonic() - started
        return outcome

    def _show_ack(self, reply: ResponseUrl, body: Json, outcome: CommandOutcome, name: str) -> None:
        try:
            show(self._workspace, reply, body)
        except SlackError as refusal:
            outcome.ok, outcome.error = False, refusal.code
            outcome.detail = f"{name} failed with the error “{refusal.code}” " + " ".join(refusal.messages)
        else:
            outcome.response = body

    async def shortcut(self, person: Person, callback_id: str, message: Message | None = None) -> Outcome:
        """Use a global shortcut, or a message shortcut on ``message``."""
        workspace = self._workspace
        started = time.monotonic()
        trigger = workspace.triggers.issue(person.id)
        kind = "shortcut" if message is None else "message_action"
        payload = {
            **payloads.base(workspace, kind, person),
            "callback_id": callback_id,
            "trigger_id": trigger,
            "action_ts": workspace.clock.next_ts(),
        }
        known = workspace.manifest.shortcuts.get(callback_id)
        wanted = "global" if message is None else "message"
        if known is None or known.type != wanted or (message and message.ephemeral_to):
            return Outcome(
                False, "unknown_shortcut", 0.0, payload, detail=f"There is no {wanted} shortcut {callback_id}."
            )
        if message is not None:
            place = workspace.store.conversations[message.conversation]
            reply = workspace.response_urls.issue(
                person.id, place.id, message_ts=message.ts, thread_ts=message.thread_ts
            )
            payload |= {
                "channel": payloads.channel(place),
                "message_ts": message.ts,
                "message": message_json(workspace, message),
                "response_url": self._reply_address("app", reply),
            }
        return await self._plain(kind, payload, trigger, started)

    # -- blocks ------------------------------------------------------------------------------

    async def press(
        self,
        person: Person,
        where: Message | View,
        element: Json,
        block: Json,
        entry: Json,
        state: Mapping[str, Mapping[str, Json]] | None = None,
    ) -> Outcome:
        """Press or change an element; ``entry`` is what it now holds, ``state`` the form around it."""
        workspace = self._workspace
        started = time.monotonic()
        action: Json = {
            **entry,
            "type": element["type"],
            "action_id": element.get("action_id", ""),
            "block_id": block.get("block_id", ""),
            "action_ts": workspace.clock.next_ts(),
        }
        if "text" in element and element["type"] == "button":
            action["text"] = element["text"]
        remembered = self._remember(where, action, state)
        trigger = workspace.triggers.issue(person.id, where.id if isinstance(where, View) else None)
        payload = payloads.block_actions(workspace, person, action, where)
        payload["trigger_id"] = trigger
        if isinstance(where, Message):
            reply = workspace.response_urls.issue(
                person.id,
                where.conversation,
                message_ts=where.ts,
                is_ephemeral=where.ephemeral_to is not None,
                thread_ts=where.thread_ts,
            )
            payload |= {"response_url": self._reply_address("actions", reply), "state": {"values": remembered}}
        return await self._plain("block_actions", payload, trigger, started)

    @staticmethod
    def _remember(
        where: Message | View, action: Json, state: Mapping[str, Mapping[str, Json]] | None
    ) -> dict[str, dict[str, Json]]:
        typed: dict[str, dict[str, Json]] = {block: dict(each) for block, each in (state or {}).items()}
        kept = dict(where.state) if isinstance(where, View) else {}
        for block_id, entries in typed.items():
            kept[block_id] = {**kept.get(block_id, {}), **entries}
        dull = {"action_id", "block_id", "action_ts", "text"}
        entry = {key: value for key, value in action.items() if key not in dull}
        if action["type"] not in {"button", "overflow"}:
            block_id = str(action["block_id"])
            kept[block_id] = {**kept.get(block_id, {}), str(action["action_id"]): entry}
        values = merged(where.blocks or [], kept)
        if isinstance(where, View):
            where.state = values
        return values

    async def suggest(
        self, person: Person, where: Message | View, element: Json, block: Json, typed: str
    ) -> SuggestOutcome:
        """Type into an external select."""
        workspace = self._workspace
        started = time.monotonic()
        payload = {
            **payloads.base(workspace, "block_suggestion", person),
            "action_id": element["action_id"],
            "block_id": block["block_id"],
            "value": typed,
        }
        if isinstance(where, View):
            payload |= {"container": {"type": "view", "view_id": where.id}, "view": view_json(workspace, where)}
        else:
            place = workspace.store.conversations[where.conversation]
            payload |= {
                "container": {"type": "message", "message_ts": where.ts, "channel_id": place.id},
                "channel": payloads.channel(place),
                "message": message_json(workspace, where),
            }
        ack = await self._ask(payload)
        outcome = SuggestOutcome(ack.ok, ack.error, time.monotonic() - started, payload)
        if ack.body:
            outcome.options = list(ack.body.get("options") or [])
            outcome.option_groups = list(ack.body.get("option_groups") or [])
        return outcome

    # -- messages ----------------------------------------------------------------------------

    def post(
        self,
        person: Person,
        place: Conversation,
        text: str,
        thread_ts: str | None = None,
        files: list[Json] | None = None,
        *,
        broadcast: bool = False,
    ) -> Message:
        """Write a message as a person does: mentions and links are marked up. ``broadcast``: a reply seen by all."""
        workspace = self._workspace
        return workspace.store.post(
            Message(
                ts=workspace.clock.next_ts(),
                conversation=place.id,
                user=person.id,
                text=message_text(workspace.store, text),
                thread_ts=thread_ts,
                broadcast=broadcast,
                files=files or [],
            )
        )

    def share(
        self,
        person: Person,
        place: Conversation,
        files: Sequence[StoredFile],
        text: str = "",
        thread_ts: str | None = None,
    ) -> Message:
        """Drop files into a conversation, all in one message."""
        workspace = self._workspace
        created = int(workspace.clock.now().timestamp())
        for file in files:
            file.share(place)
        message = self.post(
            person, place, text, thread_ts, [file.as_json(workspace.base_url, created) for file in files]
        )
        for file in files:
            file.shares.setdefault(place.id, []).append({"ts": message.ts})
        return message

    def react(self, person: Person, message: Message, name: str, *, add: bool) -> None:
        """Add or take back a reaction."""
        users = message.reactions.setdefault(name, [])
        if add and person.id not in users:
            users.append(person.id)
        elif not add and person.id in users:
            users.remove(person.id)
        else:
            return
        if not users:
            message.reactions.pop(name)
        self._workspace.store.tell("reaction", message=message, user=person.id, name=name, added=add)
