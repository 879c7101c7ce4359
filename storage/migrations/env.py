"""How Alembic reaches the database. Run by Alembic, never imported by the product."""

from alembic import context
from sqlalchemy import create_engine, pool
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - registers the tables on the metadata


def run() -> None:
    """Apply migrations in one transaction; on SQLite with foreign keys off, then checked."""
    engine = create_engine(context.config.attributes["url"], poolclass=pool.NullPool)
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if is_sqlite:
            # Batch migrations drop and rebuild tables: with foreign keys on that deletes the children.
            # The pragma does nothing inside a transaction, so it comes first.
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=is_sqlite)
        with context.begin_transaction():
            context.run_migrations()
            if is_sqlite:
                orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if orphans:
                    message = f"migration would leave {len(orphans)} rows without their parent: {orphans[:5]}"
                    raise RuntimeError(message)
        connection.commit()
    engine.dispose()


run()
