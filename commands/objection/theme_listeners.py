"""Retiring a theme of the workspace's own and offering it again: what stands under it stays as it is."""

from typing import Any

from slack_bolt import Ack, App, BoltContext

from commands.acts import note_act
from commands.context import Actor, Payload, Services, actor_of
from commands.ids import ActionId
from commands.members import NotADeciderError, only_deciders
from commands.objection.answers import our_themes
from commands.objection.theme_views import themes_message
from commands.once import once
from commands.replies import replace_answer, say_privately
from commands.specs import OBJECTION
from storage import own_themes
from storage.database import UnitOfWork


def offer_again(services: Services, actor: Actor, theme_id: int, key: str, *, offered: bool) -> None:
    """Retire a theme, or offer it again. Raises NotADeciderError."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        if own_themes.offer_again(work, actor.workspace_id, theme_id, offered=offered):
            note_act(work, actor, "theme_offered" if offered else "theme_retired", ("topic", theme_id), now, {})
        return {}

    once(services, actor, key, act)


class ThemeListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_change(self, ack: Ack, body: Payload, action: Payload, context: BoltContext) -> None:
        """*Retire* or *Offer again*, in the list, which then shows what stands."""
        actor = actor_of(context)
        say, offered = self._services.say(actor), action["action_id"] == ActionId.THEME_OFFER
        key = f"action:{body['trigger_id']}"
        try:
            offer_again(self._services, actor, int(action["value"]), key, offered=offered)
        except NotADeciderError:
            ack()
            say_privately(body["response_url"], say("topic-deciders-only"))
            return
        ack()
        ours = our_themes(self._services, actor)
        replace_answer(body["response_url"], themes_message(say, OBJECTION.as_typed(None, say.locale), ours))


def register(app: App, services: Services) -> None:
    """Attach the listeners to ``app``."""
    listeners = ThemeListeners(services)
    for action_id in (ActionId.THEME_RETIRE, ActionId.THEME_OFFER):
        app.action(action_id.value)(listeners.on_change)
