"""Posting, updating and looking up one message in Slack."""

import http.client
import json
from datetime import datetime, timedelta
from typing import Any, Final

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from bot.channels import ChannelDirectory, Sharing
from bot.delivery.outcomes import BLOCKS_REFUSED, AskedToWait, Failed, Outcome, Refused, Sent, Unknown, of_error
from storage.ids import WorkspaceId
from storage.outbox import EPHEMERAL
from storage.tables import OutboxMessage, PostedMessage

METADATA_EVENT: Final = "lazo_outbox"
#: Why a message to a channel that other organisations read is dead.
SHARED_OUTSIDE: Final = "shared_with_other_organisations"
#: A look-up reads back this far before the message was made: clocks differ.
_LOOK_BACK: Final = timedelta(minutes=5)
_PAGES: Final = 3
_A_PAGE: Final = 100


class SlackSender:
    """Sends with the bot's token; the client's timeout bounds each call."""

    def __init__(self, client: WebClient, channels: ChannelDirectory) -> None:
        self._client = client
        self._channels = channels

    def post(self, message: OutboxMessage) -> Outcome:
        """Post a message; when Slack refuses its blocks and there is a fallback, the fallback.

        A channel that other organisations read gets nothing, also when it was shared only after it was chosen.
        """
        match self._channels.sharing(WorkspaceId(message.workspace_id), message.channel):
            case Sharing.SHARED:
                return Refused(SHARED_OUTSIDE)
            case Sharing.NOT_TOLD:
                return Failed("Slack did not say whether the channel is shared with other organisations")
        outcome = self._post(message, json.loads(message.body))
        if isinstance(outcome, Refused) and outcome.error in BLOCKS_REFUSED and message.fallback is not None:
            return self._post(message, json.loads(message.fallback))
        return outcome

    def update(self, message: OutboxMessage, posted: PostedMessage) -> Outcome:
        """Change a posted message in place."""
        try:
            self._client.chat_update(
                channel=posted.slack_channel, ts=posted.ts, metadata=_metadata(message), **json.loads(message.body)
            )
        except SlackApiError as error:
            return of_error(error)
        except (SlackClientError, http.client.HTTPException, OSError) as error:
            # Updating twice shows the same: no need to find out whether it went through.
            return Failed(_reason(error))
        return Sent(posted.slack_channel, posted.ts)

    def look_up(self, message: OutboxMessage, made_at: datetime) -> Sent | AskedToWait | Failed | None:
        """Find the message in Slack by its outbox id; nothing when it is not there, or one that Slack keeps nowhere.

        `Failed` or `AskedToWait` when Slack cannot say now. Conversations that the bot may not read count as "not
        there": such a message may come twice rather than not at all.
        """
        if message.operation == EPHEMERAL:
            return None
        try:
            channel = self._conversation(message.channel)
            oldest = str((made_at - _LOOK_BACK).timestamp())
            cursor: str | None = None
            for _page in range(_PAGES):
                page = self._history(message, channel, oldest, cursor)
                for found in page.get("messages") or []:
                    if _is(found, message):
                        return Sent(channel, str(found["ts"]))
                cursor = (page.get("response_metadata") or {}).get("next_cursor")
                if not cursor:
                    return None
        except SlackApiError as error:
            outcome = of_error(error)
            if isinstance(outcome, AskedToWait):
                return outcome
            return None if isinstance(outcome, Refused) else Failed(f"look-up: {error.response.get('error')}")
        except (SlackClientError, http.client.HTTPException, OSError) as error:
            return Failed(f"look-up: {_reason(error)}")
        return None

    def _post(self, message: OutboxMessage, body: dict[str, Any]) -> Outcome:
        if message.operation == EPHEMERAL:
            return self._post_ephemeral(message, body)
        try:
            answer = self._client.chat_postMessage(
                channel=message.channel,
                thread_ts=message.thread_ts,
                metadata=_metadata(message),
                unfurl_links=False,
                unfurl_media=False,
                **body,
            )
        except SlackApiError as error:
            return of_error(error)
        except ConnectionRefusedError as error:
            return Failed(_reason(error))
        except (SlackClientError, http.client.HTTPException, OSError) as error:
            if isinstance(getattr(error, "reason", None), ConnectionRefusedError):
                return Failed(_reason(error))  # nothing left this machine
            return Unknown(_reason(error))
        return Sent(str(answer["channel"]), str(answer["ts"]))

    def _post_ephemeral(self, message: OutboxMessage, body: dict[str, Any]) -> Outcome:
        try:
            answer = self._client.chat_postEphemeral(channel=message.channel, thread_ts=message.thread_ts, **body)
        except SlackApiError as error:
            return of_error(error)
        except (SlackClientError, http.client.HTTPException, OSError) as error:
            return Failed(_reason(error))  # it cannot be looked up: once too often rather than not at all
        return Sent(message.channel, str(answer["message_ts"]))

    def _conversation(self, channel: str) -> str:
        if not channel.startswith(("U", "W")):
            return channel
        return str((self._client.conversations_open(users=channel)["channel"] or {})["id"])

    def _history(self, message: OutboxMessage, channel: str, oldest: str, cursor: str | None) -> SlackResponse:
        if message.thread_ts is None:
            return self._client.conversations_history(
                channel=channel, oldest=oldest, limit=_A_PAGE, include_all_metadata=True, cursor=cursor
            )
        return self._client.conversations_replies(
            channel=channel,
            ts=message.thread_ts,
            oldest=oldest,
            limit=_A_PAGE,
            include_all_metadata=True,
            cursor=cursor,
        )


def _metadata(message: OutboxMessage) -> dict[str, Any]:
    return {"event_type": METADATA_EVENT, "event_payload": {"outbox_id": str(message.id)}}


def _is(found: dict[str, Any], message: OutboxMessage) -> bool:
    metadata = found.get("metadata") or {}
    return metadata.get("event_type") == METADATA_EVENT and (metadata.get("event_payload") or {}).get(
        "outbox_id"
    ) == str(message.id)


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:300]
