"""The writer's lock is handed over in order of arrival, gives up honestly, and is never lost."""

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from storage.database import WRITE_WAIT_SECONDS, Database
from storage.database import database_url as parsed
from storage.errors import StoreBusyError
from storage.fair_lock import FairLock

pytestmark = pytest.mark.hurries("lazo")
#: What a loaded machine may add to a wait.
SLACK_SECONDS = 3.0


def test_in_order_of_arrival() -> None:
    lock, served = FairLock(), list[int]()

    def work(number: int) -> None:
        with lock.hold(10):
            served.append(number)

    with lock.hold(0):
        threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
        for waiting, thread in enumerate(threads, start=1):
            thread.start()
            until(lambda waiting=waiting: len(lock._queue) == waiting)  # type: ignore[misc]
    for thread in threads:
        thread.join(60)
    assert served == list(range(12))


def test_a_wait_that_runs_out_is_told_in_time_and_leaves_no_trace() -> None:
    lock = FairLock()
    with lock.hold(0):
        started = time.monotonic()
        with pytest.raises(StoreBusyError), lock.hold(0.1):
            pytest.fail("held twice")
        assert 0.1 <= time.monotonic() - started < 0.1 + SLACK_SECONDS
    with lock.hold(0):
        pass


def test_a_failure_inside_gives_it_back() -> None:
    lock = FairLock()
    with pytest.raises(ZeroDivisionError), lock.hold(0):
        _ = 1 / 0
    with lock.hold(0):
        pass


def test_many_threads_with_short_patience_never_hold_it_together_nor_lose_it() -> None:
    """Giving up and being handed the lock meet often here; whoever has it counts alone."""
    lock, inside, most = FairLock(), 0, 0
    served = 0

    def work(seed: int) -> None:
        nonlocal inside, most, served
        random = Random(seed)
        for _ in range(150):
            try:
                with lock.hold(random.choice((0.0, 0.0001, 0.001, 5.0))):
                    inside += 1
                    most = max(most, inside)
                    time.sleep(random.choice((0.0, 0.0001)))
                    served += 1
                    inside -= 1
            except StoreBusyError:
                pass

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert most == 1
    assert served
    with lock.hold(0):
        pass


def test_another_process_in_the_way_is_told_before_slack_gives_up(sqlite_url: str) -> None:
    """Also when several of ours queue behind it: each waits for its own time, not for the sum."""
    database = Database.open(sqlite_url)
    with another_process_writing(Path(str(parsed(sqlite_url).database))), ThreadPoolExecutor(4) as pool:
        waits = list(pool.map(lambda _: refused_after(database), range(4)))
    assert max(waits) < WRITE_WAIT_SECONDS + SLACK_SECONDS
    with database.write() as work:
        work.commit()
    database.close()


def refused_after(database: Database) -> float:
    """How long it took until somebody heard that nothing was stored."""
    started = time.monotonic()
    with pytest.raises(StoreBusyError), database.write() as work:
        work.commit()
    return time.monotonic() - started


@contextmanager
def another_process_writing(file: Path) -> Iterator[None]:
    """A process of its own that has begun to write to ``file`` and takes its time."""
    script = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "print('begun', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == b"begun\n"
        mine = sqlite3.connect(file, timeout=0, isolation_level=None)
        with closing(mine), pytest.raises(sqlite3.OperationalError):
            mine.execute("BEGIN IMMEDIATE")
        yield
        process.stdin.close()


def until(true: Callable[[], bool]) -> None:
    """Wait for something, at most a minute."""
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.001)
