"""What a form holds: the elements of blocks, their initial and typed values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.model import Json

# The state key(s) of each element that keeps a value, and the initial_… key it starts from.
# https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
STATE: dict[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}
# What an action of these carries although it keeps no state.
ACTION_ONLY = {"button": "value", "overflow": "selected_option", "workflow_button": "value"}
# Elements that a person can press or fill in.
INTERACTIVE = {*STATE, *ACTION_ONLY, "feedback_buttons", "icon_button"}
LISTS = {"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"}


def elements(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each interactive element with the block it stands in."""
    for block in blocks:
        if block.get("type") == "rich_text":
            continue
        for element in (block.get("accessory"), block.get("element"), *(block.get("elements") or [])):
            if isinstance(element, dict) and element.get("type") in INTERACTIVE:
                yield block, element


def find(blocks: list[Json], action_id: str, block_id: str | None = None) -> tuple[Json, Json] | None:
    """The element with this action id (in that block, if one is named)."""
    for block, element in elements(blocks):
        if element.get("action_id") == action_id and block_id in {None, block.get("block_id")}:
            return block, element
    return None


def initial_state(blocks: list[Json]) -> dict[str, dict[str, Json]]:
    """The values of a form that nobody has touched."""
    values: dict[str, dict[str, Json]] = {}
    for block, element in elements(blocks):
        kind = str(element["type"])
        if kind not in STATE:
            continue
        key, start = STATE[kind]
        empty: object = [] if key in LISTS else None
        entry: Json = {"type": kind, key: element.get(start, empty)}
        values.setdefault(str(block.get("block_id")), {})[str(element.get("action_id"))] = entry
    return values


def options_of(element: Json) -> list[Json]:
    """All options of an element, groups flattened."""
    groups = [group.get("options") or [] for group in element.get("option_groups") or []]
    return [*(element.get("options") or []), *(option for group in groups for option in group)]


def typed(element: Json, value: object) -> Json:
    """State of an element after a person gave ``value``.

    ``value`` may be the state itself, or short: a string, an option's value, or a list of them.
    Options are looked up in the element; those of external selects may be given whole.
    """
    kind = str(element["type"])
    key = STATE[kind][0] if kind in STATE else ACTION_ONLY.get(kind, "value")
    if isinstance(value, Mapping) and (key in value or "type" in value):
        return {**value, "type": kind}
    if key == "selected_option":
        return {"type": kind, key: None if value is None else option(element, value)}
    if key == "selected_options":
        given = value if isinstance(value, list | tuple) else [value]
        return {"type": kind, key: [option(element, each) for each in given]}
    if key in LISTS and not isinstance(value, list):
        return {"type": kind, key: [value]}
    return {"type": kind, key: value}


def option(element: Json, value: object) -> Json:
    """The option a person means; AssertionError when the element does not offer it."""
    offered = options_of(element)
    wanted = value.get("value") if isinstance(value, Mapping) else value
    for each in offered:
        if each.get("value") == wanted:
            return each
    if "external" in str(element["type"]):
        return (
            dict(value)
            if isinstance(value, Mapping)
            else {"text": {"type": "plain_text", "text": str(value), "emoji": True}, "value": str(value)}
        )
    shown = [str(each.get("value")) for each in offered]
    raise AssertionError(f"{element.get('action_id')!r} does not offer {wanted!r}; it offers {shown}")


def merged(blocks: list[Json], kept: Mapping[str, Mapping[str, Json]]) -> dict[str, dict[str, Json]]:
    """Initial values overlaid with those that were typed and whose block and action ids still exist."""
    values = initial_state(blocks)
    for block_id, actions in values.items():
        for action_id, entry in actions.items():
            typed_before = kept.get(block_id, {}).get(action_id)
            if typed_before is not None and typed_before.get("type", entry["type"]) == entry["type"]:
                actions[action_id] = {**typed_before, "type": entry["type"]}
    return values


def given_values(blocks: list[Json], values: Mapping[str, object]) -> dict[str, dict[str, Json]]:
    """State from the short forms that callers use: by block id and action id, or by either alone."""
    found: dict[str, dict[str, Json]] = {}
    for name, value in values.items():
        inside = [(b, e) for b, e in elements(blocks) if b.get("block_id") == name and e["type"] in STATE]
        if inside and isinstance(value, Mapping) and any(e.get("action_id") in value for _, e in inside):
            for block, element in inside:
                if element.get("action_id") in value:
                    entry = typed(element, value[element["action_id"]])
                    found.setdefault(str(block["block_id"]), {})[str(element["action_id"])] = entry
            continue
        if not inside:
            inside = [(b, e) for b, e in elements(blocks) if e.get("action_id") == name and e["type"] in STATE]
        if len(inside) != 1:
            known = [f"{b.get('block_id')}/{e.get('action_id')}" for b, e in elements(blocks)]
            raise AssertionError(f"the form has no field {name!r}; it has {known}")
        block, element = inside[0]
        found.setdefault(str(block["block_id"]), {})[str(element["action_id"])] = typed(element, value)
    return found


def is_empty(entry: Json | None) -> bool:
    """Whether nothing was chosen or typed."""
    return entry is None or all(value in (None, "", []) for key, value in entry.items() if key != "type")


def client_errors(blocks: list[Json], state: Mapping[str, Mapping[str, Json]]) -> dict[str, str]:
    """What Slack's own client refuses before the app hears of a submission."""
    errors: dict[str, str] = {}
    for block, element in elements(blocks):
        if block.get("type") != "input":
            continue
        block_id = str(block["block_id"])
        entry = state.get(block_id, {}).get(str(element.get("action_id")))
        if is_empty(entry):
            if not block.get("optional"):
                errors[block_id] = "Please complete this required field."
            continue
        value = entry.get("value") if entry else None
        if isinstance(value, str):
            low, high = element.get("min_length"), element.get("max_length", 3000)
            if low and len(value) < low:
                errors[block_id] = f"Must be at least {low} characters."
            elif len(value) > high and element["type"] == "plain_text_input":
                errors[block_id] = f"Must be less than {high + 1} characters."
    return errors
