"""What people do: commands, buttons, modals, shortcuts, messages. Runs on the server's loop."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping

from playground import payloads
from playground.blockkit import view_refusal
from playground.delivery import Ack
from playground.errors import SlackError
from playground.escaping import command_text, message_text
from playground.events import Events
from playground.form import client_errors, merged
from playground.model import Conversation, Json, Message, Person, View
from playground.outcomes import CommandOutcome, Outcome, SubmitOutcome, SuggestOutcome
from playground.render import message_json, view_json
from playground.triggers import ResponseUrl
from playground.web_api.response_url import show
from playground.workspace import Workspace

TROUBLE = "We had some trouble connecting. Try again?"
DETAILS = {
    "dispatch_failed": "{what} failed with the error “dispatch_failed”",
    "operation_timeout": "{what} failed with the error “operation_timeout”",
}


class Interactions:
    """One method for each thing a person can do."""

    def __init__(self, workspace: Workspace, events: Events) -> None:
        self._workspace = workspace
        self._events = events
        # Bodies sent where Slack ignores them: (payload type, body).
        self.ignored_acks: deque[tuple[str, Json]] = deque(maxlen=1000)

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
            **payloads.base(workspace, kind, person), "callback_id": callback_id, "trigger_id": trigger,
            "action_ts": workspace.clock.next_ts(),
        }
        known = workspace.manifest.shortcuts.get(callback_id)
        wanted = "global" if message is None else "message"
        if known is None or known.type != wanted or (message and message.ephemeral_to):
            return Outcome(False, "unknown_shortcut", 0.0, payload, detail=f"There is no {wanted} shortcut {callback_id}.")
        if message is not None:
            place = workspace.store.conversations[message.conversation]
            reply = workspace.response_urls.issue(person.id, place.id, message_ts=message.ts,
                                                  thread_ts=message.thread_ts)
            payload |= {
                "channel": payloads.channel(place), "message_ts": message.ts,
                "message": message_json(workspace, message), "response_url": self._reply_address("app", reply),
            }
        return await self._plain(kind, payload, trigger, started)

    # -- blocks ------------------------------------------------------------------------------

    async def press(self, person: Person, where: Message | View, element: Json, block: Json,
                    entry: Json, state: Mapping[str, Mapping[str, Json]] | None = None) -> Outcome:
        """Press or change an element; ``entry`` is what it now holds, ``state`` the form around it."""
        workspace = self._workspace
        started = time.monotonic()
        action: Json = {
            **entry, "type": element["type"], "action_id": element.get("action_id", ""),
            "block_id": block.get("block_id", ""), "action_ts": workspace.clock.next_ts(),
        }
        if "text" in element and element["type"] == "button":
            action["text"] = element["text"]
        remembered = self._remember(where, action, state)
        trigger = workspace.triggers.issue(person.id, where.id if isinstance(where, View) else None)
        payload = payloads.block_actions(workspace, person, action, where)
        payload["trigger_id"] = trigger
        if isinstance(where, Message):
            reply = workspace.response_urls.issue(
                person.id, where.conversation, message_ts=where.ts, is_ephemeral=where.ephemeral_to is not None,
                thread_ts=where.thread_ts)
            payload |= {"response_url": self._reply_address("actions", reply), "state": {"values": remembered}}
        return await self._plain("block_actions", payload, trigger, started)

    @staticmethod
    def _remember(where: Message | View, action: Json,
                  state: Mapping[str, Mapping[str, Json]] | None) -> dict[str, dict[str, Json]]:
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

    async def suggest(self, person: Person, where: Message | View, element: Json, block: Json,
                      typed: str) -> SuggestOutcome:
        """Type into an external select."""
        workspace = self._workspace
        started = time.monotonic()
        payload = {
            **payloads.base(workspace, "block_suggestion", person), "action_id": element["action_id"],
            "block_id": block["block_id"], "value": typed,
        }
        if isinstance(where, View):
            payload |= {"container": {"type": "view", "view_id": where.id}, "view": view_json(workspace, where)}
        else:
            place = workspace.store.conversations[where.conversation]
            payload |= {"container": {"type": "message", "message_ts": where.ts, "channel_id": place.id},
                        "channel": payloads.channel(place), "message": message_json(workspace, where)}
        ack = await workspace.delivery.send("interactive", payload, accepts_body=True)
        outcome = SuggestOutcome(ack.ok, ack.error, time.monotonic() - started, payload)
        if ack.body:
            outcome.options = list(ack.body.get("options") or [])
            outcome.option_groups = list(ack.body.get("option_groups") or [])
        return outcome

    # -- modals ------------------------------------------------------------------------------

    async def submit(self, person: Person, view: View, state: Mapping[str, Mapping[str, Json]]) -> SubmitOutcome:
        """Press a modal's submit button with ``state`` typed so far."""
        workspace = self._workspace
        started = time.monotonic()
        kept = {**view.state, **{block: {**view.state.get(block, {}), **each} for block, each in state.items()}}
        view.state = merged(view.blocks, kept)
        refused = client_errors(view.blocks, view.state)
        if refused:
            return SubmitOutcome(False, "client_validation", 0.0, {}, response_action="errors", errors=refused)
        trigger = workspace.triggers.issue(person.id, view.id)
        payload = payloads.view_payload(workspace, "view_submission", person, view)
        payload |= {"trigger_id": trigger, "response_urls": []}
        ack = await workspace.delivery.send("interactive", payload, accepts_body=True)
        outcome = SubmitOutcome(ack.ok, ack.error, time.monotonic() - started, payload, trigger)
        if not ack.ok:
            outcome.detail = TROUBLE
            return outcome
        try:
            self._follow_response(view, ack.body or {}, outcome)
        except SlackError as refusal:
            outcome.ok, outcome.error = False, refusal.code
            outcome.detail = TROUBLE + " " + " ".join(refusal.messages)
        return outcome

    def _follow_response(self, view: View, body: Json, outcome: SubmitOutcome) -> None:
        """https://docs.slack.dev/surfaces/modals#handling_submissions: the four response actions."""
        workspace, action = self._workspace, body.get("response_action")
        outcome.response_action = action
        if action == "errors":
            errors = body.get("errors") or {}
            known = {block.get("block_id") for block in view.blocks if block.get("type") == "input"}
            if not errors or set(errors) - known:
                raise SlackError("invalid_arguments", messages=[
                    f"[ERROR] errors must name input blocks; {sorted(set(errors) - known)} are none"])
            outcome.errors = {str(key): str(value) for key, value in errors.items()}
        elif action in {"update", "push"}:
            source = body.get("view")
            refusal = view_refusal(source)
            if refusal is not None or not isinstance(source, dict):
                raise SlackError("invalid_arguments", messages=refusal.messages if refusal else [])
            if action == "update":
                shown = workspace.views.update(view, source)
                workspace.store.tell("view_updated", view=shown)
            else:
                shown = workspace.views.push(view.user, source, view.id)
                workspace.store.tell("view_opened", view=shown)
            outcome.view = view_json(workspace, shown)
        elif action == "clear":
            self._gone(workspace.views.close(view.id, clear=True), cleared=True)
        elif action is None and not body:
            self._gone(workspace.views.close(view.id), cleared=False)
        else:
            raise SlackError("invalid_arguments", messages=[f"[ERROR] unknown response_action {action!r}"])

    def _gone(self, closed: list[View], *, cleared: bool) -> None:
        for view in closed:
            self._workspace.store.tell("view_closed", view=view, cleared=cleared)

    async def close(self, person: Person, view: View, *, is_cleared: bool,
                    state: Mapping[str, Mapping[str, Json]] | None = None) -> Outcome:
        """Close a modal; the app hears of it only when the view asked for ``notify_on_close``."""
        workspace = self._workspace
        started = time.monotonic()
        clear = is_cleared or bool(view.source.get("clear_on_close"))
        closed = workspace.views.close(view.id, clear=clear)
        self._gone(closed, cleared=clear)
        outcome = Outcome(True, None, 0.0, {})
        for each in closed:
            if not each.source.get("notify_on_close"):
                continue
            # https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload:
            # what was typed is not reported, only what dispatch_action already did.
            payload = payloads.view_payload(workspace, "view_closed", person, each)
            payload["is_cleared"] = clear
            outcome = await self._plain("view_closed", payload, "", started)
        return outcome

    # -- messages ----------------------------------------------------------------------------

    def post(self, person: Person, place: Conversation, text: str, thread_ts: str | None = None,
             files: list[Json] | None = None) -> Message:
        """Write a message as a person does: mentions and links are marked up."""
        workspace = self._workspace
        return workspace.store.post(Message(
            ts=workspace.clock.next_ts(), conversation=place.id, user=person.id,
            text=message_text(workspace.store, text), thread_ts=thread_ts, files=files or [],
        ))

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

    # -- shared ------------------------------------------------------------------------------

    async def _plain(self, kind: str, payload: Json, trigger: str, started: float) -> Outcome:
        """Send an interaction whose ack body Slack ignores."""
        ack = await self._workspace.delivery.send("interactive", payload, accepts_body=True)
        if ack.body is not None:
            self.ignored_acks.append((kind, ack.body))
            self._workspace.store.tell("ignored_ack", type=kind)
        outcome = Outcome(ack.ok, ack.error, time.monotonic() - started, payload, trigger)
        if not ack.ok:
            outcome.detail = trouble(ack, "This action")
        return outcome

    def _reply_address(self, kind: str, reply: ResponseUrl) -> str:
        return f"{self._workspace.base_url}/{kind}/{self._workspace.team_id}/{reply.token}"


def trouble(ack: Ack, what: str) -> str:
    """The sentence a person reads when the app did not answer."""
    return DETAILS.get(ack.error or "", "{what} failed.").format(what=what)
