"""Opening a database, and the one way to write to it: a unit of work that forgets unless told to commit."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel import Session

from storage.errors import StoreBusyError, WrongDatabaseUrlError
from storage.fair_lock import FairLock

#: How long a write may wait for its turn before the person hears "not saved", in seconds.
WRITE_WAIT_SECONDS = 1.5
_LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL's code for a lock that did not come in time


class UnitOfWork:
    """One transaction. Leaving the block without `commit` undoes everything."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.committed = False
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """An ORM session on the same transaction, for paths where its cost does not matter."""
        if self._session is None:
            self._session = Session(self.connection, expire_on_commit=False)
        return self._session

    def commit(self) -> None:
        """Make everything durable. Once, as the last act of the block."""
        if self._session is not None:
            self._session.flush()
        self.connection.commit()
        self.committed = True

    def close(self) -> None:
        """Let go of the ORM session, if one was used."""
        if self._session is not None:
            self._session.close()


class Database:
    """The engines of one database. SQLite: one writer at a time in order of arrival, and separate readers."""

    def __init__(self, url: URL, write_engine: Engine, read_engine: Engine, after_commit: Callable[[], None]) -> None:
        self.url = url
        self._write_engine = write_engine
        self._read_engine = read_engine
        self._turn = FairLock() if url.get_backend_name() == "sqlite" else None
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
                _sqlite_engine(parsed, 1, writes=True),
                _sqlite_engine(parsed, pool_size, writes=False),
                _nothing,
            )
        engine = _postgresql_engine(parsed, pool_size)
        return cls(parsed, engine, engine, _nothing)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self._turn is not None

    @property
    def sqlite_file(self) -> Path | None:
        """The file of an embedded database, else nothing."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """A transaction that may write. Raises `StoreBusyError` when its turn does not come in time.

        Never held across a network call. `after_commit` is called once the lock is free again.
        """
        deadline = time.monotonic() + WRITE_WAIT_SECONDS
        with self._writer(), self._busy_when_locked():
            connection = _begin(self._write_engine, deadline)
            try:
                work = UnitOfWork(connection)
                try:
                    yield work
                finally:
                    work.close()
            finally:
                connection.close()  # rolls back whatever was not committed
        if work.committed:
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

    def _writer(self) -> AbstractContextManager[None]:
        return self._turn.hold(WRITE_WAIT_SECONDS) if self._turn else nullcontext()


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


def _begin(engine: Engine, deadline: float) -> Connection:
    connection = engine.connect()
    try:
        if engine.dialect.name == "sqlite":
            # Waiting for our own writers counts too: both waits together must leave room in Slack's three seconds.
            left = max(0, int((deadline - time.monotonic()) * 1000))
            connection.connection.cursor().execute(f"PRAGMA busy_timeout={left}").close()
        connection.begin()
    except DBAPIError:
        connection.close()
        raise
    return connection


def _is_lock_timeout(error: Exception) -> bool:
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.OperationalError):
        return "locked" in str(cause)
    return getattr(cause, "sqlstate", None) == _LOCK_NOT_AVAILABLE


def _postgresql_engine(url: URL, pool_size: int) -> Engine:
    engine = create_engine(url, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True)

    @event.listens_for(engine, "connect")
    def on_connect(dbapi_connection: Any, _record: object) -> None:  # noqa: ANN401 - the DBAPI has no type of its own
        with dbapi_connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {int(WRITE_WAIT_SECONDS * 1000)}")
        dbapi_connection.commit()

    return engine


def _sqlite_engine(url: URL, pool_size: int, *, writes: bool) -> Engine:
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0 if writes else pool_size,
        connect_args={"check_same_thread": False, "timeout": WRITE_WAIT_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def on_connect(dbapi_connection: Any, _record: object) -> None:  # noqa: ANN401 - the DBAPI has no type of its own
        # No implicit BEGIN by the driver: ours, below, decides the lock. (autocommit=True would lose commits.)
        dbapi_connection.isolation_level = None
        cursor = dbapi_connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={int(WRITE_WAIT_SECONDS * 1000)}",
            "cache_size=-32000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        if not writes:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        # A transaction that reads first and writes later must own the write lock from its start, or it fails halfway.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
