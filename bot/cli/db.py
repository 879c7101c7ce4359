"""`lazo db`."""

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.sub_command import sub_command
from bot.settings import SettingsError, load_database_url
from storage import migrations, schema
from storage.database import database_url

app = sub_command(no_args_is_help=True)


@app.callback()
def db() -> None:
    """Prepare or upgrade the database."""


@app.command()
def upgrade() -> None:
    """Bring the database of DATABASE_URL to the newest version, making it when there is none."""
    try:
        url = load_database_url()
        before = schema.current(url)
        migrations.upgrade(url)
    except SettingsError as error:
        typer.echo(f"Lazo cannot work with these settings:\n{error}", err=True)
        raise typer.Exit(2) from None
    except SQLAlchemyError as error:
        typer.echo(f"The database was not changed: {str(error).splitlines()[0]}", err=True)
        raise typer.Exit(1) from None
    place = database_url(url).render_as_string(hide_password=True)
    after = schema.head()
    if before == after:
        typer.echo(f"{place} is at version {after} already.")
    else:
        typer.echo(f"{place}: {before or 'new'} → {after}.")
