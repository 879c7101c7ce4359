"""The Bolt edge of the settings: read the payload, ask Slack about the channel, call the use case, answer."""

from collections.abc import Collection

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.channels import Obstacle, obstacle_in
from commands.context import Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAnAdminError
from commands.open_windows import open_window
from commands.replies import in_its_place, keep_open, open_modal, reply_to_command
from commands.settings import actions, parse, views
from commands.specs import CommandListener
from domain.places import known_zones
from storage.errors import StaleVersionError


class SettingsListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, zones: Collection[str]) -> None:
        self._services = services
        self._zones = zones

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo settings`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        if not actor.is_admin:
            answer = views.admins_only_message(say, actions.admins(self._services, actor))
            reply_to_command(self._services, actor, ack, command, answer)
            return
        form = views.settings_modal(say, actions.standing(self._services, actor))
        if open_modal(client, command["trigger_id"], form):
            ack()
        else:
            reply_to_command(self._services, actor, ack, command, views.form_lost_message(say))

    def on_open(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Settings* on Home, which admins alone have; who was one a moment ago reads whom to ask."""
        actor = actor_of(context)
        say = self._services.say(actor)
        if actor.is_admin:
            view = views.settings_modal(say, actions.standing(self._services, actor))
        else:
            view = views.admins_only_modal(say, actions.admins(self._services, actor))
        ack()
        open_window(self._services, actor, client, body, view)

    def on_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """The form was submitted: errors below their fields, or what changed."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_form(view, self._zones)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open(views.form_errors(say, intent)))
            return
        errors = self._obstacles(client, intent, actions.standing(self._services, actor))
        if errors:
            ack(keep_open({block.value: views.channel_error(say, each) for block, each in errors.items()}))
            return
        try:
            changed = actions.change(self._services, actor, intent, form_key(view))
        except NotAnAdminError:
            ack(keep_open({BlockId.LANGUAGE.value: say("settings-admins-only")}))
        except StaleVersionError:
            form = views.stale_modal(say, actions.standing(self._services, actor), intent)
            ack(in_its_place(form))
        else:
            ack(in_its_place(views.receipt_modal(say, changed)))

    def _obstacles(
        self, client: WebClient, intent: parse.ChangeSettings, standing: actions.Standing
    ) -> dict[BlockId, Obstacle]:
        """Why newly chosen channels cannot hear from us."""
        chosen = (
            (BlockId.CHANNEL, intent.marketing_channel, standing.marketing_channel),
            (BlockId.HANDOFF_CHANNEL, intent.handoff_channel, standing.handoff_channel),
        )
        return {
            block: obstacle
            for block, channel, before in chosen
            if channel is not None and channel != before and (obstacle := obstacle_in(client, channel)) is not None
        }


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo settings`."""
    listeners = SettingsListeners(services, known_zones())
    app.view(CallbackId.SETTINGS.value)(listeners.on_form)
    app.action(ActionId.SETTINGS_OPEN.value)(listeners.on_open)
    return listeners.on_command
