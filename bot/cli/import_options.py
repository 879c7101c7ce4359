"""The flags of `lazo import`, and what they and a saved mapping say together."""

import os
from collections.abc import Mapping
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Annotated, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from bot.cli.opening import refuse
from commands.importing.actions import ImportFile
from commands.importing.mapping import SavedMapping, load_mapping, parse_flags
from commands.importing.rows import Conventions
from domain.csv_values import DateOrder, Decimals, read_currency
from domain.taxonomy import DealOutcome
from domain.values import frozen
from storage.imports import RecordKind

_NAMED_DELIMITERS: Final = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


FileFlag = Annotated[Path, typer.Argument(metavar="FILE.csv", help="The file, with headers in its first line.")]
MapFlag = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="FIELD=COLUMN", help="Which column tells a field (repeatable); FIELD= leaves it out."
    ),
]
MappingFlag = Annotated[
    Path | None, typer.Option(metavar="FILE.toml", help="Use a saved mapping; flags come before it.")
]
SaveMappingFlag = Annotated[
    Path | None, typer.Option(metavar="FILE.toml", help="Save the columns and conventions for the next time.")
]
DateFormatFlag = Annotated[
    DateOrder | None, typer.Option(help="How dates with slashes are meant: dmy (31/12/2018) or mdy (12/31/2018).")
]
ZoneFlag = Annotated[str | None, typer.Option("--tz", help="Time zone of times that do not name one. [default: UTC]")]
EncodingFlag = Annotated[str | None, typer.Option(help="Such as cp1252. [default: UTF-8, or UTF-16 by its mark]")]
DelimiterFlag = Annotated[str | None, typer.Option(help="A character, or tab. [default: found in the headers]")]
ReportFlag = Annotated[
    Path | None,
    typer.Option(metavar="FILE.csv", help="Where refused and doubtful rows go. [default: beside the input]"),
]
TeamFlag = Annotated[str | None, typer.Option(metavar="T…", help="The workspace, where there is more than one.")]
CreateFlag = Annotated[bool, typer.Option("--create", help="Make the workspace of --team when it is not there yet.")]
CreateAccountsFlag = Annotated[bool, typer.Option("--create-accounts", help="Make accounts of unknown companies.")]
DecimalFlag = Annotated[Decimals | None, typer.Option(help="The decimal mark: point (20,000.5) or comma (20.000,5).")]
CurrencyFlag = Annotated[str | None, typer.Option(metavar="EUR", help="Currency of amounts that do not name one.")]
OutcomeFlag = Annotated[
    DealOutcome | None, typer.Option(help="Outcome of deals whose row does not tell, e.g. won for closed deals.")
]


@frozen
class Asked:
    """The flags of one command, as typed; ``reading`` are those that a mapping file may say too."""

    file: Path
    map: list[str]
    mapping: Path | None
    save_mapping: Path | None
    report: Path | None
    team: str | None
    create: bool
    create_accounts: bool
    reading: Mapping[str, str | None]


def import_request(kind: RecordKind, asked: Asked) -> tuple[ImportFile, SavedMapping]:
    """The intent that the flags stand for, and the same as a mapping to save. Raises `WholeFileError`.

    A flag that makes no sense ends the program with 2 and a sentence.
    """
    columns, reading = _combine(kind, asked)
    wanted = ImportFile(
        kind,
        asked.file,
        columns,
        _conventions(reading),
        reading.get("encoding"),
        _delimiter(reading.get("delimiter")),
        asked.create_accounts,
    )
    return wanted, SavedMapping(kind, columns, reading)


def report_path(asked: Asked) -> Path:
    """Where the report goes; ends with 2 when it cannot go there."""
    path = asked.report or asked.file.parent / f"{asked.file.name or 'import'}.report.csv"
    if path.resolve() == asked.file.resolve():
        refuse("The report would overwrite the file to import: name another with --report.")
    # Said before anything is stored, not after: the report is half of the answer.
    if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        refuse(f"The report cannot be written to {path}: name another file with --report.")
    return path


def _combine(kind: RecordKind, asked: Asked) -> tuple[dict[str, str], dict[str, str]]:
    """Columns and conventions of the saved mapping, under those of the flags."""
    saved = load_mapping(asked.mapping, kind) if asked.mapping else SavedMapping(kind)
    flags = {name: str(value) for name, value in asked.reading.items() if value is not None}
    return {**saved.columns, **parse_flags(kind, asked.map)}, {**saved.reading, **flags}


def _conventions(reading: Mapping[str, str]) -> Conventions:
    zone: tzinfo = UTC
    name = reading.get("tz", "UTC")
    if name != "UTC":
        try:
            zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            refuse(f"There is no time zone {name}. Time zones have names such as Europe/Madrid.")
    currency = read_currency(reading["currency"]) if "currency" in reading else None
    if currency and currency.value is None:
        refuse(f"{reading['currency']} is not a currency. Currencies have codes such as EUR, USD or MXN.")
    try:
        return Conventions(
            DateOrder(reading.get("date_format", DateOrder.ISO)),
            zone,
            Decimals(reading["decimal"]) if "decimal" in reading else None,
            currency.value if currency else None,
            DealOutcome(reading["outcome"]) if "outcome" in reading else None,
        )
    except ValueError as error:  # only a mapping file can say such a thing: flags are checked when read
        refuse(f"The mapping file's [reading] is wrong: {error}.")


def _delimiter(text: str | None) -> str | None:
    if text is None:
        return None
    mark = _NAMED_DELIMITERS.get(text, text)
    if len(mark) != 1 or mark in '"\r\n':
        refuse(f"{text} cannot separate columns: give one character, or tab.")
    return mark
