"""Which version a database is at, and which this code needs: asked at every start, so without loading Alembic."""

from pathlib import Path

from sqlalchemy import Connection, create_engine, inspect, text

from storage.database import database_url


def head() -> str:
    """The newest revision that this code knows: migrations are named by it, in order."""
    return revisions()[-1]


def revisions() -> list[str]:
    """Every revision that this code knows, oldest first."""
    # By path: asking the package for its files would import it, and Alembic with it.
    names = (file.name for file in (Path(__file__).parent / "migrations" / "versions").iterdir())
    return sorted(name.partition("_")[0] for name in names if name[:1].isdigit() and name.endswith(".py"))


def current(url: str) -> str | None:
    """The revision of the database at ``url``; nothing when it was never migrated (or its file is not there)."""
    if not exists(url):
        return None
    engine = create_engine(database_url(url))
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            return None if found is None else str(found)
    finally:
        engine.dispose()


def exists(url: str) -> bool:
    """Whether the file of a SQLite database is there; other databases are asked by connecting."""
    parsed = database_url(url)
    return parsed.get_backend_name() != "sqlite" or (parsed.database is not None and Path(parsed.database).is_file())


def ping(connection: Connection) -> None:
    """Ask the database for anything at all. Raises SQLAlchemyError when it does not answer."""
    connection.execute(text("SELECT 1"))
