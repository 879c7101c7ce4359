"""*Said before?* on a receipt: notes that say the same in nearly the same words. Looked up when somebody asks."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.context import Payload, Services, actor_of
from commands.ids import ActionId
from commands.objection.parse import parse_reference
from commands.objection.said_before_views import lost_modal, said_before_message, said_before_modal
from commands.open_windows import reshape
from commands.replies import Place, open_modal, send_answer
from commands.specs import OBJECTION
from storage import objections
from storage.said_before import said_before


class SaidBeforeListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_said_before(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """The notes, above the receipt's modal or below its message."""
        actor = actor_of(context)
        say, place = self._services.say(actor), Place.of(body)
        command = OBJECTION.as_typed(None, say.locale)
        objection_id, _version = parse_reference(action["value"])
        with self._services.database.read() as connection:
            objection = objections.get_objection(connection, actor.workspace_id, objection_id)
            found = said_before(connection, actor.workspace_id, objection)
        ack()
        if place.view_id is not None:
            modal = said_before_modal(say, actor.tz, command, found)
            if not open_modal(client, body["trigger_id"], modal, on_top=True):
                reshape(self._services, actor, body, client, lost_modal(say, body["view"]))
        elif place.response_url is not None:
            answer = said_before_message(say, actor.tz, command, found)
            send_answer(place.response_url, answer, answer)


def register(app: App, services: Services) -> None:
    """Attach the listener to ``app``."""
    app.action(ActionId.OBJECTION_SAID_BEFORE.value)(SaidBeforeListeners(services).on_said_before)
