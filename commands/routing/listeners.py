"""The Bolt edge of who gets leads: read the payload, call the use case, answer."""

from collections.abc import Callable

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.labels import source_label
from commands.members import NotADeciderError
from commands.open_windows import open_window, refresh
from commands.replies import in_its_place, keep_open, open_modal, reply_to_command
from commands.routing import actions, parse, views
from commands.specs import CommandListener
from domain.names import fold
from domain.routing import DEFAULT_POOL
from storage.errors import StaleVersionError


class RoutingListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo routing`, or with a company: who would get a lead of it."""
        actor = actor_of(context)
        say = self._services.say(actor)
        ask = parse.parse_command(command.get("text") or "")
        view = self._list(actor)
        if ask is not None:
            view = views.tried_modal(say, actions.preview(self._services, actor, ask))
        if open_modal(client, command["trigger_id"], view):
            ack()
        else:
            reply_to_command(self._services, actor, ack, command, blocks.ephemeral(say("people-form-lost")))

    def on_new(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*New rule…*."""
        actor = actor_of(context)
        self._open(ack, body, client, actor, views.rule_modal(self._services.say(actor)))

    def on_seat(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Who takes part…*."""
        actor = actor_of(context)
        pools = [pool.name for pool in actions.standing(self._services, actor).pools]
        self._open(ack, body, client, actor, views.seat_modal(self._services.say(actor), pools))

    def on_try(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Try it…*."""
        actor = actor_of(context)
        ack()
        open_window(self._services, actor, client, body, views.preview_modal(self._services.say(actor)))

    def on_rule(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A rule's menu: edit, up, down, remove."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_act(action["selected_option"]["value"])
        rule = actions.rule_card(self._services, actor, intent.rule_id)
        if intent.act == "edit" and rule is not None:
            self._open(ack, body, client, actor, views.rule_modal(say, rule))
            return
        try:
            actions.move_rule(self._services, actor, intent, f"rule:{action['action_ts']}:{intent.rule_id}")
        except NotADeciderError:
            top = say("routing-deciders-only")
        except StaleVersionError:
            top = f":warning: {say('routing-stale')}"
        else:
            top = f":white_check_mark: {say('routing-removed' if intent.act == 'remove' else 'routing-moved')}"
        ack()
        refresh(self._services, actor, client, body["view"]["id"], self._list(actor, top=top), body["trigger_id"])

    def on_rule_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """A rule was submitted."""
        actor = actor_of(context)
        say = self._services.say(actor)
        pools = {fold(say("routing-pool-default")): DEFAULT_POOL}
        intent = parse.parse_rule(view, self._sources(actor), pools)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open(views.form_errors(say, intent)))
            return
        self._save(ack, view, client, actor, say, lambda key: actions.save_rule(self._services, actor, intent, key))

    def on_seat_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Who takes part was submitted."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_seat(view)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open(views.form_errors(say, intent)))
            return
        self._save(ack, view, client, actor, say, lambda key: actions.save_seat(self._services, actor, intent, key))

    def on_preview_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """A lead to try it with."""
        actor = actor_of(context)
        ask = parse.parse_preview(view, self._sources(actor))
        tried = actions.preview(self._services, actor, ask)
        ack(in_its_place(views.tried_modal(self._services.say(actor), tried)))

    # -- inside --------------------------------------------------------------------------------

    def _open(self, ack: Ack, body: Payload, client: WebClient, actor: Actor, form: Json) -> None:
        """The form, for those who may change it; who they are, for the others."""
        may = actions.standing(self._services, actor).may
        ack()
        say = self._services.say(actor)
        shown = form if may else views.sentence_modal(say, say("routing-deciders-only"))
        open_window(self._services, actor, client, body, shown)

    def _save(
        self, ack: Ack, view: Payload, client: WebClient, actor: Actor, say: Say, save: Callable[[str], None]
    ) -> None:
        """Store once, close the form, and bring the list below up to what stands."""
        try:
            save(form_key(view))
        except NotADeciderError:
            ack(in_its_place(views.sentence_modal(say, say("routing-deciders-only"))))
        except actions.UnfitOwnerError:
            ack(keep_open({BlockId.OWNER.value: say("handoff-error-owner")}))
        except StaleVersionError:
            ack(in_its_place(views.sentence_modal(say, f":warning: {say('routing-stale')}")))
        else:
            ack()
            below = view.get("previous_view_id")
            if below:
                shown = self._list(actor, top=f":white_check_mark: {say('routing-saved')}")
                refresh(self._services, actor, client, below, shown, form_key(view))

    def _list(self, actor: Actor, *, top: str | None = None) -> Json:
        standing = actions.standing(self._services, actor)
        return views.list_modal(self._services.say(actor), standing, actor.tz, top=top)

    def _sources(self, actor: Actor) -> dict[str, str]:
        say = self._services.say(actor)
        return {fold(source_label(say, key)): key for key in actions.sources(self._services, actor)}


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo routing`."""
    listeners = RoutingListeners(services)
    app.view(CallbackId.ROUTING_RULE.value)(listeners.on_rule_form)
    app.view(CallbackId.ROUTING_SEAT.value)(listeners.on_seat_form)
    app.view(CallbackId.ROUTING_PREVIEW.value)(listeners.on_preview_form)
    app.action(ActionId.ROUTING_NEW.value)(listeners.on_new)
    app.action(ActionId.ROUTING_SEAT.value)(listeners.on_seat)
    app.action(ActionId.ROUTING_TRY.value)(listeners.on_try)
    app.action(ActionId.ROUTING_RULE.value)(listeners.on_rule)
    return listeners.on_command
