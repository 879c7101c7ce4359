"""*Answer* on what marketing is told, and its form: read, call, reply."""

import json

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient
from sqlalchemy.exc import NoResultFound

from commands.blocks import state_value
from commands.context import Payload, Services, actor_of
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.objection import answering, answering_views, answers
from commands.open_windows import open_window
from commands.own_themes import naming_own
from commands.replies import in_its_place, keep_open
from domain.text import clean
from storage import people


class AnsweringListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_answer(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Answer*: what was asked, with a field for the answer."""
        actor = actor_of(context)
        say = self._services.say(actor)
        objection, account_name = answers.for_editing(self._services, actor, int(action["value"]))
        with self._services.database.read() as connection:
            author = people.get_member(connection, actor.workspace_id, objection.logged_by_id).slack_user_id
            say = naming_own(connection, actor.workspace_id, say)
        ack()
        modal = answering_views.answer_modal(say, objection, account_name, author)
        open_window(self._services, actor, client, body, modal, say("answer-form-lost"))

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The answer was sent: stored, and on its way to who asked."""
        actor = actor_of(context)
        say = self._services.say(actor)
        text = clean(state_value(view["state"]["values"], BlockId.NOTE) or "").value
        if not text:
            ack(keep_open({BlockId.NOTE.value: say("answer-error-empty")}))
            return
        objection_id = int(json.loads(view["private_metadata"])["id"])
        try:
            answering.answer(self._services, actor, objection_id, text, f"form:{view['id']}")
            said = say("answer-sent")
        except answering.NothingAskedError:
            said = say("answer-nothing-asked")
        except NotAMemberError:
            said = say("answer-members-only")
        except NoResultFound:
            said = say("answer-nothing-asked")
        ack(in_its_place(answering_views.said_modal(say, said)))


def register(app: App, services: Services) -> None:
    """Attach the listeners to ``app``."""
    listeners = AnsweringListeners(services)
    app.action(ActionId.OBJECTION_ANSWER.value)(listeners.on_answer)
    app.view(CallbackId.ANSWER_FORM.value)(listeners.on_form)
