"""The Bolt edge of kept forms: a form was closed, *Continue* was pressed; and what every request tells of its form."""

import re
from collections.abc import Mapping
from typing import Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.context import Actor, Payload, Services, actor_of
from commands.ids import ActionId
from commands.kept import actions
from commands.replies import opened_view, say_privately

#: What a submission answers with when nothing was stored.
_NOT_STORED: Final = frozenset({"errors", "push"})


class KeptListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, followers: actions.Followers) -> None:
        self._services = services
        self._followers = followers

    def on_closed(self, ack: Ack) -> None:
        """A form was closed, by its ✕ or *Cancel*: `heed` looks whether anything was kept of it."""
        ack()

    def on_continue(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Continue* below what was kept."""
        actor = actor_of(context)
        kept_id = int(action["value"])
        form = actions.to_continue(self._services, actor, kept_id, self._followers)
        ack()
        key = "kept-gone"
        if form is not None:
            view_id = opened_view(client, body["trigger_id"], form)
            if view_id:
                actions.went_on(self._services, actor, kept_id, view_id)
                return
            key = "kept-not-opened"
        if body.get("response_url"):
            say_privately(body["response_url"], self._services.say(actor)(key))


def heed(services: Services, actor: Actor, payload: Payload, answer: Payload, *, failed: bool) -> None:
    """What a request and its ``answer`` (the body of its ack) tell of a form that asks to hear when it is closed."""
    view = payload.get("view")
    if not isinstance(view, Mapping) or view.get("type") != "modal" or not view.get("notify_on_close"):
        return
    if failed and payload.get("type") == "view_submission":
        actions.fail(services, actor, view)
    elif payload.get("type") == "view_closed":
        actions.close(services, actor, str(view["id"]))
    elif payload.get("type") == "block_actions":
        actions.report(services, actor, view)
    elif payload.get("type") == "view_submission" and not _asks_again(view, answer):
        actions.forget(services, actor, str(view["id"]))


def _asks_again(view: Payload, answer: Payload) -> bool:
    """Whether the answer leaves the form as it is, or shows it once more with something to look at."""
    if answer.get("response_action") in _NOT_STORED:
        return True
    shown = answer.get("view")
    return isinstance(shown, Mapping) and shown.get("callback_id") == view.get("callback_id")


def register(app: App, services: Services, followers: actions.Followers) -> None:
    """Attach the listeners to ``app``."""
    listeners = KeptListeners(services, followers)
    app.view({"type": "view_closed", "callback_id": re.compile(".*")})(listeners.on_closed)
    app.action(ActionId.FORM_CONTINUE.value)(listeners.on_continue)
