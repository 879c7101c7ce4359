"""The one place where an unexpected error becomes a sentence: an id for the person, everything else for the log."""

import http.client
from collections.abc import Mapping
from typing import Any, Final

import structlog
from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.log import new_error_id
from commands import blocks
from commands.blocks import Json
from commands.context import ACTOR_KEY, Actor
from commands.i18n import Say, Texts
from commands.replies import open_modal, webhook
from storage.errors import StoreBusyError

_log = structlog.get_logger(__name__)
#: Kinds of payloads that come without an address to answer to, at least from a view.
_WITHOUT_ANSWER: Final = frozenset({"block_actions", "shortcut"})
_OK: Final = 200
_NOT_NOW: Final = 503
#: How payloads of the Events API call themselves.
EVENT: Final = "event_callback"
#: Under which a request's context tells that it failed by our fault.
FAILED_KEY: Final = "lazo_failed"


class ErrorHandler:
    """Answers people in the form that the payload needs, with status 200: in Socket Mode anything else is no ack.

    Events are nobody's question: one that failed is not acknowledged, and Slack tells of it again.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def on_error(self, error: Exception, request: BoltRequest) -> BoltResponse:
        """Log ``error`` under a new id and tell the person what happened, what was kept, and the id."""
        error_id = new_error_id()
        request.context[FAILED_KEY] = True
        payload = request.body
        actor = request.context.get(ACTOR_KEY)
        _log.error(
            "request_failed",
            error_id=error_id,
            kind=payload.get("type") or payload.get("command"),
            workspace=actor.workspace_id if isinstance(actor, Actor) else payload.get("team_id"),
            exc_info=error,
        )
        if payload.get("type") == EVENT:
            return not_taken()
        say = self._texts.into(actor.locale if isinstance(actor, Actor) else "en")
        key = "error-busy" if isinstance(error, StoreBusyError) else "error-unexpected"
        return failed_response(say, payload, say(key, id=error_id), request.context.client)

    def attach(self, app: App) -> None:
        """Make this the handler of everything that goes wrong in ``app``."""
        app.error(self.on_error)


def not_taken() -> BoltResponse:
    """No ack for an event: Slack sends it again, at once, after a minute and after five."""
    return BoltResponse(status=_NOT_NOW, body="")


def failed_response(
    say: Say, payload: Mapping[str, Any], sentence: str, client: WebClient | None = None
) -> BoltResponse:
    """``sentence`` in the form that this payload can show. What was typed comes back with it, or stays in its form.

    What has no answer of its own (a choice in a form, a shortcut from anywhere) is answered by a modal that ``client``
    opens.
    """
    if "command" in payload:
        return _json(_with_typed(say, payload.get("text") or "", sentence))
    if payload.get("type") == "view_submission":
        block = _first_input(payload["view"])
        if block is not None:
            return _json({"response_action": "errors", "errors": {block: _without_markup(sentence)}})
        return _json({"response_action": "update", "view": _error_view(say, payload["view"], sentence)})
    response_url = _response_url(payload)
    if response_url is not None:
        _tell(response_url, sentence)
    elif payload.get("type") in _WITHOUT_ANSWER and payload.get("trigger_id") and client is not None:
        _show(client, payload, _error_view(say, payload.get("view") or {}, sentence))
    return BoltResponse(status=_OK, body="")


def _with_typed(say: Say, typed: str, sentence: str) -> Json:
    if not typed.strip():
        return blocks.ephemeral(sentence, [blocks.section(sentence)])
    kept = say("error-kept", text="")
    return blocks.ephemeral(
        f"{sentence}\n{kept}{blocks.escape(typed)}",
        [blocks.section(sentence), blocks.section(kept), *(blocks.quote(part) for part in _parts(typed))],
    )


def _parts(typed: str) -> list[str]:
    """All of a long text in pieces that one block can show, up to what one message can."""
    size = blocks.SECTION_TEXT
    return [typed[start : start + size] for start in range(0, min(len(typed), blocks.MESSAGE_BLOCKS_TEXT), size)]


def _first_input(view: Mapping[str, Any]) -> str | None:
    return next((str(block["block_id"]) for block in view.get("blocks", []) if block.get("type") == "input"), None)


def _show(client: WebClient, payload: Mapping[str, Any], view: Json) -> None:
    try:
        open_modal(client, payload["trigger_id"], view, on_top=(payload.get("view") or {}).get("type") == "modal")
    except SlackApiError as error:
        _log.warning("error_not_told", reason=str(error))


def _error_view(say: Say, view: Mapping[str, Any], sentence: str) -> Json:
    return {
        "type": "modal",
        "title": view.get("title") or blocks.plain(say("error-title"), blocks.MODAL_TITLE),
        "close": blocks.plain(say("done"), blocks.MODAL_TITLE),
        "blocks": [blocks.section(sentence)],
    }


def _without_markup(sentence: str) -> str:
    return sentence.replace("*", "")


def _response_url(payload: Mapping[str, Any]) -> str | None:
    url = payload.get("response_url")
    return str(url) if url else None


def _tell(response_url: str, sentence: str) -> None:
    body = {**blocks.ephemeral(sentence), "replace_original": False}
    try:
        webhook(response_url).send_dict(body)
    except (http.client.HTTPException, OSError, ValueError) as error:
        # Nor does an address that is none (ValueError) keep the ack from leaving.
        _log.warning("error_not_told", reason=str(error))


def _json(body: Json) -> BoltResponse:
    return BoltResponse(status=_OK, body=body)
