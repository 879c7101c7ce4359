"""All values of a column in one row: thousands of rows take the driver longer than the database."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import JSON, SQLColumnExpression
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Gathered(FunctionElement[Sequence[Any] | None]):
    name = "gathered"
    type = JSON()
    inherit_cache = True


@compiles(_Gathered, "sqlite")
def _in_sqlite(element: _Gathered, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    return f"json_group_array({compiler.process(element.clauses, **how)})"


@compiles(_Gathered)
def _in_postgresql(element: _Gathered, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401 - as above
    return f"json_agg({compiler.process(element.clauses, **how)})"


def gathered(column: SQLColumnExpression[Any]) -> FunctionElement[Sequence[Any] | None]:
    """Its values as a list, in the order of the rows of its subquery; of no row, nothing or an empty list."""
    return _Gathered(column)
