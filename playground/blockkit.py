"""Checks of blocks and views against Slack's documented limits."""

from __future__ import annotations

from playground.model import Json


def message_problems(blocks: object, *, charts_allowed: bool = True) -> list[str]:
    """What Slack would refuse in a message's blocks, each with its JSON pointer; empty when sound."""
    if not isinstance(blocks, list):
        return ["[ERROR] must provide an array [json-pointer:/blocks]"]
    if not charts_allowed and any(isinstance(b, dict) and b.get("type") == "data_visualization" for b in blocks):
        return ["[ERROR] unsupported type: data_visualization [json-pointer:/blocks]"]
    return []


def view_problems(view: Json) -> list[str]:
    """What Slack would refuse in a view."""
    return [] if view.get("type") in {"modal", "home"} else ["[ERROR] unsupported type [json-pointer:/view/type]"]
