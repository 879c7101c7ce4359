"""Statements that are built once and asked with values.

To write one in SQLAlchemy takes several times what the database needs to answer it; to ask one that is written takes
a tenth of that. A question is a function that is called once, with placeholders in place of the values.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, TypeVarTuple

from sqlalchemy import BindParameter, CompoundSelect, Connection, CursorResult, Select, bindparam

Columns = TypeVarTuple("Columns")

#: Stands in a question for a value that is given when it is asked.
Placeholder = BindParameter[Any]


class Given:
    """The values of a question, each by its name: a placeholder, to be put into the statement and nothing else."""

    def __getattr__(self, name: str) -> Placeholder:
        return bindparam(name)


class Question(Generic[*Columns]):
    """What ``build`` writes, once, when it is first asked; a decorator."""

    def __init__(self, build: Callable[[Given], Select[*Columns] | CompoundSelect[*Columns]]) -> None:
        self._build = build

    @cached_property
    def statement(self) -> Select[*Columns] | CompoundSelect[*Columns]:
        """The statement, to be executed with a value for each name."""
        return self._build(Given())

    def ask(self, connection: Connection, **values: object) -> CursorResult[*Columns]:
        """Its rows for ``values``. Raises what the database raises, StatementError where a value is missing."""
        return connection.execute(self.statement, values)
