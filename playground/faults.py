"""Faults on demand, and a real rate limiter that can be switched on."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import Literal

FaultKind = Literal["ratelimited", "http_500", "drop_before", "drop_after", "delay", "error"]

MINUTE = 60.0
# https://docs.slack.dev/apis/web-api/rate-limits: calls a minute that each tier allows at least.
TIER_PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}
POST_SECONDS = 1.0
POST_BURST = 3


@dataclass(slots=True)
class Fault:
    """One planned fault; ``method`` or ``channel`` None means any, ``times`` how often it strikes."""

    kind: FaultKind
    method: str | None = None
    channel: str | None = None
    times: int = 1
    retry_after: int = 1
    seconds: float = 0.0
    code: str = "internal_error"
    struck: int = 0


class Faults:
    """The planned faults, in the order they were added; the first that fits strikes."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._delayed: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
        self._lock = Lock()

    def add(
        self,
        method: str | None = None,
        channel: str | None = None,
        times: int = 1,
        kind: FaultKind = "error",
        *,
        retry_after: int = 1,
        seconds: float = 0.0,
        code: str = "internal_error",
    ) -> Fault:
        """Plan a fault; ``response_url``, ``upload`` and ``download`` are names here too. ``.struck`` counts."""
        fault = Fault(kind, method, channel, times, retry_after, seconds, code)
        with self._lock:
            self._planned.append(fault)
        return fault

    def clear(self) -> None:
        """Forget all that is planned; calls that a delay holds up go on at once."""
        with self._lock:
            self._planned.clear()
            for loop, let_go in self._delayed:
                loop.call_soon_threadsafe(let_go.set)

    async def hold_up(self, fault: Fault) -> None:
        """Wait for as long as a delay takes, or until `clear`."""
        let_go = asyncio.Event()
        held = (asyncio.get_running_loop(), let_go)
        with self._lock:
            if not any(each is fault for each in self._planned):
                return
            self._delayed.append(held)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(let_go.wait(), fault.seconds)
        finally:
            with self._lock:
                self._delayed.remove(held)

    def strike(self, method: str, channel: str | None) -> Fault | None:
        """The fault that hits this call, if any."""
        with self._lock:
            for fault in self._planned:
                fits = fault.method in {None, method} and fault.channel in {None, channel}
                if fits and fault.struck < fault.times:
                    fault.struck += 1
                    return fault
        return None


class Limiter:
    """Slack's documented limits: a tier for each method, about one post a second for each channel.

    Off until :attr:`enabled` is set. ``scale`` above 1 makes every limit that much looser.
    """

    def __init__(self) -> None:
        self.enabled = False
        self.scale = 1.0
        self._hits: dict[tuple[str, str], deque[float]] = {}
        self._lock = Lock()

    def retry_after(self, method: str, tier: int | None, channel: str | None) -> int | None:
        """Whole seconds to wait before this call may be made, None when it may be made now."""
        if not self.enabled:
            return None
        if method in {"chat.postMessage", "chat.postEphemeral"}:
            return self._take((method, channel or ""), POST_BURST, POST_SECONDS * POST_BURST / self.scale)
        if tier is None:
            return None
        return self._take((method, ""), TIER_PER_MINUTE[tier], MINUTE / self.scale)

    def _take(self, key: tuple[str, str], allowed: int, window: float) -> int | None:
        now = time.monotonic()
        with self._lock:
            hits = self._hits.setdefault(key, deque())
            while hits and now - hits[0] >= window:
                hits.popleft()
            if len(hits) >= allowed:
                return max(1, int(-(-(hits[0] + window - now) // 1)))
            hits.append(now)
        return None
