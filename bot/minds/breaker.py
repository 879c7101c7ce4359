"""The circuit breaker: a mind that fails again and again is left alone for a while, then tried once."""

import threading
from collections.abc import Callable
from typing import Final

#: Failures one after the other until it opens.
FAILURES: Final = 5
#: How long it is left alone then.
OPEN_SECONDS: Final = 60.0


class Breaker:
    """Counts failures in a row. Safe for several threads; it holds for this process."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether it would refuse now."""
        with self._lock:
            return self._open_until is not None and self._monotonic() < self._open_until

    def lets_through(self) -> bool:
        """Whether a call may be made. Once its time is over one call is let through, and its end decides."""
        with self._lock:
            if self._open_until is None:
                return True
            if self._monotonic() < self._open_until:
                return False
            self._open_until = self._monotonic() + OPEN_SECONDS
            return True

    def succeeded(self) -> None:
        """The other side is well."""
        with self._lock:
            self._failures, self._open_until = 0, None

    def failed(self) -> bool:
        """The other side is not; gives whether it has just opened."""
        with self._lock:
            self._failures += 1
            if self._failures < FAILURES:
                return False
            was_open = self._open_until is not None
            self._open_until = self._monotonic() + OPEN_SECONDS
            return not was_open
