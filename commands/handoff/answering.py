"""Where the answer to something pressed on a handoff goes: the message that follows it, a modal, or beside it."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from enum import StrEnum

from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services
from commands.handoff import buttons, lists, views
from commands.handoff.cards import HandoffCard
from commands.handoff.lists import Shown
from commands.handoff.move_views import shown_modal
from commands.handoff.refusals import REFUSALS, Refused, card_in, refusal_text, typed_rows
from commands.handoff.words import Reader, state_line, title_of
from commands.open_windows import open_window, refresh
from commands.replies import replace_answer, say_privately
from domain.values import frozen


class Origin(StrEnum):
    """Where a button stood."""

    OWN = "own"  # the message that follows the handoff: it is brought up to date by itself
    NOTICE = "notice"  # a message that told of it once
    ANSWER = "answer"  # what only the asker sees
    SHARED = "shared"  # a list, or a message that others read
    MODAL = "modal"
    HOME = "home"


@frozen
class Pressed:
    """What was pressed where: the handoff, the version that was shown, and how to answer. Small forms remember it."""

    handoff_id: int
    version: int
    origin: Origin
    response_url: str | None = None
    view_id: str | None = None
    ts: str | None = None

    @classmethod
    def of(cls, body: Payload, action: Payload, reference: tuple[int, int]) -> "Pressed":
        """Read it off an interaction's payload."""
        view = body.get("view")
        if view:
            origin = Origin.HOME if view.get("type") == "home" else Origin.MODAL
            return cls(*reference, origin, view_id=view["id"])
        block = str(action.get("block_id") or "")
        container = body.get("container") or {}
        if container.get("is_ephemeral"):
            origin = Origin.ANSWER
        elif block.startswith(buttons.OWN):
            origin = Origin.OWN
        else:
            origin = Origin.NOTICE if block.startswith(buttons.NOTICE) else Origin.SHARED
        return cls(*reference, origin, response_url=body.get("response_url"), ts=container.get("message_ts"))

    def packed(self) -> str:
        """For ``private_metadata``."""
        return json.dumps(asdict(self))

    @classmethod
    def in_view(cls, view: Payload) -> "Pressed":
        """Read it off a submitted form."""
        kept = json.loads(view["private_metadata"])
        return replace(cls(**kept), origin=Origin(kept["origin"]))


class Answering:
    """Answers with the services bound."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def reader(self, actor: Actor) -> Reader:
        """The person who acts, as a reader now."""
        return Reader(self._services.say(actor), actor.tz, self._services.now())

    def show_result(self, client: WebClient, body: Payload, actor: Actor, pressed: Pressed, card: HandoffCard) -> None:
        """After a move: what was pressed on shows how the handoff stands now."""
        reader = self.reader(actor)
        match pressed.origin:
            case Origin.MODAL if pressed.view_id is not None:
                shown = self.modal(reader, self.with_hours(actor, card))
                refresh(self._services, actor, client, pressed.view_id, shown, body["trigger_id"])
            case Origin.HOME | Origin.MODAL:
                shown = self.modal(reader, self.with_hours(actor, card))
                open_window(self._services, actor, client, body, shown, done_line(reader, card))
            case _:
                self.answer_beside(reader, actor, pressed, card)

    def answer_beside(self, reader: Reader, actor: Actor, pressed: Pressed, card: HandoffCard) -> None:
        """The same where a message can only be answered through its address."""
        if pressed.response_url is None:
            return
        done = done_line(reader, card)
        match pressed.origin:
            case Origin.OWN if lists.follows(self._services, actor, card.id, pressed.ts):
                pass  # the outbox brings it up to date, for everybody who has it
            case Origin.ANSWER | Origin.OWN:
                shown = self.with_hours(actor, card)
                replace_answer(pressed.response_url, views.shown_message(reader, shown.card, shown.hours))
            case Origin.NOTICE:
                rows = [blocks.section(done), blocks.actions(buttons.show_button(reader.say, card))]
                replace_answer(pressed.response_url, blocks.message(done, rows))
            case Origin.SHARED:
                say_privately(pressed.response_url, done)

    def do(
        self,
        client: WebClient,
        body: Payload,
        actor: Actor,
        pressed: Pressed,
        change: Callable[[], HandoffCard],
        ack: Callable[[], object],
    ) -> None:
        """Make a move, ack once it is stored, and answer; or say why it was not made."""
        try:
            card = change()
        except REFUSALS as error:
            ack()
            self.refuse(client, body, actor, pressed, error)
            return
        ack()
        self.show_result(client, body, actor, pressed, card)

    def refuse(self, client: WebClient, body: Payload, actor: Actor, pressed: Pressed, error: Refused) -> None:
        """Why not, beside the message or above the modal that it was pressed in; stale answers show the truth."""
        reader = self.reader(actor)
        shown = self.shown(actor, pressed.handoff_id)
        text = refusal_text(reader, actor.slack_user_id, error, card_in(error) or shown.card)
        if pressed.origin in {Origin.MODAL, Origin.HOME}:
            rows = [blocks.section(text), *views.shown_rows(reader, shown.card, shown.hours)]
            open_window(self._services, actor, client, body, shown_modal(reader.say, rows), text)
        elif pressed.response_url is not None and pressed.origin is Origin.ANSWER:
            replace_answer(pressed.response_url, views.shown_message(reader, shown.card, shown.hours, above=text))
        elif pressed.response_url is not None:
            say_privately(pressed.response_url, text)

    def refused_form(self, actor: Actor, pressed: Pressed, error: Refused, typed: str | None) -> Json:
        """Why a form was not taken, in its place: how the handoff stands, and what had been typed."""
        reader = self.reader(actor)
        shown = self.shown(actor, pressed.handoff_id)
        text = refusal_text(reader, actor.slack_user_id, error, card_in(error) or shown.card)
        rows = [blocks.section(text), *typed_rows(reader.say, typed), blocks.divider()]
        return shown_modal(reader.say, [*rows, *views.shown_rows(reader, shown.card, shown.hours)])

    def modal(self, reader: Reader, shown: Shown) -> Json:
        """A handoff in a modal, with what the reader may do."""
        return shown_modal(reader.say, views.shown_rows(reader, shown.card, shown.hours))

    def shown(self, actor: Actor, handoff_id: int) -> Shown:
        """A handoff as the actor sees it now."""
        return lists.shown(self._services, actor, handoff_id)

    def with_hours(self, actor: Actor, card: HandoffCard) -> Shown:
        """A card that a use case gave back, with its owner's working time."""
        return lists.hours_of(self._services, actor, card)


def done_line(reader: Reader, card: HandoffCard) -> str:
    """That it is done, and how the handoff stands now."""
    return reader.say("handoff-done", title=f"*{title_of(reader.say, card)}*", state=state_line(reader, card))
