"""Statements of the hot path: made with SQLAlchemy on our tables, compiled once, run on the driver's own cursor.

SQLAlchemy's work around each execution costs several times what SQLite needs for it (`benchmarks/bench_capture.py`).
Only for statements that run with every capture; everything else goes through Core. Driver errors come through
unwrapped, but for a broken constraint (`sqlalchemy.exc.IntegrityError`).
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Insert, Select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.types import TypeEngine
from sqlmodel.sql.sqltypes import UTCDateTime

Processor = Callable[[Any], Any]

#: Each number of rows is a statement of its own to the driver, which keeps those it has compiled.
ROWS_AT_ONCE: Final = 16


class Prepared:
    """One statement, given by a function that builds it, so that importing a module builds nothing."""

    def __init__(self, build: Callable[[], Select[*tuple[Any, ...]] | Insert]) -> None:
        self.build = build
        self._ready: dict[str, _Compiled] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> None:
        """Execute with ``values`` by bind name (an insert: by column, all of them)."""
        self._compiled(connection.dialect).execute(connection, values).close()

    def run_all(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute an insert for all ``rows``; on SQLite as one statement for many."""
        compiled = self._compiled(connection.dialect)
        if not compiled.is_positional:
            for row in rows:
                compiled.execute(connection, row).close()
            return
        for start in range(0, len(rows), ROWS_AT_ONCE):
            compiled.execute_rows(connection, rows[start : start + ROWS_AT_ONCE]).close()

    def first(self, connection: Connection, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The first row, or nothing."""
        rows = self.all(connection, values)
        return rows[0] if rows else None

    def all(self, connection: Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """All rows, in Python's types."""
        compiled = self._compiled(connection.dialect)
        cursor = compiled.execute(connection, values)
        try:
            return [compiled.read(row) for row in cursor.fetchall()]
        finally:
            cursor.close()

    def _compiled(self, dialect: Dialect) -> "_Compiled":
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = _Compiled(self.build(), dialect)
        return ready


class _Compiled:
    def __init__(self, statement: Select[*tuple[Any, ...]] | Insert, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        self.sql = str(compiled)
        self.integrity_error: type[Exception] = dialect.loaded_dbapi.IntegrityError
        binds = getattr(compiled, "binds", {})
        self.fixed = {name: bind.value for name, bind in binds.items() if bind.value is not None}
        order: list[str] | None = getattr(compiled, "positiontup", None)
        self.is_positional = order is not None
        self.names = list(order or binds)
        writers = enumerate(_writer(binds[name].type, dialect) for name in self.names)
        self._writers = [(place, write) for place, write in writers if write is not None]
        self.more_rows = f", {self.sql.rpartition(' VALUES ')[2]}"
        columns = list(statement.selected_columns) if isinstance(statement, Select) else []
        self.reads: list[tuple[int, Processor]] = []
        for place, column in enumerate(columns):
            processor = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if processor is not None:
                self.reads.append((place, processor))

    def execute(self, connection: Connection, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the DBAPI's cursor
        given = self._bound(values)
        named = given if self.is_positional else dict(zip(self.names, given, strict=True))
        return self._execute(connection, self.sql, named)

    def execute_rows(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> Any:  # noqa: ANN401 - as above
        given = [value for row in rows for value in self._bound(row)]
        return self._execute(connection, self.sql + self.more_rows * (len(rows) - 1), given)

    def _bound(self, values: Mapping[str, Any]) -> list[Any]:
        if self.fixed:
            values = {**self.fixed, **values}
        given = list(map(values.__getitem__, self.names))
        for place, write in self._writers:
            given[place] = write(given[place])
        return given

    def _execute(self, connection: Connection, sql: str, given: Any) -> Any:  # noqa: ANN401 - as above
        cursor = connection.connection.cursor()
        try:
            cursor.execute(sql, given)
        except self.integrity_error as error:
            raise IntegrityError(sql, given, error, hide_parameters=True) from error
        return cursor

    def read(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        if not self.reads:
            return tuple(row)
        values = list(row)
        for place, processor in self.reads:
            values[place] = processor(values[place])
        return tuple(values)


def _writer(type_: TypeEngine[Any], dialect: Dialect) -> Processor | None:
    """How values of a type are written; nothing when they are written as they are."""
    if isinstance(type_, UTCDateTime):
        return _moment_writer(dialect)
    return type_.dialect_impl(dialect).bind_processor(dialect)


@lru_cache(maxsize=8)
def _moment_writer(dialect: Dialect) -> Processor | None:
    """One for all columns: a capture has one moment in many places, and it is put into words once."""
    processor = UTCDateTime().dialect_impl(dialect).bind_processor(dialect)
    return None if processor is None else lru_cache(maxsize=256)(processor)
