"""The Bolt edge of stages: read the payload, call the use case, answer."""

from collections.abc import Callable

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, CallbackId
from commands.labels import stage_label
from commands.members import NotADeciderError
from commands.open_windows import open_window, refresh
from commands.replies import in_its_place, keep_open, open_modal, reply_to_command
from commands.specs import CommandListener
from commands.stages import actions, parse, views
from storage.errors import StaleVersionError


class StagesListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo stages`."""
        self.answer(ack, command, client, actor_of(context))

    def answer(self, ack: Ack, command: Payload, client: WebClient, actor: Actor, _rest: str = "") -> None:
        """The list, also for `/account stages`."""
        if open_modal(client, command["trigger_id"], self._list(actor)):
            ack()
        else:
            answer = blocks.ephemeral(self._services.say(actor)("people-form-lost"))
            reply_to_command(self._services, actor, ack, command, answer)

    def on_new(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*New stage…*."""
        actor = actor_of(context)
        ack()
        open_window(self._services, actor, client, body, views.stage_modal(self._services.say(actor), None))

    def on_act(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A stage's menu: edit, up, down, retire, bring back."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_act(action["selected_option"]["value"])
        standing = actions.standing(self._services, actor)
        stage, accounts = standing.process.find(intent.code), standing.accounts.get(intent.code, ())
        if stage is not None and standing.may and (intent.act == "edit" or (intent.act == "retire" and accounts)):
            name = stage_label(say, stage.code, standing.process.names)
            form = (
                views.stage_modal(say, stage, name)
                if intent.act == "edit"
                else views.retire_modal(say, stage, name, accounts)
            )
            ack()
            open_window(self._services, actor, client, body, form)
            return
        top = self._changed(actor, intent, f"stage:{action['action_ts']}:{intent.code}")
        ack()
        refresh(self._services, actor, client, body["view"]["id"], self._list(actor, top=top), body["trigger_id"])

    def on_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """A stage was submitted."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_stage(view)
        if isinstance(intent, parse.FormProblems):
            errors = {block.value: say(key) for block, key in intent.errors.items()}
            ack(keep_open(errors))
            return
        self._submitted(
            ack, view, client, actor, lambda key: actions.save(self._services, actor, intent, key), "stages-saved"
        )

    def on_retire(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Retiring a stage in which deals stand was confirmed."""
        actor = actor_of(context)
        intent = parse.parse_retired(view)
        self._submitted(
            ack,
            view,
            client,
            actor,
            lambda key: actions.change(self._services, actor, intent, key),
            "stages-done-retire",
        )

    def _submitted(
        self, ack: Ack, view: Payload, client: WebClient, actor: Actor, act: Callable[[str], None], done: str
    ) -> None:
        """Store once, close the form, and bring the list below up to what stands."""
        say = self._services.say(actor)
        try:
            act(form_key(view))
        except actions.StageRefusedError as error:
            if view["callback_id"] == CallbackId.STAGE_TERMS.value:
                ack(keep_open({error.block.value: say(error.key)}))
            else:
                ack(in_its_place(views.sentence_modal(say, f":warning: {say(error.key)}")))
            return
        except NotADeciderError:
            ack(in_its_place(views.sentence_modal(say, say("stages-deciders-only"))))
            return
        except StaleVersionError:
            top = None
            ack(in_its_place(views.sentence_modal(say, f":warning: {say('stages-stale')}")))
        else:
            top = f":white_check_mark: {say(done)}"
            ack()
        below = view.get("previous_view_id")
        if below:
            refresh(self._services, actor, client, below, self._list(actor, top=top), form_key(view))

    def _changed(self, actor: Actor, intent: parse.StageAct, key: str) -> str:
        """Do what the menu asks; what to say of it."""
        say = self._services.say(actor)
        try:
            actions.change(self._services, actor, intent, key)
        except NotADeciderError:
            return say("stages-deciders-only")
        except StaleVersionError:
            return f":warning: {say('stages-stale')}"
        except actions.StageRefusedError as error:
            return f":warning: {say(error.key)}"
        return f":white_check_mark: {say(f'stages-done-{intent.act}')}"

    def _list(self, actor: Actor, *, top: str | None = None) -> Json:
        return views.list_modal(self._services.say(actor), actions.standing(self._services, actor), top=top)


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo stages`."""
    listeners = StagesListeners(services)
    app.action(ActionId.STAGES_NEW.value)(listeners.on_new)
    app.action(ActionId.STAGES_ACT.value)(listeners.on_act)
    app.view(CallbackId.STAGE_TERMS.value)(listeners.on_form)
    app.view(CallbackId.STAGE_RETIRE.value)(listeners.on_retire)
    return listeners.on_command
