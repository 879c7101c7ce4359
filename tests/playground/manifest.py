"""A manifest for an app that the tests install in the local Slack."""

from __future__ import annotations

import copy
from typing import Any

Json = dict[str, Any]

MANIFEST: Json = {
    "display_information": {"name": "Probe"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Probe"},
        "slash_commands": [
            {"command": "/say", "description": "Say it back", "usage_hint": "[words]", "should_escape": True},
            {"command": "/raw", "description": "As typed"},
            {"command": "/form", "description": "Open a form"},
            {"command": "/silent", "description": "Never answers"},
        ],
        "shortcuts": [
            {"name": "Keep", "type": "message", "callback_id": "keep", "description": "Keep the message"},
            {"name": "Start", "type": "global", "callback_id": "start", "description": "Start something"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "app_mentions:read",
                "channels:history",
                "channels:join",
                "channels:read",
                "chat:write",
                "commands",
                "files:read",
                "files:write",
                "groups:history",
                "groups:read",
                "im:history",
                "im:read",
                "im:write",
                "metadata.message:read",
                "reactions:read",
                "reactions:write",
                "team:read",
                "users:read",
            ]
        }
    },
    "settings": {
        "socket_mode_enabled": True,
        "interactivity": {"is_enabled": True},
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "app_mention",
                "file_shared",
                "message.channels",
                "message.im",
                "reaction_added",
                "user_change",
            ]
        },
    },
}


def without_scope(scope: str) -> Json:
    """The manifest of an app that did not ask for ``scope``."""
    manifest = copy.deepcopy(MANIFEST)
    manifest["oauth_config"]["scopes"]["bot"].remove(scope)
    return manifest


def button(action_id: str = "go", **more: object) -> Json:
    """A button."""
    return {"type": "button", "action_id": action_id, "text": plain("Go"), **more}


def plain(text: str) -> Json:
    """A plain_text object."""
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    """A mrkdwn object."""
    return {"type": "mrkdwn", "text": text}


def option(value: str) -> Json:
    """An option whose text is its value."""
    return {"text": plain(value), "value": value}


def field(block_id: str = "note", action_id: str = "text", **more: object) -> Json:
    """An input block with a plain text field."""
    element = {"type": "plain_text_input", "action_id": action_id, **more}
    return {"type": "input", "block_id": block_id, "label": plain("Note"), "element": element}


def modal(*blocks: Json, **more: object) -> Json:
    """A modal with a submit button."""
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("Form"),
        "submit": plain("Send"),
        "blocks": list(blocks) or [field()],
        **more,
    }
