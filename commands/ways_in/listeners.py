"""The Bolt edge of the ways in: a message's shortcut, a reaction and its button, Home, global shortcuts."""

import re

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.ids import ActionId, CallbackId
from commands.open_windows import open_window, reshape
from commands.openers import Evidence, Forms, Heard, Kind
from commands.replies import message_at, permalink
from commands.specs import OBJECTION
from commands.ways_in import actions, parse, views


class WaysIn:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, forms: Forms) -> None:
        self._services = services
        self._forms = forms

    def on_message(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Log to Lazo* on a message, in a thread too: the form with what was written, where and by whom."""
        actor = actor_of(context)
        channel, message = body["channel"]["id"], body["message"]
        evidence = Evidence(channel, permalink(client, channel, body["message_ts"]), message.get("user"))
        heard = actions.hear(self._services, actor, parse.said_in(message), evidence, body["trigger_id"])
        ack()
        self._open(client, body, actor, heard)

    def on_kind(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """Another kind was chosen: its form in place of this one, with what stands there by now."""
        actor, view = actor_of(context), body["view"]
        kind = Kind(action["selected_option"]["value"])
        evidence, kept = parse.parse_packed(str(action["block_id"]))
        text = parse.written(view["state"]["values"])
        if kept is not None:
            text = actions.kept_text(self._services, actor, kept) or text
        ack()
        reshape(self._services, actor, body, client, self._form(actor, kind, Heard(text, evidence, kept)))

    def on_reaction(self, ack: Ack, event: Payload, context: BoltContext) -> None:
        """``reaction_added``: with the workspace's emoji, the person is offered to log the message."""
        reacted = parse.parse_reaction(event, context.bot_user_id)
        if reacted is not None:
            actions.offer_after_reaction(self._services, actor_of(context), reacted)
        ack()

    def on_reacted(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """The offer's button: the form with the message as it is now."""
        actor = actor_of(context)
        channel, ts, author = parse.parse_reacted(action["value"])
        message = message_at(client, channel, ts) or {}
        evidence = Evidence(channel, permalink(client, channel, ts), message.get("user") or author)
        heard = actions.hear(self._services, actor, parse.said_in(message), evidence, body["trigger_id"])
        ack()
        self._open(client, body, actor, heard)

    def on_shortcut(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """A kind's shortcut from anywhere: its empty form."""
        actor, kind = actor_of(context), parse.SHORTCUT_KINDS[CallbackId(body["callback_id"])]
        ack()
        self._open_empty(client, body, actor, kind)

    def on_button(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A kind's button on Home: its empty form. Buttons of earlier versions name no kind."""
        actor = actor_of(context)
        ack()
        self._open_empty(client, body, actor, Kind(action.get("value") or Kind.OBJECTION.value))

    def _open_empty(self, client: WebClient, body: Payload, actor: Actor, kind: Kind) -> None:
        open_window(self._services, actor, client, body, self._forms[kind](actor, Heard()))

    def _form(self, actor: Actor, kind: Kind, heard: Heard) -> Json:
        return views.with_kinds(
            self._services.say(actor), self._forms[kind](actor, heard), kind, self._forms.keys(), heard
        )

    def _open(self, client: WebClient, body: Payload, actor: Actor, heard: Heard) -> None:
        say = self._services.say(actor)
        lost = say("objection-form-lost", command=OBJECTION.slash_in(say.locale))
        open_window(self._services, actor, client, body, self._form(actor, Kind.OBJECTION, heard), lost)


def register(app: App, services: Services, forms: Forms) -> None:
    """Attach the listeners to ``app``. ``forms`` are those of the kinds that can be logged."""
    listeners = WaysIn(services, forms)
    app.message_shortcut(CallbackId.LOG_MESSAGE.value)(listeners.on_message)
    app.event("reaction_added")(listeners.on_reaction)
    app.action(ActionId.LOG_REACTED.value)(listeners.on_reacted)
    app.action(ActionId.LOG_KIND.value)(listeners.on_kind)
    app.action(re.compile(rf"^{ActionId.HOME_LOG.value}(:\d+)?$"))(listeners.on_button)
    for callback, kind in parse.SHORTCUT_KINDS.items():
        if kind in forms:
            app.global_shortcut(callback.value)(listeners.on_shortcut)
