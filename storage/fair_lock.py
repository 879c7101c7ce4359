"""A first-come, first-served lock, in whose queue one may leave an errand.

SQLite lets one transaction write at a time and makes the others sleep and poll, so that an unlucky one waits for
long. Queueing the writers of this process in order of arrival keeps the slowest close to the average. Waking a thread
costs about as much as what it wants the lock for: so whoever has the lock may do the errands that wait behind.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from storage.errors import StoreBusyError


class Waiting:
    """A thread that waits: for its turn, or until somebody who had the turn did what it waits for."""

    def __init__(self) -> None:
        self.has_turn = False
        self._bell = threading.Lock()
        self._bell.acquire()

    def wait(self, timeout: float = -1) -> bool:
        """Until `wake`, at most ``timeout`` seconds; whether it came."""
        return self._bell.acquire(timeout=timeout)

    def wake(self) -> None:
        """Let it go on. Once."""
        self._bell.release()


Kind = TypeVar("Kind", bound=Waiting)


class FairLock:
    """A mutex that is handed over in order of arrival."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._held = False
        self._queue: deque[Waiting] = deque()

    @contextmanager
    def hold(self, timeout: float) -> Iterator[None]:
        """Hold the lock for the block. ``timeout`` is in seconds; raises `StoreBusyError` when it runs out."""
        self.acquire(timeout)
        try:
            yield
        finally:
            self.release()

    def acquire(self, timeout: float, errand: Waiting | None = None) -> bool:
        """Wait for one's turn, at most ``timeout`` seconds; raises `StoreBusyError` when it does not come.

        False when ``errand`` was given and somebody else did it, so that there is nothing left to have the lock for.
        """
        with self._mutex:
            if not self._held:
                self._held = True
                return True
            waiting = errand or Waiting()
            self._queue.append(waiting)
        if waiting.wait(timeout):
            return waiting.has_turn
        with self._mutex:
            left = waiting in self._queue
            if left:
                self._queue.remove(waiting)
        if left:
            message = f"the writer was busy for {timeout} s"
            raise StoreBusyError(message)
        waiting.wait()  # in the very moment of giving up it was our turn, or somebody began with the errand
        return waiting.has_turn

    def take(self, kind: type[Kind]) -> Kind | None:
        """Take the first in the queue, if it is of ``kind``: to do its errand, and then wake it."""
        with self._mutex:
            first = self._queue[0] if self._queue else None
            if not isinstance(first, kind):
                return None
            self._queue.popleft()
            return first

    def hand_over(self) -> bool:
        """Give the lock to the first in the queue; False, and it stays ours, when nobody waits."""
        with self._mutex:
            if not self._queue:
                return False
            self._give_turn()
            return True

    def release(self) -> None:
        """Give the lock to the first in the queue, or let it lie."""
        with self._mutex:
            if self._queue:
                self._give_turn()
            else:
                self._held = False

    def _give_turn(self) -> None:
        first = self._queue.popleft()
        first.has_turn = True
        first.wake()
