"""Slack's markup of what people wrote, as they read it."""

import html
import re
from collections.abc import Mapping
from typing import Final

_MARKED: Final = re.compile(r"<([^<>\s][^<>]*)>")
_MENTION: Final = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")


def mentioned(text: str) -> set[str]:
    """Slack ids of the people whom ``text`` mentions."""
    return set(_MENTION.findall(text))


def readable(text: str, names: Mapping[str, str]) -> str:
    """``text`` without Slack's markup: links by their label, people by ``names`` (by Slack id), channels by theirs."""
    return html.unescape(_MARKED.sub(lambda found: _shown(found[1], names), text))


def _shown(marked: str, names: Mapping[str, str]) -> str:
    target, _, label = marked.partition("|")
    if target.startswith("@"):
        return f"@{names.get(target[1:], label or target[1:])}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return label or f"@{target[1:].partition('^')[0]}"
    return label or target.removeprefix("mailto:")
