"""The Bolt edge of App Home: somebody opened it."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.context import Actor, Services, actor_of
from commands.home.help_views import help_modal
from commands.ids import ActionId
from commands.open_windows import open_window

#: Told that somebody looks at their Home, and the hash of what they see (nothing when it is empty). Returns at once.
Opened = Callable[[Actor, str | None], None]


class HomeListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, opened: Opened) -> None:
        self._services = services
        self._opened = opened

    def on_opened(self, ack: Ack, event: Mapping[str, Any], context: BoltContext) -> None:
        """``app_home_opened``: of the two tabs only Home shows something of ours."""
        if event.get("tab") == "home":
            self._opened(actor_of(context), (event.get("view") or {}).get("hash"))
        ack()

    def on_help(self, ack: Ack, body: Mapping[str, Any], client: WebClient, context: BoltContext) -> None:
        """*What can Lazo do?* was pressed."""
        actor = actor_of(context)
        say = self._services.say(actor)
        ack()
        open_window(self._services, actor, client, body, help_modal(say, is_admin=actor.is_admin))


def register(app: App, services: Services, opened: Opened) -> None:
    """Attach the listeners to ``app``."""
    listeners = HomeListeners(services, opened)
    app.event("app_home_opened")(listeners.on_opened)
    app.action(ActionId.HOME_HELP.value)(listeners.on_help)
