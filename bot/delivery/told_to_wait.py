"""Which channels Slack told to wait, and until when."""

import threading
from datetime import timedelta

from bot.clock import Clock

#: A workspace and its channel: Slack counts messages by these.
Place = tuple[int, str]


class ToldToWait:
    """The channels that take nothing now; many threads add, one asks. Kept per process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: dict[Place, float] = {}
        self._lock = threading.Lock()

    def add(self, place: Place, pause: timedelta) -> None:
        """Slack asked for this pause, from now."""
        with self._lock:
            self._until[place] = self._clock.monotonic() + pause.total_seconds()

    def now(self) -> set[Place]:
        """Those still waiting."""
        with self._lock:
            now = self._clock.monotonic()
            self._until = {place: until for place, until in self._until.items() if until > now}
            return set(self._until)
