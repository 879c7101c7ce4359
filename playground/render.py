"""Objects as Slack's Web API and payloads show them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from playground.people import TZ_LABELS

if TYPE_CHECKING:
    from playground.model import Conversation, Json, Message, Person, View
    from playground.workspace import Workspace


def user_json(workspace: Workspace, person: Person, *, include_locale: bool = False) -> Json:
    """https://docs.slack.dev/reference/objects/user-object."""
    shared = any(
        {person.id, workspace.bot_user.id} <= set(place.members) and place.kind == "channel"
        for place in workspace.store.conversations.values()
    )
    answer: Json = {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.name,
        "deleted": person.deleted,
        "color": person.color,
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": TZ_LABELS.get(person.tz, person.tz),
        "tz_offset": person.tz_offset(workspace.clock.now()),
        "profile": {
            "title": person.title,
            "real_name": person.real_name,
            "real_name_normalized": person.real_name,
            "display_name": person.name,
            "display_name_normalized": person.name,
            "team": person.team_id,
        },
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": person.is_restricted or person.is_ultra_restricted,
        "is_ultra_restricted": person.is_ultra_restricted,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "is_stranger": person.team_id != workspace.team_id and not shared,
        "updated": 1_700_000_000,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
    }
    if person.is_bot:
        answer["profile"] |= {"api_app_id": workspace.app_id, "bot_id": workspace.bot_id}
    elif "users:read.email" in workspace.manifest.scopes:
        answer["profile"]["email"] = person.email
    if include_locale:
        answer["locale"] = person.locale
    return answer


def conversation_json(workspace: Workspace, place: Conversation, viewer: str) -> Json:
    """https://docs.slack.dev/reference/objects/conversation-object."""
    if place.kind == "im":
        return {
            "id": place.id,
            "created": place.created,
            "is_im": True,
            "is_org_shared": False,
            "user": place.other(viewer),
            "is_archived": False,
            "is_user_deleted": False,
            "priority": 0,
            "context_team_id": workspace.team_id,
            "is_open": True,
        }
    return {
        "id": place.id,
        "name": place.name,
        "name_normalized": place.name,
        "created": place.created,
        "creator": workspace.bot_user.id,
        "is_channel": not place.is_private,
        "is_group": place.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": place.is_private,
        "is_archived": place.is_archived,
        "is_general": False,
        "is_shared": place.is_ext_shared,
        "is_ext_shared": place.is_ext_shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "is_member": viewer in place.members,
        "num_members": len(place.members),
        "context_team_id": workspace.team_id,
        "topic": {"value": place.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }


def message_json(workspace: Workspace, message: Message, *, include_metadata: bool = False) -> Json:
    """A message as history and events show it."""
    answer: Json = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": workspace.team_id,
    }
    if message.subtype:
        answer["subtype"] = message.subtype
    if message.is_app:
        answer |= {"bot_id": workspace.bot_id, "app_id": workspace.app_id, "bot_profile": bot_json(workspace)}
    if message.client_msg_id:
        answer["client_msg_id"] = message.client_msg_id
    if message.blocks:
        answer["blocks"] = copy.deepcopy(message.blocks)
    if message.attachments:
        answer["attachments"] = copy.deepcopy(message.attachments)
    if message.files:
        answer |= {"files": copy.deepcopy(message.files), "upload": True}
    answer |= thread_json(workspace, message)
    if message.edited_ts:
        answer["edited"] = {"user": message.user, "ts": message.edited_ts}
    if message.reactions:
        answer["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)} for name, users in message.reactions.items()
        ]
    if include_metadata and message.metadata:
        answer["metadata"] = copy.deepcopy(message.metadata)
    return answer


def thread_json(workspace: Workspace, message: Message) -> Json:
    """What a message says of the thread it is in."""
    answer: Json = {}
    if message.thread_ts:
        answer["thread_ts"] = message.thread_ts
    if message.replies:
        replies = [workspace.store.message(message.conversation, ts) for ts in message.replies]
        authors = list(dict.fromkeys(each.user for each in replies if each))
        answer |= {
            "thread_ts": message.ts,
            "reply_count": len(message.replies),
            "reply_users": authors,
            "reply_users_count": len(authors),
            "latest_reply": message.replies[-1],
            "subscribed": False,
        }
    elif message.thread_ts and message.thread_ts != message.ts:
        root = workspace.store.message(message.conversation, message.thread_ts)
        if root is not None:
            answer["parent_user_id"] = root.user
    return answer


def bot_json(workspace: Workspace) -> Json:
    """The app's bot profile."""
    return {
        "id": workspace.bot_id,
        "deleted": False,
        "name": workspace.manifest.bot_name,
        "updated": 1_700_000_000,
        "app_id": workspace.app_id,
        "user_id": workspace.bot_user.id,
        "team_id": workspace.team_id,
        "icons": {"image_36": "", "image_48": "", "image_72": ""},
    }


def view_json(workspace: Workspace, view: View) -> Json:
    """https://docs.slack.dev/reference/views: a view with Slack's bookkeeping and the typed values."""
    source = copy.deepcopy(view.source)
    answer: Json = {
        "id": view.id,
        "team_id": workspace.team_id,
        "type": view.kind,
        "blocks": source.get("blocks", []),
        "private_metadata": source.get("private_metadata", ""),
        "callback_id": source.get("callback_id", ""),
        "state": {"values": copy.deepcopy(view.state)},
        "hash": view.hash,
        "title": source.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": bool(source.get("clear_on_close", False)),
        "notify_on_close": bool(source.get("notify_on_close", False)),
        "close": source.get("close"),
        "submit": source.get("submit"),
        "previous_view_id": view.previous_id,
        "root_view_id": view.root_id,
        "app_id": workspace.app_id,
        "external_id": view.external_id,
        "app_installed_team_id": workspace.team_id,
        "bot_id": workspace.bot_id,
    }
    if source.get("submit_disabled"):
        answer["submit_disabled"] = True
    return answer
