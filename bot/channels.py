"""Which channels other organisations can read."""

from typing import Final

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.clock import Clock
from storage.ids import WorkspaceId

_KEEP_SECONDS: Final = 600.0
_PRIVATE_KINDS: Final = ("D",)
_log = structlog.get_logger(__name__)


class ChannelDirectory:
    """Asks Slack once in a while whether a channel is shared; when Slack cannot say, it counts as shared.

    The careful answer costs the person a DM in place of a line in the channel, never the other way round.
    """

    def __init__(self, client: WebClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._known: dict[tuple[WorkspaceId, str], tuple[float, bool]] = {}

    def is_shared(self, workspace_id: WorkspaceId, channel_id: str) -> bool:
        """Whether people of another organisation may read ``channel_id``."""
        if channel_id.startswith(_PRIVATE_KINDS):
            return False
        known = self._known.get((workspace_id, channel_id))
        if known is not None and known[0] > self._clock.monotonic():
            return known[1]
        shared, keep = self._ask(channel_id)
        self._known[workspace_id, channel_id] = (self._clock.monotonic() + keep, shared)
        return shared

    def _ask(self, channel_id: str) -> tuple[bool, float]:
        try:
            channel = self._client.conversations_info(channel=channel_id)["channel"] or {}
        except SlackApiError as error:
            # A private channel that the bot is not in cannot be looked at; commands still come from it.
            _log.info("channel_unknown", channel=channel_id, reason=error.response["error"])
            return True, _KEEP_SECONDS
        except (SlackClientError, OSError) as error:
            _log.warning("channel_not_asked", channel=channel_id, reason=str(error))
            return True, 30.0
        return bool(channel.get("is_ext_shared") or channel.get("is_pending_ext_shared")), _KEEP_SECONDS
