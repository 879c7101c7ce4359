"""The use case: read a file whole, then store its rows in chunks, each in one unit of work.

Reading comes first because the last of several rows with one id counts. A chunk is at most 500 rows, or people's
commands would wait for the import. What was committed stays, whatever happens to the rest.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from commands.importing.chunks import ChunkResult, store_chunk
from commands.importing.mapping import match_columns
from commands.importing.parse import Conventions, RecordRow, RowParser
from commands.importing.problems import Finding, Severity
from commands.importing.source import open_csv
from storage.database import Database
from storage.errors import StoreBusyError
from storage.ids import WorkspaceId
from storage.import_scratch import ImportScratch, open_scratch
from storage.imports import ImportRaceError, RecordKind, note_import, write_chunk

MAX_CHUNK_ROWS: Final = 500
_TRIES: Final = 5  # each waits for its turn as long as a person's command would
_READING_STEP: Final = 1000  # rows between two words about progress

#: Called with the phase ("reading" in bytes, "storing" in rows), how far it is, and of how much.
Progress = Callable[[str, int, int], None]
ReportSink = Callable[[Iterator[Finding]], None]


@dataclass(frozen=True, slots=True)
class ImportFile:
    """The intent: take this file, read like this. ``columns`` says where fields are that no header tells."""

    kind: RecordKind
    path: Path
    columns: Mapping[str, str] = field(default_factory=dict)
    conventions: Conventions = field(default_factory=Conventions)
    encoding: str | None = None
    delimiter: str | None = None
    create_accounts: bool = False
    chunk_rows: int = MAX_CHUNK_ROWS


@dataclass(slots=True)
class ImportOutcome:
    """What came of it. ``read`` = inserted + updated + unchanged + refused + repeated, unless it ``stopped``.

    ``reasons`` counts findings by severity and code. ``stopped`` is a code when the database did not let us go on:
    ``not_reached`` rows were then not tried. ``columns`` are the headers used by field, ``unused`` all others.
    """

    kind: RecordKind
    columns: Mapping[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    delimiter: str = ","
    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    repeated: int = 0
    accounts_created: int = 0
    without_account: int = 0
    not_reached: int = 0
    stopped: str | None = None
    reasons: Counter[tuple[Severity, str]] = field(default_factory=Counter)

    @property
    def is_complete(self) -> bool:
        """Whether every row was taken (or replaced by a later one of the same file)."""
        return not self.refused and self.stopped is None


def _no_progress(_phase: str, _done: int, _total: int) -> None:
    return None


def _no_pause() -> None:
    return None


def import_file(
    database: Database,
    workspace: WorkspaceId,
    wanted: ImportFile,
    *,
    now: datetime,
    report: ReportSink,
    progress: Progress = _no_progress,
    pause: Callable[[], None] = _no_pause,
) -> ImportOutcome:
    """Import a file. Raises `WholeFileError` before anything is stored when it cannot be imported as asked.

    ``report`` gets every finding in the file's order, once, at the end, also when something fails halfway.
    ``pause`` is called between two chunks, so that other writers of a SQLite file get their turn.
    """
    if not 1 <= wanted.chunk_rows <= MAX_CHUNK_ROWS:
        message = f"a chunk has 1 to {MAX_CHUNK_ROWS} rows"
        raise ValueError(message)
    with open_scratch() as scratch:
        outcome = _read(wanted, scratch, now, progress)
        try:
            _Storing(database, workspace, wanted, outcome, scratch, now).run(progress, pause)
        finally:
            report(_finding(packed) for packed in scratch.findings())
    return outcome


def _read(wanted: ImportFile, scratch: ImportScratch, now: datetime, progress: Progress) -> ImportOutcome:
    with open_csv(wanted.path, wanted.encoding, wanted.delimiter) as source:
        optional = frozenset({"outcome"} if wanted.conventions.outcome else ())
        mapping = match_columns(wanted.kind, source.headers, wanted.columns, optional=optional)
        columns = {name: source.headers[at] for name, at in mapping.positions.items()}
        outcome = ImportOutcome(wanted.kind, columns, mapping.unused, source.delimiter)
        parser = RowParser(wanted.kind, source.headers, mapping, wanted.conventions, now)
        for record in source.records():
            outcome.read += 1
            if outcome.read % _READING_STEP == 0:
                progress("reading", source.bytes_read, source.size)
            row, findings = (None, [record]) if isinstance(record, Finding) else parser.parse(record)
            for finding in findings:
                _keep(finding, scratch, outcome)
            if row is None:
                outcome.refused += 1
                continue
            earlier = scratch.put_row(row.line, row.external_id, _pack(row))
            if earlier is not None:
                outcome.repeated += 1
                params = {"line": str(row.line)}
                column = columns["external_id"]
                repeated = Finding(earlier, column, row.external_id, Severity.DOUBTFUL, "repeated_row", params)
                _keep(repeated, scratch, outcome)
        progress("reading", source.size, source.size)
        return outcome


@dataclass(slots=True)
class _Storing:
    database: Database
    workspace: WorkspaceId
    wanted: ImportFile
    outcome: ImportOutcome
    scratch: ImportScratch
    now: datetime
    event_id: int | None = None

    def run(self, progress: Progress, pause: Callable[[], None]) -> None:
        outcome = self.outcome
        total = outcome.read - outcome.refused - outcome.repeated
        done = 0
        for packed in self.scratch.chunks(self.wanted.chunk_rows):
            if done:
                pause()
            rows = [_unpack(one) for one in packed]
            outcome.stopped = self._store(rows)
            if outcome.stopped:
                outcome.not_reached = total - done
                return
            done += len(rows)
            progress("storing", done, total)
        outcome.stopped = self._store([], finished=True)

    def _store(self, rows: list[RecordRow], *, finished: bool = False) -> str | None:
        """Store a chunk. Returns a code when the database would not let us, however often we tried."""
        problem = None
        for _ in range(_TRIES):
            try:
                with write_chunk(self.database) as work:
                    result = store_chunk(work, self.workspace, self.wanted, rows, self.outcome.columns, self.now)
                    event_id = note_import(
                        work,
                        self.workspace,
                        self.event_id,
                        self.wanted.kind,
                        self.now,
                        self._audit_data(result, finished=finished),
                    )
                    work.commit()
            except StoreBusyError:
                problem = "store_busy"
            except ImportRaceError:
                problem = "store_contended"
            else:
                self.event_id = event_id
                self._count(result)
                return None
        return problem

    def _count(self, result: ChunkResult) -> None:
        outcome = self.outcome
        outcome.inserted += result.inserted
        outcome.updated += result.updated
        outcome.unchanged += result.unchanged
        outcome.accounts_created += result.accounts_created
        outcome.without_account += result.without_account
        for finding in result.findings:
            _keep(finding, self.scratch, outcome)

    def _audit_data(self, result: ChunkResult, *, finished: bool) -> dict[str, object]:
        outcome = self.outcome
        return {
            "file": self.wanted.path.name,
            "finished": finished,
            "read": outcome.read,
            "inserted": outcome.inserted + result.inserted,
            "updated": outcome.updated + result.updated,
            "unchanged": outcome.unchanged + result.unchanged,
            "refused": outcome.refused,
            "repeated": outcome.repeated,
            "accounts_created": outcome.accounts_created + result.accounts_created,
        }


def _keep(finding: Finding, scratch: ImportScratch, outcome: ImportOutcome) -> None:
    outcome.reasons[finding.severity, finding.code] += 1
    scratch.put_finding(
        finding.line,
        [finding.line, finding.column, finding.value, finding.severity, finding.code, dict(finding.params)],
    )


def _finding(packed: list[Any]) -> Finding:
    line, column, value, severity, code, params = packed
    return Finding(line, column, value, Severity(severity), code, params)


def _pack(row: RecordRow) -> list[object]:
    """A row as JSON can hold it: moments apart from the rest."""
    moments = {name: value.isoformat() for name, value in row.fields.items() if isinstance(value, datetime)}
    plain = {name: value for name, value in row.fields.items() if name not in moments}
    return [row.line, row.external_id, row.lead, row.company, plain, moments]


def _unpack(packed: list[Any]) -> RecordRow:
    line, external_id, lead, company, plain, moments = packed
    fields = plain | {name: datetime.fromisoformat(text) for name, text in moments.items()}
    return RecordRow(line, external_id, fields, lead=lead, company=company)
