"""HTTP mode: Slack's requests, and a health check. Bolt runs in threads, never on the event loop."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

import structlog
from anyio import CapacityLimiter, create_task_group, to_thread
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from commands import budget

#: What Bolt raises on a body that it cannot read. It reads before it looks at the signature, so anybody may send one.
_UNREADABLE: Final = (ValueError, RecursionError, AttributeError, TypeError)

#: Slack's payloads stay far below; nobody may make us keep more before the signature is looked at.
_LARGEST_BODY: Final = 1_000_000

_log = structlog.get_logger(__name__)

_TIMESTAMP: Final = re.compile(r"[0-9]{1,12}")


def build_web(
    app: App, threads: int, is_healthy: Callable[[], bool], begin: Callable[[], None] = lambda: None
) -> Starlette:
    """The web application: ``POST /slack/events`` for everything Slack sends, ``GET /healthz`` for whoever watches.

    ``begin`` is our own work: it is started beside the first answers, which do not wait for it.
    """
    limiter = CapacityLimiter(threads)

    async def slack_events(request: Request) -> Response:
        budget.start()  # waiting for a free thread counts
        stamp = request.headers.get("x-slack-request-timestamp", "0")
        if not _TIMESTAMP.fullmatch(stamp):  # Bolt would take it for a number
            return Response("The signature's time is no time.", status_code=401)
        body = await _read(request)
        if body is None:
            return Response("The body is larger than anything Slack sends.", status_code=413)
        try:
            bolt_request: BoltRequest = to_bolt_request(request, body)
        except _UNREADABLE:
            _log.warning("payload_unreadable", part="body")
            return Response("The body is not what Slack sends.", status_code=400)
        answer = await to_thread.run_sync(app.dispatch, bolt_request, limiter=limiter)
        return to_starlette_response(answer)

    async def healthz(_request: Request) -> Response:
        healthy = await to_thread.run_sync(is_healthy)
        return JSONResponse({"ok": healthy}, status_code=200 if healthy else 503)

    @asynccontextmanager
    async def at_work(_web: Starlette) -> AsyncIterator[None]:
        async with create_task_group() as beside:
            beside.start_soon(to_thread.run_sync, begin)
            yield

    return Starlette(
        routes=[Route("/slack/events", slack_events, methods=["POST"]), Route("/healthz", healthz, methods=["GET"])],
        lifespan=at_work,
    )


async def _read(request: Request) -> bytes | None:
    """The body, or nothing when it is too large: the rest of it is not waited for."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_BODY:
            return None
    return bytes(body)
