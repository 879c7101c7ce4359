"""One writer at a time, and one commit for all who queued meanwhile.

SQLite writes one transaction at a time and makes each durable with a disk flush that costs more than the statements.
So units of work that wait for their turn join the open transaction, each in a savepoint of its own, and the last of
the queue commits for all. Nobody leaves their block before that commit: what is acknowledged is on the disk.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection

from storage.errors import NotCommittedError
from storage.fair_lock import FairLock
from storage.unit_of_work import UnitOfWork

#: A group is closed at this many units, or when its first has waited this long, whoever still queues.
MOST_UNITS: Final = 32
LONGEST_SECONDS: Final = 0.05


class _Group:
    """One shared transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.kept = 0
        self.units = 0
        self.error: BaseException | None = None
        self._opened = time.monotonic()
        self._done = threading.Event()

    def enter(self) -> None:
        self.units += 1
        self._say("SAVEPOINT unit")

    def leave(self, *, keep: bool) -> None:
        """Keep or undo one unit. What cannot be undone alone, or SQLite gave up (a full disk), fails them all."""
        if not self._is_open():
            self.error = self.error or NotCommittedError("the transaction was lost")
            return
        settled = False
        try:
            if not keep:
                self._say("ROLLBACK TO unit")
            self._say("RELEASE unit")
            settled = True
        finally:
            if not settled:
                self.error = sys.exception()
        self.kept += keep

    def is_full(self) -> bool:
        return self.units >= MOST_UNITS or time.monotonic() - self._opened > LONGEST_SECONDS or self.error is not None

    def finish(self) -> None:
        """Commit for everybody, and let them go."""
        done = False
        try:
            if self.error is None and self.kept:
                self.connection.commit()
            done = True
        finally:
            if not done:
                self.error = sys.exception()
                # A commit that was refused leaves the transaction open: the next group needs a connection without one.
                self.connection.invalidate()
            try:
                self.connection.close()  # rolls back what was not committed
            finally:
                self._done.set()

    def wait(self) -> None:
        """Until the group is durable. Raises `NotCommittedError` when it could not be made so."""
        self._done.wait()
        if self.error is not None:
            message = "the shared transaction could not be committed"
            raise NotCommittedError(message) from self.error

    def _is_open(self) -> bool:
        return bool(getattr(self.connection.connection.dbapi_connection, "in_transaction", False))

    def _say(self, statement: str) -> None:
        # On the driver's cursor: SQLAlchemy's own savepoints cost more than what they protect.
        self.connection.connection.cursor().execute(statement).close()


class GroupWriter:
    """Hands out units of work in order of arrival, and commits them together."""

    def __init__(self, begin: Callable[[float], Connection]) -> None:
        self._begin = begin
        self._turn = FairLock()
        self._group: _Group | None = None

    @contextmanager
    def unit(self, timeout: float) -> Iterator[UnitOfWork]:
        """One unit of work; what it committed, and what it saw, is durable when the block has been left.

        ``timeout``: seconds to wait for one's turn. Raises StoreBusyError when it does not come, and
        `NotCommittedError` when the shared commit failed.
        """
        deadline = time.monotonic() + timeout
        self._turn.acquire(timeout)
        try:
            group = self._group
            if group is None:
                group = self._group = _Group(self._begin(deadline))
            group.enter()
            work, keep = UnitOfWork(group.connection), False
            try:
                try:
                    yield work
                finally:
                    work.close()
                keep = work.committed  # whoever fails after having asked for the commit keeps nothing
            finally:
                group.leave(keep=keep)
        finally:
            self._pass_on()
        # Also who wrote nothing: what it read, and may repeat to somebody, can be another's that is not durable yet.
        group.wait()

    def _pass_on(self) -> None:
        """To the next in the queue, with the transaction open; or commit, when nobody waits or it has grown enough."""
        group = self._group
        if group is not None and not group.is_full() and self._turn.hand_over():
            return
        try:
            if group is not None:
                self._group = None
                group.finish()
        finally:
            self._turn.release()
