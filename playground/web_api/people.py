"""users.*, team.*, bots.*, reactions.*: who is there and what they thought of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playground.errors import SlackError
from playground.render import bot_json, message_json, user_json
from playground.web_api.call import Call, Method
from playground.web_api.conversations import page

if TYPE_CHECKING:
    from playground.model import Json, Message

EMOJI_NAME = re.compile(r"^[a-z0-9_+'\-]+(::skin-tone-[2-6])?$")


def user_info(call: Call) -> Json:
    """users.info."""
    person = call.person(call.text("user"))
    return {"ok": True, "user": user_json(call.workspace, person, include_locale=call.flag("include_locale"))}


def user_list(call: Call) -> Json:
    """users.list, with cursor pagination."""
    some, following = page(call, list(call.workspace.store.people.values()))
    shown = [user_json(call.workspace, each, include_locale=call.flag("include_locale")) for each in some]
    return {
        "ok": True,
        "members": shown,
        "cache_ts": int(call.workspace.clock.now().timestamp()),
        "response_metadata": {"next_cursor": following},
    }


def team_info(call: Call) -> Json:
    """team.info."""
    workspace = call.workspace
    return {
        "ok": True,
        "team": {
            "id": workspace.team_id,
            "name": workspace.team_name,
            "domain": workspace.team_domain,
            "email_domain": "",
            "icon": {"image_default": True},
            "url": workspace.base_url + "/",
        },
    }


def bot_info(call: Call) -> Json:
    """bots.info."""
    wanted = call.text("bot")
    if wanted and wanted != call.workspace.bot_id:
        raise SlackError("bot_not_found")
    return {"ok": True, "bot": bot_json(call.workspace)}


def target(call: Call) -> Message:
    """The message a reaction method is about."""
    place = call.conversation()
    message = call.workspace.store.message(place.id, call.text("timestamp"))
    if message is None:
        raise SlackError("message_not_found")
    return message


def react(call: Call) -> Json:
    """reactions.add."""
    name = call.text("name").strip(":")
    if not EMOJI_NAME.match(name):
        raise SlackError("invalid_name")
    message, user = target(call), call.workspace.bot_user.id
    place = call.workspace.store.conversations[message.conversation]
    if not call.is_member(place):
        raise SlackError("not_in_channel")
    users = message.reactions.setdefault(name, [])
    if user in users:
        raise SlackError("already_reacted")
    users.append(user)
    call.workspace.store.tell("reaction", message=message, user=user, name=name, added=True)
    return {"ok": True}


def unreact(call: Call) -> Json:
    """reactions.remove."""
    message, user = target(call), call.workspace.bot_user.id
    users = message.reactions.get(call.text("name").strip(":"), [])
    if user not in users:
        raise SlackError("no_reaction")
    users.remove(user)
    if not users:
        message.reactions.pop(call.text("name").strip(":"))
    call.workspace.store.tell("reaction", message=message, user=user, name=call.text("name"), added=False)
    return {"ok": True}


def reactions(call: Call) -> Json:
    """reactions.get."""
    message = target(call)
    return {
        "ok": True,
        "type": "message",
        "channel": message.conversation,
        "message": message_json(call.workspace, message),
    }


METHODS = {
    "users.info": Method(user_info, ("users:read",), tier=4),
    "users.list": Method(user_list, ("users:read",), tier=2),
    "team.info": Method(team_info, ("team:read",), tier=3),
    "bots.info": Method(bot_info, ("users:read",), tier=3),
    "reactions.add": Method(react, ("reactions:write",), tier=3),
    "reactions.remove": Method(unreact, ("reactions:write",), tier=2),
    "reactions.get": Method(reactions, ("reactions:read",), tier=3),
}
