"""A first-come, first-served lock.

SQLite lets one transaction write at a time and makes the others sleep and poll, so that an unlucky one waits for
long. Queueing the writers of this process in order of arrival keeps the slowest close to the average.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from storage.errors import StoreBusyError


class FairLock:
    """A mutex that is handed over in order of arrival."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._held = False
        self._queue: deque[threading.Lock] = deque()  # one held lock a waiter: letting go of it wakes them

    @contextmanager
    def hold(self, timeout: float) -> Iterator[None]:
        """Hold the lock for the block. ``timeout`` is in seconds; raises `StoreBusyError` when it runs out."""
        self.acquire(timeout)
        try:
            yield
        finally:
            self.release()

    def acquire(self, timeout: float) -> None:
        """Wait for one's turn, at most ``timeout`` seconds; raises `StoreBusyError` when it does not come."""
        with self._mutex:
            if not self._held:
                self._held = True
                return
            turn = threading.Lock()
            turn.acquire()
            self._queue.append(turn)
        if turn.acquire(timeout=timeout):
            return
        with self._mutex:
            if turn not in self._queue:  # handed over in the very moment of giving up: it is ours
                return
            self._queue.remove(turn)
        message = f"the writer was busy for {timeout} s"
        raise StoreBusyError(message)

    def hand_over(self) -> bool:
        """Give the lock to the first in the queue; False, and it stays ours, when nobody waits."""
        with self._mutex:
            if not self._queue:
                return False
            self._queue.popleft().release()
            return True

    def release(self) -> None:
        """Give the lock to the first in the queue, or let it lie."""
        with self._mutex:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._held = False
