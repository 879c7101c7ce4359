"""What the page is shown, in the form of PAGE_API.md, and who may see it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from playground.form import merged
from playground.people import TZ_LABELS

if TYPE_CHECKING:
    from datetime import datetime

    from playground.model import Conversation, Json, Message, Person, View
    from playground.workspace import Workspace

INITIALS = 2
FACES = 5


def may_see(workspace: Workspace, viewer: Person, place: Conversation) -> bool:
    """Members see a conversation; full members of the home team also see public channels."""
    if viewer.id in place.members:
        return True
    outsider = viewer.team_id != workspace.team_id or viewer.is_restricted or viewer.is_ultra_restricted
    return place.kind == "channel" and not place.is_private and not outsider


def person_shape(workspace: Workspace, person: Person) -> Json:
    """A person for the page."""
    words = [word for word in person.real_name.split() if word]
    return {
        "id": person.id,
        "name": person.name,
        "real_name": person.real_name,
        "title": person.title,
        "tz": person.tz,
        "tz_label": TZ_LABELS.get(person.tz, person.tz),
        "locale": person.locale,
        "color": "#" + person.color,
        "initials": "".join(word[0].upper() for word in words[:INITIALS]),
        "is_bot": person.is_bot,
        "is_app": person.id == workspace.bot_user.id,
        "is_guest": person.is_restricted or person.is_ultra_restricted,
        "is_admin": person.is_admin,
        "is_external": person.team_id != workspace.team_id,
        "department": person.department,
    }


def conversation_shape(workspace: Workspace, place: Conversation, viewer: Person) -> Json:
    """A conversation as this person finds it in the sidebar."""
    other = place.other(viewer.id) if place.kind == "im" else None
    kind = "channel"
    if other is not None:
        kind = "app" if other == workspace.bot_user.id else "dm"
    unread, mentions = workspace.store.unread(viewer.id, place.id)
    name = workspace.store.people[other].real_name if other is not None else place.name
    return {
        "id": place.id,
        "name": name,
        "kind": kind,
        "with": other,
        "topic": place.topic,
        "is_private": place.is_private,
        "is_ext_shared": place.is_ext_shared,
        "is_archived": place.is_archived,
        "unread": unread,
        "mentions": mentions,
        "is_member": viewer.id in place.members,
        "members": list(place.members),
        "read_only": kind == "app" and not workspace.manifest.reads_messages,
        "has_app": workspace.bot_user.id in place.members,
    }


def message_shape(workspace: Workspace, message: Message) -> Json:
    """A message for the page."""
    found = (workspace.store.message(message.conversation, ts) for ts in message.replies)
    replies = [each for each in found if each is not None]
    return {
        "ts": message.ts,
        "conversation": message.conversation,
        "user": message.user,
        "app": message.is_app,
        "text": message.text,
        "blocks": copy.deepcopy(message.blocks),
        "edited": message.edited_ts is not None,
        "deleted": message.deleted,
        "ephemeral": message.ephemeral_to is not None,
        "thread_ts": message.thread_ts,
        "broadcast": message.broadcast,
        "reply_count": len(replies),
        "reply_users": list(dict.fromkeys(each.user for each in replies))[:FACES],
        "latest_reply": replies[-1].ts if replies else None,
        "reactions": [{"name": name, "users": list(users)} for name, users in message.reactions.items()],
        "metadata": copy.deepcopy(message.metadata),
        "files": copy.deepcopy(message.files),
        "attachments": copy.deepcopy(message.attachments),
        "ephemeral_id": message.ts if message.ephemeral_to else None,
    }


def view_shape(view: View) -> Json:
    """A modal or Home tab for the page; ``state`` has the initial values too."""
    source = copy.deepcopy(view.source)
    return {
        "id": view.id,
        "type": view.kind,
        "title": source.get("title"),
        "submit": source.get("submit"),
        "close": source.get("close"),
        "blocks": source.get("blocks", []),
        "callback_id": source.get("callback_id", ""),
        "root_id": view.root_id,
        "previous_id": view.previous_id,
        "hash": view.hash,
        "notify_on_close": bool(source.get("notify_on_close")),
        "state": {"values": merged(view.blocks, view.state)},
    }


def clock_shape(workspace: Workspace, zone: str) -> Json:
    """The demo clock."""
    return {"now": iso(workspace.clock.now()), "offset_seconds": workspace.clock.offset_seconds, "tz": zone}


def iso(moment: datetime) -> str:
    """ISO 8601 in UTC with a Z."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def state_shape(workspace: Workspace, viewer: Person) -> Json:
    """All that the page needs to begin."""
    store, manifest = workspace.store, workspace.manifest
    places = [place for place in store.conversations.values() if may_see(workspace, viewer, place)]
    return {
        "ok": True,
        "world": workspace.world,
        "team": {"id": workspace.team_id, "name": workspace.team_name},
        "me": person_shape(workspace, viewer),
        "people": [person_shape(workspace, each) for each in store.people.values()],
        "conversations": [conversation_shape(workspace, place, viewer) for place in places],
        "commands": [
            {
                "command": each.command,
                "description": each.description,
                "usage_hint": each.usage_hint,
                "language": workspace.languages.get(each.command, ""),
            }
            for each in manifest.commands.values()
        ],
        "shortcuts": [
            {"name": each.name, "type": each.type, "callback_id": each.callback_id, "description": each.description}
            for each in manifest.shortcuts.values()
        ],
        "app": {
            "id": workspace.app_id,
            "name": manifest.bot_name,
            "user_id": workspace.bot_user.id,
            "bot_id": workspace.bot_id,
            "home_tab": manifest.home_tab,
            "description": str((manifest.source.get("display_information") or {}).get("description", "")),
        },
        "clock": clock_shape(workspace, viewer.tz),
        "bot": {"connected": workspace.delivery.connected, "mode": workspace.delivery.mode},
        "views": [view_shape(view) for view in workspace.views.of(viewer.id)],
    }
