"""How answers about people are shown: as a form where there is one, on top of it, or beside the message."""

from collections.abc import Mapping
from typing import Any

from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.form_shape import form_key
from commands.ids import CallbackId
from commands.open_windows import refresh
from commands.people import actions, views


def refresh_below(
    services: Services, view: Mapping[str, Any], client: WebClient, actor: Actor, card: actions.PersonCard
) -> None:
    """Bring the form below, from which this one was opened, up to what stands now."""
    below = view.get("previous_view_id")
    if below:
        refresh(services, actor, client, below, views.person_modal(services.say(actor), card), form_key(view))


def refusal_modal(text: str, title: str, close: str) -> Json:
    """One sentence."""
    return blocks.modal(title, CallbackId.PERSON_RECEIPT, [blocks.section(text)], close=close)
