"""Live updates of the page: one queue for each open window, filled from the store's changes."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.websockets import WebSocket, WebSocketDisconnect

from playground.model import Conversation, Json, Message, Person, UnknownNameError, View
from playground.page_shape import clock_shape, conversation_shape, may_see, message_shape, view_shape
from playground.received import texts

if TYPE_CHECKING:
    from playground.tour import TourDesk
    from playground.workspace import Workspace

MESSAGE_KINDS = {"message", "message_changed", "message_deleted", "reaction"}
VIEW_KINDS = {"view_opened", "view_updated", "view_closed", "home"}
TOUR_PAUSE = 0.2


@dataclass(slots=True, eq=False)
class Window:
    """A page that a person has open."""

    viewer: Person
    loop: asyncio.AbstractEventLoop
    frames: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    tour: Json | None = None

    def push(self, frame: Json) -> None:
        """Queue a frame; safe from any thread, order is kept."""
        with contextlib.suppress(RuntimeError):  # the loop ended while the page was open
            self.loop.call_soon_threadsafe(self.frames.put_nowait, frame)


class PageSockets:
    """Tells every window what its person may see."""

    def __init__(self, workspace: Workspace, desk: TourDesk) -> None:
        self._workspace = workspace
        self._desk = desk
        self._windows: list[Window] = []
        self._tour_due: asyncio.Task[None] | None = None
        workspace.store.listen(self._changed)

    async def serve(self, socket: WebSocket) -> None:
        """``WS /page/socket?as=U…``."""
        try:
            viewer = self._workspace.store.person(socket.query_params.get("as", ""))
        except UnknownNameError:
            await socket.close(1008)
            return
        await socket.accept()
        window = Window(viewer, asyncio.get_running_loop())
        self._windows.append(window)
        sender = asyncio.create_task(self._send(window, socket))
        try:
            async for _ in texts(socket):
                pass
        finally:
            self._windows.remove(window)
            sender.cancel()

    @staticmethod
    async def _send(window: Window, socket: WebSocket) -> None:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            while True:
                await socket.send_json(await window.frames.get())

    def _changed(self, kind: str, fields: Json) -> None:
        for window in list(self._windows):
            for frame in self._frames(kind, fields, window.viewer):
                window.push(frame)
        if self._desk.provider is not None or kind == "tour":
            for loop in {window.loop for window in list(self._windows)}:
                with contextlib.suppress(RuntimeError):
                    loop.call_soon_threadsafe(self._tour_soon)

    def _tour_soon(self) -> None:
        # What follows a change within a moment is asked about once.
        if self._tour_due is None:
            self._tour_due = asyncio.create_task(self._tell_tour())

    async def _tell_tour(self) -> None:
        await asyncio.sleep(TOUR_PAUSE)
        self._tour_due = None
        for window in list(self._windows):
            tour = await asyncio.to_thread(self._desk.shape, window.viewer)
            if tour != window.tour:
                window.tour = tour
                window.push({"type": "tour", **tour})

    def _frames(self, kind: str, fields: Json, viewer: Person) -> list[Json]:
        workspace = self._workspace
        if kind in MESSAGE_KINDS:
            return self._message_frames(kind, fields["message"], viewer)
        if kind in VIEW_KINDS:
            return self._view_frames(kind, fields, viewer)
        if kind == "clock":
            return [{"type": "clock", "clock": clock_shape(workspace, viewer.tz)}]
        if kind == "bot":
            return [{"type": "bot", "connected": fields["connected"], "mode": fields["mode"]}]
        if kind == "conversation":
            place: Conversation = fields["conversation"]
            if may_see(workspace, viewer, place):
                return [{"type": kind, "conversation": conversation_shape(workspace, place, viewer)}]
        if kind == "unread" and fields["user"] == viewer.id:
            return [self._unread(viewer, fields["conversation"])]
        return []

    @staticmethod
    def _view_frames(kind: str, fields: Json, viewer: Person) -> list[Json]:
        view: View = fields["view"]
        if view.user != viewer.id:
            return []
        if kind == "view_closed":
            return [{"type": kind, "view_id": view.id, "cleared": bool(fields["cleared"])}]
        return [{"type": kind, "view": view_shape(view)}]

    def _message_frames(self, kind: str, message: Message, viewer: Person) -> list[Json]:
        workspace = self._workspace
        place = workspace.store.conversations[message.conversation]
        if message.ephemeral_to:
            # Slack shows a command's answer to its person even where they only look in.
            if message.ephemeral_to != viewer.id:
                return []
        elif not may_see(workspace, viewer, place):
            return []
        if kind == "message_deleted":
            gone: Json = {"type": kind, "conversation": place.id, "ts": message.ts}
            return [gone | ({"ephemeral_id": message.ts} if message.ephemeral_to else {})]
        shown = "message_changed" if kind == "reaction" else kind
        frames: list[Json] = [{"type": shown, "message": message_shape(workspace, message)}]
        if kind == "message" and message.user != viewer.id and viewer.id in place.members:
            frames.append(self._unread(viewer, place.id))
        return frames

    def _unread(self, viewer: Person, conversation: str) -> Json:
        unread, mentions = self._workspace.store.unread(viewer.id, conversation)
        return {"type": "unread", "conversation": conversation, "unread": unread, "mentions": mentions}
