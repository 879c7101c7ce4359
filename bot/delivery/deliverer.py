"""Claim → look up → send → mark, until nothing more can be begun."""

import random
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import timedelta
from functools import partial
from typing import Final

import structlog

from bot.clock import Clock
from bot.delivery.backoff import MOST_ATTEMPTS, pause_after
from bot.delivery.outcomes import GONE, AskedToWait, Failed, Outcome, Refused, Sent, Unknown
from bot.delivery.slack_sender import SlackSender
from bot.delivery.told_to_wait import Place, ToldToWait
from bot.jobs.runner import guarded
from bot.log import new_error_id
from storage import outbox, posted
from storage.database import Database, UnitOfWork
from storage.ids import WorkspaceId
from storage.outbox import Claimed
from storage.tables import OutboxMessage, PostedMessage

#: Longer than the client's timeout with its look-ups, so that a live sender never loses its lease.
LEASE: Final = timedelta(seconds=60)
_AT_ONCE: Final = 8
#: How long a round waits for sends that are under way before the clock's other work gets its turn, in seconds.
_PATIENCE: Final = 0.25
_UNKNOWN: Final = "unknown: "
_UPDATE_WAITS: Final = timedelta(seconds=2)

#: Told of each message that will not be tried again, in the transaction that says so.
GivenUp = Callable[[UnitOfWork, OutboxMessage], None]

_log = structlog.get_logger(__name__)


class Deliverer:
    """Empties the outbox. One message a channel at a time, several channels at once; a slow one holds up no other."""

    def __init__(
        self, database: Database, sender: SlackSender, clock: Clock, given_up: GivenUp = lambda _work, _message: None
    ) -> None:
        self._database = database
        self._sender = sender
        self._clock = clock
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="delivery")
        self._under_way: set[Future[None]] = set()
        self._given_up = given_up
        self._closing = False
        self._waiting = ToldToWait(clock)
        self._random = random.Random()  # noqa: S311 - spreads retries, guards nothing

    def run(self, patience: float = _PATIENCE) -> int:
        """Send everything that is due now; give the number of tries begun.

        Comes back as well when nothing under way ends within ``patience`` seconds: the next round goes on. One thread
        calls.
        """
        begun = 0
        while not self._closing:
            begun += self._begin()
            if not self._under_way:
                break
            ended, self._under_way = wait(self._under_way, patience, FIRST_COMPLETED)
            if not ended:
                break
        return begun

    def close(self) -> None:
        """Begin nothing more, and let sends that are under way finish."""
        self._closing = True
        self._pool.shutdown(wait=True)

    def _begin(self) -> int:
        begun = 0
        while (free := _AT_ONCE - len(self._under_way)) and (claimed := self._claim(free)):
            for each in claimed:
                self._under_way.add(self._pool.submit(guarded("delivery", partial(self._deliver, each))))
            begun += len(claimed)
        return begun

    def _claim(self, limit: int) -> list[Claimed]:
        while True:
            busy = self._waiting.now()
            now = self._clock.system_now()
            with self._database.read() as connection:
                if not outbox.anything_due(connection, now):
                    return []
            with self._database.write() as work:
                claimed = outbox.claim(work, now, lease=LEASE, limit=limit, busy=list(busy))
                # A send that ended since `busy` was read may have been told to wait: its channel's next is not begun.
                if self._waiting.now().isdisjoint({_place(each.message) for each in claimed}):
                    work.commit()
                    return claimed

    def _deliver(self, claimed: Claimed) -> None:
        message = claimed.message
        if message.operation == "update":
            self._deliver_update(claimed)
        else:
            self._post_once(claimed)

    def _post_once(self, claimed: Claimed) -> None:
        message = claimed.message
        if message.reply_to_id is not None and message.thread_ts is None:
            with self._database.write() as work:
                outbox.mark_skipped(work, message, reason="what it answers is gone")
                work.commit()
            return
        if claimed.may_be_sent or (message.last_error or "").startswith(_UNKNOWN):
            found = self._sender.look_up(message, message.created_at)
            match found:
                case Sent():
                    self._settle(message, found)
                    return
                case AskedToWait() | Failed():
                    self._settle(message, found, unknown=True)
                    return
        if message.attempts > MOST_ATTEMPTS:
            # Every earlier try ended without a word of its outcome: the process died of it, or we are at fault.
            self._settle(message, Failed("tried too often without an outcome"))
        elif self._still_ours(message):
            self._settle(message, self._sender.post(message))

    def _deliver_update(self, claimed: Claimed) -> None:
        message = claimed.message
        workspace_id = WorkspaceId(message.workspace_id)
        subject_kind, subject_id = message.subject_kind or "", message.subject_id or 0
        with self._database.read() as connection:
            known = posted.posted_message(connection, workspace_id, subject_kind, subject_id, message.channel)
            first = outbox.first_post(connection, workspace_id, subject_kind, subject_id, message.channel)
        if known is None:
            on_its_way = first is not None and first.state in {"pending", "sending"}
            with self._database.write() as work:
                if on_its_way:  # the message itself comes first
                    at = self._clock.system_now() + _UPDATE_WAITS
                    outbox.mark_waiting(work, message, error="its message is not posted yet", at=at)
                else:
                    outbox.mark_skipped(work, message, reason="there is no message to update")
                work.commit()
            return
        if known.version >= (message.subject_version or 0):
            with self._database.write() as work:
                outbox.mark_skipped(work, message, reason=f"version {known.version} stands already")
                work.commit()
            return
        if self._still_ours(message):
            self._update(claimed, known)

    def _update(self, claimed: Claimed, known: PostedMessage) -> None:
        outcome = self._sender.update(claimed.message, known)
        if isinstance(outcome, Failed) and outcome.error in GONE:
            self._post_once(claimed)  # somebody deleted it: the truth is posted anew
        else:
            self._settle(claimed.message, outcome)

    def _still_ours(self, message: OutboxMessage) -> bool:
        with self._database.read() as connection:
            return outbox.still_ours(connection, message, self._clock.system_now())

    def _settle(self, message: OutboxMessage, outcome: Outcome, *, unknown: bool = False) -> None:
        """Write down what came of a try; ``unknown``: an earlier one may have gone through, so look again."""
        now = self._clock.system_now()
        doubt = _UNKNOWN if unknown or isinstance(outcome, Unknown) else ""
        with self._database.write() as work:
            match outcome:
                case Sent(channel, ts):
                    outbox.mark_sent(work, message, channel=channel, ts=ts, now=now)
                case AskedToWait(pause):
                    self._waiting.add(_place(message), pause)
                    outbox.mark_waiting(work, message, error=f"{doubt}ratelimited", at=now + pause)
                case Refused(error):
                    self._give_up(work, message, error)
                case Failed(error) | Unknown(error) if message.attempts >= MOST_ATTEMPTS:
                    self._give_up(work, message, f"{doubt}{error}")
                case Failed(error) | Unknown(error):
                    pause = pause_after(message.attempts, spread=self._random)
                    outbox.mark_retry(work, message, error=f"{doubt}{error}", at=now + pause)
            work.commit()

    def _give_up(self, work: UnitOfWork, message: OutboxMessage, error: str) -> None:
        error_id = new_error_id()
        _log.error("message_dead", error_id=error_id, outbox_id=message.id, kind=message.kind, reason=error)
        if outbox.mark_dead(work, message, error=error, error_id=error_id):
            self._given_up(work, message)


def _place(message: OutboxMessage) -> Place:
    return message.workspace_id, message.channel
