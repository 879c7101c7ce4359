"""`due`, `close` and `reopen`, and the buttons of their answers: read, call, reply."""

from collections.abc import Callable

from slack_bolt import Ack, App, BoltContext
from sqlalchemy.exc import NoResultFound

from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.ids import ActionId
from commands.members import NotAMemberError
from commands.replies import Place, replace_answer, say_privately
from commands.win_loss import closing, closing_views, due_views
from commands.win_loss.closing import NotTheirDealError, Turned
from commands.win_loss.due import due_of
from commands.win_loss.due_views import Reader
from commands.win_loss.parse import AboutRequests, value_of
from domain.closing_line import read_closing
from domain.taxonomy import DealOutcome


class ClosingListeners:
    """What the slice's command and buttons do about requests and closings."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def answer_to(self, actor: Actor, intent: AboutRequests, command: str, key: str) -> Json:
        """The answer to `due`, `close …` and `reopen …`; ``command`` is for examples, ``key`` the payload's."""
        reader = self._reader(actor)
        if intent.word == "due":
            return due_views.due_message(reader, command, due_of(self._services, actor))
        said = read_closing(intent.rest)
        name, outcome = (said.name, said.outcome) if intent.word == "close" else (intent.rest, None)
        if not name:
            return closing_views.ask_message(reader, command, intent.word)
        to_close = intent.word == "close"
        found = closing.found_deals(self._services, actor, name, to_close=to_close)
        guessed = [] if found else closing.deals_like(self._services, actor, name, to_close=to_close)
        found = found or guessed
        wanted = [each for each in found if (each.outcome == DealOutcome.OPEN) == to_close] or found
        if not wanted:
            return closing_views.none_message(reader, command, intent.word, name)
        if guessed or len(wanted) > 1 or (to_close and outcome is None):
            return closing_views.choose_message(reader, wanted, intent.word)
        (deal,) = wanted
        try:
            turned = self._turn(actor, deal.id, outcome, key)
        except NotTheirDealError:
            return closing_views.refusal_message(reader, deal)
        except NotAMemberError:
            return closing_views.members_only_message(reader)
        return closing_views.turned_message(reader, turned)

    def on_close(self, ack: Ack, body: Payload, action: Payload, context: BoltContext) -> None:
        """How a deal ended was chosen."""
        deal_id, _, outcome = value_of(action).partition(":")
        self._on_turn(
            ack,
            body,
            actor_of(context),
            lambda actor, key: self._turn(actor, int(deal_id), DealOutcome(outcome), key),
        )

    def on_reopen(self, ack: Ack, body: Payload, action: Payload, context: BoltContext) -> None:
        """*Open it again*."""
        deal_id = int(value_of(action))
        self._on_turn(ack, body, actor_of(context), lambda actor, key: self._turn(actor, deal_id, None, key))

    def _turn(self, actor: Actor, deal_id: int, outcome: DealOutcome | None, key: str) -> Turned:
        if outcome is None:
            return closing.reopen(self._services, actor, deal_id, key)
        return closing.close(self._services, actor, deal_id, outcome, key)

    def _on_turn(self, ack: Ack, body: Payload, actor: Actor, change: Callable[[Actor, str], Turned]) -> None:
        reader, place = self._reader(actor), Place.of(body)
        refused: str | None = None
        turned: Turned | None = None
        try:
            turned = change(actor, f"action:{body['trigger_id']}")
        except NotTheirDealError:
            refused = reader.say("deal-not-yours")
        except NotAMemberError:
            refused = reader.say("deal-members-only")
        except NoResultFound:
            refused = reader.say("deal-gone")
        ack()
        if place.response_url is None:
            return
        if turned is not None:
            replace_answer(place.response_url, closing_views.turned_message(reader, turned))
        elif refused is not None:
            say_privately(place.response_url, refused)

    def _reader(self, actor: Actor) -> Reader:
        return Reader(self._services.say(actor), actor.tz, self._services.now(), actor.slack_user_id)


def register(app: App, services: Services) -> ClosingListeners:
    """Attach the buttons to ``app`` and give what answers the command's words."""
    listeners = ClosingListeners(services)
    app.action(ActionId.DEAL_CLOSE.value)(listeners.on_close)
    app.action(ActionId.DEAL_REOPEN.value)(listeners.on_reopen)
    return listeners
