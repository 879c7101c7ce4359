"""Receipts and what is pressed on them: a change is done once, and its receipt shown where the button stood."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from slack_bolt import Ack, BoltContext
from slack_sdk import WebClient

from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.i18n import Say
from commands.open_windows import open_window, refresh
from commands.replies import Place, replace_answer, say_privately
from domain.values import frozen

R = TypeVar("R")


@frozen
class Receipts(Generic[R]):
    """How one kind of record answers. ``message`` and ``modal`` show a receipt under a headline (a text key).

    ``refusal`` makes the modal that says why not; ``refused`` has the text key for what a change may raise.
    """

    services: Services
    message: Callable[[Actor, R, str], Json]
    modal: Callable[[Actor, R, str], Json]
    refusal: Callable[[Say, str], Json]
    refused: Mapping[type[Exception], str]

    def change(
        self,
        ack: Ack,
        body: Payload,
        client: WebClient,
        context: BoltContext,
        act: Callable[[Actor, str], R],
        headline: str,
    ) -> None:
        """``act`` for who pressed, under the payload's key; then its receipt, or why nothing was changed."""
        actor = actor_of(context)
        try:
            receipt = act(actor, f"action:{body['trigger_id']}")
        except tuple(self.refused) as error:
            ack()
            self.refuse(client, body, actor, self.refused[type(error)])
            return
        ack()
        place = Place.of(body)
        if place.view_id is not None:
            shown = self.modal(actor, receipt, headline)
            refresh(self.services, actor, client, place.view_id, shown, body["trigger_id"])
        elif place.response_url is not None:
            replace_answer(place.response_url, self.message(actor, receipt, headline))

    def refuse(self, client: WebClient, body: Payload, actor: Actor, key: str) -> None:
        """Say why not, beside the message or above the modal whose button was pressed."""
        say, place = self.services.say(actor), Place.of(body)
        if place.view_id is not None:
            open_window(self.services, actor, client, body, self.refusal(say, say(key)), say(key))
        elif place.response_url is not None:
            say_privately(place.response_url, say(key))
