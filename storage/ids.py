"""Identifiers: workspace scope and time-ordered row ids."""

import random
import threading
import time
from typing import NewType

WorkspaceId = NewType("WorkspaceId", int)

_RANDOM_BITS = 20


class _Sequence:
    """Hands out 63-bit ids: milliseconds since 1970 above, random bits below, strictly rising in a process."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def next(self) -> int:
        candidate = (time.time_ns() // 1_000_000 << _RANDOM_BITS) | random.getrandbits(_RANDOM_BITS)
        with self._lock:
            self._last = candidate if candidate > self._last else self._last + 1
            return self._last


_sequence = _Sequence()


def new_id() -> int:
    """A new row id, unique within a workspace, rising with (system) time so that inserts append to indexes.

    It is an identity, not a time: nothing reads a time out of it.
    """
    return _sequence.next()
