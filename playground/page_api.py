"""The page's JSON API, as PAGE_API.md describes it, and the page's own files."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from playground.errors import SlackError
from playground.escaping import message_text
from playground.model import Json, UnknownNameError
from playground.page_access import PageAccess, RefusedError, read
from playground.page_files import FRESH, PageFiles, page_file, permalink
from playground.page_search import PageSearch
from playground.page_shape import may_see, message_shape, state_shape, view_shape
from playground.page_socket import PageSockets
from playground.web_api.chat import TEXT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playground.events import Events
    from playground.interactions import Interactions
    from playground.model import Person
    from playground.outcomes import Outcome
    from playground.page_clock import PageClock
    from playground.tour import TourDesk
    from playground.workspace import Workspace

PAGE_SIZE = 200
Endpoint = Callable[[Request], Awaitable[Response]]


def spoken(work: Callable[[Request], Awaitable[Json]]) -> Endpoint:
    """Answer with JSON, and with 400 when the request itself makes no sense."""

    @functools.wraps(work)
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(await work(request), headers=FRESH)
        except RefusedError as refusal:
            return JSONResponse({"ok": False, "error": refusal.code, "detail": refusal.detail}, headers=FRESH)
        except SlackError as refusal:
            detail = " ".join(refusal.messages) or refusal.code
            return JSONResponse({"ok": False, "error": refusal.code, "detail": detail}, headers=FRESH)
        except (UnknownNameError, KeyError, ValueError, TypeError) as error:
            body = {"ok": False, "error": "bad_request", "detail": f"The request cannot be read: {error}"}
            return JSONResponse(body, status_code=400, headers=FRESH)

    return endpoint


def told(outcome: Outcome) -> Json:
    """An outcome as the page is told it."""
    return {"ok": True} if outcome.ok else {"ok": False, "error": outcome.error, "detail": outcome.detail}


def written(body: Json) -> str:
    """The text of a message to be sent; RefusedError when there is none, or too much."""
    text = str(body["text"])
    if not text.strip():
        raise RefusedError("no_text", "There is nothing to send.")
    if len(text) > TEXT_LIMIT:
        raise RefusedError("msg_too_long", f"A message holds at most {TEXT_LIMIT:,} characters.")
    return text


def first_who_reads(people: Iterable[Person], languages: str | None) -> Person:
    """The first who speaks what the browser puts first (``es-MX,es;q=0.9``); when nobody does, the very first."""
    wanted = (languages or "").split(",")[0].split(";")[0].strip().partition("-")[0].lower()
    everybody = list(people)
    return next((each for each in everybody if each.locale.partition("-")[0] == wanted), everybody[0])


class PageApi:
    """One method for each path."""

    def __init__(self, workspace: Workspace, acts: Interactions, events: Events, desk: TourDesk) -> None:
        self.workspace, self.acts, self.events, self.desk = workspace, acts, events, desk
        self.access = PageAccess(workspace)

    # -- read --------------------------------------------------------------------------------

    async def state(self, request: Request) -> Json:
        """GET /page/state; without ``as`` the first person of the cast who speaks the browser's language."""
        wanted = request.query_params.get("as")
        people = self.workspace.store.people
        viewer = people.get(wanted or "") or first_who_reads(people.values(), request.headers.get("accept-language"))
        return state_shape(self.workspace, viewer)

    async def messages(self, request: Request) -> Json:
        """GET /page/messages."""
        viewer, place = self.access.where(request.query_params["as"], request.query_params["conversation"])
        store, before = self.workspace.store, request.query_params.get("before")
        limit = max(1, min(int(request.query_params.get("limit") or PAGE_SIZE), 1000))
        open_to_all = [
            message
            for message in (store.messages(place.id) if may_see(self.workspace, viewer, place) else [])
            if not message.thread_ts or message.thread_ts == message.ts or message.broadcast
        ]
        own = [message for message in store.ephemerals(place.id, viewer.id) if not message.thread_ts]
        found = sorted([*open_to_all, *own], key=lambda each: each.ts)
        if before:
            found = [message for message in found if message.ts < before]
        if self.workspace.bot_user.id in place.members and place.kind == "im" and not before:
            self.events.home_opened(viewer.id, "messages")
        return {
            "ok": True,
            "messages": [message_shape(self.workspace, each) for each in found[-limit:]],
            "has_more": len(found) > limit,
        }

    async def thread(self, request: Request) -> Json:
        """GET /page/thread."""
        viewer, place = self.access.where(request.query_params["as"], request.query_params["conversation"])
        store, ts = self.workspace.store, request.query_params["ts"]
        root = self.access.message(viewer, place, ts)
        replies = [message for each in root.replies if (message := store.message(place.id, each))]
        own = [message for message in store.ephemerals(place.id, viewer.id) if message.thread_ts == root.ts]
        found = [root, *sorted([*replies, *own], key=lambda each: each.ts)]
        return {"ok": True, "messages": [message_shape(self.workspace, each) for each in found]}

    async def home(self, request: Request) -> Json:
        """GET /page/home; the app hears that it was opened."""
        viewer = self.workspace.store.person(request.query_params["as"])
        view = self.workspace.views.home(viewer.id)
        self.events.home_opened(viewer.id, "home")
        return {"ok": True, "view": view_shape(view) if view else None}

    async def tour(self, request: Request) -> Json:
        """GET /page/tour."""
        viewer = self.workspace.store.person(request.query_params["as"])
        return {"ok": True, **await asyncio.to_thread(self.desk.shape, viewer)}

    # -- act ---------------------------------------------------------------------------------

    async def message(self, request: Request) -> Json:
        """POST /page/message."""
        body = await read(request)
        viewer, place = self.access.speakable(body)
        text = written(body)
        if text.startswith("/"):
            raise RefusedError("use_command", "Text that starts with / is a command.")
        root = self.access.message(viewer, place, body["thread_ts"]).ts if body.get("thread_ts") else None
        shown = root is not None and bool(body.get("broadcast"))
        return {"ok": True, "ts": self.acts.post(viewer, place, text, root, broadcast=shown).ts}

    async def edit(self, request: Request) -> Json:
        """POST /page/message/edit; only who wrote it may."""
        body = await read(request)
        message = self.access.own(body)
        message.text = message_text(self.workspace.store, written(body))
        message.edited_ts = self.workspace.clock.next_ts()
        self.workspace.store.edited(message)
        return {"ok": True}

    async def delete(self, request: Request) -> Json:
        """POST /page/message/delete; only who wrote it may."""
        self.workspace.store.delete(self.access.own(await read(request)))
        return {"ok": True}

    async def command(self, request: Request) -> Json:
        """POST /page/command."""
        body = await read(request)
        viewer, place = self.access.where(body["as"], body["conversation"])
        return told(await self.acts.command(viewer, place, str(body["command"]), str(body.get("text") or "")))

    async def action(self, request: Request) -> Json:
        """POST /page/action."""
        body = await read(request)
        viewer, where = self.access.container(body)
        block, element = self.access.element(where, body)
        given: Json = body.get("action") or {}
        dull = {"type", "action_id", "block_id", "action_ts", "text"}
        entry = {key: value for key, value in given.items() if key not in dull}
        if element["type"] == "button":
            # A button's value is the app's, whatever the page says.
            entry = {"value": element["value"]} if "value" in element else {}
        state = (body.get("state") or {}).get("values") or {}
        return told(await self.acts.press(viewer, where, element, block, {**entry, "type": element["type"]}, state))

    async def suggest(self, request: Request) -> Json:
        """POST /page/suggest."""
        body = await read(request)
        viewer, where = self.access.container(body)
        block, element = self.access.element(where, body)
        outcome = await self.acts.suggest(viewer, where, element, block, str(body.get("value") or ""))
        if not outcome.ok:
            return told(outcome)
        groups = {"option_groups": outcome.option_groups} if outcome.option_groups else {"options": outcome.options}
        return {"ok": True, **groups}

    async def submit(self, request: Request) -> Json:
        """POST /page/view/submit."""
        body = await read(request)
        viewer, view = self.access.view(body)
        outcome = await self.acts.submit(viewer, view, (body.get("state") or {}).get("values") or {})
        if outcome.error == "client_validation":
            return {"ok": True, "response_action": "errors", "errors": outcome.errors}
        if not outcome.ok:
            return told(outcome)
        answer: Json = {"ok": True, "response_action": outcome.response_action}
        if outcome.errors:
            answer["errors"] = outcome.errors
        if outcome.view is not None:
            answer["view"] = view_shape(self.workspace.views.find(outcome.view["id"]))
        return answer

    async def close(self, request: Request) -> Json:
        """POST /page/view/close; a modal closes whatever the app says to it."""
        body = await read(request)
        viewer, view = self.access.view(body)
        await self.acts.close(viewer, view, is_cleared=bool(body.get("is_cleared")))
        return {"ok": True}

    async def shortcut(self, request: Request) -> Json:
        """POST /page/shortcut."""
        body = await read(request)
        viewer, message = self.workspace.store.person(body["as"]), None
        if body["type"] == "message":
            viewer, place = self.access.where(body["as"], body["conversation"])
            message = self.access.message(viewer, place, body["ts"])
        return told(await self.acts.shortcut(viewer, str(body["callback_id"]), message))

    async def reaction(self, request: Request) -> Json:
        """POST /page/reaction."""
        body = await read(request)
        viewer, place = self.access.writable(body)
        message = self.access.message(viewer, place, body["ts"])
        self.acts.react(viewer, message, str(body["name"]).strip(":"), add=bool(body["add"]))
        return {"ok": True}

    async def read(self, request: Request) -> Json:
        """POST /page/read."""
        body = await read(request)
        viewer, place = self.access.where(body["as"], body["conversation"])
        self.workspace.store.read(viewer.id, place.id)
        return {"ok": True}

    async def put_away(self, request: Request) -> Json:
        """POST /page/tour: put the tour away, or take it out again."""
        self.desk.dismiss(dismissed=bool((await read(request))["dismissed"]))
        return {"ok": True}


def page_routes(
    workspace: Workspace, acts: Interactions, events: Events, desk: TourDesk, clock: PageClock
) -> list[BaseRoute]:
    """All routes of the page."""
    api, sockets = PageApi(workspace, acts, events, desk), PageSockets(workspace, desk)
    files = PageFiles(workspace, acts)
    reads = {
        "state": api.state,
        "messages": api.messages,
        "thread": api.thread,
        "home": api.home,
        "tour": api.tour,
        "search": PageSearch(workspace).find,
    }
    writes = {
        "message": api.message,
        "message/edit": api.edit,
        "message/delete": api.delete,
        "command": api.command,
        "action": api.action,
        "suggest": api.suggest,
        "view/submit": api.submit,
        "view/close": api.close,
        "shortcut": api.shortcut,
        "reaction": api.reaction,
        "read": api.read,
        "clock": clock.move,
        "file": files.share,
        "tour": api.put_away,
    }
    return [
        *(Route(f"/page/{path}", spoken(work), methods=["GET"]) for path, work in reads.items()),
        *(Route(f"/page/{path}", spoken(work), methods=["POST"]) for path, work in writes.items()),
        WebSocketRoute("/page/socket", sockets.serve),
        Route("/page/file/{file_id}", files.content),
        Route("/", page_file),
        Route("/static/{path:path}", page_file),
        Route("/archives/{conversation}/{ts}", permalink),
    ]
