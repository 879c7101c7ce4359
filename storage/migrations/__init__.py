"""Schema versions (Alembic). Migrations keep rows: each is tested on a filled database with counts."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from storage.database import database_url

_HERE = Path(__file__).parent


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at ``url`` to ``revision``, making it when it does not exist. Safe to repeat."""
    parsed = database_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    command.upgrade(_config(url), revision)


@cache
def head() -> str:
    """The newest revision that this code knows."""
    found = ScriptDirectory.from_config(_config("sqlite:///unused.db")).get_current_head()
    return found or ""


def current(url: str) -> str | None:
    """The revision of the database at ``url``; nothing when it was never migrated."""
    engine = create_engine(database_url(url))
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.attributes["url"] = database_url(url)
    return config


def exists(url: str) -> bool:
    """Whether the file of a SQLite database is there; other databases are asked by connecting."""
    name = database_url(url).database
    return name is not None and Path(name).is_file()
