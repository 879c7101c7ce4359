"""Opening a database, reading from it, and the one way to write to it."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from storage.engines import WRITE_WAIT_SECONDS, postgresql_engine, sqlite_engine
from storage.errors import NotCommittedError, StoreBusyError, WrongDatabaseUrlError
from storage.group_commit import GroupWriter
from storage.unit_of_work import UnitOfWork

__all__ = ["WRITE_WAIT_SECONDS", "Database", "UnitOfWork", "database_url"]

_LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL's code for a lock that did not come in time


class Database:
    """The engines of one database. SQLite: one writer at a time in order of arrival, and separate readers."""

    def __init__(self, url: URL, write_engine: Engine, read_engine: Engine, after_commit: Callable[[], None]) -> None:
        self.url = url
        self._write_engine = write_engine
        self._read_engine = read_engine
        self._group = GroupWriter(self._begin) if url.get_backend_name() == "sqlite" else None
        self.after_commit = after_commit
        self._file: tuple[int, int] | None = None

    @classmethod
    def open(cls, url: str, *, pool_size: int = 12) -> Self:
        """Open ``url`` (``sqlite:///file`` or ``postgresql://…``). Raises `WrongDatabaseUrlError`.

        Nothing is connected until first use, and no table is made: see `storage.migrations.upgrade`.
        """
        parsed = database_url(url)
        if parsed.get_backend_name() == "sqlite":
            return cls(
                parsed,
                sqlite_engine(parsed, 1, writes=True),
                sqlite_engine(parsed, pool_size, writes=False),
                _nothing,
            )
        engine = postgresql_engine(parsed, pool_size)
        # The same pool; a reader sees one state however many questions it asks, and cannot write.
        reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return cls(parsed, engine, reading, _nothing)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self._group is not None

    @property
    def sqlite_file(self) -> Path | None:
        """The file of an embedded database, else nothing."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """A unit of work; what it committed is durable when the block has been left.

        Raises `StoreBusyError` when its turn does not come in time, NotCommittedError when the disk refused. Never held
        across a network call. `after_commit` is called, after everything, for units with something urgent to say.
        """
        with self._busy_when_locked(), self._unit() as work:
            yield work
        if work.committed and work.is_urgent:
            self.after_commit()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read-only look at one consistent state."""
        with self._read_engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Give all connections back."""
        self._write_engine.dispose()
        self._read_engine.dispose()

    @contextmanager
    def _busy_when_locked(self) -> Iterator[None]:
        # The hot path runs on the driver's own cursor, whose errors come unwrapped.
        try:
            yield
        except (DBAPIError, self._write_engine.dialect.loaded_dbapi.Error) as error:
            if not _is_lock_timeout(error):
                raise
            message = "somebody else held the database for too long"
            raise StoreBusyError(message) from error

    def _unit(self) -> AbstractContextManager[UnitOfWork]:
        return self._group.unit(WRITE_WAIT_SECONDS) if self._group else self._alone()

    @contextmanager
    def _alone(self) -> Iterator[UnitOfWork]:
        with self._write_engine.connect() as connection:
            connection.begin()
            work = UnitOfWork(connection)
            try:
                yield work
            finally:
                work.close()
            if work.committed:
                connection.commit()

    def _begin(self, deadline: float) -> Connection:
        with ExitStack() as unless_begun:
            connection = unless_begun.enter_context(self._write_engine.connect())
            # Waiting for our own writers counts too: both waits together must leave room in Slack's three seconds.
            left = max(0, int((deadline - time.monotonic()) * 1000))
            connection.connection.cursor().execute(f"PRAGMA busy_timeout={left}").close()
            connection.begin()
            self._require_file()
            unless_begun.pop_all()
        return connection

    def _require_file(self) -> None:
        """Raise `NotCommittedError` when the file is not the one that was opened: all that is written there is lost."""
        here = None
        with suppress(OSError):
            found = os.stat(self.url.database or "")  # noqa: PTH116 - before every transaction, and a path costs more
            here = (found.st_dev, found.st_ino)
        self._file = self._file or here
        if here != self._file:
            message = "the database's file was deleted or replaced while it was open: stop, restore it, start again"
            raise NotCommittedError(message)


def database_url(url: str) -> URL:
    """Parse a database URL and name our driver in it. Raises `WrongDatabaseUrlError` with the reason."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        message = "not a database URL: expected sqlite:///path/to/file.db or postgresql://user:password@host/name"
        raise WrongDatabaseUrlError(message) from None
    backend = parsed.get_backend_name()
    if backend in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed.set(drivername="sqlite")
    message = f"{backend} without a file" if backend == "sqlite" else backend
    message = f"{message} is not supported: use sqlite:///path/to/file.db or postgresql://user:password@host/name"
    raise WrongDatabaseUrlError(message)


def _nothing() -> None:
    return None


def _is_lock_timeout(error: Exception) -> bool:
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.OperationalError):
        return "locked" in str(cause)
    return getattr(cause, "sqlstate", None) == _LOCK_NOT_AVAILABLE
