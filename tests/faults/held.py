"""Somebody else who holds what the bot wants to write."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine

from storage.database import database_url


@contextmanager
def held(url: str, table: str) -> Iterator[None]:
    """Keep everybody else from writing to ``table``; on SQLite, to any table."""
    engine = create_engine(database_url(url))
    with engine.connect() as connection:
        is_sqlite = engine.dialect.name == "sqlite"
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_sqlite else f"LOCK TABLE {table} IN SHARE MODE")
        yield
        connection.rollback()
    engine.dispose()
