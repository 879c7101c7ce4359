"""The Bolt edge of the scorecard: read the payload, ask for the figures, answer. Nothing is changed by it."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.blocks import Json, replacing
from commands.context import Actor, Payload, Services, actor_of
from commands.ids import ActionId
from commands.members import NotAMemberError
from commands.open_windows import open_window, reshape
from commands.replies import Place, reply_to_command, say_privately, send_answer
from commands.scorecard import actions, parse, views
from commands.scorecard.parse import ShowScorecard
from commands.specs import CommandListener


class ScorecardListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo scorecard …`, or what follows `/handoff scorecard`."""
        del client
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_command(command.get("text") or "")
        if isinstance(intent, parse.UnclearWord):
            reply_to_command(self._services, actor, ack, command, views.unclear_message(say, intent))
            return
        if isinstance(intent, parse.ShowHelp):
            reply_to_command(self._services, actor, ack, command, views.help_message(say))
            return
        try:
            body, fallback = self._messages(actor, intent)
        except NotAMemberError:
            refusal = {"response_type": "ephemeral", "text": say("scorecard-members-only")}
            reply_to_command(self._services, actor, ack, command, refusal)
            return
        if actor.in_shared_channel:
            reply_to_command(self._services, actor, ack, command, body, fallback=fallback)
            return
        ack()
        send_answer(command["response_url"], body, fallback)

    def on_choose(self, ack: Ack, body: Payload, action: Payload, context: BoltContext, client: WebClient) -> None:
        """Another grouping or period was chosen: the figures anew, where they stand."""
        actor = actor_of(context)
        wanted = parse.parse_choice(str((action.get("selected_option") or {}).get("value") or ""))
        place = Place.of(body)
        try:
            if place.view_id is not None:
                shown = actions.show(self._services, actor, wanted)
                ack()
                view = views.scorecard_modal(self._services.say(actor), shown)
                reshape(self._services, actor, body, client, view)
                return
            message, fallback = self._messages(actor, wanted)
        except NotAMemberError:
            ack()
            self._refuse(client, body, actor)
            return
        ack()
        if place.response_url is not None:
            send_answer(place.response_url, replacing(message), replacing(fallback))

    def on_open(self, ack: Ack, body: Payload, context: BoltContext, client: WebClient) -> None:
        """*Scorecard* on Home."""
        actor = actor_of(context)
        view = self._modal(actor, ShowScorecard(), why=False)
        ack()
        open_window(self._services, actor, client, body, view)

    def on_why(self, ack: Ack, body: Payload, action: Payload, context: BoltContext, client: WebClient) -> None:
        """*Why these figures?* was pressed."""
        actor = actor_of(context)
        view = self._modal(actor, parse.parse_choice(str(action.get("value") or "")), why=True)
        ack()
        open_window(self._services, actor, client, body, view)

    def _messages(self, actor: Actor, wanted: ShowScorecard) -> tuple[Json, Json]:
        """With a chart, and once more without for workspaces that have none."""
        say, shown = self._services.say(actor), actions.show(self._services, actor, wanted)
        return views.scorecard_message(say, shown, charts=True), views.scorecard_message(say, shown, charts=False)

    def _modal(self, actor: Actor, wanted: ShowScorecard, *, why: bool) -> Json:
        say = self._services.say(actor)
        try:
            shown = actions.show(self._services, actor, wanted)
        except NotAMemberError:
            return views.refusal_modal(say)
        return views.why_modal(say, shown) if why else views.scorecard_modal(say, shown)

    def _refuse(self, client: WebClient, body: Payload, actor: Actor) -> None:
        say, place = self._services.say(actor), Place.of(body)
        if place.view_id is not None:
            reshape(self._services, actor, body, client, views.refusal_modal(say))
        elif place.response_url is not None:
            say_privately(place.response_url, say("scorecard-members-only"))


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo scorecard`."""
    listeners = ScorecardListeners(services)
    app.action(ActionId.SCORECARD_BY.value)(listeners.on_choose)
    app.action(ActionId.SCORECARD_WEEKS.value)(listeners.on_choose)
    app.action(ActionId.SCORECARD_OPEN.value)(listeners.on_open)
    app.action(ActionId.SCORECARD_WHY.value)(listeners.on_why)
    return listeners.on_command
