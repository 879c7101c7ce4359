"""Inserting what may be there already: both databases can, each by a statement of its own kind."""

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel


def upsert(connection: Connection, table: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
    """An insert into ``table`` that takes ``on_conflict_do_nothing`` or ``on_conflict_do_update``."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
