"""The local Slack's HTTP server: one ASGI application on a loopback port, in its own thread."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import json
import socket
import threading
from typing import TYPE_CHECKING, Any, TypeVar

import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from playground.delivery import MAX_CONNECTIONS
from playground.errors import SlackError
from playground.file_doors import file_routes
from playground.received import texts
from playground.web_api.door import Receive, Scope, Send, drop, web_api
from playground.web_api.response_url import show

if TYPE_CHECKING:
    from collections.abc import Coroutine, MutableMapping

    from starlette.requests import Request
    from starlette.websockets import WebSocket

    from playground.faults import Fault
    from playground.workspace import Workspace

Result = TypeVar("Result")
START_SECONDS = 60.0
FAULT_NAMES = {
    "/commands/": "response_url",
    "/actions/": "response_url",
    "/app/": "response_url",
    "/files-pri/": "download",
    "/upload/": "upload",
}
STOP_SECONDS = 1.0


async def already_received(receive: Receive) -> Receive:
    """Wait for the whole of a request; what is returned gives it again, then what comes after."""
    waiting = [await receive()]
    while waiting[-1].get("more_body"):
        waiting.append(await receive())

    async def again() -> MutableMapping[str, Any]:
        return waiting.pop(0) if waiting else await receive()

    return again


def loopback_socket(host: str, port: int) -> socket.socket:
    """A listening socket on loopback; ValueError for any other address.

    The local Slack hands out tokens to whoever asks and must never face a network.
    """
    address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    if not address.is_loopback:
        raise ValueError(f"the local Slack listens on loopback only, not on {host}")
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET  # noqa: PLR2004 - IP version
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((str(address), port))
    return listener


class SlackDoors:
    """The paths that a bot uses: Web API, Socket Mode, response URLs, files."""

    def __init__(self, workspace: Workspace, page_routes: list[BaseRoute]) -> None:
        self.workspace = workspace
        replies = [
            Route(f"/{kind}/{{team}}/{{token}}", self.response_url, methods=["POST"])
            for kind in ("commands", "actions", "app")
        ]
        self._rest = Starlette(
            routes=[
                WebSocketRoute("/link/", self.socket_mode),
                *replies,
                *file_routes(workspace),
                *page_routes,
            ]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Web API calls go straight to their door, all else through the routes."""
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            await web_api(self.workspace, scope, receive, send)
        elif (fault := self._fault(scope)) is None:
            await self._rest(scope, receive, send)
        elif fault.kind == "drop_before":
            await drop(send)
        elif fault.kind in {"http_500", "ratelimited"}:
            status = 429 if fault.kind == "ratelimited" else 500
            await PlainTextResponse("error", status_code=status)(scope, receive, send)
        else:
            if fault.kind == "delay":
                # What was sent has arrived: a caller that gives up waiting takes nothing back.
                receive = await already_received(receive)
                await self.workspace.faults.hold_up(fault)
            await self._rest(scope, receive, send)

    def _fault(self, scope: Scope) -> Fault | None:
        """What is planned for this path: the doors beside the Web API have names for faults too."""
        if scope["type"] == "http":
            for start, name in FAULT_NAMES.items():
                if scope["path"].startswith(start):
                    return self.workspace.faults.strike(name, None)
        return None

    async def response_url(self, request: Request) -> Response:
        """A bot posts to a response_url."""
        try:
            body = json.loads(await request.body() or b"{}")
            where = self.workspace.response_urls.take(request.path_params["token"])
            show(self.workspace, where, body)
        except ValueError:
            return PlainTextResponse("invalid_payload", status_code=400)
        except SlackError as refusal:
            gone = {"expired_url", "used_url", "invalid_url"}
            return JSONResponse(refusal.body(), status_code=404 if refusal.code in gone else 400)
        return PlainTextResponse("ok")

    async def socket_mode(self, wire: WebSocket) -> None:
        """One Socket Mode connection: hello, then envelopes out and acks in."""
        delivery = self.workspace.delivery
        ticket = wire.query_params.get("ticket", "")
        if ticket not in delivery.tickets:
            await wire.close(1008)
            return
        delivery.tickets.discard(ticket)
        await wire.accept()
        if delivery.connections >= MAX_CONNECTIONS:
            # https://docs.slack.dev/apis/events-api/using-socket-mode#connections
            frame = {"type": "disconnect", "reason": "too_many_websockets", "debug_info": {"host": "local-slack"}}
            await wire.send_text(json.dumps(frame))
            await wire.close(1008)
            return
        await wire.send_text(
            json.dumps(
                {
                    "type": "hello",
                    "num_connections": delivery.connections + 1,
                    "connection_info": {"app_id": self.workspace.app_id},
                    "debug_info": {"host": "local-slack", "build_number": 1, "approximate_connection_time": 18060},
                }
            )
        )
        connection = delivery.join(wire)
        try:
            async for text in texts(wire):
                with contextlib.suppress(ValueError):
                    frame = json.loads(text)
                    if isinstance(frame, dict) and "envelope_id" in frame:
                        delivery.acked(connection, frame)
        finally:
            delivery.leave(connection)


class PromptServer(uvicorn.Server):
    """Uvicorn without its tenths of a second: hundreds of tests start and stop one of these."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.leave = asyncio.Event()

    async def main_loop(self) -> None:
        """Run until told to leave."""
        await self.on_tick(0)
        await self.leave.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, ask what is open to end, and wait for that a moment."""
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(set(self.server_state.tasks), timeout=STOP_SECONDS)


class ServerThread:
    """Runs the application on its own event loop in a daemon thread."""

    def __init__(self, app: SlackDoors, listener: socket.socket) -> None:
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            # Slack pings too; this often, so that a client that stops is not left waiting for its next read.
            ws_ping_interval=0.25,
            ws_ping_timeout=20.0,
            date_header=False,
            timeout_keep_alive=60,
            server_header=False,
            proxy_headers=False,
        )
        self._server = PromptServer(config)
        self._listener = listener
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._app = app
        self._thread = threading.Thread(target=self._run, name="local-slack", daemon=True)

    def start(self) -> None:
        """Start and wait until the loop runs; the socket already queues connections."""
        self._listener.listen(2048)
        self._thread.start()
        if not self._ready.wait(START_SECONDS):
            raise TimeoutError("the local Slack did not start")

    def call(self, work: Coroutine[Any, Any, Result], timeout: float | None = 30.0) -> Result:
        """Run a coroutine on the server's loop and give back its result."""
        if self._loop is None:
            work.close()
            raise RuntimeError("the local Slack is not running")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout)

    def stop(self) -> None:
        """Close every connection and end the thread."""
        if self._thread.is_alive():
            with contextlib.suppress(TimeoutError):
                self.call(self._app.workspace.delivery.aclose(), timeout=2.0)
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._server.leave.set)
            self._thread.join(5.0)
        self._loop = None
        self._listener.close()

    def _run(self) -> None:
        factory = self._server.config.get_loop_factory()
        with asyncio.Runner(loop_factory=factory) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._ready.set()
        await self._server.serve(sockets=[self._listener])
