"""conversations.*: https://docs.slack.dev/reference/methods/conversations.history etc."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, TypeVar

from playground.errors import SlackError
from playground.render import conversation_json, message_json
from playground.web_api.call import Call, Method

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.model import Conversation, Json, Message

PAGE_LIMIT = 999
DEFAULT_PAGE = 100
KINDS = {"public_channel": "channels", "private_channel": "groups", "im": "im", "mpim": "mpim"}
Item = TypeVar("Item")


def page(call: Call, items: Sequence[Item], default: int = DEFAULT_PAGE) -> tuple[list[Item], str]:
    """One page of ``items`` by the cursor, and the next cursor (empty at the end)."""
    limit = call.number("limit", default) or default
    if not 1 <= limit <= PAGE_LIMIT + 1:
        raise SlackError("invalid_limit")
    cursor = call.text("cursor")
    start = 0
    if cursor:
        try:
            start = int(base64.urlsafe_b64decode(cursor.encode()).decode().removeprefix("next:"))
        except ValueError:
            raise SlackError("invalid_cursor") from None
    end = start + limit
    following = base64.urlsafe_b64encode(f"next:{end}".encode()).decode() if end < len(items) else ""
    return list(items[start:end]), following


def readable(call: Call) -> Conversation:
    """A conversation whose messages the app may read."""
    place = call.conversation()
    call.need(f"{place.scope_kind}:history")
    if not call.is_member(place):
        raise SlackError("not_in_channel")
    return place


def in_window(call: Call, message: Message) -> bool:
    """Whether a message lies between ``oldest`` and ``latest``."""
    oldest, latest = call.text("oldest", "0") or "0", call.text("latest")
    ts, inclusive = micros(message.ts), call.flag("inclusive")
    low, high = micros(oldest), micros(latest) if latest else None
    if ts < low or (ts == low and not inclusive and low > 0):
        return False
    return high is None or ts < high or (ts == high and inclusive)


def micros(ts: str) -> int:
    """A message timestamp in microseconds; ``invalid_ts_*`` when it is none."""
    whole, _, rest = ts.partition(".")
    try:
        return int(whole) * 1_000_000 + int(rest.ljust(6, "0")[:6] or 0)
    except ValueError:
        raise SlackError("invalid_ts_latest") from None


def with_metadata(call: Call) -> bool:
    """Metadata is shown on request, and only to an app that may read it."""
    return call.flag("include_all_metadata") and "metadata.message:read" in call.workspace.manifest.scopes


def history(call: Call) -> Json:
    """conversations.history: newest first, threads' replies only when broadcast."""
    place = readable(call)
    found = [
        message
        for message in reversed(call.workspace.store.messages(place.id))
        if (not message.thread_ts or message.thread_ts == message.ts or message.broadcast) and in_window(call, message)
    ]
    some, following = page(call, found)
    shown = [message_json(call.workspace, each, include_metadata=with_metadata(call)) for each in some]
    answer: Json = {"ok": True, "messages": shown, "has_more": bool(following), "pin_count": 0}
    if following:
        answer["response_metadata"] = {"next_cursor": following}
    return answer


def replies(call: Call) -> Json:
    """conversations.replies: the root first, then its replies, oldest first."""
    place = readable(call)
    store = call.workspace.store
    asked = store.message(place.id, call.required("ts"))
    root = asked and (store.message(place.id, asked.thread_ts) if asked.thread_ts else asked)
    if root is None:
        raise SlackError("thread_not_found")
    thread = [message for ts in root.replies if (message := store.message(place.id, ts)) and in_window(call, message)]
    some, following = page(call, [root, *thread])
    shown = [message_json(call.workspace, each, include_metadata=with_metadata(call)) for each in some]
    answer: Json = {"ok": True, "messages": shown, "has_more": bool(following)}
    if following:
        answer["response_metadata"] = {"next_cursor": following}
    return answer


def open_dm(call: Call) -> Json:
    """conversations.open: the DM with one person."""
    if call.text("channel"):
        place = call.conversation()
        return {
            "ok": True,
            "no_op": True,
            "already_open": True,
            "channel": conversation_json(call.workspace, place, call.workspace.bot_user.id),
        }
    users = call.args.get("users")
    names = users if isinstance(users, list) else [name for name in str(users or "").split(",") if name]
    if not names:
        raise SlackError("users_list_not_supplied")
    if len(names) > 1:
        raise SlackError(
            "missing_scope", needed="mpim:write", provided=",".join(sorted(call.workspace.manifest.scopes))
        )
    place = call.direct(str(names[0]))
    if call.flag("return_im"):
        return {"ok": True, "channel": conversation_json(call.workspace, place, call.workspace.bot_user.id)}
    return {"ok": True, "channel": {"id": place.id}}


def info(call: Call) -> Json:
    """conversations.info."""
    place = call.conversation()
    call.need(f"{place.scope_kind}:read")
    shown = conversation_json(call.workspace, place, call.workspace.bot_user.id)
    if not call.flag("include_num_members"):
        shown.pop("num_members", None)
    if call.flag("include_locale"):
        shown["locale"] = "en-US"
    return {"ok": True, "channel": shown}


def visible(call: Call, *, member_only: bool, user: str) -> list[Conversation]:
    """The conversations of the asked kinds that the app may list."""
    wanted = [kind.strip() for kind in call.text("types", "public_channel").split(",") if kind.strip()]
    for kind in wanted:
        if kind not in KINDS:
            raise SlackError("invalid_types")
        call.need(f"{KINDS[kind]}:read")
    found = []
    for place in call.workspace.store.conversations.values():
        sees = call.is_member(place) or (place.scope_kind == "channels" and not member_only)
        if user != call.workspace.bot_user.id:
            sees = user in place.members and (call.is_member(place) or place.scope_kind == "channels")
        fits = place.scope_kind in {KINDS[kind] for kind in wanted}
        if sees and fits and not (place.is_archived and call.flag("exclude_archived")):
            found.append(place)
    return found


def listing(call: Call) -> Json:
    """conversations.list."""
    viewer = call.workspace.bot_user.id
    some, following = page(call, visible(call, member_only=False, user=viewer))
    shown = [conversation_json(call.workspace, place, viewer) for place in some]
    return {"ok": True, "channels": shown, "response_metadata": {"next_cursor": following}}


def of_user(call: Call) -> Json:
    """users.conversations."""
    user = call.text("user") or call.workspace.bot_user.id
    call.person(user)
    some, following = page(call, visible(call, member_only=True, user=user))
    shown = [conversation_json(call.workspace, place, user) for place in some]
    return {"ok": True, "channels": shown, "response_metadata": {"next_cursor": following}}


def members(call: Call) -> Json:
    """conversations.members."""
    place = call.conversation()
    call.need(f"{place.scope_kind}:read")
    some, following = page(call, place.members)
    return {"ok": True, "members": some, "response_metadata": {"next_cursor": following}}


def join(call: Call) -> Json:
    """conversations.join."""
    place = call.conversation()
    if place.kind == "im":
        raise SlackError("method_not_supported_for_channel_type")
    if place.is_archived:
        raise SlackError("is_archived")
    viewer = call.workspace.bot_user.id
    if not call.is_member(place):
        place.members.append(viewer)
        call.workspace.store.tell("conversation", conversation=place)
    return {"ok": True, "channel": conversation_json(call.workspace, place, viewer)}


READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
METHODS = {
    "conversations.history": Method(history, HISTORY, tier=3),
    "conversations.replies": Method(replies, HISTORY, tier=3),
    "conversations.open": Method(open_dm, ("im:write", "mpim:write"), tier=3),
    "conversations.info": Method(info, READ, tier=3),
    "conversations.list": Method(listing, READ, tier=2),
    "conversations.members": Method(members, READ, tier=4),
    "conversations.join": Method(join, ("channels:join",), tier=3),
    "users.conversations": Method(of_user, READ, tier=3),
}
