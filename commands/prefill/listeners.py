"""The Bolt edge of *Fill in from the text*: the button in a form, and what is shown when the answer is there."""

import logging

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.context import Actor, Payload, Services, actor_of
from commands.ids import ActionId
from commands.open_windows import fill_in
from commands.prefill import actions, views
from commands.prefill.actions import Filled, NotKept, Outcome
from commands.prefilling import Fillers, thread_of
from commands.replies import opened_view, thread_at

_log = logging.getLogger(__name__)


class PrefillListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, fillers: Fillers) -> None:
        self._services = services
        self._fillers = fillers

    def on_fill(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Fill in from the text* was pressed."""
        actor, view = actor_of(context), body["view"]
        say = self._services.say(actor)
        filler = self._fillers[view["callback_id"]]
        text = actions.text_of(self._services, actor, view)
        ack()
        shown = views.reading_modal(say) if text else views.nothing_modal(say)
        above = opened_view(client, body["trigger_id"], shown, on_top=True)
        if not above or not text:
            return

        place = thread_of(view)
        if place is not None:
            text = actions.with_thread(self._services, actor, text, thread_at(client, *place))

        def done(outcome: Outcome) -> None:
            self._show(client, actor, view, above, outcome)

        refused = actions.propose(self._services, actor, filler, view, text, done)
        if refused is not None:
            shown = views.outcome_modal(say, view, refused)
            fill_in(self._services, actor, client, above, shown, body["trigger_id"])

    def _show(self, client: WebClient, actor: Actor, view: Payload, above: str, outcome: Outcome) -> None:
        """First what lies above: who closed it is typing again below, and their form stays as it is.

        What is shown is kept before: between the two updates nobody waits, and there is no time to type.
        """
        say = self._services.say(actor)
        shown = views.outcome_modal(say, view, outcome)
        form, label = (outcome.form, outcome.label) if isinstance(outcome, Filled) else (None, None)
        noted = [] if label is None else actions.keep(self._services, actor, label)
        if noted is None:
            shown, form = views.outcome_modal(say, view, NotKept()), None
        if not fill_in(self._services, actor, client, above, shown, f"filled:{above}"):
            if noted:
                actions.take_back(self._services, actor, noted)
            _log.info("form_not_filled_in")
        elif form is not None:
            fill_in(self._services, actor, client, str(view["id"]), form, f"filled:{above}")


def register(app: App, services: Services, fillers: Fillers) -> None:
    """Attach the listener to ``app``; ``fillers`` are the forms that can be filled in."""
    app.action(ActionId.PREFILL.value)(PrefillListeners(services, fillers).on_fill)
