"""Answering: in the ack body, through a response_url, in a modal, or by DM where others could read along."""

import http
import http.client
import json
import logging
from collections.abc import Mapping
from typing import Any, Final

from pydantic_core import PydanticSerializationError, to_json
from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.webhook import WebhookClient

from commands import budget
from commands.blocks import Json, ephemeral, replacing
from commands.context import Actor, Services
from domain.values import frozen
from storage import outbox

#: A follow-up to Slack within a request: the ack must leave within three seconds.
SLACK_TIMEOUT_SECONDS: Final = 2

#: So many messages Slack gives at a time to apps of every kind.
_THREAD: Final = 15

#: Why Slack does not open a modal that is as it should be: the trigger ran out, or Slack has a bad moment.
_NOT_NOW: Final = frozenset(
    {
        "expired_trigger_id",
        "trigger_expired",
        "exchanged_trigger_id",
        "fatal_error",
        "internal_error",
        "ratelimited",
        "request_timeout",
        "service_unavailable",
        None,  # an answer that is no JSON: a gateway's
    }
)

_log = logging.getLogger(__name__)


def reply_to_command(
    services: Services,
    actor: Actor,
    ack: Ack,
    command: Mapping[str, Any],
    body: Json,
    *,
    fallback: Json | None = None,
) -> None:
    """Answer a slash ``command`` (its payload) in its ack. In a channel shared with other organisations, by DM instead.

    Its trigger id keeps a payload that Slack sends twice from being answered by two DMs. ``fallback`` is what the DM
    says where Slack refuses ``body``.
    """
    if not actor.in_shared_channel:
        ack(as_json(body))
        return
    with services.database.write() as work:
        message = outbox.Outgoing(
            "reply",
            f"reply:{command['trigger_id']}",
            actor.slack_user_id,
            _direct(body),
            fallback=None if fallback is None else _direct(fallback),
        )
        outbox.enqueue(work, actor.workspace_id, message, services.system_now())
        work.commit()
    ack()


def keep_open(errors: Mapping[str, str]) -> Json:
    """The ack that keeps a form open: a sentence for each block (by its id) that needs another look."""
    return {"response_action": "errors", "errors": {str(block): said for block, said in errors.items()}}


def in_its_place(view: Json) -> Json:
    """The ack that puts ``view`` in place of the form."""
    return {"response_action": "update", "view": view}


def as_json(body: Json) -> str:
    """An ack's body as text, which Bolt sends as it is: Bolt's own way takes four times as long over a receipt."""
    try:
        return to_json(body).decode()
    except PydanticSerializationError:  # half a character, as only an escape can write it
        return json.dumps(body)


@frozen
class Place:
    """Where a button was pressed, so that its answer replaces what it stood in."""

    view_id: str | None
    response_url: str | None

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Place":
        """Read it off an interaction's payload."""
        view = body.get("view")
        return cls(view["id"] if view else None, body.get("response_url"))


def open_modal(client: WebClient, trigger_id: str, view: Json, *, on_top: bool = False) -> bool:
    """Open (or push) a modal; False when Slack would not, because the trigger ran out or the network did."""
    return opened_view(client, trigger_id, view, on_top=on_top) is not None


def opened_view(client: WebClient, trigger_id: str, view: Json, *, on_top: bool = False) -> str | None:
    """The same; gives the id of the view that is open now, nothing when Slack would not open it."""
    try:
        with budget.keeping(budget.FOR_A_LAST_WORD):
            answer = (client.views_push if on_top else client.views_open)(trigger_id=trigger_id, view=view)
    except SlackApiError as error:
        if error.response.get("error") not in _NOT_NOW:
            raise
        _log.warning("modal_not_opened", extra={"reason": str(error)})
        return None
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        _log.warning("modal_not_opened", extra={"reason": str(error)})
        return None
    return str((answer.get("view") or {}).get("id") or "")


def message_at(client: WebClient, channel: str, ts: str) -> dict[str, Any] | None:
    """A message, in a thread too, as Slack shows it now; nothing when it is gone or the app may not read there."""
    try:
        with budget.keeping(budget.FOR_A_LAST_WORD):
            answer = client.conversations_replies(channel=channel, ts=ts, oldest=ts, latest=ts, inclusive=True, limit=2)
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        _log.info("message_not_read", extra={"reason": str(error)})
        return None
    return next((dict(found) for found in answer.get("messages") or [] if found.get("ts") == ts), None)


def thread_at(client: WebClient, channel: str, ts: str) -> list[dict[str, Any]]:
    """The first messages of a thread, its root in front; none when it is gone or the app may not read there."""
    try:
        with budget.keeping(budget.FOR_A_LAST_WORD):
            answer = client.conversations_replies(channel=channel, ts=ts, limit=_THREAD)
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        _log.info("thread_not_read", extra={"reason": str(error)})
        return []
    return [dict(found) for found in answer.get("messages") or []]


def permalink(client: WebClient, channel: str, ts: str) -> str | None:
    """The address of a message; nothing when Slack does not say (a conversation that the app is not in)."""
    try:
        return str(client.chat_getPermalink(channel=channel, message_ts=ts)["permalink"])
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        _log.info("permalink_not_found", extra={"reason": str(error)})
        return None


def replace_answer(response_url: str, body: Json) -> None:
    """Put ``body`` in place of the message whose button was pressed. What was stored stands also when this fails."""
    _send(response_url, replacing(body))


def send_answer(response_url: str, body: Json, fallback: Json) -> None:
    """Answer a request after its ack: ``body``, or ``fallback`` where Slack refuses that (charts, if it has none)."""
    try:
        answered = webhook(response_url).send_dict(body)
        if answered.status_code != http.HTTPStatus.OK:
            _log.info("answer_refused", extra={"status": answered.status_code, "reason": answered.body[:200]})
            webhook(response_url).send_dict(fallback)
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        _log.warning("answer_not_sent", extra={"reason": str(error)})


def say_privately(response_url: str, text: str) -> None:
    """An extra line for the person who pressed, leaving the message as it is."""
    _send(response_url, {**ephemeral(text), "replace_original": False})


def say_to_presser(services: Services, actor: Actor, body: Mapping[str, Any], message: Json) -> None:
    """Answer whoever pressed: beside the message, or by DM where there is none (Home, a form, a shortcut).

    The press's trigger id keeps a payload that Slack sends twice from being answered by two DMs.
    """
    if body.get("response_url"):
        _send(body["response_url"], {**message, "response_type": "ephemeral", "replace_original": False})
        return
    say_by_dm(services, actor, f"reply:{body['trigger_id']}", message)


def say_by_dm(services: Services, actor: Actor, key: str, message: Json) -> None:
    """Tell whoever acted by DM, once for each ``key``."""
    with services.database.write() as work:
        direct = outbox.Outgoing("reply", key, actor.slack_user_id, _direct(message))
        outbox.enqueue(work, actor.workspace_id, direct, services.system_now())
        work.commit()


def webhook(response_url: str) -> WebhookClient:
    """Where an answer to a request goes, in the time it has left. Raises OutOfTimeError (an OSError) without any."""
    # The SDK says int and gives it to the socket, which takes parts of a second.
    return WebhookClient(response_url, timeout=budget.take(SLACK_TIMEOUT_SECONDS))  # type: ignore[arg-type]


def _direct(body: Json) -> Json:
    return {key: value for key, value in body.items() if key in {"text", "blocks"}}


def _send(response_url: str, body: Json) -> None:
    try:
        webhook(response_url).send_dict(body)
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        _log.warning("answer_not_sent", extra={"reason": str(error)})
