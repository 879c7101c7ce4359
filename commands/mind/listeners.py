"""The Bolt edge of `/lazo mind`: how the text assistant stands, and an admin's form about it."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.context import Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import BlockId, CallbackId
from commands.members import NotAnAdminError
from commands.mind import actions, parse, views
from commands.replies import in_its_place, keep_open, open_modal, reply_to_command
from commands.specs import CommandListener
from storage.errors import StaleVersionError


class MindListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo mind`: the form for admins, how it stands for everybody else."""
        actor = actor_of(context)
        say = self._services.say(actor)
        standing = actions.standing(self._services, actor)
        if actor.is_admin and open_modal(client, command["trigger_id"], views.choice_modal(say, standing)):
            ack()
            return
        admins = () if actor.is_admin else actions.admins(self._services, actor)
        reply_to_command(self._services, actor, ack, command, views.standing_message(say, standing, admins))

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The form was submitted: an error below its field, or what holds from now on."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_form(view)
        if isinstance(intent, parse.NotANumber):
            ack(keep_open({BlockId.MIND_TOKENS.value: say("mind-error-tokens")}))
            return
        try:
            choice = actions.choose(self._services, actor, intent, form_key(view))
        except NotAnAdminError:
            ack(keep_open({BlockId.MIND_TOKENS.value: say("settings-admins-only")}))
        except StaleVersionError:
            standing = actions.standing(self._services, actor)
            ack(in_its_place(views.stale_modal(say, standing, intent)))
        else:
            ack(in_its_place(views.receipt_modal(say, choice)))


def register(app: App, services: Services) -> CommandListener:
    """Attach the listener of the form to ``app`` and give the one for `/lazo mind`."""
    listeners = MindListeners(services)
    app.view(CallbackId.MIND.value)(listeners.on_form)
    return listeners.on_command
