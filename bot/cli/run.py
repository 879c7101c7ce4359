"""`lazo run`."""

from typing import Annotated, Literal

import typer

from bot.cannot_start import CannotStartError
from bot.cli.sub_command import sub_command
from bot.process import run
from bot.settings import SettingsError, load_settings

app = sub_command()


@app.command(name="run")
def run_command(
    *,
    http: Annotated[
        bool, typer.Option("--http", help="Serve Slack's requests over HTTP in place of Socket Mode.")
    ] = False,
    host: Annotated[str, typer.Option(help="Address to listen on, with --http.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on, with --http.", min=0, max=65535)] = 3000,
) -> None:
    """Run the bot until it is told to stop (SIGTERM, Ctrl-C)."""
    mode: Literal["socket", "http"] = "http" if http else "socket"
    try:
        run(load_settings(mode), mode=mode, host=host, port=port)
    except SettingsError as error:
        typer.echo(f"Lazo cannot start with these settings:\n{error}", err=True)
        raise typer.Exit(2) from None
    except CannotStartError as error:
        typer.echo(f"Lazo cannot start. {error}", err=True)
        raise typer.Exit(1) from None
