"""A kept form once more, with what had been typed, and the private message that offers it. Pure."""

from collections.abc import Mapping
from typing import Any, Final

from commands import blocks
from commands.blocks import Json
from commands.form_shape import going_on, source_of
from commands.i18n import Say
from commands.ids import ActionId

#: What an element's state holds, and the key under which a new view begins with it.
_INITIAL: Final = {
    "plain_text_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
}
_SHOWN: Final = 300


def refilled(kept: Mapping[str, Any], form: str) -> Json:
    """The view that begins with what had been typed, and goes on with ``form``."""
    values = kept["state"]["values"]
    view = source_of(kept)
    view["blocks"] = [_refilled_block(block, values.get(block.get("block_id")) or {}) for block in kept["blocks"]]
    return going_on(view, form)


def began_with(view: Mapping[str, Any]) -> Json:
    """The texts that a form began with, by block: as kept of its first report, else as they stand in its blocks."""
    kept: Json | None = view.get("began")
    if kept is not None:
        return kept
    return {block.get("block_id"): (block.get("element") or {}).get("initial_value") or "" for block in view["blocks"]}


def typed_in(view: Mapping[str, Any]) -> str:
    """The longest text that stands in a view, if it is not what it began with; "" when nobody typed anything."""
    values = (view.get("state") or {}).get("values") or {}
    # In whichever field it stands by now: the text of a message goes along into the form of another kind.
    began = set(began_with(view).values())
    texts = (
        element["value"]
        for elements in values.values()
        for element in elements.values()
        if element.get("type") == "plain_text_input" and element.get("value") and element["value"] not in began
    )
    return max(texts, key=len, default="")


def offer_message(say: Say, kept_id: int, kept: Mapping[str, Any], *, failed: bool) -> Json:
    """What was kept of which form, and one button."""
    title = str((kept.get("title") or {}).get("text") or "")
    text = say("kept-failed" if failed else "kept-closed", form=blocks.escape(title))
    rows = [blocks.section(text)]
    typed = typed_in(kept)
    if typed:
        rows.append(blocks.quote(typed, _SHOWN))
    rows.append(blocks.actions(blocks.button(say("kept-continue"), ActionId.FORM_CONTINUE, str(kept_id))))
    return blocks.message(text, rows)


def _refilled_block(block: Json, state: Mapping[str, Any]) -> Json:
    if "element" in block:
        return {**block, "element": _refilled_element(block["element"], state)}
    if block.get("type") == "actions":
        return {**block, "elements": [_refilled_element(each, state) for each in block["elements"]]}
    return block


def _refilled_element(element: Json, state: Mapping[str, Any]) -> Json:
    holds, begins = _INITIAL.get(str(element.get("type")), ("", ""))
    entry = state.get(str(element.get("action_id")))
    if not holds or entry is None:
        return element
    bare = {key: value for key, value in element.items() if key != begins}
    return {**bare, begins: entry[holds]} if entry.get(holds) else bare
