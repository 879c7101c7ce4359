"""chat.*: posting, updating, deleting. Pages: https://docs.slack.dev/reference/methods/chat.postMessage etc."""

from __future__ import annotations

import copy

from playground.blockkit import message_refusal
from playground.errors import SlackError
from playground.model import Conversation, Json, Message
from playground.render import message_json
from playground.web_api.call import Call, Method

# https://docs.slack.dev/reference/methods/chat.postMessage: text is cut or refused beyond this.
TEXT_LIMIT = 40_000
# https://docs.slack.dev/reference/methods/chat.update: msg_too_long from 4,000 characters on.
UPDATE_TEXT_LIMIT = 4_000
ATTACHMENT_LIMIT = 100
METADATA_BYTES = 16_000


def content(call: Call, *, limit: int = TEXT_LIMIT) -> tuple[str, list[Json] | None, list[Json] | None]:
    """The text, blocks and attachments of a call, checked; ``no_text`` when all are absent."""
    text = call.text("text")
    blocks = call.structure("blocks", "invalid_blocks_format")
    attachments = call.structure("attachments", "invalid_attachments")
    if blocks:
        refusal = message_refusal(blocks, charts_allowed=call.workspace.charts_allowed)
        if refusal is not None:
            raise SlackError(refusal.code, messages=refusal.messages)
    if attachments is not None and not isinstance(attachments, list):
        raise SlackError("invalid_attachments")
    if len(attachments or []) > ATTACHMENT_LIMIT:
        raise SlackError("too_many_attachments")
    if not text.strip() and not blocks and not attachments:
        raise SlackError("no_text")
    if len(text) > limit:
        raise SlackError("msg_too_long")
    return text, copy.deepcopy(blocks) or None, copy.deepcopy(attachments) or None


def metadata(call: Call) -> Json | None:
    """Message metadata, checked as https://docs.slack.dev/messaging/message-metadata says."""
    given = call.structure("metadata", "invalid_metadata_format")
    if given is None:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    if not given.get("event_type") or not isinstance(given["event_type"], str):
        raise SlackError("invalid_metadata_schema")
    if len(str(given["event_payload"])) > METADATA_BYTES:
        raise SlackError("metadata_too_large")
    return copy.deepcopy({"event_type": given["event_type"], "event_payload": given["event_payload"]})


def writable(call: Call) -> Conversation:
    """A conversation the app may post to."""
    place = call.conversation()
    if place.is_archived:
        raise SlackError("is_archived")
    if not call.is_member(place) and "chat:write.public" not in call.workspace.manifest.scopes:
        raise SlackError("not_in_channel")
    return place


def thread_of(call: Call, place: Conversation) -> str | None:
    """The thread to answer in; a reply's ts means its root."""
    wanted = call.text("thread_ts")
    if not wanted:
        return None
    parent = call.workspace.store.message(place.id, wanted)
    if parent is None:
        raise SlackError("thread_not_found")
    return parent.thread_ts or parent.ts


def post_message(call: Call) -> Json:
    """chat.postMessage."""
    if not call.text("channel"):
        raise SlackError("channel_not_found")
    place = writable(call)
    text, blocks, attachments = content(call)
    workspace = call.workspace
    message = workspace.store.post(
        Message(
            ts=workspace.clock.next_ts(),
            conversation=place.id,
            user=workspace.bot_user.id,
            text=text,
            blocks=blocks,
            attachments=attachments,
            is_app=True,
            thread_ts=thread_of(call, place),
            metadata=metadata(call),
            broadcast=call.flag("reply_broadcast"),
        )
    )
    shown = message_json(workspace, message, include_metadata=True)
    return {"ok": True, "channel": place.id, "ts": message.ts, "message": shown}


def post_ephemeral(call: Call) -> Json:
    """chat.postEphemeral."""
    place = writable(call)
    user = call.text("user")
    if user not in call.workspace.store.people:
        raise SlackError("user_not_found" if user else "invalid_arguments")
    if user not in place.members:
        raise SlackError("user_not_in_channel")
    text, blocks, attachments = content(call)
    workspace = call.workspace
    message = workspace.store.post(
        Message(
            ts=workspace.clock.next_ts(),
            conversation=place.id,
            user=workspace.bot_user.id,
            text=text,
            blocks=blocks,
            attachments=attachments,
            is_app=True,
            ephemeral_to=user,
            thread_ts=thread_of(call, place),
        )
    )
    return {"ok": True, "message_ts": message.ts}


def own_message(call: Call, refusal: str) -> Message:
    """A message of the app's own; ephemeral ones cannot be found."""
    place = call.conversation()
    message = call.workspace.store.message(place.id, call.required("ts"))
    if message is None:
        raise SlackError("message_not_found")
    if message.user != call.workspace.bot_user.id:
        raise SlackError(refusal)
    return message


def update(call: Call) -> Json:
    """chat.update: blocks, attachments and metadata that are not given stay; an empty list removes them.

    So text alone changes nothing that people see in a message with blocks:
    https://github.com/slackapi/python-slack-sdk/issues/523
    """
    message = own_message(call, "cant_update_message")
    text, blocks, attachments = content(call, limit=UPDATE_TEXT_LIMIT)
    new_metadata = metadata(call)
    with call.workspace.store.changed:
        message.text = text or message.text
        if "blocks" in call.args:
            message.blocks = blocks
        if "attachments" in call.args:
            message.attachments = attachments
        if new_metadata is not None:
            message.metadata = new_metadata
        message.edited_ts = call.workspace.clock.next_ts()
    call.workspace.store.edited(message)
    shown = message_json(call.workspace, message, include_metadata=True)
    return {"ok": True, "channel": message.conversation, "ts": message.ts, "text": message.text, "message": shown}


def delete(call: Call) -> Json:
    """chat.delete."""
    message = own_message(call, "cant_delete_message")
    call.workspace.store.delete(message)
    return {"ok": True, "channel": message.conversation, "ts": message.ts}


def permalink(call: Call) -> Json:
    """chat.getPermalink."""
    place = call.conversation()
    message = call.workspace.store.message(place.id, call.text("message_ts"))
    if message is None:
        raise SlackError("message_not_found")
    link = f"{call.workspace.base_url}/archives/{place.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={place.id}"
    return {"ok": True, "channel": place.id, "permalink": link}


METHODS = {
    "chat.postMessage": Method(post_message, ("chat:write",)),
    "chat.postEphemeral": Method(post_ephemeral, ("chat:write",), tier=4),
    "chat.update": Method(update, ("chat:write",), tier=3),
    "chat.delete": Method(delete, ("chat:write",), tier=3),
    "chat.getPermalink": Method(permalink),
}
