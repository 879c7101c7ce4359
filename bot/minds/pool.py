"""The few threads that may wait for a mind, and the short queue before them. None exists until something is asked."""

import queue
import threading
from collections.abc import Callable
from typing import Final

from bot.jobs.runner import guarded
from commands.minds import off_the_request_path

#: Waiting for an answer costs a thread and nothing else; many at once would only be told to wait by the other side.
THREADS: Final = 2
#: Who comes after so many is told at once that it is busy: an answer in minutes helps nobody.
WAITING: Final = 16
_GOODBYE_SECONDS: Final = 3.0


class Pool:
    """Runs tasks off the request path. `close` lets what has not begun go, and waits a moment for what has."""

    def __init__(self, threads: int = THREADS, waiting: int = WAITING) -> None:
        self._size = threads
        self._queue: queue.Queue[Callable[[], None] | None] = queue.Queue(waiting)
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._closed = threading.Event()

    def take(self, task: Callable[[], None]) -> bool:
        """Queue ``task``; False when too many wait already, or we are closing."""
        if self._closed.is_set():
            return False
        try:
            self._queue.put_nowait(task)
        except queue.Full:
            return False
        self._begin()
        return True

    def close(self) -> bool:
        """Take nothing more; whether all that had begun is done. Safe to call when nothing was ever asked."""
        self._closed.set()
        for thread in self._threads:
            thread.join(_GOODBYE_SECONDS)
        return not any(thread.is_alive() for thread in self._threads)

    def _begin(self) -> None:
        with self._lock:
            if len(self._threads) < self._size:
                thread = threading.Thread(target=self._work, name=f"mind-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()

    def _work(self) -> None:
        while not self._closed.is_set():
            try:
                task = self._queue.get(timeout=0.5)
            except queue.Empty:
                continue
            if task is not None and not self._closed.is_set():
                with off_the_request_path():
                    guarded("mind", task)()
