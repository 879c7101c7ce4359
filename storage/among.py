"""Rows of many ids: one parameter however many there are."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Dialect, SQLColumnExpression, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator

from storage.question import Placeholder


class _Ids(TypeDecorator[Collection[int]]):
    # None that SQLAlchemy casts: what PostgreSQL takes for an array from the start it looks up, all at once.
    impl = NullType
    cache_ok = True

    def process_bind_param(self, value: Collection[int] | None, dialect: Dialect) -> str:
        # As text for PostgreSQL too: its driver writes an array at ten times the cost.
        ids = ",".join(map(str, map(int, value or ())))
        return f"[{ids}]" if dialect.name == "sqlite" else f"{{{ids}}}"


class _Among(FunctionElement[Any]):
    name = "among"
    # No Boolean, of which SQLAlchemy asks whether it "= 1" on SQLite, and then no index helps.
    type = NullType()
    inherit_cache = True


@compiles(_Among, "sqlite")
def _as_json(element: _Among, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    column, ids = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - of SQLAlchemy's pieces


@compiles(_Among)
def _as_array(element: _Among, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401 - as above
    column, ids = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} = ANY (CAST({ids} AS BIGINT[]))"


def among(column: SQLColumnExpression[Any], ids: Collection[int] | Placeholder) -> ColumnElement[bool]:
    """Whether ``column`` is one of ``ids``, of which none is None.

    What ``in_`` says too, but writing hundreds into a statement takes longer than the database needs to find them.
    """
    return _Among(column, type_coerce(ids, _Ids()))
