"""Where a file's bytes go up and come down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from playground.errors import SlackError

if TYPE_CHECKING:
    from starlette.requests import Request

    from playground.workspace import Workspace


class FileDoors:
    """The two addresses outside the Web API that files have."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    async def upload(self, request: Request) -> Response:
        """The bytes of an expected upload, raw or as a form.

        https://docs.slack.dev/messaging/working-with-files#upload: the address is all the permission that it needs.
        """
        content = await request.body()
        if "multipart/form-data" in request.headers.get("content-type", ""):
            parts = [part for part in (await request.form()).values() if not isinstance(part, str)]
            content = await parts[0].read() if parts else b""
        try:
            file = self.workspace.files.receive(request.path_params["secret"], content)
        except LookupError:
            return PlainTextResponse("not found", status_code=404)
        return PlainTextResponse(f"OK - {len(file.content)}")

    async def download(self, request: Request) -> Response:
        """A file's bytes, for whoever holds the bot token, and only what the app can see.

        https://docs.slack.dev/reference/objects/file-object: without a good token one is sent to the sign-in page.
        """
        workspace = self.workspace
        if request.headers.get("authorization") != f"Bearer {workspace.bot_token}":
            return Response(status_code=302, headers={"location": workspace.base_url + "/?redir=files"})
        if "files:read" not in workspace.manifest.scopes:
            return Response(status_code=302, headers={"location": workspace.base_url + "/?redir=files"})
        try:
            file = workspace.files.seen_by_app(request.path_params["file_id"], workspace.store)
        except SlackError:
            return PlainTextResponse("not found", status_code=404)
        return Response(file.content, media_type=str(file.as_json("", 0)["mimetype"]))


def file_routes(workspace: Workspace) -> list[BaseRoute]:
    """Both, with the two forms of an address to download from."""
    doors = FileDoors(workspace)
    return [
        Route("/upload/v1/{secret}", doors.upload, methods=["POST"]),
        Route("/files-pri/{file_id}/download/{name}", doors.download),
        Route("/files-pri/{file_id}/{name}", doors.download),
    ]
