"""The Bolt edge of agreements: read the payload, call the use case, answer."""

import json
from typing import Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, BlockId, CallbackId
from commands.labels import source_label
from commands.members import NotADeciderError
from commands.open_windows import open_window, refresh
from commands.replies import in_its_place, keep_open, open_modal, reply_to_command
from commands.sla import actions, form_views, measured_views, measuring, parse, views, words
from commands.specs import CommandListener
from domain.names import fold
from domain.policy import PolicyError
from storage.errors import StaleVersionError

#: The views from which a form is opened, and which are brought up to date when it is saved.
_BELOW: Final = frozenset({CallbackId.SLA_LIST.value, CallbackId.SLA_MEASURED.value})


class SlaListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo sla`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_command(command.get("text") or "")
        if isinstance(intent, parse.NewPolicy):
            standing = actions.standing(self._services, actor)
            view = form_views.policy_modal(say) if standing.may else self._refused(actor)
        elif isinstance(intent, parse.ShowMeasured):
            view = measured_views.measured_modal(say, measuring.report(self._services, actor))
        else:
            view = self._list(actor, top=views.unknown_note(say, intent.unknown) if intent.unknown else None)
        if open_modal(client, command["trigger_id"], view):
            ack()
        else:
            reply_to_command(self._services, actor, ack, command, views.lost_message(say))

    def on_new(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*New…*."""
        actor = actor_of(context)
        form = form_views.policy_modal(self._services.say(actor), below=_below(body))
        self._open(ack, body, client, actor, form)

    def on_edit(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Edit…* of an agreement."""
        actor = actor_of(context)
        card = actions.card_of(self._services, actor, int(json.loads(action["value"])))
        form = form_views.policy_modal(self._services.say(actor), card, below=_below(body))
        self._open(ack, body, client, actor, form)

    def on_use(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Use these limits…*: the form with what was measured, to be looked at and saved."""
        actor = actor_of(context)
        card = actions.card_of(self._services, actor, int(json.loads(action["value"])))
        proposed = measuring.suggested_limits(self._services, actor, card.id)
        form = form_views.policy_modal(self._services.say(actor), card, proposed=proposed, below=_below(body))
        self._open(ack, body, client, actor, form)

    def on_measured(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*What was measured*."""
        actor = actor_of(context)
        ack()
        view = measured_views.measured_modal(self._services.say(actor), measuring.report(self._services, actor))
        open_window(self._services, actor, client, body, view)

    def on_switch(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Stop* or *Start*."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_switch(action["value"])
        seen = actions.card_as_of(self._services, actor, intent.policy_id, intent.version)
        key = f"switch:{action['action_ts']}:{action['value']}"
        try:
            card = actions.switch(self._services, actor, intent, key)
        except NotADeciderError:
            top = views.deciders_note(say, actions.admins(self._services, actor))
        except StaleVersionError:
            top = views.stale_note(say, seen, actions.card_of(self._services, actor, intent.policy_id))
        else:
            done = "sla-started-now" if card.is_active else "sla-stopped-now"
            top = f":white_check_mark: {say(done, name=words.name_of(say, card.name))}"
        ack()
        refresh(self._services, actor, client, body["view"]["id"], self._list(actor, top=top), body["trigger_id"])

    def on_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """The form was submitted: errors below their fields, or what changed."""
        actor = actor_of(context)
        say = self._services.say(actor)
        known = {fold(source_label(say, key)): key for key in actions.sources(self._services, actor)}
        intent = parse.parse_form(view, known)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open(form_views.form_errors(say, intent)))
            return
        opened = parse.parse_opened(view)
        try:
            saved = actions.save(self._services, actor, intent, form_key(view))
        except NotADeciderError:
            ack(in_its_place(self._refused(actor)))
        except actions.NameTakenError:
            ack(keep_open({BlockId.POLICY_NAME.value: say("sla-error-name")}))
        except PolicyError:
            ack(keep_open({BlockId.ACCEPT_LIMIT.value: say("sla-error-no-promise")}))
        except StaleVersionError:
            ack(in_its_place(self._stale(actor, intent, opened)))
        else:
            ack(in_its_place(views.receipt_modal(say, saved)))
            self._refresh(client, view, actor, opened)

    # -- inside --------------------------------------------------------------------------------

    def _open(self, ack: Ack, body: Payload, client: WebClient, actor: Actor, form: Json) -> None:
        """The form, for those who may change agreements; who they are, for the others."""
        may = actions.standing(self._services, actor).may
        ack()
        open_window(self._services, actor, client, body, form if may else self._refused(actor))

    def _list(self, actor: Actor, *, top: str | None = None) -> Json:
        standing = actions.standing(self._services, actor)
        return views.list_modal(self._services.say(actor), standing, actor.tz, top=top)

    def _refused(self, actor: Actor) -> Json:
        say = self._services.say(actor)
        return views.sentence_modal(say, views.deciders_note(say, actions.admins(self._services, actor)))

    def _stale(self, actor: Actor, intent: parse.SavePolicy, opened: parse.Opened) -> Json:
        """The form with what stands now, above it what somebody else changed since it was opened."""
        say = self._services.say(actor)
        policy_id = intent.policy_id or 0
        now = actions.card_of(self._services, actor, policy_id)
        seen = actions.card_as_of(self._services, actor, policy_id, intent.version)
        return form_views.policy_modal(say, now, below=opened.below, top=views.stale_note(say, seen, now))

    def _refresh(self, client: WebClient, view: Payload, actor: Actor, opened: parse.Opened) -> None:
        below = view.get("previous_view_id")
        if not below:
            return
        if opened.below == CallbackId.SLA_MEASURED.value:
            report = measuring.report(self._services, actor)
            shown = measured_views.measured_modal(self._services.say(actor), report)
            refresh(self._services, actor, client, below, shown, form_key(view))
        elif opened.below == CallbackId.SLA_LIST.value:
            refresh(self._services, actor, client, below, self._list(actor), form_key(view))


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo sla`."""
    listeners = SlaListeners(services)
    app.view(CallbackId.SLA_FORM.value)(listeners.on_form)
    app.action(ActionId.SLA_NEW.value)(listeners.on_new)
    app.action(ActionId.SLA_EDIT.value)(listeners.on_edit)
    app.action(ActionId.SLA_USE.value)(listeners.on_use)
    app.action(ActionId.SLA_MEASURED.value)(listeners.on_measured)
    app.action(ActionId.SLA_SWITCH.value)(listeners.on_switch)
    return listeners.on_command


def _below(body: Payload) -> str:
    callback = str((body.get("view") or {}).get("callback_id") or "")
    return callback if callback in _BELOW else ""
