"""The small forms of a handoff, submitted: the move is made, or the form says why not and keeps what was typed."""

from collections.abc import Callable
from datetime import datetime, time
from zoneinfo import ZoneInfo

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import state_value
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.handoff import clock_moves, lists, move_views, moves, parse, recycled
from commands.handoff.answering import Answering, Origin, Pressed
from commands.handoff.cards import HandoffCard
from commands.handoff.intents import LogAttempt, OfferAgain, Reassign, ReturnLead, TransferAll
from commands.handoff.refusals import REFUSALS, field_errors, refusal_text
from commands.handoff.taking import UnknownPersonError, member_id_of
from commands.handoff.words import mention
from commands.ids import BlockId, CallbackId
from commands.pickers import chosen_day, is_ticked
from commands.replies import in_its_place, keep_open, open_modal
from domain.handoff import PauseReason
from domain.taxonomy import AttemptChannel, ReturnReason
from domain.text import clean
from domain.weeks import local_moment

_MINUTES = 60


class HandoffForms:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._answering = Answering(services)

    def on_attempt(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """A call, a mail: with its true moment."""
        values, actor, pressed = _values(view), actor_of(context), Pressed.in_view(view)
        at = _moment(values, actor.tz)
        now = self._services.now()
        intent = LogAttempt(
            pressed.handoff_id,
            AttemptChannel(state_value(values, BlockId.ATTEMPT_BY) or AttemptChannel.CALL),
            answered=is_ticked(values, BlockId.ANSWERED),
            note=_note(values),
            # The form knows minutes only: the one that is not over yet is now.
            at=None if at is None or 0 <= (now - at).total_seconds() < _MINUTES else at,
        )
        self._make(ack, view, actor, lambda key: moves.log_attempt(self._services, actor, intent, key))

    def on_return(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The lead goes back, for a reason."""
        values, actor, pressed = _values(view), actor_of(context), Pressed.in_view(view)

        def change(key: str) -> HandoffCard:
            intent = ReturnLead(
                pressed.handoff_id,
                ReturnReason(state_value(values, BlockId.REASON) or ReturnReason.OTHER),
                note=_note(values),
                recycle_on=chosen_day(values, BlockId.DAY),
                to_member_id=self._member(actor, values),
            )
            return moves.return_lead(self._services, actor, intent, key)

        self._make(ack, view, actor, change)

    def on_reassign(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """Somebody else gets it."""
        values, actor, pressed = _values(view), actor_of(context), Pressed.in_view(view)

        def change(key: str) -> HandoffCard:
            to = self._member(actor, values)
            assert to is not None  # the field is required: Slack sends no form without it
            return clock_moves.reassign(
                self._services, actor, Reassign(pressed.handoff_id, to, _note(values), pressed.version), key
            )

        self._make(ack, view, actor, change)

    def on_pause(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The clock stands still."""
        values, actor, pressed = _values(view), actor_of(context), Pressed.in_view(view)
        reason = PauseReason(state_value(values, BlockId.REASON) or PauseReason.CUSTOMER)
        self._make(
            ack, view, actor, lambda key: clock_moves.pause(self._services, actor, pressed.handoff_id, reason, key)
        )

    def on_snooze(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """Reminders wait until a day and time."""
        values, actor, pressed = _values(view), actor_of(context), Pressed.in_view(view)
        until = _moment(values, actor.tz) or self._services.now()
        self._make(
            ack, view, actor, lambda key: clock_moves.snooze(self._services, actor, pressed.handoff_id, until, key)
        )

    def on_again(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The marketer offers a returned lead once more."""
        values, actor, pressed = _values(view), actor_of(context), Pressed.in_view(view)

        def change(key: str) -> HandoffCard:
            to = self._member(actor, values)
            intent = OfferAgain(pressed.handoff_id, _note(values) or "", owner_id=to)
            return recycled.offer_again(self._services, actor, intent, key)

        self._make(ack, view, actor, change)

    def on_extend(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The marketer is asked on another day."""
        values, actor, pressed = _values(view), actor_of(context), Pressed.in_view(view)
        day = chosen_day(values, BlockId.DAY) or self._services.now().astimezone(ZoneInfo(actor.tz)).date()
        self._make(ack, view, actor, lambda key: recycled.extend(self._services, actor, pressed.handoff_id, day, key))

    def on_transfer(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """All my open ones go to a colleague."""
        values, actor = _values(view), actor_of(context)
        reader = self._answering.reader(actor)
        say = reader.say
        try:
            to = self._member(actor, values)
            assert to is not None  # the field is required
            if to == actor.member_id:
                ack(keep_open({BlockId.OWNER.value: say("handoff-transfer-yourself")}))
                return
            intent = TransferAll(actor.member_id, to, note=_note(values))
            done = clock_moves.transfer_all(self._services, actor, intent, form_key(view))
        except UnknownPersonError:
            ack(keep_open({BlockId.OWNER.value: say("handoff-error-unknown-person")}))
        except REFUSALS as error:
            text = refusal_text(reader, actor.slack_user_id, error)
            ack(keep_open(field_errors(say, error) or {BlockId.OWNER.value: text}))
        else:
            chosen = mention(state_value(values, BlockId.OWNER) or "")
            text = say("handoff-transferred", count=len(done.handoff_ids), owner=chosen)
            ack(in_its_place(move_views.shown_modal(say, [blocks.section(text)], title="handoff-transfer-title")))

    def _make(self, ack: Ack, view: Payload, actor: Actor, change: Callable[[str], HandoffCard]) -> None:
        """Make the move once for this form; then close it, or show how the handoff stands where it stood before."""
        pressed = Pressed.in_view(view)
        reader = self._answering.reader(actor)
        try:
            card = change(form_key(view))
        except UnknownPersonError:
            ack(keep_open({BlockId.OWNER.value: reader.say("handoff-error-unknown-person")}))
            return
        except REFUSALS as error:
            errors = field_errors(reader.say, error)
            fields = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
            if errors and errors.keys() <= fields:
                ack(keep_open(errors))
            else:
                ack(in_its_place(self._answering.refused_form(actor, pressed, error, _note(_values(view)))))
            return
        if pressed.origin in {Origin.MODAL, Origin.HOME}:
            ack(in_its_place(self._answering.modal(reader, self._answering.with_hours(actor, card))))
            return
        ack()
        self._answering.answer_beside(reader, actor, pressed, card)

    def _member(self, actor: Actor, values: Payload) -> int | None:
        """Our id of the person chosen in a form. Raises as `member_id_of`."""
        return member_id_of(self._services, actor, state_value(values, BlockId.OWNER))


def attach(app: App, services: Services) -> None:
    """Attach the listeners to ``app``."""
    listeners = HandoffForms(services)
    for callback, listener in {
        CallbackId.HANDOFF_ATTEMPT: listeners.on_attempt,
        CallbackId.HANDOFF_RETURN: listeners.on_return,
        CallbackId.HANDOFF_REASSIGN: listeners.on_reassign,
        CallbackId.HANDOFF_PAUSE: listeners.on_pause,
        CallbackId.HANDOFF_SNOOZE: listeners.on_snooze,
        CallbackId.HANDOFF_AGAIN: listeners.on_again,
        CallbackId.HANDOFF_EXTEND: listeners.on_extend,
        CallbackId.HANDOFF_TRANSFER: listeners.on_transfer,
    }.items():
        app.view(callback.value)(listener)


def open_transfer(
    services: Services, actor: Actor, client: WebClient, trigger_id: str, intent: parse.TransferAll
) -> blocks.Json | None:
    """Open the form that gives all my open handoffs away; an answer instead when I have none, or Slack does not."""
    say = services.say(actor)
    chosen = intent.owner if intent.is_id else None
    if intent.owner is not None and not intent.is_id:
        found = lists.people_called(services, actor, intent.owner)
        chosen = found[0].slack_user_id if len(found) == 1 else None
    count = lists.open_count(services, actor)
    if not count:
        return blocks.ephemeral(say("handoff-transfer-none"))
    opened = open_modal(client, trigger_id, move_views.transfer_modal(say, count, chosen))
    return None if opened else blocks.ephemeral(say("handoff-pressed-lost"))


def _values(view: Payload) -> Payload:
    values: Payload = view["state"]["values"]
    return values


def _note(values: Payload) -> str | None:
    return clean(state_value(values, BlockId.NOTE) or "").value or None


def _moment(values: Payload, tz: str) -> datetime | None:
    day, at = chosen_day(values, BlockId.DAY), state_value(values, BlockId.TIME)
    if day is None or at is None:
        return None
    moment = time.fromisoformat(at)
    return local_moment(day, moment.hour * _MINUTES + moment.minute, tz)
