"""The buttons of a handoff: moves made at once, forms opened, and questions answered in a modal."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.handoff import clock_moves, lists, move_views, moves, parse, recycled, why_views
from commands.handoff.answering import Answering, Pressed
from commands.handoff.cards import HandoffCard
from commands.handoff.errors import MoveRefusedError, NotAllowedError
from commands.handoff.words import Reader, state_line, title_of
from commands.ids import ActionId
from commands.open_windows import open_window, reshape
from domain.handoff import HandoffState, Move, Refusal, after
from domain.taxonomy import ReturnReason
from domain.weeks import local_moment

_Change = Callable[[Services, Actor, int, str], HandoffCard]
_Form = Callable[[Reader, HandoffCard, str], Json]
_MORNING: Final = 9 * 60

#: What one press does.
_AT_ONCE: Final[Mapping[ActionId, _Change]] = {
    ActionId.HANDOFF_ACCEPT: moves.accept,
    ActionId.HANDOFF_NOT_MINE: lambda services, actor, handoff_id, key: moves.not_mine(
        services, actor, handoff_id, None, key
    ),
    ActionId.HANDOFF_QUALIFY: moves.qualify,
    ActionId.HANDOFF_WON: lambda services, actor, handoff_id, key: moves.close(
        services, actor, handoff_id, key, won=True
    ),
    ActionId.HANDOFF_LOST: lambda services, actor, handoff_id, key: moves.close(
        services, actor, handoff_id, key, won=False
    ),
    ActionId.HANDOFF_RESUME: clock_moves.resume,
    ActionId.HANDOFF_WITHDRAW: recycled.withdraw,
    ActionId.HANDOFF_DROP: recycled.drop,
}


def _today(reader: Reader) -> datetime:
    return reader.now.astimezone(ZoneInfo(reader.tz))


#: What asks for more first: the form, and one move of those that it makes.
_FORMS: Final[Mapping[ActionId, tuple[Move, _Form]]] = {
    ActionId.HANDOFF_ATTEMPT: (
        Move.ATTEMPT,
        lambda reader, card, packed: move_views.attempt_modal(
            reader.say, card, packed, today=_today(reader).date(), at=f"{_today(reader):%H:%M}"
        ),
    ),
    ActionId.HANDOFF_RETURN: (
        Move.DISQUALIFY,
        lambda reader, card, packed: move_views.return_modal(reader.say, card, packed, recycle_on=recycle_day(reader)),
    ),
    ActionId.HANDOFF_REASSIGN: (
        Move.REASSIGN,
        lambda reader, card, packed: move_views.reassign_modal(reader.say, card, packed),
    ),
    ActionId.HANDOFF_AGAIN: (
        Move.OFFER_AGAIN,
        lambda reader, card, packed: move_views.again_modal(reader.say, card, packed),
    ),
    ActionId.HANDOFF_EXTEND: (
        Move.EXTEND,
        lambda reader, card, packed: move_views.extend_modal(reader.say, card, packed, day=recycle_day(reader)),
    ),
}
_PAUSE: Final[tuple[Move, _Form]] = (
    Move.PAUSE,
    lambda reader, card, packed: move_views.pause_modal(reader.say, card, packed),
)
_SNOOZE: Final[tuple[Move, _Form]] = (
    Move.SNOOZE,
    lambda reader, card, packed: move_views.snooze_modal(
        reader.say, card, packed, day=_today(reader).date() + timedelta(days=1)
    ),
)


class HandoffButtons:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._answering = Answering(services)

    def on_move(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Accept*, *Not mine*, *Qualified*, *Won*, *Lost*, *Resume*, *Withdraw*, *Drop it*."""
        actor = actor_of(context)
        pressed = Pressed.of(body, action, parse.parse_reference(action["value"]))
        self._make(ack, body, client, actor, pressed, _AT_ONCE[ActionId(action["action_id"])])

    def on_take(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Take it*."""
        pressed = Pressed.of(body, action, parse.parse_reference(action["value"]))
        change = partial(clock_moves.take_over, from_member_id=parse.parse_owner(action["value"]))
        self._make(ack, body, client, actor_of(context), pressed, change)

    def on_form(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Log attempt*, *Return…*, *Reassign…*, *Offer again…*, *Ask me later…*."""
        pressed = Pressed.of(body, action, parse.parse_reference(action["value"]))
        self._open(ack, body, client, actor_of(context), pressed, _FORMS[ActionId(action["action_id"])])

    def on_more(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """What is behind the three dots."""
        actor = actor_of(context)
        choice, _, reference = action["selected_option"]["value"].partition(":")
        pressed = Pressed.of(body, action, parse.parse_reference(reference))
        match choice:
            case "qualify":
                self._make(ack, body, client, actor, pressed, moves.qualify)
            case "pause":
                self._open(ack, body, client, actor, pressed, _PAUSE)
            case _:
                self._open(ack, body, client, actor, pressed, _FORMS[ActionId.HANDOFF_REASSIGN])

    def on_snooze(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Snooze*: reminders wait, the deadline does not."""
        actor = actor_of(context)
        reference, _, choice = action["selected_option"]["value"].rpartition(":")
        pressed = Pressed.of(body, action, parse.parse_reference(reference))
        until = snoozed_until(choice, self._services.now(), actor.tz)
        if until is None:
            self._open(ack, body, client, actor, pressed, _SNOOZE)
            return
        self._make(
            ack,
            body,
            client,
            actor,
            pressed,
            lambda services, who, handoff_id, key: clock_moves.snooze(services, who, handoff_id, until, key),
        )

    def on_show(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Details*: all of it in a modal."""
        actor = actor_of(context)
        pressed = Pressed.of(body, action, parse.parse_reference(action["value"]))
        shown = self._answering.shown(actor, pressed.handoff_id)
        ack()
        view = self._answering.modal(self._answering.reader(actor), shown)
        self._show(client, body, actor, view)

    def on_why(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Why this deadline?*: the agreement, what counted and what did not."""
        actor = actor_of(context)
        reader = self._answering.reader(actor)
        pressed = Pressed.of(body, action, parse.parse_reference(action["value"]))
        card, why = lists.why_of(self._services, actor, pressed.handoff_id)
        ack()
        if why is None:
            text = reader.say("why-none", title=title_of(reader.say, card), state=state_line(reader, card))
            rows = [blocks.section(text)]
        else:
            rows = why_views.why_rows(reader, why)
        self._show(client, body, actor, move_views.shown_modal(reader.say, rows, title="why-title"))

    def on_reason(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A reason was chosen in the form of a return: it shows what becomes of the lead."""
        actor = actor_of(context)
        reader, view = self._answering.reader(actor), body["view"]
        pressed = Pressed.in_view(view)
        card = self._answering.shown(actor, pressed.handoff_id).card
        ack()
        reason = ReturnReason(action["selected_option"]["value"])
        form = move_views.return_modal(
            reader.say, card, pressed.packed(), recycle_on=recycle_day(reader), reason=reason
        )
        reshape(self._services, actor, body, client, form)

    def on_link(self, ack: Ack) -> None:
        """Slack opens the CRM itself, and waits for an ack all the same."""
        ack()

    def _make(
        self, ack: Ack, body: Payload, client: WebClient, actor: Actor, pressed: Pressed, change: _Change
    ) -> None:
        key = f"action:{body['trigger_id']}"
        self._answering.do(
            client, body, actor, pressed, lambda: change(self._services, actor, pressed.handoff_id, key), ack
        )

    def _open(
        self,
        ack: Ack,
        body: Payload,
        client: WebClient,
        actor: Actor,
        pressed: Pressed,
        wanted: tuple[Move, _Form],
    ) -> None:
        """Open a form, unless what it is for cannot be done: nobody fills in what would be refused."""
        move, form = wanted
        reader = self._answering.reader(actor)
        card = self._answering.shown(actor, pressed.handoff_id).card
        ack()
        if move not in card.moves:
            self._answering.refuse(client, body, actor, pressed, _why_not(card, move))
            return
        # What the form shows is how it stands now, whenever the button was drawn.
        self._show(client, body, actor, form(reader, card, replace(pressed, version=card.version).packed()))

    def _show(self, client: WebClient, body: Payload, actor: Actor, view: Json) -> None:
        open_window(self._services, actor, client, body, view, self._services.say(actor)("handoff-pressed-lost"))


def recycle_day(reader: Reader) -> date:
    """The day that a recycled lead comes back if nobody says otherwise."""
    return _today(reader).date() + timedelta(days=moves.RECYCLE_DAYS)


def snoozed_until(choice: str, now: datetime, tz: str) -> datetime | None:
    """Until when (aware UTC) reminders wait; nothing for a choice that a form asks more about."""
    today = now.astimezone(ZoneInfo(tz)).date()
    match choice:
        case "hour":
            return (now + timedelta(hours=1)).astimezone(UTC)
        case "tomorrow":
            return local_moment(today + timedelta(days=1), _MORNING, tz)
        case "monday":
            return local_moment(today + timedelta(days=7 - today.weekday()), _MORNING, tz)
    return None


def _why_not(card: HandoffCard, move: Move) -> MoveRefusedError | NotAllowedError:
    last = card.history[-1] if card.history else None
    if isinstance(after(HandoffState(card.state), move), Refusal) or move in {Move.PAUSE, Move.RESUME}:
        return MoveRefusedError(card, move, last.actor if last else None, last.at if last else card.offered_at)
    return NotAllowedError(card, move)


def attach(app: App, services: Services) -> None:
    """Attach the listeners to ``app``."""
    listeners = HandoffButtons(services)
    for action_id in _AT_ONCE:
        app.action(action_id.value)(listeners.on_move)
    for action_id in _FORMS:
        app.action(action_id.value)(listeners.on_form)
    app.action(ActionId.HANDOFF_TAKE.value)(listeners.on_take)
    app.action(ActionId.HANDOFF_MORE.value)(listeners.on_more)
    app.action(ActionId.HANDOFF_SNOOZE.value)(listeners.on_snooze)
    app.action(ActionId.HANDOFF_SHOW.value)(listeners.on_show)
    app.action(ActionId.HANDOFF_WHY.value)(listeners.on_why)
    app.action(ActionId.HANDOFF_REASON.value)(listeners.on_reason)
    app.action(ActionId.HANDOFF_CRM.value)(listeners.on_link)
