"""A digest that was deleted in Slack: which one came last to a channel, and whether it still stands there."""

import logging
from enum import StrEnum
from typing import Any, Final

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from commands.budget import FOR_WRITING, keeping
from commands.context import Actor, Services
from commands.digest.parse import PostDigest, ResendDigest
from domain.values import frozen
from domain.weeks import PeriodKind, period
from storage import dead_letters, digests

_ON_ITS_WAY: Final = frozenset({"pending", "sending"})
#: What is left in Slack of a deleted message that had replies.
_TOMBSTONE: Final = "tombstone"

_log = logging.getLogger(__name__)


class Refusal(StrEnum):
    """Why the last digest is not posted again; the last part of the text key that tells it."""

    NONE = "none"
    ON_ITS_WAY = "on-its-way"
    STANDS = "stands"
    NOT_TOLD = "not-told"
    FORGOTTEN = "forgotten"


@frozen
class LastDigest:
    """What to post to put a channel's last digest there anew, and where that one was; no ``ts``: it never got there.

    ``is_forgotten``: it did, but so long ago that nobody knows any more where it stands.
    """

    again: PostDigest
    is_on_its_way: bool
    is_forgotten: bool
    slack_channel: str
    ts: str | None


def last_digest(services: Services, actor: Actor, intent: ResendDigest) -> LastDigest | None:
    """The last digest of its kind that was made for the channel."""
    with services.database.read() as connection:
        run = digests.latest_run(connection, actor.workspace_id, intent.channel, intent.kind)
        if run is None:
            return None
        sent = (
            None if run.outbox_id is None else dead_letters.find_message(connection, actor.workspace_id, run.outbox_id)
        )
    about = period(PeriodKind(run.kind), run.iso_year, run.iso_week)
    again = PostDigest(intent.channel, intent.kind, about, run.attempt + 1)
    on_its_way = sent is not None and sent.state in _ON_ITS_WAY
    # Only what was settled well is ever forgotten.
    is_forgotten = run.outbox_id is not None and sent is None
    return LastDigest(again, on_its_way, is_forgotten, intent.channel, sent.sent_ts if sent else None)


def why_not(client: WebClient, last: LastDigest | None) -> Refusal | None:
    """Why ``last`` is not to be posted again: asked of Slack, outside any transaction. Nothing when it is gone."""
    if last is None:
        return Refusal.NONE
    if last.is_on_its_way:
        return Refusal.ON_ITS_WAY
    if last.is_forgotten:
        return Refusal.FORGOTTEN
    if last.ts is None:
        return None
    try:
        with keeping(FOR_WRITING):
            answer = client.conversations_history(
                channel=last.slack_channel, oldest=last.ts, latest=last.ts, inclusive=True, limit=1
            )
    except SlackApiError as error:
        _log.warning("digest_not_looked_up", extra={"reason": error.response["error"]})
        return Refusal.NOT_TOLD
    except (SlackClientError, OSError) as error:
        _log.warning("digest_not_looked_up", extra={"reason": str(error)})
        return Refusal.NOT_TOLD
    found: list[dict[str, Any]] = answer["messages"] or []
    stands = any(each.get("ts") == last.ts and each.get("subtype") != _TOMBSTONE for each in found)
    return Refusal.STANDS if stands else None
