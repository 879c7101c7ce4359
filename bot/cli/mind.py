"""`lazo mind`: what the text assistant cost each workspace, and what was sent to it."""

from datetime import datetime
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.opening import opened, refuse
from bot.cli.sub_command import sub_command
from bot.clock import Clock
from bot.settings import MindSettings, SettingsError, load_mind_settings
from domain.mind_budget import budget_of, month_start
from storage import mind_calls, mind_choices, people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.tables import MindCall, Workspace

_MILLION: Final = 1_000_000

app = sub_command(help="What the text assistant cost this month, and what was sent to it.")


@app.callback(invoke_without_command=True)
def report(context: typer.Context) -> None:
    """This month by workspace: whether it is on, what it was asked, the tokens and money used, and the budget."""
    if context.invoked_subcommand is not None:
        return
    settings = _settings()
    typer.echo(f"The text assistant: {settings.mind}{'' if settings.mind == 'none' else f', {_model(settings)}'}.")
    with opened() as database:
        rows = [_row(database, each, settings, Clock().system_now()) for each in _workspaces(database)]
    table = Table("workspace", "is", "calls", "unanswered", "tokens", "of", "money", "of")
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@app.command()
def calls(limit: Annotated[int, typer.Option(help="How many, newest first.", min=1, max=1000)] = 20) -> None:
    """List the latest calls: what for, how they ended, what they used. `lazo mind call` shows one with its texts."""
    with opened() as database, database.read() as connection:
        found = mind_calls.list_calls(connection, limit)
    if not found:
        typer.echo("Nothing was asked yet.")
        return
    table = Table("workspace", "id", "at (UTC)", "for", "prompt", "model", "ended", "tokens", "ms", "masked")
    for each in found:
        table.add_row(
            str(each.workspace_id),
            str(each.id),
            f"{each.at:%Y-%m-%d %H:%M:%S}",
            each.purpose,
            each.prompt,
            each.model,
            each.state,
            str(each.tokens_in + each.tokens_out),
            str(each.milliseconds),
            str(each.masked),
        )
    Console().print(table)


@app.command()
def call(
    workspace: Annotated[int, typer.Argument(help="The call's workspace, as listed.")],
    number: Annotated[int, typer.Argument(metavar="ID", help="The call's id, as listed.")],
) -> None:
    """Show exactly what was sent and received in one call, while that is kept (LAZO_MIND_AUDIT_DAYS)."""
    with opened() as database, database.read() as connection:
        found = mind_calls.get_call(connection, WorkspaceId(workspace), number)
    if found is None:
        refuse(f"There is no call {number} in workspace {workspace}.")
    typer.echo("\n".join(_told(found)))


def _told(found: MindCall) -> list[str]:
    who = "nobody (a job)" if found.member_id is None else f"member {found.member_id}"
    return [
        f"{found.at:%Y-%m-%d %H:%M:%S} UTC, {found.purpose}, {found.prompt}, {found.mind} ({found.model})",
        f"asked by {who}, channel {found.channel or 'none'}; {found.masked} things masked",
        f"ended: {found.state} {found.detail}".rstrip(),
        f"tokens sent {found.tokens_in}, received {found.tokens_out}, {found.milliseconds} ms",
        f"sent: {found.sent or 'not kept (any more)'}",
        f"received: {found.received or 'not kept (any more), or nothing came'}",
    ]


def _row(database: Database, workspace: Workspace, settings: MindSettings, now: datetime) -> tuple[str, ...]:
    assert workspace.id is not None
    workspace_id = WorkspaceId(workspace.id)
    with database.read() as connection:
        since = month_start(now, workspace.tz)
        choice = mind_choices.choice_of(connection, workspace_id)
        month = mind_calls.report(connection, workspace_id, since)
        used = mind_calls.used(connection, workspace_id, since)
    budget = budget_of(settings.lazo_mind_budget_tokens, settings.lazo_mind_budget_money)
    limit = budget.lowered_to(choice.monthly_tokens)
    return (
        f"{workspace.id} {workspace.name}".rstrip(),
        "off" if choice.is_off else f"on, not in {len(choice.off_channels)} channels" if choice.off_channels else "on",
        str(sum(each.calls for each in month)),
        str(sum(each.unanswered for each in month)),
        f"{used.tokens:,}",
        "no limit" if limit.tokens is None else f"{limit.tokens:,}",
        f"{used.micros / _MILLION:.2f}",
        "no limit" if limit.micros is None else f"{limit.micros / _MILLION:.2f}",
    )


def _workspaces(database: Database) -> list[Workspace]:
    with database.read() as connection:
        return people.list_workspaces(connection)


def _model(settings: MindSettings) -> str:
    return settings.lazo_mind_model if settings.mind == "openai" else "on this machine"


def _settings() -> MindSettings:
    try:
        return load_mind_settings()
    except SettingsError as error:
        refuse(f"Lazo cannot work with these settings:\n{error}")
