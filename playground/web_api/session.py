"""auth.*, api.test and apps.connections.open."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from playground.web_api.call import Call, Method

if TYPE_CHECKING:
    from playground.model import Json


def api_test(call: Call) -> Json:
    """api.test: gives its arguments back; ``error`` makes it fail, as on Slack."""
    if call.text("error"):
        return {"ok": False, "error": call.text("error"), "args": call.args}
    return {"ok": True, "args": call.args}


def auth_test(call: Call) -> Json:
    """auth.test."""
    workspace = call.workspace
    return {
        "ok": True,
        "url": f"{workspace.base_url}/",
        "team": workspace.team_name,
        "team_id": workspace.team_id,
        "user": workspace.bot_user.name,
        "user_id": workspace.bot_user.id,
        "bot_id": workspace.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(call: Call) -> Json:
    """apps.connections.open: a WebSocket address that is good for one connection."""
    ticket = secrets.token_urlsafe(16)
    call.workspace.delivery.tickets.add(ticket)
    base = call.workspace.base_url.replace("http://", "ws://")
    return {"ok": True, "url": f"{base}/link/?ticket={ticket}&app_id={call.workspace.app_id}"}


METHODS = {
    "api.test": Method(api_test, token="none"),
    "auth.test": Method(auth_test),
    "apps.connections.open": Method(open_connection, ("connections:write",), tier=1, token="app"),
}
