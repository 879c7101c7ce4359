"""Bringing a modal that is open up to date, or telling its person that Slack did not."""

import http.client
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from commands import blocks, budget
from commands.blocks import Json
from commands.context import Actor, Payload, Services
from commands.replies import open_modal, say_by_dm, say_to_presser
from storage.errors import StoreBusyError

#: Slack's word for a modal that its person has closed meanwhile: nobody waits for what it would have shown.
_CLOSED: Final = "not_found"
#: And for three modals on top of each other: https://docs.slack.dev/surfaces/modals.
_FULL: Final = "push_limit_reached"

_log = logging.getLogger(__name__)


def update_modal(client: WebClient, view_id: str, view: Json) -> bool:
    """Show ``view`` in an open modal; False when Slack would not, or it is closed. What was stored stands."""
    return _update(client, view_id, view) is None


def open_window(
    services: Services, actor: Actor, client: WebClient, body: Payload, view: Json, lost: str | None = None
) -> None:
    """Open ``view`` for a button or a menu (``body``): on top of the modal in which it stands, else by itself.

    Where Slack does not, the person is told beside the message, or by DM: ``lost``, or that nothing has changed and
    what to do.
    """
    in_modal = (body.get("view") or {}).get("type") == "modal"
    why = "window-not-opened"
    try:
        if open_modal(client, body["trigger_id"], view, on_top=in_modal):
            return
    except SlackApiError as error:
        if error.response.get("error") != _FULL:
            raise
        why = "window-too-many"
    with _last_word():
        say_to_presser(services, actor, body, blocks.ephemeral(lost or services.say(actor)(why)))


def reshape(services: Services, actor: Actor, body: Payload, client: WebClient, view: Json) -> None:
    """Show ``view`` in the modal in which something was pressed or chosen (``body``). What is typed in it stays.

    Where Slack does not, the person is told that it is still as it was, and to choose or press once more.
    """
    _show(services, actor, client, (body["view"]["id"], view), (body["trigger_id"], "window-not-changed"))


def refresh(services: Services, actor: Actor, client: WebClient, view_id: str, view: Json, key: str) -> None:
    """Show in an open modal what stands after something was done. ``key`` names the request.

    Where Slack does not, the person is told that it may show what stood before, and to open it again.
    """
    _show(services, actor, client, (view_id, view), (key, "window-not-refreshed"))


def fill_in(services: Services, actor: Actor, client: WebClient, view_id: str, view: Json, key: str) -> bool:
    """Show ``view`` in a form, or in what lies above it, for a request that came from elsewhere (``key``).

    What is typed stays, and the person is told as `reshape` tells. Gives whether Slack showed it.
    """
    return _show(services, actor, client, (view_id, view), (key, "window-not-changed"))


def _show(services: Services, actor: Actor, client: WebClient, shown: tuple[str, Json], lost: tuple[str, str]) -> bool:
    with budget.keeping(budget.FOR_A_LAST_WORD):
        refusal = _update(client, *shown)
    if refusal is not None and refusal != _CLOSED:
        key, text = lost
        with _last_word():
            say_by_dm(services, actor, f"window:{key}", blocks.ephemeral(services.say(actor)(text)))
    return refusal is None


@contextmanager
def _last_word() -> Iterator[None]:
    """Without a turn to write it is not said: as an error it would call unsaved what was stored before."""
    try:
        yield
    except StoreBusyError as error:
        _log.warning("answer_not_sent", extra={"reason": str(error)})


def _update(client: WebClient, view_id: str, view: Json) -> str | None:
    """Why Slack did not show the view: its code, or what went wrong on the way; nothing when it did."""
    try:
        client.views_update(view_id=view_id, view=view)
    except SlackApiError as error:
        reason = str(error.response.get("error") or error)
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        reason = str(error)
    else:
        return None
    _log.warning("modal_not_updated", extra={"reason": reason})
    return reason
