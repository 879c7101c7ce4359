"""Rules that no single key shows: what must agree within an element, or be unique among blocks."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.model import Json

CLOCK_TIME = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$")


def beyond_shape(node: Json) -> Iterator[str]:
    """Problems within one element or block, in words."""
    yield from initial_options(node)
    low, high = node.get("min_length"), node.get("max_length")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        yield "min_length must not exceed max_length"
    initial = node.get("initial_value")
    if isinstance(initial, str) and isinstance(high, int) and len(initial) > high:
        yield f"initial_value must be less than {high + 1} characters"
    yield from malformed(node)
    if node.get("type") == "actions":
        yield from same_action_ids(node)
    if node.get("type") in {"bar", "line", "area"}:
        yield from chart_agrees(node)
    if node.get("type") == "pie":
        values = [segment.get("value") for segment in node.get("segments") or [] if isinstance(segment, dict)]
        if any(isinstance(value, int | float) and value <= 0 for value in values):
            yield "segment values must be greater than 0"


def malformed(node: Json) -> Iterator[str]:
    """Dates, times and addresses that are none."""
    if isinstance(node.get("initial_date"), str) and not is_date(node["initial_date"]):
        yield "initial_date must be YYYY-MM-DD"
    if isinstance(node.get("initial_time"), str) and not CLOCK_TIME.match(node["initial_time"]):
        yield "initial_time must be HH:mm"
    for key in ("image_url", "url"):
        address = node.get(key)
        if isinstance(address, str) and not address.startswith(("http://", "https://", "slack://", "mailto:", "tel:")):
            yield f"{key} must be a valid address"


def initial_options(node: Json) -> Iterator[str]:
    """What is chosen at first must be one of the options: .../block-elements/select-menu-element."""
    groups = [group for group in node.get("option_groups") or [] if isinstance(group, dict)]
    offered = [*(node.get("options") or []), *(option for group in groups for option in group.get("options") or [])]
    if "external" in str(node.get("type")) or not offered:
        return
    chosen = list(node.get("initial_options") or [])
    if node.get("initial_option") is not None:
        chosen.append(node["initial_option"])
    keys = {same(option) for option in offered}
    for option in chosen:
        if same(option) not in keys:
            yield "initial option must exactly match one of the options"
    limit = node.get("max_selected_items")
    if isinstance(limit, int) and len(chosen) > limit:
        yield "more initial options than max_selected_items"


def same(option: object) -> tuple[object, ...]:
    """What makes two options equal: value, text and description."""
    if not isinstance(option, dict):
        return (repr(option),)
    parts = [option.get("text") or {}, option.get("description") or {}]
    words = [part.get("text") if isinstance(part, dict) else part for part in parts]
    return (option.get("value"), *words)


def same_action_ids(block: Json) -> Iterator[str]:
    """An action_id must be unique in its block: .../block-elements/button-element."""
    seen: set[str] = set()
    for element in block.get("elements") or []:
        action_id = element.get("action_id") if isinstance(element, dict) else None
        if action_id and action_id in seen:
            yield f'`action_id` "{action_id}" already exists for another element in this block'
        if action_id:
            seen.add(action_id)


def chart_agrees(chart: Json) -> Iterator[str]:
    """Series names are unique and each has one point a category: .../blocks/data-visualization-block."""
    axis = chart.get("axis_config")
    categories = axis.get("categories") if isinstance(axis, dict) else None
    series = [each for each in chart.get("series") or [] if isinstance(each, dict)]
    names = [each.get("name") for each in series]
    if len(set(map(str, names))) != len(names):
        yield "series names must be unique"
    if not isinstance(categories, list):
        return
    if len(set(map(str, categories))) != len(categories):
        yield "categories must be unique"
    for each in series:
        labels = [point.get("label") for point in each.get("data") or [] if isinstance(point, dict)]
        if sorted(map(str, labels)) != sorted(map(str, categories)):
            yield f"series {each.get('name')!r} must have exactly one point for each category"


def duplicates(blocks: list[Json]) -> Iterator[tuple[str, str]]:
    """Block ids that occur twice, with where."""
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        block_id = block.get("block_id")
        if isinstance(block_id, str) and block_id in seen:
            yield f'`block_id` "{block_id}" already exists for another block', f"/{number}/block_id"
        if isinstance(block_id, str):
            seen.add(block_id)


def is_date(text: str) -> bool:
    """Whether this is a day of the calendar as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
