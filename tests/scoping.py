"""No statement of ours reads or changes rows without naming their workspace: watched in every test.

A statement that serves all workspaces on purpose (what is due, what is old) says so where it is made, by the execution
option `all_workspaces` with its reason. Statements that tests make themselves are not watched.
"""

import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Delete, Engine, Executable, Select, Update, event
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, ClauseElement, ColumnClause, TextClause
from sqlalchemy.sql.schema import Table
from sqlalchemy.sql.selectable import Alias, FromClause, Join
from sqlmodel import SQLModel

PROJECT = Path(__file__).resolve().parent.parent
_KEY = "workspace_id"
_TESTS = f"{PROJECT / 'tests'}/"
_ROOMS = tuple(f"{PROJECT / room}/" for room in ("bot", "commands", "domain", "storage"))

#: What each shape of a statement was found to forget.
_LOOKED_AT: dict[object, frozenset[str]] = {}

#: A revision changes whole tables.
_NOT_WATCHED = "storage/migrations/"


@pytest.fixture(autouse=True, scope="session")
def every_statement_is_scoped() -> Iterator[None]:
    """Fail whatever statement of ours forgets its workspace, on every engine of the session."""
    event.listen(Engine, "before_execute", refuse_unscoped)
    yield
    event.remove(Engine, "before_execute", refuse_unscoped)


def refuse_unscoped(_connection: object, statement: object, *_rest: object) -> None:
    """Raise for a statement of ours that forgets its workspace; a listener of `before_execute`."""
    if isinstance(statement, Executable) and (missing := unscoped(statement)):
        maker = _maker()
        if maker is not None and not maker.startswith(_NOT_WATCHED):
            message = f"{maker} does not say which workspace of {', '.join(sorted(missing))} it means:\n{statement}"
            raise AssertionError(message)


def unscoped(statement: Executable) -> frozenset[str]:
    """The tables with a workspace that ``statement`` reads, updates or deletes from without naming it."""
    if statement.get_execution_options().get("all_workspaces"):
        return frozenset()
    # Taking a statement apart costs more than running it, and most are of a shape that was looked at before: it is told
    # by what SQLAlchemy keeps compiled statements by, which has all but the bound values.
    shape = statement._generate_cache_key() if isinstance(statement, ClauseElement) else None
    if shape is None:
        return frozenset(_missing(statement))
    if shape.key not in _LOOKED_AT:
        _LOOKED_AT[shape.key] = frozenset(_missing(statement))
    return _LOOKED_AT[shape.key]


def _missing(statement: Executable) -> set[str]:
    if isinstance(statement, TextClause):
        words = statement.text.replace('"', " ").replace(".", " ").split()
        named = {name for name in _scoped_tables() if name in words}
        return set() if _KEY in statement.text else named
    if not isinstance(statement, Select | Update | Delete):
        return set()
    used: set[str] = set()
    tied: set[str] = set()
    given = False
    for element in visitors.iterate(statement):
        if isinstance(element, Select | Update | Delete):
            used |= {name for source in _sources(element) if (name := _scoped_name(source))}
        elif isinstance(element, BinaryExpression):
            sides = (element.left, element.right)
            keys = [side for side in sides if isinstance(side, ColumnClause) and side.name == _KEY]
            tied |= {str(getattr(key.table, "name", "")) for key in keys}
            given |= bool(keys) and any(isinstance(side, BindParameter) for side in sides)
    return used - tied if given else used


def _sources(statement: Select[*tuple[object, ...]] | Update | Delete) -> Iterator[FromClause]:
    """What ``statement`` itself names, joins taken apart."""
    open_ones = list(statement.get_final_froms()) if isinstance(statement, Select) else [statement.table]
    while open_ones:
        source = open_ones.pop()
        if isinstance(source, Join):
            open_ones += [source.left, source.right]
        else:
            yield source


def _scoped_name(source: FromClause) -> str | None:
    table = source.element if isinstance(source, Alias) else source
    return str(getattr(source, "name", "")) if isinstance(table, Table) and _KEY in table.c else None


def _scoped_tables() -> set[str]:
    return {table.name for table in SQLModel.metadata.tables.values() if _KEY in table.c}


def _maker() -> str | None:
    """The nearest function of ours that is making the statement; none when a test makes it itself."""
    for frame, _line in traceback.walk_stack(None):
        file = frame.f_code.co_filename
        if file.startswith(_ROOMS):
            return f"{Path(file).relative_to(PROJECT).as_posix()}:{frame.f_code.co_name}"
        if file.startswith(_TESTS) and file != __file__:
            return None
    return None
