"""One `lazo run` a SQLite file: two processes on it would say things twice."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from storage.errors import DatabaseInUseError

#: `lazo doctor` holds the lock for a moment to see whether it is free; that must not keep a bot from starting.
_TRIES: Final = 5
_BETWEEN_SECONDS: Final = 0.05


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold the lock beside ``file``. Raises `DatabaseInUseError`. It ends with the process, even a killed one."""
    descriptor = os.open(lock_of(file), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _locked(descriptor, _TRIES):
            raise DatabaseInUseError(
                f"Another `lazo run` uses {file}. Stop it first, or use PostgreSQL for several processes."
            )
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def holder(file: Path) -> int | None:
    """The process id of the `lazo run` that has ``file`` (0 when it did not say), or nothing when none has."""
    try:
        descriptor = os.open(lock_of(file), os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        if _locked(descriptor, 1):
            return None
        said = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
        return int(said) if said.isdecimal() else 0
    finally:
        os.close(descriptor)


def lock_of(file: Path) -> Path:
    """The lock's file. Never to be deleted: who holds a deleted one holds nothing."""
    return file.with_name(f"{file.name}.lock")


def _locked(descriptor: int, tries: int) -> bool:
    for left in reversed(range(tries)):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if left:
                time.sleep(_BETWEEN_SECONDS)
        else:
            return True
    return False
