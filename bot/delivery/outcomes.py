"""What can come of one try to send, as Slack and the network tell it."""

from datetime import timedelta
from typing import Final

from slack_sdk.errors import SlackApiError

from domain.values import frozen

_TOO_MANY: Final = 429
_SERVER_ERROR: Final = 500

#: Codes that no later try will change: the message is dead until somebody acts.
PERMANENT: Final = frozenset(
    {
        "channel_not_found", "not_in_channel", "is_archived", "user_not_found", "user_disabled", "no_text",
        "msg_too_long",        "too_many_attachments", "restricted_action", "cannot_dm_bot",
        "cant_update_message", "edit_window_closed", "missing_scope", "invalid_arguments", "messages_tab_disabled",
        "restricted_action_read_only_channel", "team_access_not_granted", "invalid_metadata_format",
        "invalid_blocks", "invalid_blocks_format",
    }
)  # fmt: skip
#: Codes with which Slack refuses a block it knows only in some workspaces.
BLOCKS_REFUSED: Final = frozenset({"invalid_blocks", "invalid_blocks_format"})
#: The message to update is gone.
GONE: Final = frozenset({"message_not_found"})


@frozen
class Sent:
    """Slack has it: in which conversation, under which timestamp."""

    channel: str
    ts: str


@frozen
class AskedToWait:
    """Slack wants a pause in this channel."""

    pause: timedelta


@frozen
class Failed:
    """Not sent for a reason that may pass."""

    error: str


@frozen
class Unknown:
    """The line broke after the request left: Slack may have it or not."""

    error: str


@frozen
class Refused:
    """Slack will not take it, now or later."""

    error: str


Outcome = Sent | AskedToWait | Failed | Unknown | Refused


def of_error(error: SlackApiError) -> Outcome:
    """Read Slack's refusal."""
    response = error.response
    status = getattr(response, "status_code", 200)
    headers = getattr(response, "headers", {}) or {}
    if status == _TOO_MANY:
        wait = headers.get("Retry-After") or headers.get("retry-after") or "1"
        return AskedToWait(timedelta(seconds=float(wait)))
    code = response.get("error") if hasattr(response, "get") else None
    if code in {"ratelimited", "rate_limited"}:
        return AskedToWait(timedelta(seconds=1))
    if status >= _SERVER_ERROR:
        # A server error says nothing about whether the message was taken.
        return Unknown(f"HTTP {status}")
    if code in PERMANENT:
        return Refused(str(code))
    return Failed(str(code or f"HTTP {status}"))
