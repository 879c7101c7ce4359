"""The Bolt edge of themes that the notes suggest."""

from typing import Final

from slack_bolt import Ack, App, BoltContext

from commands.context import Payload, Services, actor_of
from commands.digest import topics
from commands.digest.topics_views import decided_message
from commands.ids import ActionId
from commands.members import NotADeciderError
from commands.replies import replace_answer, say_privately
from storage import people
from storage import topics as stored

_STATES: Final = {ActionId.TOPIC_FOLLOW: stored.FOLLOWED, ActionId.TOPIC_DISMISS: stored.DISMISSED}


class TopicListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_decide(self, ack: Ack, body: Payload, action: Payload, context: BoltContext) -> None:
        """*Count it as a theme* or *Not a theme*: what was decided stands in place of the buttons."""
        actor = actor_of(context)
        say = self._services.say(actor)
        state = _STATES[ActionId(action["action_id"])]
        try:
            topic = topics.decide(self._services, actor, int(action["value"]), state, f"action:{body['trigger_id']}")
        except NotADeciderError:
            ack()
            say_privately(body["response_url"], say("topic-deciders-only"))
            return
        ack()
        if topic is not None and topic.decided_by_id is not None:
            with self._services.database.read() as connection:
                who = people.get_member(connection, actor.workspace_id, topic.decided_by_id).slack_user_id
            replace_answer(body["response_url"], decided_message(topic, who, say))


def attach(app: App, services: Services) -> None:
    """Attach the listeners to ``app``."""
    listeners = TopicListeners(services)
    for action_id in _STATES:
        app.action(action_id.value)(listeners.on_decide)
