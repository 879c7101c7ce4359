"""One transaction that several units of work share on SQLite, each all or nothing.

A unit that asks for the transaction itself is put into a savepoint. One that only leaves rows for later, as those do
of which there are many at a time, needs none: its rows are kept in memory until it is over, and then inserted together
with those of the others, in one statement a table. One full-text flush and a few statements serve them all.
"""

import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, Protocol, Self

from sqlalchemy import Connection

from storage.errors import NotCommittedError
from storage.prepared import Prepared
from storage.unit_of_work import UnitOfWork

Row = tuple[Prepared, Mapping[str, Any]]
#: Told to who left rows that could not be inserted.
Fail = Callable[[BaseException], None]
_LOST: Final = "SQLite gave the transaction up"


class Writer(Protocol):
    """The one connection that writes. After an error the next transaction is begun on a new one."""

    def begin(self, deadline: float) -> Connection:
        """Open a transaction that owns the write lock, by ``deadline`` (monotonic seconds)."""

    def commit(self) -> None:
        """Make it durable."""

    def roll_back(self) -> None:
        """Forget it."""


class SharedTransaction:
    """Begun with its first unit. ``error``: why nothing of it will be stored."""

    def __init__(self, writer: Writer, deadline: float) -> None:
        self.connection = writer.begin(deadline)
        self.error: BaseException | None = None
        self._writer = writer
        self._is_kept = False
        self._left: list[tuple[Fail, list[Row]]] = []
        self._left_keys: set[Hashable] = set()

    def part(self, fail: Fail | None = None) -> "_Part":
        """One unit, as a block. With ``fail``, which is told when they cannot be inserted, its rows may come later."""
        return _Part(self, fail)

    def finish(self) -> None:
        """Make durable what was kept."""
        with self._all_fail():
            if self.error is None:
                self.write_left()
            if self.error is None and self._is_kept:
                if not self._is_open():
                    raise NotCommittedError(_LOST)
                self._writer.commit()
            else:
                self._writer.roll_back()

    def has_left(self, keys: Iterable[Hashable]) -> bool:
        """Whether a row waits under one of ``keys``."""
        return not self._left_keys.isdisjoint(keys)

    def write_left(self) -> None:
        """Insert all rows that wait. Whose rows cannot be inserted hears of it, and keeps nothing; others do."""
        if not self._left:
            return
        left, self._left = self._left, []
        self._left_keys.clear()
        with self._all_fail():
            self.say("SAVEPOINT rows")
            with Kept() as together:
                _insert(self.connection, (row for _fail, rows in left for row in rows))
            if together.error is not None:
                self.say("ROLLBACK TO rows")
                for fail, rows in left:
                    self._write_alone(fail, rows)
            self.say("RELEASE rows")

    def say(self, statement: str) -> None:
        """One statement on the driver's cursor: SQLAlchemy's own savepoints cost more than what they protect."""
        self.connection.connection.cursor().execute(statement).close()

    def _write_alone(self, fail: Fail, rows: list[Row]) -> None:
        self.say("SAVEPOINT row")
        with Kept() as alone:
            _insert(self.connection, rows)
        if alone.error is not None:
            self.say("ROLLBACK TO row")
            fail(alone.error)
        self.say("RELEASE row")

    def settle(self, work: "_Part", *, keep: bool) -> None:
        """Keep or undo one unit. What cannot be undone alone, or SQLite gave up, fails them all."""
        if work.is_apart:
            if not self._is_open():
                self.error = self.error or NotCommittedError(_LOST)
                return
            with self._all_fail():
                if not keep:
                    self.say("ROLLBACK TO unit")
                self.say("RELEASE unit")
        elif keep and work.fail is not None and work.left:
            self._left.append((work.fail, work.left))
            self._left_keys |= work.left_keys
        self._is_kept |= keep

    def _is_open(self) -> bool:
        return bool(getattr(self.connection.connection.dbapi_connection, "in_transaction", False))

    @contextmanager
    def _all_fail(self) -> Iterator[None]:
        done = False
        try:
            yield
            done = True
        finally:
            if not done:
                self.error = self.error or sys.exception()


class _Part(UnitOfWork):
    """A unit of a shared transaction. ``is_apart``: in a savepoint, because it asked for the transaction itself.

    A block of its own rather than a generator's: it comes with every capture.
    """

    def __init__(self, transaction: SharedTransaction, fail: Fail | None) -> None:
        super().__init__(transaction.connection)
        self.fail = fail
        self.is_apart = False
        self.left: list[Row] = []
        self.left_keys: set[Hashable] = set()
        self._transaction = transaction

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        keep = False
        try:
            self.close()
            keep = self.committed and error is None  # whoever fails after having asked for the commit keeps nothing
        finally:
            self._transaction.settle(self, keep=keep)
            self.fail = None  # its owner holds on to this unit: letting go spares the collector a circle

    @property
    def connection(self) -> Connection:
        if not self.is_apart:
            self._transaction.write_left()
            self._transaction.say("SAVEPOINT unit")
            self.is_apart = True
            _insert(self._connection, self.left)
        return self._connection

    def later(self, statement: Prepared, row: Mapping[str, Any], *, key: Hashable = None) -> None:
        if self.fail is None or self.is_apart:
            statement.run(self.connection, row)
            return
        self.left.append((statement, row))
        if key is not None:
            self.left_keys.add(key)

    def look_for(self, *keys: Hashable) -> None:
        if self._transaction.has_left(keys) or not self.left_keys.isdisjoint(keys):
            _ = self.connection


class Kept:
    """A block that keeps what goes wrong in it, for somebody else to hear of."""

    error: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        self.error = error
        return True


def _insert(connection: Connection, rows: Iterable[Row]) -> None:
    """Insert rows, those of one table together, tables in the order of their first rows."""
    by_statement: dict[Prepared, list[Mapping[str, Any]]] = {}
    for statement, row in rows:
        by_statement.setdefault(statement, []).append(row)
    for statement, each in by_statement.items():
        statement.run_all(connection, each)
