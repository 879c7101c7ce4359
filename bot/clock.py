"""The two clocks. Nothing else in the product reads the time.

Business time decides due dates and periods; only the demo can move it. System and monotonic time decide leases,
backoff and everything that Slack measures.
"""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """Business and system time, both aware UTC. ``offset_file`` is the demo's: how far business time is ahead."""

    def __init__(self, offset_file: Path | None = None) -> None:
        self._offset_file = offset_file
        self._offset = timedelta(0)
        self._seen = ""

    def business_now(self) -> datetime:
        """The time by which work is due."""
        return self.system_now() + self._ahead()

    def system_now(self) -> datetime:
        """The real time."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only go forward, from an arbitrary start."""
        return time.monotonic()

    def _ahead(self) -> timedelta:
        if self._offset_file is None:
            return timedelta(0)
        try:
            # Read each time: two writes within a tick of the file system's clock bear the same time.
            written = self._offset_file.read_text("utf-8")
            if written != self._seen:
                offset = timedelta(seconds=float(json.loads(written)["offset_seconds"]))
                self.system_now() + offset  # a year that no calendar has is no offset
                self._offset, self._seen = offset, written
        except (OSError, ValueError, LookupError, TypeError, OverflowError):
            return self._offset  # not moved yet, or being written just now: the last known offset holds
        return self._offset
