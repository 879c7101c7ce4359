"""`lazo policies`: agreements on response times to a file, and from one, all or nothing."""

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.cli.opening import opened, refuse, workspace_named
from bot.cli.sub_command import sub_command
from bot.clock import Clock
from commands.sla import files
from commands.sla.files import Change
from domain.policy_file import FilePolicy, PolicyFileError, read, write
from storage import policies
from storage.database import Database
from storage.ids import WorkspaceId

_STDIO: Final = "-"
#: A file of agreements is small; what is larger is another file.
_MOST_BYTES: Final = 2_000_000

app = sub_command(
    no_args_is_help=True,
    help="Write agreements on response times to a file, or take them from one.",
)

TeamFlag = Annotated[str | None, typer.Option(metavar="T…", help="The workspace, where there is more than one.")]


@app.command(name="export")
def export_(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="Where to; - is standard output.")] = _STDIO,
    *,
    team: TeamFlag = None,
) -> None:
    """Write every agreement to a JSON file: for whom, the times, the ladder."""
    with opened() as database:
        with database.write() as work:
            workspace_id = workspace_named(work.connection, team)
            policies.ensure_defaults(work, workspace_id, Clock().business_now())
            work.commit()
        with database.read() as connection:
            found = files.all_of(connection, workspace_id)
    if file == _STDIO:
        typer.echo(write(found), nl=False)
        return
    try:
        Path(file).write_text(write(found), "utf-8")
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror}")
    typer.echo(f"{len(found)} agreements written to {file}.")


@app.command(name="import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The JSON file; - reads standard input.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    team: TeamFlag = None,
) -> None:
    """Take agreements from a JSON file, all or nothing: named ones change, new ones are added, all others stay."""
    try:
        wanted = read(_text(file))
    except PolicyFileError as error:
        refuse("Nothing was changed:\n" + "\n".join(f"  {each}" for each in error.problems))
    with opened() as database:
        with database.read() as connection:
            workspace_id = workspace_named(connection, team)
        changes = _changed(database, workspace_id, wanted, dry_run=dry_run)
    for change in changes:
        typer.echo(f"{'changed' if change.row else 'new'}: {change.terms.name}")
        for line in change.lines:
            typer.echo(f"  {line}")
    if not changes:
        typer.echo("Everything is as the file says already.")
    elif dry_run:
        typer.echo("Nothing was changed: without --dry-run this is done, for leads handed over from then on.")
    else:
        typer.echo("Done, for leads handed over from now on.")


def _changed(
    database: Database, workspace_id: WorkspaceId, wanted: tuple[FilePolicy, ...], *, dry_run: bool
) -> tuple[Change, ...]:
    with database.write() as work:
        changes = files.apply(work, workspace_id, wanted, Clock().business_now())
        if not dry_run:  # what is not committed did not happen
            work.commit()
    return changes


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read(_MOST_BYTES + 1) if file == _STDIO else Path(file).read_bytes()
    except OSError as error:
        refuse(f"{file} cannot be read: {error.strerror}")
    if len(data) > _MOST_BYTES:
        refuse(f"{file} is too large for a file of agreements.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse(f"{file} is no text in UTF-8.")
