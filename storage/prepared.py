"""Statements of the hot path: made with SQLAlchemy on our tables, compiled once, run on the driver's own cursor.

SQLAlchemy's work around each execution costs several times what SQLite needs for it (`benchmarks/bench_capture.py`).
Only for statements that run with every capture; everything else goes through Core. Driver errors come through
unwrapped, but for a broken constraint (`sqlalchemy.exc.IntegrityError`).
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Select
from sqlalchemy.exc import IntegrityError

Processor = Callable[[Any], Any]


class Prepared:
    """One statement, given by a function that builds it, so that importing a module builds nothing."""

    def __init__(self, build: Callable[[], Select[*tuple[Any, ...]] | Insert]) -> None:
        self.build = build
        self._ready: dict[str, _Compiled] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> None:
        """Execute with ``values`` by bind name (an insert: by column, all of them)."""
        self._compiled(connection.dialect).execute(connection, values).close()

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
        self.order: list[str] | None = getattr(compiled, "positiontup", None)
        self.names = list(self.order or binds)
        self.writes = {
            name: processor
            for name, bind in binds.items()
            if (processor := bind.type.dialect_impl(dialect).bind_processor(dialect)) is not None
        }
        columns = list(statement.selected_columns) if isinstance(statement, Select) else []
        self.reads: list[tuple[int, Processor]] = []
        for place, column in enumerate(columns):
            processor = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if processor is not None:
                self.reads.append((place, processor))

    def execute(self, connection: Connection, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the DBAPI's cursor
        writes, fixed = self.writes, self.fixed
        bound: dict[str, Any] = {}
        for name in self.names:
            value = values[name] if name in values else fixed[name]
            processor = writes.get(name)
            bound[name] = value if processor is None else processor(value)
        cursor = connection.connection.cursor()
        given = [bound[name] for name in self.order] if self.order is not None else bound
        try:
            cursor.execute(self.sql, given)
        except self.integrity_error as error:
            raise IntegrityError(self.sql, given, error, hide_parameters=True) from error
        return cursor

    def read(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        if not self.reads:
            return tuple(row)
        values = list(row)
        for place, processor in self.reads:
            values[place] = processor(values[place])
        return tuple(values)
