"""`lazo doctor`.

Ends with 0, or with 1 when something is broken.
"""

import logging
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.sub_command import sub_command
from bot.doctor.examination import examine
from bot.doctor.findings import is_healthy
from bot.doctor.report import as_json, as_lines, print_table, summary

app = sub_command()


@app.command()
def doctor(
    *,
    timeout: Annotated[
        int, typer.Option(min=1, max=60, help="Seconds that one answer of Slack is waited for; 30 for all of them.")
    ] = 5,
    as_json_: Annotated[bool, typer.Option("--json", help="For a program: ok, counts, findings.")] = False,
) -> None:
    """Look at settings, tokens, scopes, channels, database and clock; each line says what it found and what to do.

    Changes nothing. Ends with 1 when something is broken. Printed to a pipe, it is one line a finding.
    """
    # Its complaints about the network are findings here.
    logging.getLogger("slack_sdk").setLevel(logging.CRITICAL)
    findings = list(examine(timeout))
    if as_json_:
        typer.echo(as_json(findings))
    else:
        console = Console()
        if console.is_terminal:
            print_table(findings, console)
        else:
            for line in as_lines(findings):
                typer.echo(line)
        typer.echo(summary(findings))
    if not is_healthy(findings):
        raise typer.Exit(1)
