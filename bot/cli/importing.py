"""`lazo import leads|deals|accounts FILE.csv`: flags in, an import, its summary and its report file out.

Ends with 0 when every row was taken, 1 when some were not, 2 when the file or the flags are no use as they are.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from bot.cli.import_options import (
    Asked,
    CreateAccountsFlag,
    CreateFlag,
    CurrencyFlag,
    DateFormatFlag,
    DecimalFlag,
    DelimiterFlag,
    EncodingFlag,
    FileFlag,
    MapFlag,
    MappingFlag,
    OutcomeFlag,
    ReportFlag,
    SaveMappingFlag,
    TeamFlag,
    ZoneFlag,
    import_request,
    report_path,
)
from bot.cli.opening import opened, refuse
from bot.cli.sub_command import sub_command
from bot.clock import Clock
from commands.importing.actions import ImportFile, ImportOutcome, import_file
from commands.importing.mapping import SavedMapping, dump_mapping
from commands.importing.problems import Finding, WholeFileError
from commands.importing.views import file_problem, summary, write_report
from storage import people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.imports import RecordKind, add_team

#: Seconds between two chunks, in which another process writes to the same SQLite file. It waits in SQLite's sleeping
#: poll (25 ms after the first few), which a shorter pause would often miss.
_PAUSE: Final = 0.03


app = sub_command(no_args_is_help=True, help="Import leads, deals or accounts from a CSV file.")


@app.command("leads")
def leads(
    file: FileFlag,
    *,
    map_: MapFlag = None,
    mapping: MappingFlag = None,
    save_mapping: SaveMappingFlag = None,
    date_format: DateFormatFlag = None,
    tz: ZoneFlag = None,
    encoding: EncodingFlag = None,
    delimiter: DelimiterFlag = None,
    report: ReportFlag = None,
    team: TeamFlag = None,
    create: CreateFlag = False,
    create_accounts: CreateAccountsFlag = False,
) -> None:
    """Import marketing qualified leads. The same file again changes nothing."""
    reading = {"date_format": date_format, "tz": tz, "encoding": encoding, "delimiter": delimiter}
    _import(
        RecordKind.LEADS,
        Asked(file, map_ or [], mapping, save_mapping, report, team, create, create_accounts, reading),
    )


@app.command("deals")
def deals(
    file: FileFlag,
    *,
    map_: MapFlag = None,
    mapping: MappingFlag = None,
    save_mapping: SaveMappingFlag = None,
    outcome: OutcomeFlag = None,
    decimal: DecimalFlag = None,
    currency: CurrencyFlag = None,
    date_format: DateFormatFlag = None,
    tz: ZoneFlag = None,
    encoding: EncodingFlag = None,
    delimiter: DelimiterFlag = None,
    report: ReportFlag = None,
    team: TeamFlag = None,
    create: CreateFlag = False,
    create_accounts: CreateAccountsFlag = False,
) -> None:
    """Import deals, linked to their leads. The same file again changes nothing."""
    reading = {
        "outcome": outcome,
        "decimal": decimal,
        "currency": currency,
        "date_format": date_format,
        "tz": tz,
        "encoding": encoding,
        "delimiter": delimiter,
    }
    _import(
        RecordKind.DEALS,
        Asked(file, map_ or [], mapping, save_mapping, report, team, create, create_accounts, reading),
    )


@app.command("accounts")
def accounts(
    file: FileFlag,
    *,
    map_: MapFlag = None,
    mapping: MappingFlag = None,
    save_mapping: SaveMappingFlag = None,
    date_format: DateFormatFlag = None,
    encoding: EncodingFlag = None,
    delimiter: DelimiterFlag = None,
    report: ReportFlag = None,
    team: TeamFlag = None,
    create: CreateFlag = False,
) -> None:
    """Import accounts with their tiers and owners. The same file again changes nothing."""
    reading = {"date_format": date_format, "encoding": encoding, "delimiter": delimiter}
    asked = Asked(file, map_ or [], mapping, save_mapping, report, team, create, create_accounts=False, reading=reading)
    _import(RecordKind.ACCOUNTS, asked)


def _import(kind: RecordKind, asked: Asked) -> None:
    now = Clock().business_now()
    try:
        wanted, mapping = import_request(kind, asked)
        report_file = report_path(asked)
        with opened() as database:
            workspace = _workspace(database, asked, now)
            outcome, reported = _run(database, workspace, wanted, report_file, now)
    except WholeFileError as error:
        refuse(file_problem(error))
    for line in summary(outcome):
        typer.echo(line)
    if reported:
        typer.echo(f"Each of these rows, with its reason: {report_file}")
    if asked.save_mapping:
        # What was left out on purpose ("field=") stays left out.
        _save_mapping(asked.save_mapping, replace(mapping, columns={**mapping.columns, **outcome.columns}))
    if not outcome.is_complete:
        typer.echo("Not all rows were taken.", err=True)
        raise typer.Exit(1)


def _run(
    database: Database, workspace: WorkspaceId, wanted: ImportFile, report_file: Path, now: datetime
) -> tuple[ImportOutcome, int]:
    reported = 0

    def report(findings: Iterator[Finding]) -> None:
        nonlocal reported
        part = report_file.with_name(f"{report_file.name}.part")
        with part.open("w", encoding="utf-8", newline="") as out:
            reported = write_report(out, findings)
        if reported or report_file.exists():
            part.replace(report_file)  # an older report would speak of rows that are no longer wrong
        else:
            part.unlink()

    with _progress() as progress:
        outcome = import_file(
            database,
            workspace,
            wanted,
            now=now,
            report=report,
            progress=progress,
            pause=(lambda: time.sleep(_PAUSE)) if database.is_sqlite else (lambda: None),
        )
    return outcome, reported


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each phase on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<8}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=console, disable=not console.is_terminal, transient=True)
    tasks = {phase: bars.add_task(phase, total=None) for phase in ("reading", "storing")}
    with bars if console.is_terminal else nullcontext():
        yield lambda phase, done, total: bars.update(tasks[phase], completed=done, total=total)


def _save_mapping(path: Path, mapping: SavedMapping) -> None:
    try:
        path.write_text(dump_mapping(mapping), encoding="utf-8")
    except OSError as error:
        refuse(f"The rows are stored, but the mapping could not be saved to {path}: {error.strerror}.")
    typer.echo(f"Mapping saved: {path}")


def _workspace(database: Database, asked: Asked, now: datetime) -> WorkspaceId:
    with database.read() as connection:
        known = {found.team_id: WorkspaceId(found.id or 0) for found in people.list_workspaces(connection)}
    if asked.team is None and len(known) == 1:
        return next(iter(known.values()))
    if asked.team in known:
        return known[asked.team]
    if asked.team and asked.create:
        with database.write() as work:
            workspace = add_team(work, asked.team, now)
            work.commit()
        return workspace
    names = ", ".join(known)
    if asked.team:
        problem = f"No workspace {asked.team} is here yet: run `lazo run` once, or add --create."
        problem += f" Known: {names}." if known else ""
    elif known:
        problem = f"More than one workspace is here: say which with --team ({names})."
    else:
        problem = "No workspace is here yet: run `lazo run` once, or say --team T… --create."
    return refuse(problem)
