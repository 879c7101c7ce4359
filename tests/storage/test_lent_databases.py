"""The tests' own PostgreSQL databases: one that comes back is as new, or is not lent again."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import text

from storage.database import Database
from tests.databases import PostgresServer
from tests.storage.rows import Team


@contextmanager
def opened(postgres: PostgresServer, name: str) -> Iterator[Database]:
    database = Database.open(postgres.url(name))
    yield database
    database.close()


def test_rows_and_numbers_begin_again(postgres: PostgresServer) -> None:
    name = postgres.lend()
    with opened(postgres, name) as database:
        first = Team.new(database)
        first.member()
    postgres.take_back(name)
    assert postgres.lend() == name
    with opened(postgres, name) as database:
        with database.read() as connection:
            assert connection.execute(text("SELECT count(*) FROM members")).scalar_one() == 0
        assert Team.new(database).id == first.id
    postgres.take_back(name)


def test_who_is_still_connected_is_sent_away(postgres: PostgresServer) -> None:
    """A lock that a test left behind would be the next one's."""
    name = postgres.lend()
    left = psycopg.connect(postgres.url(name))
    left.execute("LOCK TABLE members")
    postgres.take_back(name)
    assert postgres.lend() == name
    with opened(postgres, name) as database:
        assert Team.new(database).member() > 0
    postgres.take_back(name)
    left.close()


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE members RENAME TO people",
        "ALTER TABLE members ADD COLUMN shoe_size integer",
        "ALTER TABLE members ALTER COLUMN slack_user_id DROP NOT NULL",
        "CREATE TABLE more (number integer)",
        "DROP INDEX {index}",
        "ANALYZE workspaces",
        "DELETE FROM alembic_version",
    ],
)
def test_what_is_no_longer_like_the_others_is_not_lent_again(postgres: PostgresServer, change: str) -> None:
    name = postgres.lend()
    with opened(postgres, name) as database:
        Team.new(database)
        with database.write() as work:
            index = work.connection.execute(
                text("SELECT min(indexname) FROM pg_indexes WHERE tablename = 'notices' AND indexname LIKE 'ix%'")
            ).scalar_one()
            work.connection.execute(text(change.format(index=index)))
            work.commit()
    postgres.take_back(name)
    again = postgres.lend()
    assert again != name
    postgres.take_back(again)
