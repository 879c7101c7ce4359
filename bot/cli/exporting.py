"""`lazo export accounts [FILE.csv]`: the accounts as a file that `lazo import accounts` reads back.

Ends with 0, or with 2 and a sentence when the flags or the database are no use as they are.
"""

import io
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.cli.opening import opened, refuse, workspace_named
from bot.cli.sub_command import sub_command
from commands.i18n import Texts
from commands.importing.account_file import ENCODING, write_accounts

_STDOUT: Final = "-"

app = sub_command(no_args_is_help=True)


@app.callback()
def export() -> None:
    """Write what Lazo knows to a CSV file."""


@app.command("accounts")
def accounts(
    file: Annotated[str, typer.Argument(metavar="[FILE.csv]", help="Where to; - is standard output.")] = _STDOUT,
    *,
    lang: Annotated[str, typer.Option("--lang", help="Language of the headings: en or es.")] = "en",
    team: Annotated[str | None, typer.Option(metavar="T…", help="The workspace, where there is more than one.")] = None,
) -> None:
    """Write every account with its tier and owners. The file, imported again, changes nothing."""
    if lang not in {"en", "es"}:
        refuse("Headings are written in en or es.")
    with opened() as database:
        out = io.StringIO(newline="")
        with database.read() as connection:
            count = write_accounts(out, connection, workspace_named(connection, team), Texts().into(lang))
    if file == _STDOUT:
        typer.echo(out.getvalue(), nl=False)
        return
    try:
        Path(file).write_text(out.getvalue(), ENCODING, newline="")
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror}.")
    typer.echo(f"{count:,} account{'' if count == 1 else 's'} written to {file}.")
