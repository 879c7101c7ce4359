"""Opening a database, reading from it, and the one way to write to it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import copy
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from storage.engines import WRITE_WAIT_SECONDS, postgresql_engine, sqlite_engine
from storage.errors import StoreBusyError, WrongDatabaseUrlError
from storage.group_commit import GroupWriter
from storage.sqlite_writer import SqliteWriter
from storage.unit_of_work import UnitOfWork

__all__ = ["WRITE_WAIT_SECONDS", "Database", "UnitOfWork", "database_url"]

Result = TypeVar("Result")
#: PostgreSQL's codes for a lock that did not come in time, and for two who waited for each other.
_LOCK_NOT_AVAILABLE = frozenset({"55P03", "40P01"})


class Database:
    """The engines of one database. SQLite: one writer at a time in order of arrival, and separate readers."""

    def __init__(self, url: URL, write_engine: Engine, read_engine: Engine, after_commit: Callable[[], None]) -> None:
        self.url = url
        self._write_engine = write_engine
        self._read_engine = read_engine
        self._writer = SqliteWriter(write_engine) if url.get_backend_name() == "sqlite" else None
        self.look: Connection | None = None
        self._group = GroupWriter(self._writer) if self._writer else None
        self.after_commit = after_commit

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

    def run(self, act: Callable[[UnitOfWork], Result]) -> Result:
        """Do ``act`` in a unit of work, all or nothing, and give what it gave once that is durable. Errors as `write`.

        The same as a block of `write`, but cheaper where many write at once: on SQLite whoever has the turn does it
        for the others, so ``act`` may run in any thread. What it raises is raised here.
        """
        with self._busy_when_locked():
            if self._group is not None:
                given, work = self._group.run(act, WRITE_WAIT_SECONDS)
            else:
                with self._alone() as work:
                    given = act(work)
        if work.committed and work.is_urgent:
            self.after_commit()
        return given

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read-only look at one consistent state."""
        if self.look is not None:
            yield self.look
            return
        with self._read_engine.connect() as connection:
            yield connection

    @contextmanager
    def one_look(self) -> Iterator[Self]:
        """The same database for a while in which every `read` sees one state: several who ask share a transaction."""
        with self.read() as connection, nullcontext() if connection.in_transaction() else connection.begin():
            seen = copy(self)
            seen.look = connection
            yield seen

    def close(self) -> None:
        """Give all connections back."""
        if self._writer is not None:
            self._writer.close()
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
    return getattr(cause, "sqlstate", None) in _LOCK_NOT_AVAILABLE
