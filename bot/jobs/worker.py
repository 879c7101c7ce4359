"""Work that takes longer than a pulse may: done one after the other, in a thread of its own."""

from abc import ABC, abstractmethod
from concurrent.futures import Future, ThreadPoolExecutor

from bot.jobs.runner import guarded


class Worker(ABC):
    """Works off what is due whenever the pulse asks; ``name`` is what the log calls it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._under_way: Future[None] | None = None
        self._closing = False

    def run(self) -> bool:
        """Begin to work off what is due, unless that is under way; says whether it was begun. One thread calls."""
        if self._under_way is not None and not self._under_way.done():
            return False
        if not self._anything_due():
            return False
        self._under_way = self._pool.submit(guarded(self._name, self._work_off))
        return True

    def close(self) -> None:
        """Begin nothing more, and let the step under way end."""
        self._closing = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work_off(self) -> None:
        while not self._closing and self._work_on_next():
            pass

    @abstractmethod
    def _anything_due(self) -> bool:
        """Whether to begin at all; a look, and cheap."""

    @abstractmethod
    def _work_on_next(self) -> bool:
        """One step of what is due first; False when nothing is."""
