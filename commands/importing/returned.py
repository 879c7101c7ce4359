"""Rows that go back to the person: each as it was, with the reason before it, safe to open in a spreadsheet.

A returned file that was mended may be dropped again: its own columns are told from the original ones.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final

from commands.i18n import Say
from commands.importing.problems import Finding, Severity
from commands.importing.source import CsvSource, Record, open_csv
from domain.accounts_csv import unguarded
from storage.imports import RecordKind

#: The columns before the original ones: where the row was, which of its columns are meant, and why it came back.
REPORT_HEADINGS: Final = ("lazo_row", "lazo_column", "lazo_reason")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def defused(value: str) -> str:
    """``value`` as a spreadsheet shows it: one that it would run as a formula gets an apostrophe, NUL is replaced."""
    plain = value.replace("\x00", "\ufffd")
    return f"'{plain}" if plain.startswith(_FORMULA_STARTS) else plain


def as_it_was(value: str) -> str:
    """What `defused` was given, but for NUL."""
    return value[1:] if value.startswith("'") and value[1:].startswith(_FORMULA_STARTS) else value


def as_meant(kind: RecordKind, record: Record, *, was_returned: bool) -> Record:
    """A row without what guards its cells against spreadsheets: in a returned file, and in any of accounts."""
    cells = record.cells
    if was_returned:
        cells = [as_it_was(cell) for cell in cells]
    if kind is RecordKind.ACCOUNTS:
        cells = [unguarded(cell) for cell in cells]
    return record if cells is record.cells else replace(record, cells=cells)


def is_returned(headings: Sequence[str]) -> bool:
    """Whether a file is one that went back to somebody before."""
    return set(REPORT_HEADINGS) <= set(headings)


def report_name(name: str) -> str:
    """What the returned file is called."""
    stem = name[:-4] if name.lower().endswith((".csv", ".tsv", ".txt")) else name
    return f"{stem[:100]}-lazo.csv"


def write_returned(
    target: Path, original: Path, encoding: str | None, delimiter: str | None, findings: Iterator[Finding], say: Say
) -> int:
    """Write each row that has a finding to ``target``, in the order of the file; gives their number.

    ``findings`` come by line. The file is UTF-8 with its mark, which Excel needs to show accents.
    """
    count = 0
    with (
        open_csv(original, encoding, delimiter) as source,
        target.open("w", encoding="utf-8-sig", newline="") as out,
    ):
        writer = csv.writer(out, delimiter=source.delimiter)
        kept = [at for at, heading in enumerate(source.headers) if heading not in REPORT_HEADINGS]
        unescape = is_returned(source.headers)
        writer.writerow([*REPORT_HEADINGS, *(defused(source.headers[at]) for at in kept)])
        rows = _Rows(source, kept)
        for line, group in groupby(findings, lambda finding: finding.line):
            told = list(group)
            cells = rows.at(line)
            columns = ", ".join(dict.fromkeys(finding.column for finding in told if finding.column))
            reasons = "; ".join(dict.fromkeys(_reason(say, finding) for finding in told))
            shown = [as_it_was(cell) for cell in cells] if unescape else cells
            writer.writerow([line, defused(columns), reasons, *(defused(cell) for cell in shown)])
            count += 1
    return count


class _Rows:
    """The rows of a file, asked for by ascending lines."""

    def __init__(self, source: CsvSource, kept: Sequence[int]) -> None:
        self._records = source.records()
        self._kept = kept

    def at(self, line: int) -> list[str]:
        """The kept cells of the row that starts there; of one that could not be parted, its text."""
        for record in self._records:
            if record.line == line:
                return [record.cells[at] for at in self._kept] if isinstance(record, Record) else [record.value]
        return []


def _reason(say: Say, finding: Finding) -> str:
    reason = say(f"import-why-{finding.code}")
    if finding.code == "repeated_row":
        return say("import-report-replaced", reason=reason)
    key = "import-report-refused" if finding.severity is Severity.REFUSED else "import-report-doubtful"
    return say(key, reason=reason)
