"""Slack's escaping of what people type.

https://docs.slack.dev/interactivity/implementing-slash-commands and
https://docs.slack.dev/messaging/formatting-message-text#escaping
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.store import Store

NAMES = re.compile(r"(?<![\w<])([@#])([\w.\-]+)")
URLS = re.compile(r"(?<![<|\w])(https?://[^\s<>|]+)")
BROADCASTS = {"channel", "here", "everyone"}


def escape(text: str) -> str:
    """``&``, ``<`` and ``>`` as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def command_text(store: Store, text: str, *, should_escape: bool) -> str:
    """A command's text as the app gets it: mentions and links become ids if the manifest says so."""
    if not should_escape:
        return text
    return mark_names(store, URLS.sub(r"<\1>", escape(text)), with_name=True)


def message_text(store: Store, text: str) -> str:
    """A person's message as Slack stores it; ``@channel`` typed by a person does ping."""
    return mark_names(store, URLS.sub(r"<\1>", escape(text)), with_name=False)


def mark_names(store: Store, text: str, *, with_name: bool) -> str:
    """Turn ``@handle`` and ``#channel`` of the team into Slack's references."""
    people = {person.name: person.id for person in store.people.values()}
    places = {place.name: place.id for place in store.conversations.values() if place.kind == "channel"}

    def marked(match: re.Match[str]) -> str:
        sign, name = match.groups()
        if sign == "@" and name in BROADCASTS:
            return f"<!{name}>"
        found = people.get(name) if sign == "@" else places.get(name)
        if found is None:
            return match.group(0)
        return f"<{sign}{found}|{name}>" if with_name or sign == "#" else f"<{sign}{found}>"

    return NAMES.sub(marked, text)
