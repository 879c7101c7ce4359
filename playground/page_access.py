"""Who may see and touch what on the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playground.errors import SlackError
from playground.form import find
from playground.page_shape import may_see

if TYPE_CHECKING:
    from starlette.requests import Request

    from playground.model import Conversation, Json, Message, Person, View
    from playground.workspace import Workspace


class RefusedError(Exception):
    """The page is told no: a code and one sentence."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(code, detail)
        self.code, self.detail = code, detail


class PageAccess:
    """Finds what a request names, for the person who asks; RefusedError when it is not theirs to see."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def where(self, viewer_id: str, conversation: str) -> tuple[Person, Conversation]:
        """The person, and a conversation they may see."""
        viewer = self.workspace.store.person(viewer_id)
        place = self.workspace.store.conversations.get(conversation)
        if place is None or not may_see(self.workspace, viewer, place):
            raise RefusedError("channel_not_found", "There is no such conversation for this person.")
        return viewer, place

    def writable(self, body: Json) -> tuple[Person, Conversation]:
        """The person, and a conversation they are in."""
        viewer, place = self.where(body["as"], body["conversation"])
        if viewer.id not in place.members:
            raise RefusedError("not_in_channel", f"{viewer.real_name} is not in #{place.name}.")
        if place.is_archived:
            raise RefusedError("is_archived", f"#{place.name} is archived.")
        return viewer, place

    def speakable(self, body: Json) -> tuple[Person, Conversation]:
        """The person, and a conversation they may write in: not an app's DM that its manifest makes read-only."""
        viewer, place = self.writable(body)
        with_app = place.kind == "im" and place.other(viewer.id) == self.workspace.bot_user.id
        if with_app and not self.workspace.manifest.reads_messages:
            raise RefusedError("messages_tab_disabled", "Sending messages to this app has been turned off.")
        return viewer, place

    def message(self, viewer: Person, place: Conversation, ts: str) -> Message:
        """A message there that this person sees."""
        hidden = self.workspace.store.ephemeral(place.id, ts)
        found = self.workspace.store.message(place.id, ts) or (
            hidden if hidden is not None and hidden.ephemeral_to == viewer.id else None
        )
        if found is None:
            raise RefusedError("message_not_found", "That message is not there any more.")
        return found

    def own(self, body: Json) -> Message:
        """A message that this person wrote, in a conversation they may still write in."""
        viewer, place = self.speakable(body)
        message = self.message(viewer, place, str(body["ts"]))
        if message.user != viewer.id or message.is_app or message.ephemeral_to:
            raise RefusedError("cant_update_message", "Only who wrote a message changes it.")
        return message

    def view(self, body: Json) -> tuple[Person, View]:
        """The person, and a modal or Home tab of theirs."""
        viewer = self.workspace.store.person(body["as"])
        try:
            view = self.workspace.views.find(str(body["view_id"]))
        except SlackError:
            raise RefusedError("view_not_found", "That window is not open any more.") from None
        if view.user != viewer.id:
            raise RefusedError("view_not_found", "That window is not open any more.")
        return viewer, view

    def container(self, body: Json) -> tuple[Person, Message | View]:
        """The person, and the message or view that a control stands in."""
        container: Json = body["container"]
        if container["type"] == "view":
            return self.view({"as": body["as"], "view_id": container["view_id"]})
        viewer, place = self.where(body["as"], container["conversation"])
        return viewer, self.message(viewer, place, str(container.get("ephemeral_id") or container["ts"]))

    @staticmethod
    def element(where: Message | View, body: Json) -> tuple[Json, Json]:
        """The block and the element that a request names."""
        blocks, action = where.blocks or [], str(body["action_id"])
        # A press may cross an update that gave an unnamed block a new id: the control is still the same one.
        found = find(blocks, action, body.get("block_id")) or find(blocks, action)
        if found is None:
            raise RefusedError("action_not_found", "That control is not there any more.")
        return found


async def read(request: Request) -> Json:
    """The JSON object of a request's body."""
    body = json.loads(await request.body())
    if not isinstance(body, dict):
        raise TypeError("not a JSON object")
    return body
