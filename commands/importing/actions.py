"""The use case: read a file whole, then store its rows in chunks, each in one unit of work.

Reading comes first because the last of several rows with one id counts. A chunk is at most 500 rows, or people's
commands would wait for the import. What was committed stays, whatever happens to the rest.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

from commands.importing.chunks import store_chunk
from commands.importing.fields import KEY_FIELDS
from commands.importing.mapping import match_columns
from commands.importing.packing import pack, pack_finding, unpack, unpack_finding
from commands.importing.problems import Finding, Severity
from commands.importing.results import ChunkResult, Stored
from commands.importing.returned import as_meant, is_returned
from commands.importing.rows import Conventions, RecordRow, RowParser
from commands.importing.source import open_csv
from domain.values import frozen
from storage.database import Database, UnitOfWork
from storage.errors import StoreBusyError
from storage.ids import WorkspaceId
from storage.import_scratch import ImportScratch, open_scratch
from storage.imports import ImportRaceError, RecordKind, note_import, renew_statistics, write_chunk

MAX_CHUNK_ROWS: Final = 500
_TRIES: Final = 5  # each waits for its turn as long as a person's command would
_READING_STEP: Final = 1000  # rows between two words about progress
_MANY: Final = 1000  # new rows, from which on a database should look at its tables anew

#: Called with the phase ("reading" in bytes, "storing" in rows), how far it is, and of how much.
Progress = Callable[[str, int, int], None]
Result = TypeVar("Result")
ReportSink = Callable[[Iterator[Finding]], None]


@frozen
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
    actor_id: int | None = None
    #: What the file is called where people see it; else its own name.
    called: str | None = None


@dataclass(slots=True)
class ImportOutcome:
    """What came of it. ``read`` = inserted + updated + unchanged + refused + repeated, unless it ``stopped``.

    ``reasons`` counts findings by severity and code, ``headings`` are the columns that they were found in, in the order
    in which they were met. ``stopped`` is a code when the database did not let us go on:
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
    reviews_asked: int = 0
    closed_before: int = 0
    not_reached: int = 0
    stopped: str | None = None
    reasons: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    headings: dict[tuple[Severity, str], dict[str, None]] = field(default_factory=dict)

    def note(self, finding: Finding) -> None:
        """Count one finding."""
        reason = finding.severity, finding.code
        self.reasons[reason] += 1
        if finding.column:
            self.headings.setdefault(reason, {})[finding.column] = None

    @property
    def is_complete(self) -> bool:
        """Whether every row was taken (or replaced by a later one of the same file)."""
        return not self.refused and self.stopped is None


def _no_progress(_phase: str, _done: int, _total: int) -> None:
    return None


def _no_pause() -> None:
    return None


def _keep_nothing(_work: UnitOfWork, _stored: Stored) -> None:
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
    carried: Stored | None = None,
    keep: Callable[[UnitOfWork, Stored], None] = _keep_nothing,
) -> ImportOutcome:
    """Import a file. Raises `WholeFileError` before anything is stored when it cannot be imported as asked.

    ``report`` gets every finding in the file's order, once, at the end, also when something fails halfway.
    ``pause`` is called between two chunks, so that other writers of a SQLite file get their turn.
    ``keep`` is called in each chunk's transaction with how far the import has come by it; an interrupted import of the
    same bytes goes on from there when that is given again as ``carried``: what was stored is not written again.
    """
    if not 1 <= wanted.chunk_rows <= MAX_CHUNK_ROWS:
        message = f"a chunk has 1 to {MAX_CHUNK_ROWS} rows"
        raise ValueError(message)
    with open_scratch() as scratch:
        outcome = read_rows(wanted, scratch, now, progress)
        try:
            storing = _Storing(database, workspace, wanted, outcome, scratch, now, keep, carried or Stored())
            storing.run(progress, pause)
        finally:
            report(unpack_finding(packed) for packed in scratch.findings())
    return outcome


def read_rows(
    wanted: ImportFile, scratch: ImportScratch, now: datetime, progress: Progress = _no_progress
) -> ImportOutcome:
    """Read a file whole into ``scratch`` and store nothing: the first half of an import, and all of a preview.

    Raises `WholeFileError` when the file cannot be imported as asked.
    """
    with open_csv(wanted.path, wanted.encoding, wanted.delimiter) as source:
        optional = frozenset({"outcome"} if wanted.conventions.outcome else ())
        mapping = match_columns(wanted.kind, source.headers, wanted.columns, optional=optional)
        columns = {name: source.headers[at] for name, at in mapping.positions.items()}
        outcome = ImportOutcome(wanted.kind, columns, mapping.unused, source.delimiter)
        parser = RowParser(wanted.kind, source.headers, mapping, wanted.conventions, now)
        was_returned = is_returned(source.headers)
        for record in source.records():
            outcome.read += 1
            if outcome.read % _READING_STEP == 0:
                progress("reading", source.bytes_read, source.size)
            if isinstance(record, Finding):
                row, findings = None, [record]
            else:
                row, findings = parser.parse(as_meant(wanted.kind, record, was_returned=was_returned))
            for finding in findings:
                _keep(finding, scratch, outcome)
            if row is None:
                outcome.refused += 1
                continue
            earlier = scratch.put_row(row.line, row.external_id, pack(row))
            if earlier is not None:
                outcome.repeated += 1
                params = {"line": str(row.line)}
                column = columns[KEY_FIELDS[wanted.kind]]
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
    keep: Callable[[UnitOfWork, Stored], None]
    stored: Stored

    def run(self, progress: Progress, pause: Callable[[], None]) -> None:
        outcome = self.outcome
        total = outcome.read - outcome.refused - outcome.repeated
        carried, done = self.stored, 0
        self._tally(carried)
        for packed in self.scratch.chunks(self.wanted.chunk_rows):
            if done:
                pause()
            rows = [unpack(one) for one in packed]
            # An import that goes on looks once more at what it stored, for the report alone.
            old = max(0, min(len(rows), carried.rows - done))
            outcome.stopped = (self._look(rows[:old]) if old else None) or (
                self._store(rows[old:]) if old < len(rows) else None
            )
            if outcome.stopped:
                outcome.not_reached = total - done
                return
            done += len(rows)
            progress("storing", done, total)
        outcome.stopped = self._store([], finished=True)

    def _store(self, rows: list[RecordRow], *, finished: bool = False) -> str | None:
        """Store a chunk. Returns a code when the database would not let us, however often we tried."""

        def store(work: UnitOfWork) -> tuple[ChunkResult, Stored]:
            result = store_chunk(work, self.workspace, self.wanted, rows, self.outcome.columns, self.now)
            before, wanted = self.stored, self.wanted
            after = before.with_chunk(len(rows), result)
            data = self._audit_data(after, finished=finished)
            event_id = note_import(
                work, self.workspace, after.event_id, wanted.kind, self.now, data, actor_id=wanted.actor_id
            )
            after = replace(after, event_id=event_id)
            if finished and after.inserted + after.accounts_created >= _MANY:
                renew_statistics(work)
            self.keep(work, after)
            work.commit()
            return result, after

        done, problem = self._in_turn(store)
        if done is not None:
            result, self.stored = done
            self._tally(self.stored)
            self._note(result)
        return problem

    def _look(self, rows: list[RecordRow]) -> str | None:
        """What would be found in a chunk that was stored before. The unit of work is not committed."""

        def look(work: UnitOfWork) -> ChunkResult:
            return store_chunk(work, self.workspace, self.wanted, rows, self.outcome.columns, self.now)

        result, problem = self._in_turn(look)
        if result is not None:
            self._note(result)
        return problem

    def _in_turn(self, act: Callable[[UnitOfWork], Result]) -> tuple[Result | None, str | None]:
        problem = None
        for _ in range(_TRIES):
            try:
                with write_chunk(self.database) as work:
                    done = act(work)
            except StoreBusyError:
                problem = "store_busy"
            except ImportRaceError:
                problem = "store_contended"
            else:
                return done, None
        return None, problem

    def _tally(self, stored: Stored) -> None:
        outcome = self.outcome
        outcome.inserted, outcome.updated = stored.inserted, stored.updated
        outcome.unchanged = stored.unchanged
        outcome.accounts_created = stored.accounts_created
        outcome.reviews_asked, outcome.closed_before = stored.reviews_asked, stored.closed_before

    def _note(self, result: ChunkResult) -> None:
        self.outcome.without_account += result.without_account
        self.outcome.refused += result.refused
        for finding in result.findings:
            _keep(finding, self.scratch, self.outcome)

    def _audit_data(self, stored: Stored, *, finished: bool) -> dict[str, object]:
        outcome = self.outcome
        return {
            "file": self.wanted.called or self.wanted.path.name,
            "finished": finished,
            "read": outcome.read,
            "inserted": stored.inserted,
            "updated": stored.updated,
            "unchanged": stored.unchanged,
            "refused": outcome.refused,
            "repeated": outcome.repeated,
            "accounts_created": stored.accounts_created,
        }


def _keep(finding: Finding, scratch: ImportScratch, outcome: ImportOutcome) -> None:
    outcome.note(finding)
    scratch.put_finding(finding.line, pack_finding(finding))
