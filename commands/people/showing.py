"""How answers about people are shown: as a form where there is one, on top of it, or beside the message."""

from collections.abc import Mapping
from typing import Any

from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.ids import CallbackId
from commands.people import actions, views
from commands.replies import open_modal, say_to_presser, update_modal


def show_form(services: Services, client: WebClient, body: Mapping[str, Any], actor: Actor, form: Json) -> None:
    """A form for a button: on top of the modal in which it stands, else one of its own."""
    in_modal = (body.get("view") or {}).get("type") == "modal"
    if not open_modal(client, body["trigger_id"], form, on_top=in_modal):
        say_to_presser(services, actor, body, blocks.ephemeral(services.say(actor)("people-form-lost")))


def refresh_below(
    services: Services, view: Mapping[str, Any], client: WebClient, actor: Actor, card: actions.PersonCard
) -> None:
    """Bring the form below, from which this one was opened, up to what stands now."""
    below = view.get("previous_view_id")
    if below:
        update_modal(client, below, views.person_modal(services.say(actor), card))


def refusal_modal(text: str, title: str, close: str) -> Json:
    """One sentence."""
    return blocks.modal(title, CallbackId.PERSON_RECEIPT, [blocks.section(text)], close=close)
