"""`lazo db`."""

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import SettingsError, load_database_url
from storage import migrations
from storage.database import database_url

app = typer.Typer(no_args_is_help=True, help="Prepare or upgrade the database.")


@app.callback()
def db() -> None:
    """Prepare or upgrade the database."""


@app.command()
def upgrade() -> None:
    """Bring the database of DATABASE_URL to the newest version, making it when there is none."""
    try:
        url = load_database_url()
        before = _version(url)
        migrations.upgrade(url)
    except SettingsError as error:
        typer.echo(f"Lazo cannot start with these settings:\n{error}", err=True)
        raise typer.Exit(2) from None
    except SQLAlchemyError as error:
        typer.echo(f"The database was not changed: {str(error).splitlines()[0]}", err=True)
        raise typer.Exit(1) from None
    place = database_url(url).render_as_string(hide_password=True)
    after = migrations.head()
    if before == after:
        typer.echo(f"{place} is at version {after} already.")
    else:
        typer.echo(f"{place}: {before or 'new'} → {after}.")


def _version(url: str) -> str | None:
    parsed = database_url(url)
    if parsed.get_backend_name() == "sqlite":
        # Asking a file that is not there would make it, in a folder that may not be there either.
        return migrations.current(url) if migrations.exists(url) else None
    return migrations.current(url)
