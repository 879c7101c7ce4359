"""Submitting and closing modals: https://docs.slack.dev/surfaces/modals."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playground import payloads
from playground.blockkit import view_refusal
from playground.errors import SlackError
from playground.form import client_errors, merged
from playground.outcomes import Outcome, SubmitOutcome
from playground.render import view_json
from playground.sender import Sender

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.model import Json, Person, View

TROUBLE = "We had some trouble connecting. Try again?"


class ModalActs(Sender):
    """What a person does with an open modal."""

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
        ack = await self._ask(payload)
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
                raise SlackError(
                    "invalid_arguments",
                    messages=[f"[ERROR] errors must name input blocks; {sorted(set(errors) - known)} are none"],
                )
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

    async def close(self, person: Person, view: View, *, is_cleared: bool) -> Outcome:
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
