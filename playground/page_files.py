"""Files on the page: those that people drop and open, and the page's own."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.responses import PlainTextResponse, RedirectResponse, Response

from playground.errors import SlackError
from playground.page_access import PageAccess
from playground.page_shape import may_see

if TYPE_CHECKING:
    from starlette.requests import Request

    from playground.interactions import Interactions
    from playground.model import Json
    from playground.workspace import Workspace

PAGE = Path(__file__).parent / "page"
FRESH = {"cache-control": "no-store"}
MICROS = 6


class PageFiles:
    """What people drop into conversations, and what they open there."""

    def __init__(self, workspace: Workspace, acts: Interactions) -> None:
        self.workspace, self.acts = workspace, acts
        self.access = PageAccess(workspace)

    async def share(self, request: Request) -> Json:
        """POST /page/file, a form with ``as``, ``conversation`` and ``file``, once or several times."""
        async with request.form() as form:
            viewer, place = self.access.speakable({"as": str(form["as"]), "conversation": str(form["conversation"])})
            given = [each for each in form.getlist("file") if not isinstance(each, str)]
            if not given:
                raise TypeError("file is not a file")
            dropped = [(each.filename or "file", await each.read()) for each in given]
        kept = [self.workspace.files.keep(name, content, viewer.id) for name, content in dropped]
        return {"ok": True, "ts": self.acts.share(viewer, place, kept).ts}

    async def content(self, request: Request) -> Response:
        """GET /page/file/F…?as=U…: the bytes, for whoever sees a conversation that the file was shared in."""
        store = self.workspace.store
        viewer = store.people.get(request.query_params.get("as", ""))
        try:
            file = self.workspace.files.find(request.path_params["file_id"])
        except SlackError:
            file = None
        places = [store.conversations[each] for each in file.shared_in if each in store.conversations] if file else []
        if file is None or viewer is None or not any(may_see(self.workspace, viewer, place) for place in places):
            return PlainTextResponse("not found", status_code=404, headers=FRESH)
        # Whatever it holds, it is kept and never run in the page.
        headers = {
            **FRESH,
            "content-disposition": f"attachment; filename*=utf-8''{quote(file.name, safe='')}",
            "x-content-type-options": "nosniff",
        }
        return Response(file.content, media_type="application/octet-stream", headers=headers)


async def page_file(request: Request) -> Response:
    """The page's files, never cached, so that an edit shows at the next load."""
    wanted = (PAGE / (request.path_params.get("path") or "index.html")).resolve()
    if not wanted.is_relative_to(PAGE.resolve()) or not wanted.is_file():
        return PlainTextResponse("not found", status_code=404, headers=FRESH)
    media = "text/javascript" if wanted.suffix in {".js", ".mjs"} else mimetypes.guess_type(wanted.name)[0]
    # Some dozens of small files are asked for at once: read here, they cost a tenth of what a thread for each would.
    return Response(wanted.read_bytes(), media_type=media, headers=FRESH)


async def permalink(request: Request) -> Response:
    """A message's permalink leads to it on the page: ``p1764000000000100`` is its ``ts`` without the point."""
    digits = request.path_params["ts"].removeprefix("p")
    where = {"c": request.path_params["conversation"], "m": f"{digits[:-MICROS]}.{digits[-MICROS:]}"}
    if thread := request.query_params.get("thread_ts"):
        where["thread"] = thread
    return RedirectResponse(f"/#{urlencode(where)}")
