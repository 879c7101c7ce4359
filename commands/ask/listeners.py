"""The Bolt edge of `/lazo ask`: say at once that it is looked up, and answer when there is an answer."""

import http
import http.client
import logging

from slack_bolt import Ack, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from commands.ask import actions, parse, views
from commands.ask.actions import Outcome
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.lookups import Lookups
from commands.replies import reply_to_command, webhook
from commands.specs import CommandListener
from storage import outbox
from storage.outbox import Outgoing

_REPLY = "reply"
_log = logging.getLogger(__name__)


class AskListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, lookups: Lookups) -> None:
        self._services = services
        self._lookups = lookups

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo ask …`."""
        del client
        actor = actor_of(context)
        say = self._services.say(actor)
        question = parse.parse_question(command.get("text") or "")
        if not question:
            reply_to_command(self._services, actor, ack, command, views.help_message(say))
            return

        def tell(outcome: Outcome) -> None:
            self._tell(actor, command, views.outcome_message(say, question, outcome))

        refused = actions.ask(self._services, self._lookups, actor, question, command.get("channel_id"), tell)
        shown = views.looking_message(say, question) if refused is None else views.unavailable_message(say, refused)
        reply_to_command(self._services, actor, ack, command, shown)

    def _tell(self, actor: Actor, command: Payload, body: Json) -> None:
        """Answer where it was asked; by DM where others read along, or when Slack takes no answer there any more."""
        if not actor.in_shared_channel and _answered(str(command["response_url"]), body):
            return
        message = {key: value for key, value in body.items() if key in {"text", "blocks"}}
        with self._services.database.write() as work:
            direct = Outgoing(_REPLY, f"ask:{command['trigger_id']}", actor.slack_user_id, message)
            outbox.enqueue(work, actor.workspace_id, direct, self._services.system_now())
            work.commit()


def register(services: Services, lookups: Lookups) -> CommandListener:
    """Give the listener for `/lazo ask`; ``lookups`` are what may be looked up."""
    return AskListeners(services, lookups).on_command


def _answered(response_url: str, body: Json) -> bool:
    try:
        answer = webhook(response_url).send_dict(body)
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        _log.warning("answer_not_sent", extra={"reason": str(error)})
        return False
    return bool(answer.status_code == http.HTTPStatus.OK)
