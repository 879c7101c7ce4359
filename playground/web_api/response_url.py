"""What a bot may post to a ``response_url``, and what Slack makes of a command's ack body.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from playground.blockkit import message_refusal
from playground.errors import SlackError
from playground.model import Json, Message

if TYPE_CHECKING:
    from playground.triggers import ResponseUrl
    from playground.workspace import Workspace


def checked(workspace: Workspace, body: Json) -> None:
    """Refuse a body that Slack would not show."""
    blocks = body.get("blocks")
    if blocks:
        refusal = message_refusal(blocks, charts_allowed=workspace.charts_allowed)
        if refusal is not None:
            raise SlackError(refusal.code, messages=refusal.messages)
    if not str(body.get("text") or "").strip() and not blocks and not body.get("attachments"):
        raise SlackError("no_text")


def show(workspace: Workspace, where: ResponseUrl, body: Json) -> Message | None:
    """Post, replace or delete as the body says; the message, None after a deletion."""
    store = workspace.store
    original = None
    if where.message_ts:
        find = store.ephemeral if where.is_ephemeral else store.message
        original = find(where.conversation, where.message_ts)
    if body.get("delete_original") and original is not None:
        store.delete(original)
        return None
    checked(workspace, body)
    if body.get("replace_original") and original is not None:
        with store.changed:
            original.text = str(body.get("text") or "")
            original.blocks = copy.deepcopy(body.get("blocks")) or None
            original.attachments = copy.deepcopy(body.get("attachments")) or None
            original.edited_ts = None if where.is_ephemeral else workspace.clock.next_ts()
        store.edited(original)
        return original
    public = body.get("response_type") == "in_channel"
    return store.post(
        Message(
            ts=workspace.clock.next_ts(),
            conversation=where.conversation,
            user=workspace.bot_user.id,
            text=str(body.get("text") or ""),
            blocks=copy.deepcopy(body.get("blocks")) or None,
            attachments=copy.deepcopy(body.get("attachments")) or None,
            is_app=True,
            ephemeral_to=None if public else where.user,
            thread_ts=str(body["thread_ts"]) if body.get("thread_ts") else where.thread_ts,
            metadata=copy.deepcopy(body.get("metadata")),
        )
    )
