"""The HTTP side of the Web API: reads a request, checks token and scopes, applies faults, answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from playground.errors import SlackError
from playground.faults import Fault
from playground.model import ApiCall, Json
from playground.web_api import chat, conversations, files, modals, people, session
from playground.web_api.call import Call, Method

if TYPE_CHECKING:
    from datetime import datetime

    from playground.workspace import Workspace

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

METHODS: dict[str, Method] = {
    **session.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **people.METHODS,
    **modals.METHODS,
    **files.METHODS,
}
TOO_MANY = 429
SERVER_ERROR = 500


async def read_args(request: Request) -> Json:
    """Query, form and JSON arguments in one mapping; SlackError for a body that is neither."""
    args: Json = dict(request.query_params)
    body = await request.body()
    kind = request.headers.get("content-type", "")
    if "json" in kind:
        try:
            parsed = json.loads(body or b"{}")
        except ValueError:
            raise SlackError("invalid_json") from None
        if not isinstance(parsed, dict):
            raise SlackError("json_not_object")
        args |= parsed
    elif "multipart/form-data" in kind:
        form = await request.form()
        args |= {key: value for key, value in form.items() if isinstance(value, str)}
    elif body:
        args |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return args


def authorize(workspace: Workspace, name: str, method: Method, token: str) -> None:
    """Refuse unknown tokens, tokens of the wrong kind, and missing scopes."""
    if method.token == "none":
        return
    if not token:
        raise SlackError("not_authed")
    if token not in {workspace.bot_token, workspace.app_token}:
        raise SlackError("invalid_auth")
    app_wide = token == workspace.app_token
    if app_wide != (method.token == "app") and name != "auth.test":
        raise SlackError("not_allowed_token_type")
    if method.token == "bot" and method.scopes and not workspace.manifest.scopes & set(method.scopes):
        raise SlackError("missing_scope", needed=method.scopes[0], provided=",".join(sorted(workspace.manifest.scopes)))


def answer(workspace: Workspace, name: str, args: Json, token: str) -> Json:
    """The JSON answer of a method."""
    method = METHODS.get(name)
    if method is None:
        return {"ok": False, "error": "unknown_method", "req_method": name}
    try:
        authorize(workspace, name, method, token)
        return method.handler(Call(workspace, args))
    except SlackError as refusal:
        return refusal.body()


async def drop(send: Send) -> None:
    """Close the connection without a word, as a network that fails does."""
    # ASGI has no message for that, so the server's own transport is asked.
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is not None:
        transport.abort()


async def respond(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Send a response."""
    await response(scope, receive, send)


async def web_api(workspace: Workspace, scope: Scope, receive: Receive, send: Send) -> None:
    """Serve ``/api/<method>``."""
    request = Request(scope, receive)
    name = str(scope["path"]).removeprefix("/api/")
    at = workspace.clock.real_now()
    try:
        args = await read_args(request)
    except SlackError as refusal:
        workspace.record(ApiCall(name, {}, at, refusal.body(), ok=False, error=refusal.code))
        await respond(JSONResponse(refusal.body()), scope, receive, send)
        return
    token = str(args.pop("token", "") or request.headers.get("authorization", "").removeprefix("Bearer ").strip())
    channel = channel_of(workspace, args)
    fault = workspace.faults.strike(name, channel)
    method = METHODS.get(name)
    wait = workspace.limiter.retry_after(name, method.tier if method else None, channel)
    if fault is None and wait is not None:
        fault = Fault("ratelimited", retry_after=wait)
    if fault is not None and await struck(workspace, fault, name, args, (scope, receive, send)):
        return
    result = answer(workspace, name, args, token)
    workspace.record(ApiCall(name, args, at, result, ok=bool(result["ok"]), error=result.get("error")))
    if fault is not None and fault.kind == "drop_after":
        await drop(send)
        return
    await respond(JSONResponse(result, headers=headers_of(workspace, at)), scope, receive, send)


def headers_of(workspace: Workspace, at: datetime) -> dict[str, str]:
    """What every answer carries: the granted scopes, and the time by Slack's clock, whatever the demo's says."""
    return {
        "x-oauth-scopes": ",".join(sorted(workspace.manifest.scopes)),
        "date": format_datetime(at.astimezone(UTC), usegmt=True),
    }


def channel_of(workspace: Workspace, args: Json) -> str | None:
    """The conversation id that a call is about, names and users resolved, for faults and limits."""
    wanted = str(args.get("channel") or "")
    if wanted.startswith("U") and wanted in workspace.store.people:
        return workspace.store.direct(wanted, workspace.bot_user.id).id
    return wanted or None


async def struck(workspace: Workspace, fault: Fault, name: str, args: Json, asgi: tuple[Scope, Receive, Send]) -> bool:
    """Play a fault; True when the call ends with it and nothing must be done."""
    scope, receive, send = asgi
    status, body, headers = 0, None, {}
    if fault.kind == "ratelimited":
        status, body = TOO_MANY, {"ok": False, "error": "ratelimited"}
        headers = {"Retry-After": str(fault.retry_after)}
    elif fault.kind == "http_500":
        status, body = SERVER_ERROR, {"ok": False, "error": "internal_error"}
    elif fault.kind == "error":
        status, body = 200, {"ok": False, "error": fault.code}
    elif fault.kind == "delay":
        await workspace.faults.hold_up(fault)
        return False
    elif fault.kind == "drop_after":
        return False
    workspace.record(
        ApiCall(
            name,
            args,
            workspace.clock.real_now(),
            body,
            ok=False,
            error=str(body["error"]) if body else "dropped",
            status=status,
        )
    )
    if body is None:
        await drop(send)
    else:
        await respond(JSONResponse(body, status_code=status, headers=headers), scope, receive, send)
    return True
