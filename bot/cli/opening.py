"""The database of DATABASE_URL, opened for a command; what is wrong with it ends the command with 2 and a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import SettingsError, load_database_url
from storage import people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.schema import current, head


def refuse(sentence: str) -> NoReturn:
    """End with 2, having said why."""
    typer.echo(sentence, err=True)
    raise typer.Exit(2)


@contextmanager
def opened() -> Iterator[Database]:
    """The migrated database, closed again afterwards."""
    try:
        url = load_database_url()
    except SettingsError as error:
        refuse(f"Lazo cannot work with these settings:\n{error}")
    database = Database.open(url)
    try:
        file = database.sqlite_file
        try:
            is_ready = (file is None or file.exists()) and current(url) == head()
        except SQLAlchemyError as error:
            refuse(f"The database does not answer: {str(error).splitlines()[0]}")
        if not is_ready:
            refuse("The database is not there yet, or not up to date: run `lazo db upgrade` first.")
        yield database
    finally:
        database.close()


def workspace_named(connection: Connection, team: str | None) -> WorkspaceId:
    """The workspace with the Slack id ``team``, or the only one there is; refused when that names none or several."""
    known = {found.team_id: WorkspaceId(found.id or 0) for found in people.list_workspaces(connection)}
    names = ", ".join(sorted(known))
    if not known:
        refuse("No workspace is here yet: run `lazo run` once, or import leads with --team T… --create.")
    if team is None and len(known) > 1:
        refuse(f"More than one workspace is here: say which with --team ({names}).")
    if team is not None and team not in known:
        refuse(f"No workspace {team} is here. Known: {names}.")
    return known[team or names]
