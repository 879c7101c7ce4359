"""Which channels other organisations can read."""

from enum import Enum, auto
from typing import Final

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.clock import Clock
from commands import budget
from storage.ids import WorkspaceId

_KEEP_SECONDS: Final = 600.0
_ASK_AGAIN_SECONDS: Final = 30.0
#: Direct conversations and people: nobody of elsewhere joins them.
_PRIVATE_KINDS: Final = ("D", "U", "W")
_log = structlog.get_logger(__name__)


class Sharing(Enum):
    """What Slack says of a channel; ``OUT_OF_SIGHT``: the bot may not look; ``NOT_TOLD``: Slack did not answer."""

    OURS = auto()
    SHARED = auto()
    OUT_OF_SIGHT = auto()
    NOT_TOLD = auto()


class ChannelDirectory:
    """Asks Slack once in a while whether a channel is shared with another organisation."""

    def __init__(self, client: WebClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._known: dict[tuple[WorkspaceId, str], tuple[float, Sharing]] = {}

    def is_shared(self, workspace_id: WorkspaceId, channel_id: str) -> bool:
        """Whether people of another organisation may read ``channel_id``; when Slack cannot say, it counts as shared.

        The careful answer costs the person a DM in place of a line in the channel, never the other way round.
        """
        return self.sharing(workspace_id, channel_id) is not Sharing.OURS

    def sharing(self, workspace_id: WorkspaceId, channel_id: str) -> Sharing:
        """What Slack says of ``channel_id``, or said within the last ten minutes."""
        if channel_id.startswith(_PRIVATE_KINDS):
            return Sharing.OURS
        known = self._known.get((workspace_id, channel_id))
        if known is not None and known[0] > self._clock.monotonic():
            return known[1]
        try:
            told = self._ask(channel_id)
        except budget.OutOfTimeError:
            return Sharing.NOT_TOLD  # not asked: the next one may have the time
        keep = _ASK_AGAIN_SECONDS if told is Sharing.NOT_TOLD else _KEEP_SECONDS
        self._known[workspace_id, channel_id] = (self._clock.monotonic() + keep, told)
        return told

    def _ask(self, channel_id: str) -> Sharing:
        try:
            with budget.keeping(budget.FOR_WRITING):
                channel = self._client.conversations_info(channel=channel_id)["channel"] or {}
        except SlackApiError as error:
            reason = error.response["error"]
            if reason in {"channel_not_found", "not_in_channel", "missing_scope"}:
                # A private channel that the bot is not in cannot be looked at; commands still come from it.
                _log.info("channel_unknown", channel=channel_id, reason=reason)
                return Sharing.OUT_OF_SIGHT
            _log.warning("channel_not_asked", channel=channel_id, reason=reason)
            return Sharing.NOT_TOLD
        except budget.OutOfTimeError:
            raise
        except (SlackClientError, OSError) as error:
            _log.warning("channel_not_asked", channel=channel_id, reason=str(error))
            return Sharing.NOT_TOLD
        shared = channel.get("is_ext_shared") or channel.get("is_pending_ext_shared")
        return Sharing.SHARED if shared else Sharing.OURS
