"""views.*: https://docs.slack.dev/reference/methods/views.open, .push, .update, .publish."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playground.blockkit import view_refusal
from playground.errors import SlackError
from playground.render import view_json
from playground.web_api.call import Call, Method

if TYPE_CHECKING:
    from playground.model import Json, View

# https://docs.slack.dev/reference/methods/views.open: view_too_large beyond 250 kB.
VIEW_BYTES = 250_000


def checked_view(call: Call, kind: str) -> Json:
    """The ``view`` argument, refused as Slack refuses it."""
    view: Any = call.structure("view", "invalid_arguments")
    if not isinstance(view, dict):
        raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: view"])
    if view.get("type") != kind:
        raise SlackError(
            "invalid_arguments",
            messages=[f"[ERROR] failed to match all allowed schemas [json-pointer:/view] (type must be {kind})"],
        )
    refusal = view_refusal(view)
    if refusal is not None:
        raise SlackError(refusal.code, messages=refusal.messages)
    if len(json.dumps(view)) > VIEW_BYTES:
        raise SlackError("view_too_large")
    return view


def open_modal(call: Call) -> Json:
    """views.open: the trigger is used up only by a view that Slack takes."""
    workspace = call.workspace
    trigger = workspace.triggers.look(call.required("trigger_id"))
    source = checked_view(call, "modal")
    view = workspace.views.open(trigger.user, source)
    trigger.used = True
    workspace.store.tell("view_opened", view=view)
    return {"ok": True, "view": view_json(workspace, view)}


def push_modal(call: Call) -> Json:
    """views.push: only with a trigger that was made inside a modal."""
    workspace = call.workspace
    trigger = workspace.triggers.look(call.required("trigger_id"))
    source = checked_view(call, "modal")
    if trigger.view_id is None:
        raise SlackError("invalid_trigger_id")
    view = workspace.views.push(trigger.user, source, trigger.view_id)
    trigger.used = True
    workspace.store.tell("view_opened", view=view)
    return {"ok": True, "view": view_json(workspace, view)}


def update_modal(call: Call) -> Json:
    """views.update, guarded by ``hash`` when one is given."""
    workspace = call.workspace
    if not call.text("view_id") and not call.text("external_id"):
        raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: view_id or external_id"])
    view: View = workspace.views.find(call.text("view_id"), call.text("external_id"))
    if call.text("hash") and call.text("hash") != view.hash:
        raise SlackError("hash_conflict")
    workspace.views.update(view, checked_view(call, view.kind))
    workspace.store.tell("view_updated" if view.kind == "modal" else "home", view=view)
    return {"ok": True, "view": view_json(workspace, view)}


def publish_home(call: Call) -> Json:
    """views.publish."""
    workspace = call.workspace
    if not workspace.manifest.home_tab:
        raise SlackError("not_enabled")
    person = call.person(call.required("user_id"))
    view = workspace.views.publish(person.id, checked_view(call, "home"), call.text("hash") or None)
    workspace.store.tell("home", view=view)
    return {"ok": True, "view": view_json(workspace, view)}


METHODS = {
    "views.open": Method(open_modal, tier=4),
    "views.push": Method(push_modal, tier=4),
    "views.update": Method(update_modal, tier=4),
    "views.publish": Method(publish_home, tier=4),
}
