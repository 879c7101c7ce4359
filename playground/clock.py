"""Wall-clock time of the local Slack, with an offset that only grows.

Message timestamps and everything a person sees follow this clock. Trigger expiry, Retry-After,
signatures and rate limits never do: they use ``time.monotonic`` or :meth:`DemoClock.real_now`.
"""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from pathlib import Path

MICROSECONDS = 1_000_000
PRESETS = ("plus_1h", "tomorrow_0900", "monday_0900")
MONDAY = 0


class DemoClock:
    """Real time plus ``offset_seconds``; the offset is kept in ``clock_file`` if one is given."""

    def __init__(self, clock_file: Path | None = None) -> None:
        self._file = clock_file
        self._lock = Lock()
        self._last_ts = 0
        self.offset_seconds = 0
        if clock_file is not None and clock_file.exists():
            stored = json.loads(clock_file.read_text(encoding="utf-8"))
            self.offset_seconds = int(stored["offset_seconds"])

    @staticmethod
    def real_now() -> datetime:
        """The machine's time, aware, UTC; for signatures."""
        return datetime.now(UTC)

    def now(self) -> datetime:
        """The workspace's time, aware, UTC."""
        return self.real_now() + timedelta(seconds=self.offset_seconds)

    def advance(self, seconds: float) -> None:
        """Move the clock forward by ``seconds`` (rounded up to a whole one).

        Raises ValueError for a negative amount: bots may rely on time never running back.
        """
        if seconds < 0:
            raise ValueError("the demo clock only moves forward")
        with self._lock:
            self.offset_seconds += int(-(-seconds // 1))
            if self._file is not None:
                self._write(self._file)

    def move_to(self, moment: datetime) -> None:
        """Move the clock to an aware ``moment``; ValueError when that is in the past."""
        self.advance((moment - self.now()).total_seconds())

    def preset(self, name: str, zone: str) -> datetime:
        """The next moment (UTC) that a preset of the page means in the IANA ``zone``."""
        local = self.now().astimezone(ZoneInfo(zone))
        if name == "plus_1h":
            return self.now() + timedelta(hours=1)
        if name not in PRESETS:
            raise ValueError(f"unknown preset {name!r}; known: {', '.join(PRESETS)}")
        days = 1
        if name == "monday_0900":
            days = (MONDAY - local.weekday()) % 7
            past_nine = local.time() >= local.time().replace(hour=9, minute=0, second=0, microsecond=0)
            if days == 0 and past_nine:
                days = 7
        target = local.replace(hour=9, minute=0, second=0, microsecond=0, fold=0) + timedelta(days=days)
        return target.astimezone(UTC)

    def next_ts(self) -> str:
        """A Slack message timestamp: strictly increasing and unique for this clock."""
        with self._lock:
            micros = time.time_ns() // 1000 + self.offset_seconds * MICROSECONDS
            self._last_ts = max(micros, self._last_ts + 1)
            return f"{self._last_ts // MICROSECONDS}.{self._last_ts % MICROSECONDS:06d}"

    def _write(self, target: Path) -> None:
        scratch = target.with_name(target.name + ".new")
        scratch.write_text(json.dumps({"offset_seconds": self.offset_seconds}), encoding="utf-8")
        # A reader must see the old offset or the new one, never half a file.
        scratch.replace(target)
