"""Schema versions (Alembic). Migrations keep rows: each is tested on a filled database with counts."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from storage.database import database_url

_HERE = Path(__file__).parent


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at ``url`` to ``revision``, making it when it does not exist. Safe to repeat."""
    parsed = database_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    command.upgrade(_config(url), revision)


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.attributes["url"] = database_url(url)
    return config
