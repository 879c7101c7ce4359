"""The one connection that writes to a SQLite file, kept open from one transaction to the next."""

import os
import time
from contextlib import ExitStack, suppress
from typing import Final

from sqlalchemy import Connection, Engine

from storage.engines import WRITE_WAIT_SECONDS
from storage.errors import NotCommittedError

#: Somebody waits this much longer for another process at most: telling SQLite each time costs more than it is worth.
_ROUGHLY: Final = 0.1


class SqliteWriter:
    """Begins and ends transactions. Used by one thread at a time; after an error it connects anew."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._patience = WRITE_WAIT_SECONDS
        self._file: tuple[int, int] | None = None

    def begin(self, deadline: float) -> Connection:
        """Open a transaction that owns the write lock, by ``deadline`` (monotonic seconds).

        Raises `NotCommittedError` when the file is gone.
        """
        with ExitStack() as unless_begun:
            unless_begun.callback(self.close)
            connection = self._connection
            if connection is None:
                connection = self._connection = self._engine.connect()
                self._patience = WRITE_WAIT_SECONDS
            self._wait_until(connection, deadline)
            connection.begin()
            self._require_file()
            unless_begun.pop_all()
        return connection

    def commit(self) -> None:
        """Make the transaction durable."""
        with ExitStack() as unless_done:
            # A commit that was refused leaves the transaction open: the next needs a connection without one.
            unless_done.callback(self._drop)
            if self._connection is not None:
                self._connection.commit()
            unless_done.pop_all()

    def roll_back(self) -> None:
        """Forget the transaction."""
        with ExitStack() as unless_done:
            unless_done.callback(self._drop)
            if self._connection is not None:
                self._connection.rollback()
            unless_done.pop_all()

    def close(self) -> None:
        """Let go of the connection, and of a transaction that is open."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
        self.close()

    def _wait_until(self, connection: Connection, deadline: float) -> None:
        # Waiting for our own writers counts too: both waits together must leave room in Slack's three seconds.
        left = max(0.0, deadline - time.monotonic())
        if not left <= self._patience <= left + _ROUGHLY:
            connection.connection.cursor().execute(f"PRAGMA busy_timeout={int(left * 1000)}").close()
            self._patience = left

    def _require_file(self) -> None:
        """Raise `NotCommittedError` when the file is not the one that was opened: all that is written there is lost."""
        here = None
        with suppress(OSError):
            found = os.stat(self._engine.url.database or "")  # noqa: PTH116 - before every transaction, a path costs more
            here = (found.st_dev, found.st_ino)
        self._file = self._file or here
        if here != self._file:
            message = "the database's file was deleted or replaced while it was open: stop, restore it, start again"
            raise NotCommittedError(message)
