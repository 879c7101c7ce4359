"""Connections to the tests' own PostgreSQL go on to the next test: a new one costs both sides fifteen milliseconds.

What a pool closes between two transactions is put back as it was opened, and given to whoever connects to the same
database next. One that is in the midst of something, or that the server ended, is closed in earnest.
"""

import select
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
import pytest
from psycopg.pq import TransactionStatus
from sqlalchemy.dialects.postgresql import psycopg as dialects
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

Connection = psycopg.Connection[Any]
_AS_OPENED: Final = "RESET ALL; DISCARD TEMP; SELECT pg_advisory_unlock_all()"


class KeptConnections:
    """Those that nobody uses at the moment, by what they were opened with. Safe to use from several threads."""

    def __init__(self) -> None:
        self._idle: Final[defaultdict[str, list[Connection]]] = defaultdict(list)
        self._lock: Final = threading.Lock()

    def take(self, wanted: str) -> Connection | None:
        """One that works, or none."""
        while True:
            with self._lock:
                if not self._idle[wanted]:
                    return None
                found = self._idle[wanted].pop()
            if _is_alive(found):
                return found
            found.close()

    def put(self, wanted: str, connection: Connection) -> None:
        """Keep ``connection``, or close it when it is not as it was opened."""
        if connection.closed or connection.info.transaction_status != TransactionStatus.IDLE:
            connection.close()
            return
        try:
            connection.isolation_level = connection.read_only = connection.deferrable = None
            connection.autocommit = True
            connection.execute(_AS_OPENED, prepare=False)
            connection.autocommit = False
        except psycopg.Error:
            connection.close()
            return
        connection.remove_notice_handler(dialects._log_notices)  # the next pool adds its own
        with self._lock:
            self._idle[wanted].append(connection)

    def processes(self, database: str) -> list[int]:
        """The server's processes of those that are connected to ``database``."""
        with self._lock:
            kept = [each for those in self._idle.values() for each in those if not each.closed]
        return [each.info.backend_pid for each in kept if each.info.dbname == database]

    def close(self, database: str | None = None) -> None:
        """Close those of one database, or all."""
        with self._lock:
            for those in self._idle.values():
                for each in [each for each in those if database is None or each.closed or each.info.dbname == database]:
                    those.remove(each)
                    each.close()


def _is_alive(connection: Connection) -> bool:
    """Whether the server said nothing since: what it says to somebody who asked nothing is that it ends."""
    return not connection.closed and not select.select([connection.fileno()], [], [], 0)[0]


@contextmanager
def connections_kept() -> Iterator[KeptConnections]:
    """While the block lasts, SQLAlchemy's connections to PostgreSQL are kept and given again."""
    kept = KeptConnections()
    opened_with: dict[int, str] = {}
    really_connect = PGDialect_psycopg.connect

    def connect(dialect: PGDialect_psycopg, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - the DBAPI has no types
        wanted = repr((given, sorted((name, value) for name, value in more.items() if name != "context")))
        connection = kept.take(wanted) or really_connect(dialect, *given, **more)
        opened_with[id(connection)] = wanted
        return connection

    def close(_dialect: PGDialect_psycopg, connection: Any) -> None:  # noqa: ANN401 - as above
        wanted = opened_with.pop(id(connection), None)
        if wanted is None:
            connection.close()
        else:
            kept.put(wanted, connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PGDialect_psycopg, "connect", connect)
        patch.setattr(PGDialect_psycopg, "do_close", close)
        patch.setattr(PGDialect_psycopg, "do_terminate", lambda _dialect, connection: connection.close())
        try:
            yield kept
        finally:
            kept.close()
