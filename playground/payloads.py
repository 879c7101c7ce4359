"""Interaction payloads in Slack's form: https://docs.slack.dev/reference/interaction-payloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.model import Conversation, Json, Message, Person, View
from playground.render import message_json, view_json

if TYPE_CHECKING:
    from playground.workspace import Workspace


def base(workspace: Workspace, kind: str, person: Person) -> Json:
    """What every interaction payload begins with."""
    return {
        "type": kind,
        "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team_id},
        "api_app_id": workspace.app_id,
        "token": workspace.verification_token,
        "team": {"id": workspace.team_id, "domain": workspace.team_domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def channel(place: Conversation) -> Json:
    """The channel as payloads name it."""
    return {"id": place.id, "name": channel_name(place)}


def channel_name(place: Conversation) -> str:
    """``directmessage`` for DMs, ``privategroup`` for private channels, as Slack sends it."""
    if place.kind == "im":
        return "directmessage"
    return "privategroup" if place.is_private else place.name


def slash_command(workspace: Workspace, person: Person, place: Conversation, command: str, text: str) -> Json:
    """https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling."""
    return {
        "token": workspace.verification_token,
        "team_id": workspace.team_id,
        "team_domain": workspace.team_domain,
        "channel_id": place.id,
        "channel_name": channel_name(place),
        "user_id": person.id,
        "user_name": person.name,
        "command": command,
        "text": text,
        "api_app_id": workspace.app_id,
        "is_enterprise_install": "false",
    }


def block_actions(workspace: Workspace, person: Person, action: Json, where: Message | View) -> Json:
    """https://docs.slack.dev/reference/interaction-payloads/block_actions-payload."""
    payload = {**base(workspace, "block_actions", person), "actions": [action]}
    if isinstance(where, View):
        shown = view_json(workspace, where)
        return {**payload, "container": {"type": "view", "view_id": where.id}, "view": shown}
    place = workspace.store.conversations[where.conversation]
    hidden = where.ephemeral_to is not None
    container: Json = {
        "type": "message",
        "message_ts": where.ts,
        "channel_id": place.id,
        "is_ephemeral": hidden,
    }
    if where.thread_ts:
        container["thread_ts"] = where.thread_ts
    payload |= {"container": container, "channel": channel(place)}
    if not hidden:
        payload["message"] = message_json(workspace, where)
    return payload


def view_payload(workspace: Workspace, kind: str, person: Person, view: View) -> Json:
    """``view_submission`` and ``view_closed``."""
    return {**base(workspace, kind, person), "view": view_json(workspace, view)}
