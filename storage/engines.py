"""How connections to each database are made."""

from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

#: How long a write may wait for its turn before the person hears "not saved", in seconds.
WRITE_WAIT_SECONDS: Final = 1.5


def postgresql_engine(url: URL, pool_size: int) -> Engine:
    """A pool of connections that wait for a lock no longer than a write may, and tell moments in UTC."""
    engine = create_engine(url, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def on_connect(dbapi_connection: Any, _record: object) -> None:  # noqa: ANN401 - the DBAPI has no type of its own
        with dbapi_connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {int(WRITE_WAIT_SECONDS * 1000)}")
            # The driver gives moments in the zone of the session (`storage.moments`).
            cursor.execute("SET TIME ZONE 'UTC'")
        dbapi_connection.commit()

    return engine


def sqlite_engine(url: URL, pool_size: int, *, writes: bool) -> Engine:
    """Connections to one file: a writer that owns the lock from its start, or readers that cannot write."""
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0 if writes else pool_size,
        connect_args={"check_same_thread": False, "timeout": WRITE_WAIT_SECONDS},
        hide_parameters=True,  # an error's text goes to the log, where nobody's words belong
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
            # What a savepoint would put back is kept in memory: a temporary file cost a third of all writing.
            "temp_store=MEMORY",
            # 16 MB of log before it is written back: a fourth as often, each a pause for whoever writes then.
            "wal_autocheckpoint=4000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        if not writes:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        # A transaction that reads first and writes later must own the write lock from its start, or it fails halfway.
        # On the driver's cursor: this comes before every transaction.
        connection.connection.cursor().execute("BEGIN IMMEDIATE" if writes else "BEGIN").close()

    return engine
