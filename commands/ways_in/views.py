"""A form with the choice of its kind above it, and the offer after a reaction. Pure."""

from collections.abc import Iterable

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId
from commands.openers import Heard, Kind
from commands.ways_in.parse import Reacted, packed


def with_kinds(say: Say, form: Json, chosen: Kind, kinds: Iterable[Kind], heard: Heard) -> Json:
    """``form`` with the kinds above its fields, the one that it is of chosen; as it is when there is one kind."""
    offered = [(kind.value, say(f"feedback-{kind}")) for kind in Kind if kind in set(kinds)]
    if len(offered) < 2:  # noqa: PLR2004 - nothing to choose from
        return form
    choice = blocks.radio(ActionId.LOG_KIND, offered, chosen=chosen.value)
    return {**form, "blocks": [blocks.actions(choice, block_id=packed(heard)), *form["blocks"]][: blocks.MODAL_BLOCKS]}


def offer_message(say: Say, reacted: Reacted) -> Json:
    """One question, one button."""
    text = say("reaction-offer", emoji=f":{reacted.emoji}:", channel=f"<#{reacted.channel}>")
    press = blocks.button(say("reaction-log"), ActionId.LOG_REACTED, reacted.value, style="primary")
    return blocks.message(text, [blocks.section(text), blocks.actions(press)])
