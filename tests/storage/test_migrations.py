"""Migrations make the schema that the models describe, keep every row, and may be repeated."""

from datetime import UTC, datetime
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text
from sqlmodel import SQLModel

from storage import outbox, schema
from storage.database import Database
from storage.database import database_url as parsed
from storage.migrations import upgrade
from storage.outbox import Outgoing
from tests.digest_rows import DigestRows

FULL_TEXT = (
    "objection_words",
    "account_words",
    "deal_words",
    "ix_objections_words",
    "ix_account_words",
    "ix_deal_words",
)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_a_new_database_gets_the_newest_version(empty_database_url: str) -> None:
    assert schema.current(empty_database_url) is None
    upgrade(empty_database_url)
    assert schema.current(empty_database_url) == schema.head()


def test_upgrading_again_changes_nothing_and_keeps_every_row(empty_database_url: str) -> None:
    upgrade(empty_database_url)
    fill(empty_database_url)
    before, shape = counts(empty_database_url), columns(empty_database_url)
    assert sum(before.values()) > 300
    assert {"objections", "leads", "deals", "outbox", "workspaces", "members", "accounts"} <= {
        table for table, count in before.items() if count
    }
    upgrade(empty_database_url)
    assert counts(empty_database_url) == before
    assert columns(empty_database_url) == shape


def test_the_schema_is_what_the_models_say(database_url: str) -> None:
    engine = create_engine(parsed(database_url))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = [difference for difference in compare_metadata(context, SQLModel.metadata) if not known(difference)]
    engine.dispose()
    assert not found


def test_no_row_lost_its_parent(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    fill(sqlite_url)
    upgrade(sqlite_url)
    engine = create_engine(parsed(sqlite_url))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    engine.dispose()


def known(difference: Any) -> bool:  # noqa: ANN401 - Alembic's tuples differ by what they tell
    """The full-text index: made by hand for each database, since a model cannot say what it is."""
    operation, subject = difference[0], difference[1]
    return operation in {"remove_table", "remove_index"} and str(subject.name).startswith(FULL_TEXT)


def fill(url: str) -> None:
    """Rows in the tables that people fill, with parents and children."""
    database = Database.open(url)
    rows = DigestRows.in_new_workspace(database)
    for number in range(100):
        account = rows.account(f"Account {number}")
        rows.objection(NOW, account_id=account, quote=f"Quote {number}")
        rows.lead(NOW, "paid_search", won_at=NOW)
    with database.write() as work:
        outbox.enqueue(work, rows.workspace_id, Outgoing("test", "test:1", "C1", {"text": "x"}), NOW)
        work.commit()
    database.close()


def counts(url: str) -> dict[str, int]:
    """The number of rows of each table."""
    engine = create_engine(parsed(url))
    with engine.connect() as connection:
        found = {
            table: int(connection.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one())
            for table in tables(engine)
        }
    engine.dispose()
    return found


def columns(url: str) -> dict[str, list[str]]:
    """The columns and indexes of each table."""
    engine = create_engine(parsed(url))
    look = inspect(engine)
    found = {
        table: [str(column["name"]) for column in look.get_columns(table)]
        + sorted(str(index["name"]) for index in look.get_indexes(table))
        for table in tables(engine)
    }
    engine.dispose()
    return found


def tables(engine: Engine) -> list[str]:
    """The tables, without the parts of a full-text index."""
    return [name for name in inspect(engine).get_table_names() if not name.startswith(FULL_TEXT)]
