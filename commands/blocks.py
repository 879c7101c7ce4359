"""Pieces of Block Kit: escaped, clipped to Slack's limits, and nothing else in the product builds raw JSON by hand.

What people typed goes into ``plain_text`` or rich text wherever Slack allows it: ``* _ ~`` cannot be escaped in mrkdwn.
Limits are those of Slack's reference pages (docs.slack.dev/reference/block-kit).
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

Json = dict[str, Any]

SECTION_TEXT: Final = 3000
HEADER_TEXT: Final = 150
BUTTON_TEXT: Final = 75
BUTTON_VALUE: Final = 2000
OPTION_TEXT: Final = 75
MODAL_TITLE: Final = 24
INPUT_LABEL: Final = 2000
PLAIN_INPUT: Final = 3000
MESSAGE_TEXT: Final = 4000
MESSAGE_BLOCKS: Final = 50
#: Characters in all of a message's blocks: Slack refuses a little above 13,000.
MESSAGE_BLOCKS_TEXT: Final = 12_000
MODAL_BLOCKS: Final = 100
PRIVATE_METADATA: Final = 3000
TABLE_ROWS: Final = 100
TABLE_COLUMNS: Final = 20
TABLE_CELL: Final = 40

_ELLIPSIS = "…"


def clip(text: str, limit: int) -> str:
    """``text`` in at most ``limit`` characters, an ellipsis telling that it was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + _ELLIPSIS


def escape(text: str) -> str:
    """Disarm ``<!channel>``, mentions and links in what people typed, for mrkdwn and for a message's ``text``."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def one_line(text: str, limit: int = 120) -> str:
    """``text`` on one line, clipped."""
    return clip(" ".join(text.split()), limit)


def plain(text: str, limit: int = SECTION_TEXT) -> Json:
    """A plain text object. Never empty, which Slack refuses."""
    return {"type": "plain_text", "text": clip(text, limit) or " ", "emoji": True}


def mrkdwn(text: str, limit: int = SECTION_TEXT) -> Json:
    """A mrkdwn text object of our own words; escape what people typed before putting it in."""
    return {"type": "mrkdwn", "text": clip(text, limit) or " "}


def header(text: str) -> Json:
    """A header block."""
    return {"type": "header", "text": plain(text, HEADER_TEXT)}


def section(text: str, *, accessory: Json | None = None, block_id: str | None = None) -> Json:
    """A section of mrkdwn."""
    return _with({"type": "section", "text": mrkdwn(text)}, accessory=accessory, block_id=block_id)


def fields(*texts: str) -> Json:
    """A section of up to ten short mrkdwn fields in two columns."""
    return {"type": "section", "fields": [mrkdwn(text, 2000) for text in texts[:10]]}


def context(*texts: str) -> Json:
    """Small print."""
    return {"type": "context", "elements": [mrkdwn(text) for text in texts[:10]]}


def divider() -> Json:
    """A line across."""
    return {"type": "divider"}


def quote(text: str, limit: int = SECTION_TEXT) -> Json:
    """What a person said, word for word, as a rich text quote: nothing in it is read as markup."""
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_quote", "elements": [{"type": "text", "text": clip(text, limit) or " "}]}],
    }


def bullets(lines: Iterable[str]) -> Json:
    """A bulleted list of plain lines: nothing in them is read as markup."""
    items = [{"type": "rich_text_section", "elements": [{"type": "text", "text": line or " "}]} for line in lines]
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": items}]}


def plain_context(text: str) -> Json:
    """Small print with what people typed: nothing in it is read as markup."""
    return {"type": "context", "elements": [plain(text)]}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Json:
    """A table of plain cells, at most 100 rows by 20 columns; one a message. Slack refuses an empty cell."""
    lines = [
        [{"type": "raw_text", "text": one_line(cell, TABLE_CELL) or "–"} for cell in line] for line in (head, *rows)
    ]
    return {"type": "table", "rows": [line[:TABLE_COLUMNS] for line in lines[:TABLE_ROWS]]}


def actions(*elements: Json, block_id: str | None = None) -> Json:
    """A row of buttons and menus."""
    return _with({"type": "actions", "elements": list(elements)}, block_id=block_id)


def button(
    text: str,
    action_id: StrEnum,
    value: str = "",
    *,
    style: str | None = None,
    url: str | None = None,
    confirm: Json | None = None,
    number: int | None = None,
) -> Json:
    """A button; ``style`` is primary or danger, sparingly. ``number`` sets several of one kind apart in a block."""
    name = action_id.value if number is None else f"{action_id.value}:{number}"
    base: Json = {"type": "button", "text": plain(text, BUTTON_TEXT), "action_id": name}
    return _with(base, value=clip(value, BUTTON_VALUE) or None, style=style, url=url, confirm=confirm)


def confirm(title: str, text: str, yes: str, no: str) -> Json:
    """A dialog that asks once more."""
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
    }


def option(text: str, value: str) -> Json:
    """One choice of a menu."""
    return {"text": plain(text, OPTION_TEXT), "value": clip(value, 150)}


def select(
    action_id: StrEnum,
    options: Sequence[tuple[str, str]],
    *,
    chosen: str | None = None,
    placeholder: str | None = None,
) -> Json:
    """A menu of ``(value, label)``. ``chosen`` is shown when it is one of them."""
    choices = [option(label, value) for value, label in options[:100]]
    initial = next((choice for choice in choices if choice["value"] == chosen), None)
    base: Json = {"type": "static_select", "action_id": action_id.value, "options": choices}
    return _with(base, initial_option=initial, placeholder=plain(placeholder, 150) if placeholder else None)


def radio(action_id: StrEnum, options: Sequence[tuple[str, str]], *, chosen: str | None = None) -> Json:
    """Up to ten choices in sight."""
    choices = [option(label, value) for value, label in options[:10]]
    initial = next((choice for choice in choices if choice["value"] == chosen), None)
    return _with({"type": "radio_buttons", "action_id": action_id.value, "options": choices}, initial_option=initial)


def text_input(
    action_id: StrEnum,
    *,
    value: str | None = None,
    multiline: bool = False,
    placeholder: str | None = None,
    max_length: int = PLAIN_INPUT,
    focus: bool = False,
) -> Json:
    """A field to type in."""
    base: Json = {
        "type": "plain_text_input",
        "action_id": action_id.value,
        "multiline": multiline,
        "max_length": max_length,
    }
    return _with(
        base,
        initial_value=clip(value, max_length) if value else None,
        placeholder=plain(placeholder, 150) if placeholder else None,
        focus_on_load=focus or None,
    )


def input_block(
    label: str,
    element: Json,
    block_id: StrEnum,
    *,
    optional: bool = False,
    hint: str | None = None,
    dispatch: bool = False,
) -> Json:
    """A labelled field of a modal."""
    base: Json = {
        "type": "input",
        "block_id": block_id.value,
        "label": plain(label, INPUT_LABEL),
        "element": element,
    }
    return _with(
        base,
        optional=optional or None,
        hint=plain(hint, 2000) if hint else None,
        dispatch_action=dispatch or None,
    )


def modal(
    title: str,
    callback_id: StrEnum,
    blocks: Iterable[Json],
    *,
    submit: str | None = None,
    close: str,
    private_metadata: str = "",
    notify_on_close: bool = False,
) -> Json:
    """A modal view. Raises ValueError when ``private_metadata`` is over Slack's limit: never cut it."""
    if len(private_metadata) > PRIVATE_METADATA:
        message = "private_metadata over 3000 characters"
        raise ValueError(message)
    base: Json = {
        "type": "modal",
        "callback_id": callback_id.value,
        "title": plain(title, MODAL_TITLE),
        "close": plain(close, MODAL_TITLE),
        "blocks": list(blocks)[:MODAL_BLOCKS],
    }
    return _with(
        base,
        submit=plain(submit, MODAL_TITLE) if submit else None,
        private_metadata=private_metadata or None,
        notify_on_close=notify_on_close or None,
    )


def message(text: str, blocks: Iterable[Json]) -> Json:
    """A message: blocks, and the ``text`` that notifications and screen readers use (escaped by the caller)."""
    return {"text": clip(text, MESSAGE_TEXT) or " ", "blocks": list(blocks)[:MESSAGE_BLOCKS]}


def ephemeral(text: str, blocks: Iterable[Json] | None = None) -> Json:
    """An answer that only the asker sees, as the body of an ack or for a response_url."""
    body: Json = {"response_type": "ephemeral", "text": clip(text, MESSAGE_TEXT) or " "}
    return _with(body, blocks=list(blocks)[:MESSAGE_BLOCKS] if blocks is not None else None)


def replacing(body: Json) -> Json:
    """The same answer in place of the message whose button was pressed."""
    return {**body, "replace_original": True}


def state_value(values: Mapping[str, Any], block_id: StrEnum) -> str | None:
    """What a submitted view holds in ``block_id``, whatever the kind of its one element; nothing when empty."""
    block = values.get(block_id.value)
    if not isinstance(block, Mapping) or not block:
        return None
    element = next(iter(block.values()))
    for key in (
        "value",
        "selected_user",
        "selected_conversation",
        "selected_channel",
        "selected_date",
        "selected_time",
    ):
        if element.get(key):
            return str(element[key])
    chosen = element.get("selected_option")
    return str(chosen["value"]) if chosen else None


def _with(base: Json, **optional: object) -> Json:
    base.update({key: value for key, value in optional.items() if value is not None})
    return base
