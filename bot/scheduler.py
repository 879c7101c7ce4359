"""The heart: APScheduler ticks in UTC, and a pulse that a commit can quicken. It keeps no list of what is due."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final

from bot.jobs.runner import guarded
from domain.values import frozen

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

#: How soon after a commit the pulse comes; commits in between share one.
_SOON_SECONDS: Final = 0.05
_PULSE_SECONDS: Final = 1.0


@frozen
class Tick:
    """A job that runs at start and then every so often, never twice at once."""

    name: str
    every: timedelta
    job: Callable[[], object]


class Heart:
    """Runs ``pulse`` every second, or soon after `quicken`; and the ticks, each in its time.

    The parts of a pulse, each with its name, run in their order; one that fails does not keep the next from running.
    """

    def __init__(self, pulse: Mapping[str, Callable[[], object]], ticks: Sequence[Tick]) -> None:
        self._pulse = [guarded(name, part) for name, part in pulse.items()]
        self._ticks = ticks
        self._quickened = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="pulse", daemon=True)
        self._scheduler: BackgroundScheduler | None = None

    def start(self) -> None:
        """Begin. Every tick runs once at once: what became due while the process was down is caught up."""
        self._scheduler = _scheduler()
        for tick in self._ticks:
            job = guarded(tick.name, tick.job)
            self._scheduler.add_job(
                job,
                "interval",
                seconds=tick.every.total_seconds(),
                id=tick.name,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )
            self._scheduler.add_job(job, id=f"{tick.name} at start", misfire_grace_time=None)
        self._scheduler.start()
        self._thread.start()

    def quicken(self) -> None:
        """Something was committed that may have to be told: do not wait for the second to pass."""
        self._quickened.set()

    def pause(self, seconds: float) -> bool:
        """Wait, for a job that was told to; True as soon as the process is stopping."""
        return self._stopping.wait(seconds)

    def stop(self) -> None:
        """End after the work under way. Safe to call when never started."""
        self._stopping.set()
        self._quickened.set()
        if self._scheduler is not None and self._scheduler.running:
            self._scheduler.pause()
            # Waits for a round of the scheduler under way: shutting down in its midst ends its thread with an error.
            self._scheduler.get_jobs()
            self._scheduler.shutdown(wait=True)
        if self._thread.is_alive():
            self._thread.join()

    def _beat(self) -> None:
        while not self._stopping.is_set():
            quickened = self._quickened.wait(_PULSE_SECONDS)
            if quickened:
                self._stopping.wait(_SOON_SECONDS)
                self._quickened.clear()
            for part in self._pulse:
                if not self._stopping.is_set():
                    part()


def _scheduler() -> "BackgroundScheduler":
    # Loading it reads the entry points of all that is installed, three times: not before somebody can be answered.
    from apscheduler.executors.pool import ThreadPoolExecutor  # noqa: PLC0415 - as above
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415 - as above

    return BackgroundScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(2)})
