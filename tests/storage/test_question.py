"""Statements that are written once: each asks for its workspace, and none is asked with a value left out."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import BigInteger, Column, MetaData, Select, Table, select
from sqlalchemy.exc import StatementError

import storage
from storage.among import among
from storage.database import Database
from storage.question import Given, Question

NUMBERS = Table("numbers", MetaData(), Column("n", BigInteger, primary_key=True))


@Question
def picked(given: Given) -> Select[int]:
    return select(NUMBERS.c.n).where(among(NUMBERS.c.n, given.wanted), ~among(NUMBERS.c.n, given.but)).limit(given.most)


def questions() -> Iterator[tuple[str, Question[*tuple[Any, ...]]]]:
    for module in pkgutil.iter_modules(storage.__path__, "storage."):
        if not module.ispkg:
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, Question):
                    yield f"{module.name}.{name}", value


def test_every_question_is_asked_with_its_workspace() -> None:
    found = dict(questions())
    assert len(found) >= 20
    assert [name for name, each in found.items() if "workspace_id" not in each.statement.compile().params] == []


def test_a_question_is_written_once_and_answers_by_its_values_alone(database: Database) -> None:
    with database.write() as work:
        connection = work.connection
        NUMBERS.create(connection)
        connection.execute(NUMBERS.insert(), [{"n": n} for n in range(10)])

        def asked(**values: object) -> set[int]:
            return set(picked.ask(connection, **values).scalars())

        statement = picked.statement
        assert asked(wanted={1, 2, 3}, but=[2], most=9) == {1, 3}
        assert asked(wanted=range(20), but=(), most=9) < set(range(10))
        assert asked(wanted=(), but={1}, most=9) == set()
        assert picked.statement is statement
        with pytest.raises(StatementError, match="most"):
            asked(wanted=[1], but=[2])
