"""The demo clock as the page moves it: past moments at which somebody has something to do, it halts there first."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from playground.page_access import RefusedError, read
from playground.page_shape import clock_shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from playground.model import Json
    from playground.workspace import Workspace

#: How long the clock waits at a halt for what is to happen there, on the wall.
HALT_SECONDS = 8.0
_LOOK_SECONDS = 0.1
#: Closer to its goal than this the clock goes on at once.
_NEAR = timedelta(minutes=1)
_MEANWHILE = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Halt:
    """A moment (aware) that must be lived through, and whether what was to happen there has happened."""

    moment: datetime
    happened: Callable[[], bool]


class HaltProvider(Protocol):
    """Where a clock that is moved from one moment to a later one halts on its way."""

    def __call__(self, now: datetime, goal: datetime, /) -> Halt | None:
        """The last such moment between them; None when there is none."""


class PageClock:
    """Moves the clock for the page."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.halts: HaltProvider | None = None

    async def move(self, request: Request) -> Json:
        """POST /page/clock; only forward."""
        body = await read(request)
        clock, zone = self._workspace.clock, "UTC"
        if body.get("as"):
            zone = self._workspace.store.person(body["as"]).tz
        try:
            goal = self._goal(body, zone)
            await self._halt_before(goal)
            # Some time has passed since the goal was worked out: one that is reached by now is no step back.
            clock.move_to(max(goal, clock.now()) if goal > clock.now() - _MEANWHILE else goal)
        except ValueError as error:
            raise RefusedError("invalid_time", f"The clock was not moved: {error}.") from error
        self._workspace.store.tell("clock")
        return {"ok": True, "clock": clock_shape(self._workspace, zone)}

    def _goal(self, body: Json, zone: str) -> datetime:
        clock = self._workspace.clock
        if "preset" in body:
            return clock.preset(str(body["preset"]), zone)
        if "to" in body:
            moment = datetime.fromisoformat(str(body["to"]))
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return clock.now() + timedelta(seconds=float(body["advance_seconds"]))

    async def _halt_before(self, goal: datetime) -> None:
        """Let happen on time what is due on the way: an app that finds itself hours later says that it is late."""
        clock = self._workspace.clock
        halt = self.halts(clock.now(), goal - _NEAR) if self.halts is not None else None
        if halt is None:
            return
        clock.move_to(halt.moment)
        self._workspace.store.tell("clock")
        for _ in range(int(HALT_SECONDS / _LOOK_SECONDS)):
            if await asyncio.to_thread(halt.happened):
                return
            await asyncio.sleep(_LOOK_SECONDS)
