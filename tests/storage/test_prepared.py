"""The hot path's statements, which run past SQLAlchemy's events: scoped like all others, and giving the same rows."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest
from sqlalchemy import Insert

import storage
from storage import objections
from storage.database import Database
from storage.prepared import Prepared
from tests.scoping import unscoped
from tests.storage.rows import Team


def prepared_statements() -> Iterator[tuple[str, Prepared]]:
    for module in iter_modules(storage.__path__, "storage."):
        if not module.ispkg:
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, Prepared):
                    yield f"{module.name}.{name}", value


@pytest.mark.parametrize(("name", "prepared"), list(prepared_statements()))
def test_every_prepared_statement_names_its_workspace(name: str, prepared: Prepared) -> None:
    statement = prepared.build()
    if not isinstance(statement, Insert):  # an insert has all columns, the workspace among them
        assert unscoped(statement) == set(), name


def test_there_are_some() -> None:
    assert len(list(prepared_statements())) >= 5


def test_a_prepared_statement_reads_what_core_reads(database: Database) -> None:
    team = Team.new(database)
    team.objections(team.member(), {"q": {"theme": "price", "argument": "a", "worked": "yes"}})
    prepared = objections.ARGUMENTS
    values = {"workspace": team.id, "theme": "price", "but": 0, "most": 3}
    with database.read() as connection:
        plainly = [tuple(row) for row in connection.execute(prepared.build(), values)]
        assert prepared.all(connection, values) == plainly == [("a", "yes", None)]
        assert prepared.first(connection, {**values, "theme": "none"}) is None
