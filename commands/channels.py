"""Whether the bot can speak in a channel: asked of Slack, outside any transaction, when somebody chooses it."""

import logging
from enum import StrEnum
from typing import Any, Final

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from commands.budget import FOR_WRITING, keeping

#: What Slack answers about a conversation that the bot cannot see.
_OUT_OF_SIGHT: Final = frozenset({"channel_not_found", "not_in_channel"})

#: How many of its channels are looked through for a proposal.
_CHANNELS_READ: Final = 200

_log = logging.getLogger(__name__)


class Obstacle(StrEnum):
    """Why nothing can be posted to a channel; the last part of the text key that tells it."""

    NOT_THERE = "not-there"
    SHARED = "shared"
    ARCHIVED = "archived"


def channels_of_bot(client: WebClient) -> list[tuple[str, str]]:
    """Id and name of the channels that the bot is in and may speak in; none when Slack does not say in time.

    It leaves enough of the request's time to open the form that they are proposed in.
    """
    try:
        with keeping(FOR_WRITING):
            answer = client.users_conversations(
                types="public_channel,private_channel", exclude_archived=True, limit=_CHANNELS_READ
            )
    except (SlackClientError, OSError) as error:
        _log.warning("channels_not_listed", extra={"reason": str(error)})
        return []
    found: list[dict[str, Any]] = answer["channels"]
    return [(each["id"], each["name"]) for each in found if not each.get("is_ext_shared")]


def obstacle_in(client: WebClient, channel: str) -> Obstacle | None:
    """Why the bot cannot post to ``channel``; nothing when it can, or when Slack does not say.

    Delivery meets whatever is wrong then, and keeps the message.
    """
    try:
        with keeping(FOR_WRITING):
            answer = client.conversations_info(channel=channel)
    except SlackApiError as error:
        if error.response["error"] in _OUT_OF_SIGHT:
            return Obstacle.NOT_THERE
        _log.warning("channel_not_looked_up", extra={"reason": error.response["error"]})
        return None
    except (SlackClientError, OSError) as error:
        _log.warning("channel_not_looked_up", extra={"reason": str(error)})
        return None
    found: dict[str, Any] = answer["channel"]
    if found.get("is_ext_shared") or found.get("is_pending_ext_shared"):
        return Obstacle.SHARED
    if found.get("is_archived"):
        return Obstacle.ARCHIVED
    return None if found.get("is_im") or found.get("is_member") else Obstacle.NOT_THERE
