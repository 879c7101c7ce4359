"""files.*: the three steps of an upload, looking a file up, deleting one's own.

https://docs.slack.dev/reference/methods/files.getUploadURLExternal
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.blockkit import message_refusal
from playground.errors import SlackError
from playground.model import Json, Message
from playground.web_api.call import Call, Method

if TYPE_CHECKING:
    from playground.files import StoredFile


def shown(call: Call, file: StoredFile) -> Json:
    """The file object."""
    return file.as_json(call.workspace.base_url, int(call.workspace.clock.now().timestamp()))


def upload_url(call: Call) -> Json:
    """files.getUploadURLExternal."""
    name, length = call.required("filename"), call.number("length", 0)
    if length <= 0:
        raise SlackError("invalid_arguments", messages=["[ERROR] must be greater than 0 [json-pointer:/length]"])
    file = call.workspace.files.expect(name, length, call.workspace.bot_user.id)
    return {"ok": True, "upload_url": f"{call.workspace.base_url}/upload/v1/{file.secret}", "file_id": file.id}


def complete(call: Call) -> Json:
    """files.completeUploadExternal: shares what was uploaded.

    https://docs.slack.dev/reference/methods/files.completeUploadExternal
    """
    wanted = call.structure("files", "invalid_arguments")
    if not isinstance(wanted, list) or not wanted:
        raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: files"])
    files = []
    for entry in wanted:
        file = call.workspace.files.find(str(entry.get("id")))
        if file.user != call.workspace.bot_user.id:
            raise SlackError("file_not_found")
        if not file.received or len(file.content) != file.length:
            raise SlackError("file_update_failed")
        file.title = str(entry.get("title") or file.name)
        files.append(file)
    places = call.text("channel_id") or call.text("channels")
    for name in [each for each in places.split(",") if each]:
        share(call, name, files)
    return {"ok": True, "files": [shown(call, file) for file in files]}


def share(call: Call, name: str, files: list[StoredFile]) -> None:
    """Post the message that shows uploaded files in one conversation."""
    place = Call(call.workspace, {"channel": name}).conversation()
    if not call.is_member(place):
        raise SlackError("not_in_channel")
    comment = call.text("initial_comment")
    # Both at once: the comment counts, as the page of the method says.
    blocks = None if comment else call.structure("blocks", "invalid_blocks")
    refusal = message_refusal(blocks, charts_allowed=call.workspace.charts_allowed) if blocks else None
    if refusal is not None:
        raise SlackError(refusal.code, messages=refusal.messages)
    workspace = call.workspace
    ts, thread_ts = workspace.clock.next_ts(), call.text("thread_ts") or None
    for file in files:
        file.share(place)
        file.shares.setdefault(place.id, []).append({"ts": ts} | ({"thread_ts": thread_ts} if thread_ts else {}))
    workspace.store.post(
        Message(
            ts=ts,
            conversation=place.id,
            user=workspace.bot_user.id,
            text=comment,
            blocks=blocks,
            is_app=True,
            thread_ts=thread_ts,
            files=[shown(call, file) for file in files],
        )
    )


def info(call: Call) -> Json:
    """files.info: only what the app can see."""
    file = call.workspace.files.seen_by_app(call.required("file"), call.workspace.store)
    return {"ok": True, "file": shown(call, file), "comments": [], "response_metadata": {"next_cursor": ""}}


def delete(call: Call) -> Json:
    """files.delete: an app deletes what is its own.

    https://docs.slack.dev/reference/methods/files.delete
    """
    workspace = call.workspace
    if workspace.files.seen_by_app(call.required("file"), workspace.store).user != workspace.bot_user.id:
        raise SlackError("cant_delete_file")
    workspace.bury(call.text("file"))
    return {"ok": True}


METHODS = {
    "files.getUploadURLExternal": Method(upload_url, ("files:write",), tier=4),
    "files.completeUploadExternal": Method(complete, ("files:write",), tier=4),
    "files.info": Method(info, ("files:read",), tier=4),
    "files.delete": Method(delete, ("files:write",), tier=3),
}
