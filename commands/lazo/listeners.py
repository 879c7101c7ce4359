"""The Bolt edge of `/lazo`: help, or the listener of the command that was named."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.context import Services, actor_of
from commands.lazo import parse, views
from commands.replies import reply_to_command
from commands.specs import HOUSE, CommandListener


class HouseListeners:
    """The listener with its services and the other slices' listeners bound."""

    def __init__(self, services: Services, listeners: Mapping[str, CommandListener]) -> None:
        self._services = services
        self._listeners = listeners

    def on_command(self, ack: Ack, command: Mapping[str, Any], client: WebClient, context: BoltContext) -> None:
        """`/lazo …`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_command(command.get("text") or "")
        match intent:
            case parse.PassOn(name, rest):
                self._listeners[name](ack, {**command, "text": rest}, client, context)
                return
            case parse.ShowHelp():
                answer = views.help_message(say, is_admin=actor.is_admin)
            case _:
                answer = views.unclear_message(say, intent)
        reply_to_command(self._services, actor, ack, command, answer)


def register(app: App, services: Services, listeners: Mapping[str, CommandListener]) -> None:
    """Attach `/lazo` to ``app``. ``listeners`` has one for each command and word.

    Raises ValueError when one is missing: a word that help offers must lead somewhere.
    """
    missing = parse.passed_on() - set(listeners)
    if missing:
        raise ValueError(f"no listener for: {', '.join(sorted(missing))}")
    house = HouseListeners(services, listeners)
    for name in HOUSE.names:
        app.command(name)(house.on_command)
