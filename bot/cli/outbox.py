"""`lazo outbox`."""

from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.opening import opened
from bot.cli.sub_command import sub_command
from bot.clock import Clock
from storage import outbox
from storage.ids import WorkspaceId


class State(StrEnum):
    """Where a message is on its way."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"
    DEAD = "dead"


app = sub_command(help="Look at messages on their way to Slack, and send dead ones again.")


@app.callback(invoke_without_command=True)
def show(
    context: typer.Context,
    state: Annotated[State | None, typer.Option(help="Only messages in this state.")] = None,
    limit: Annotated[int, typer.Option(help="How many, newest first.", min=1, max=1000)] = 20,
) -> None:
    """Count the messages in each state and list the newest; dead ones with what Slack said and their error id."""
    if context.invoked_subcommand is not None:
        return
    with opened() as database, database.read() as connection:
        counts = outbox.counts(connection)
        messages = outbox.list_messages(connection, state=state, limit=limit)
    console = Console()
    console.print(", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "The outbox is empty.")
    if not messages:
        return
    table = Table("workspace", "id", "kind", "channel", "state", "tries", "made (UTC)", "last error", "error id")
    for message in messages:
        table.add_row(
            str(message.workspace_id),
            str(message.id),
            message.kind,
            message.channel,
            message.state,
            str(message.attempts),
            f"{message.created_at:%Y-%m-%d %H:%M:%S}",
            message.last_error or "",
            message.error_id or "",
        )
    console.print(table)


@app.command()
def retry(
    workspace: Annotated[int, typer.Argument(help="The message's workspace, as listed.")],
    message: Annotated[int, typer.Argument(help="The message's id, as listed.")],
) -> None:
    """Send a dead message again, once its cause is mended."""
    with opened() as database, database.write() as work:
        revived = outbox.revive(work, WorkspaceId(workspace), message, Clock().system_now())
        work.commit()
    if not revived:
        typer.echo(f"There is no dead message {message} in workspace {workspace}.", err=True)
        raise typer.Exit(1)
    typer.echo(f"Message {message} will be tried again.")
