"""The few threads that may wait for a mind, and the short queue before them. None exists until something is asked."""

import contextlib
import queue
import threading
from collections.abc import Callable
from typing import Final

from bot.jobs.runner import guarded
from commands.minds import off_the_request_path
from domain.values import frozen

#: Waiting for an answer costs a thread and nothing else; many at once would only be told to wait by the other side.
THREADS: Final = 2
#: Who comes after so many is told at once that it is busy: an answer in minutes helps nobody.
WAITING: Final = 16
_GOODBYE_SECONDS: Final = 3.0


@frozen
class _Waiting:
    """What is to be done, and what is told when it will not be."""

    task: Callable[[], None]
    dropped: Callable[[], None]


class Pool:
    """Runs tasks off the request path. `close` drops what has not begun, telling so, and waits a bit for what has."""

    def __init__(self, threads: int = THREADS, waiting: int = WAITING) -> None:
        self._size = threads
        self._queue: queue.Queue[_Waiting] = queue.Queue(waiting)
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._closed = threading.Event()

    def take(self, task: Callable[[], None], dropped: Callable[[], None]) -> bool:
        """Queue ``task``; False when too many wait already, or we are closing.

        When it will not be done after all, ``dropped`` is called in its place, so that whoever waits is told.
        """
        with self._lock:  # after `close` has looked, nothing is put there any more
            if self._closed.is_set():
                return False
            try:
                self._queue.put_nowait(_Waiting(task, dropped))
            except queue.Full:
                return False
            self._begin()
        return True

    def close(self) -> bool:
        """Take nothing more; whether all that had begun is done. Safe to call when nothing was ever asked."""
        with self._lock:
            self._closed.set()
        threads = [*self._threads]
        if not self._queue.empty():
            # Telling may wait for Slack, and for that nobody waits longer than for what has begun.
            threads.append(threading.Thread(target=self._say_goodbye, name="goodbye", daemon=True))
            threads[-1].start()
        for thread in threads:
            thread.join(_GOODBYE_SECONDS)
        return not any(thread.is_alive() for thread in self._threads)

    def _begin(self) -> None:
        if len(self._threads) < self._size:
            thread = threading.Thread(target=self._work, name=f"mind-{len(self._threads)}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        while not self._closed.is_set():
            try:
                waiting = self._queue.get(timeout=0.5)
            except queue.Empty:
                continue
            with off_the_request_path():
                guarded("mind", waiting.dropped if self._closed.is_set() else waiting.task)()

    def _say_goodbye(self) -> None:
        with contextlib.suppress(queue.Empty), off_the_request_path():
            while True:
                guarded("mind", self._queue.get_nowait().dropped)()
