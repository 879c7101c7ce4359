"""The Bolt edge of what owners confirm before the review."""

from collections.abc import Callable

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.digest import confirming
from commands.digest.confirming_views import pressed
from commands.ids import ActionId
from commands.open_windows import open_window
from commands.replies import replace_answer, say_privately

#: The whole card of an account (our id), with one line (a text key) on what was done.
ShowCard = Callable[[Actor, int, str | None], Json]


class ConfirmingListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, show_card: ShowCard) -> None:
        self._services = services
        self._show_card = show_card

    def on_confirm(self, ack: Ack, body: Payload, action: Payload, context: BoltContext) -> None:
        """One account is right, or all that are shown: the message says so where it stands."""
        actor = actor_of(context)
        say = self._services.say(actor)
        ask_id, account_ids = pressed(action["value"])
        intent = confirming.Confirm(ask_id, frozenset(account_ids))
        try:
            confirming.confirm(self._services, actor, intent, f"action:{body['trigger_id']}")
        except confirming.NotTheirsError:
            ack()
            say_privately(body["response_url"], say("confirm-not-yours"))
            return
        ack()
        replace_answer(body["response_url"], confirming.message_of(self._services, actor, intent.ask_id, say))

    def on_fix(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """Something is not right: the account's card. The message shows how accounts stand by now."""
        actor = actor_of(context)
        _ask_id, (account_id,) = pressed(action["value"])
        card = self._show_card(actor, account_id, None)
        ack()
        open_window(self._services, actor, client, body, card)


def attach(app: App, services: Services, show_card: ShowCard) -> None:
    """Attach the listeners to ``app``; ``show_card`` makes the card that belongs to another slice."""
    listeners = ConfirmingListeners(services, show_card)
    app.action(ActionId.CONFIRM_ONE.value)(listeners.on_confirm)
    app.action(ActionId.CONFIRM_ALL.value)(listeners.on_confirm)
    app.action(ActionId.CONFIRM_FIX.value)(listeners.on_fix)
