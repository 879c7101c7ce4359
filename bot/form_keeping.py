"""What requests tell of open forms is written down behind them, in order, by one thread: no request waits for it.

What cannot be written now (the database is the trouble) waits here, bounded, and is tried again.
"""

import json
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import structlog
from slack_bolt import BoltRequest, BoltResponse
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import FAILED_KEY
from bot.jobs.runner import guarded
from commands.context import ACTOR_KEY, Actor
from storage.errors import NotCommittedError, StoreBusyError

#: Given the actor, the payload, the ack's body and whether it failed by our fault: does what is to be done.
Heed = Callable[[Actor, dict[str, Any], dict[str, Any], bool], None]
#: The oldest are let go beyond so many: each is a form that somebody still has before them.
_MOST_WAITING: Final = 300
#: With a try every few seconds, so long a database may be away.
_MOST_TRIES: Final = 200
_TOLD_OF: Final = frozenset({"block_actions", "view_submission", "view_closed"})

_log = structlog.get_logger(__name__)


class FormKeeping:
    """Tells ``heed`` of every request that concerns a view, after it was answered."""

    def __init__(self, heed: Heed) -> None:
        self._heed = heed
        self._lock = threading.Lock()
        self._waiting: deque[Callable[[], None]] = deque(maxlen=_MOST_WAITING)
        self._tries = 0
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="forms")

    def after(self, request: BoltRequest, response: BoltResponse) -> None:
        """A request was answered. Returns at once."""
        payload, actor = request.body, request.context.get(ACTOR_KEY)
        if payload.get("type") not in _TOLD_OF or not payload.get("view") or not isinstance(actor, Actor):
            return
        answer, failed = _body_of(response), bool(request.context.get(FAILED_KEY))
        with self._lock:
            self._waiting.append(lambda: self._heed(actor, payload, answer, failed))
        self._worker.submit(guarded("forms", self.run))

    def run(self) -> None:
        """Write down what waits, oldest first; stop at what cannot be written now."""
        while True:
            with self._lock:
                if not self._waiting:
                    return
                first = self._waiting[0]
            stays = False
            try:
                first()
            except (SQLAlchemyError, StoreBusyError, NotCommittedError) as error:
                self._tries += 1
                stays = self._tries < _MOST_TRIES
                if stays:
                    _log.warning("form_not_kept_yet", reason=type(error).__name__)
                    return
                _log.warning("form_given_up", reason=type(error).__name__)
            finally:
                # Whatever else went wrong would go wrong again, and all behind it would wait for ever.
                if not stays:
                    self._let_go(first)

    def _let_go(self, first: Callable[[], None]) -> None:
        self._tries = 0
        with self._lock:
            if self._waiting and self._waiting[0] is first:
                self._waiting.popleft()

    def again(self) -> None:
        """Try what waited."""
        self._worker.submit(guarded("forms", self.run))

    def close(self) -> None:
        """Finish what is under way."""
        self._worker.shutdown(wait=True)


def _body_of(response: BoltResponse) -> dict[str, Any]:
    try:
        body = json.loads(response.body) if response.body else {}
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
