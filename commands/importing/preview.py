"""A dropped file read for the first time: what it is, its columns, its first rows as Lazo reads them, what it refuses.

Nothing is stored by it.
"""

import codecs
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final

from commands.importing.actions import MAX_CHUNK_ROWS, ImportFile, ImportOutcome, read_rows
from commands.importing.fields import ValueKind
from commands.importing.packing import unpack
from commands.importing.plan import ImportPlan, conventions
from commands.importing.problems import Finding, Severity, WholeFileError
from commands.importing.recognising import (
    Proposal,
    cells_of,
    guess_date_order,
    guess_decimals,
    guess_kind,
    propose,
)
from commands.importing.rows import FieldValue, RecordRow
from commands.importing.source import Record, open_csv
from domain.values import frozen
from storage.import_scratch import open_scratch
from storage.imports import RecordKind

SHOWN_ROWS: Final = 5
_SAMPLED: Final = 2000
_CHUNK: Final = 1 << 16
#: How files begin that are no text: Excel, older Excel, PDF, pictures, archives.
_NO_TEXT: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b")

#: What comparing rows with what stands finds; the columns are by field.
Compare = Callable[[Sequence[RecordRow], Mapping[str, str]], Sequence[Finding]]


@frozen
class Reader:
    """Who dropped the file: what values do not show is taken as this person would write it."""

    locale: str
    tz: str

    @property
    def day_first(self) -> bool:
        """Whether 03/04 is a day of April."""
        return not (self.locale == "en" and self.tz.startswith(("America/", "US/")))

    @property
    def comma(self) -> bool:
        """Whether 1,5 is one and a half."""
        return self.locale == "es"


@frozen
class Preview:
    """What the message shows. Without a ``proposal`` nobody knows yet what the file holds.

    ``outcome`` counts a rehearsal; there is none while required columns are missing. ``sample`` are the first rows: as
    read, by field, after a rehearsal; else as they stand in the file, by heading. ``guessed`` are conventions that no
    value shows. ``known_from`` tells that the columns were confirmed for such a file before.
    """

    plan: ImportPlan
    proposal: Proposal | None
    outcome: ImportOutcome | None
    sample: tuple[Mapping[str, FieldValue], ...]
    guessed: frozenset[str] = frozenset()
    remembered: bool = False

    @property
    def importable(self) -> int:
        """How many rows an import would store."""
        return self.outcome.read - self.outcome.refused - self.outcome.repeated if self.outcome else 0


def preview_file(
    path: Path,
    name: str,
    said: ImportPlan,
    remembered: ImportPlan | None,
    reader: Reader,
    now: datetime,
    compare: Compare | None = None,
) -> Preview:
    """Read a file for its preview. Raises `WholeFileError` when it is none that could be imported.

    ``said`` is what the person chose for this file, ``remembered`` what was confirmed before for its headings (see
    `headings_of`). ``compare`` says what would be found by comparing accounts with those that stand.
    """
    encoding = said.reading.get("encoding") or detect_encoding(path)
    with open_csv(path, encoding, said.reading.get("delimiter")) as source:
        headings, delimiter = tuple(source.headers), source.delimiter
        found = list(islice(source.records(), _SAMPLED))
    if not found:
        raise WholeFileError("no_rows")
    rows = [record.cells for record in found if isinstance(record, Record)]
    start = said if said.confirmed or remembered is None else remembered
    kind = said.kind or start.kind or guess_kind(headings, name)
    if kind is None:
        plan = replace(said, headings=headings)
        return Preview(plan, None, None, _as_they_stand(headings, rows))
    proposal = propose(kind, headings, start)
    columns = proposal.columns
    reading, guessed = _reading(start, proposal, headings, rows, reader)
    reading |= {"encoding": encoding, "delimiter": delimiter}
    plan = replace(start, kind=kind, columns=columns, reading=reading, headings=headings, confirmed=said.confirmed)
    was_known = remembered is not None and not said.confirmed and remembered.kind is kind
    if proposal.missing:
        return Preview(plan, proposal, None, _as_they_stand(headings, rows), guessed, was_known)
    with open_scratch() as scratch:
        outcome = read_rows(wanted_of(plan, path, name), scratch, now)
        first = next(scratch.chunks(SHOWN_ROWS), [])
        if kind is RecordKind.ACCOUNTS and compare is not None:
            for packed in scratch.chunks(MAX_CHUNK_ROWS):
                for finding in compare([unpack(one) for one in packed], outcome.columns):
                    outcome.note(finding)
                    outcome.refused += finding.severity is Severity.REFUSED
    sample = tuple(_as_read(packed) for packed in first)
    return Preview(plan, proposal, outcome, sample, guessed, was_known)


def wanted_of(plan: ImportPlan, path: Path, name: str, actor_id: int | None = None) -> ImportFile:
    """The import that a plan stands for. Its kind must be known."""
    assert plan.kind is not None
    return ImportFile(
        plan.kind,
        path,
        dict(plan.columns),
        conventions(plan.reading),
        plan.reading.get("encoding"),
        plan.reading.get("delimiter"),
        plan.create_accounts,
        actor_id=actor_id,
        called=name,
    )


def headings_of(path: Path) -> tuple[str, ...]:
    """The headings of a file. Raises `WholeFileError` when it is no CSV file."""
    with open_csv(path, detect_encoding(path), None) as source:
        return tuple(source.headers)


def detect_encoding(path: Path) -> str:
    """UTF-8, UTF-16 where its mark says so, else ``cp1252``, Excel's other habit.

    Raises `WholeFileError` with ``not_csv`` for what is no text at all.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8 = True
    with path.open("rb") as file:
        start = file.read(_CHUNK)
        if start.startswith(_NO_TEXT) or start.lstrip()[:9].lower() in {b"<!doctype", b"<html>"}:
            raise WholeFileError("not_csv")
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if b"\x00" in start[:1000]:
            raise WholeFileError("not_csv")
        chunk = start
        while chunk and is_utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
            chunk = file.read(_CHUNK)
    return "utf-8" if is_utf8 else "cp1252"


def _reading(
    plan: ImportPlan, proposal: Proposal, headings: tuple[str, ...], rows: list[list[str]], reader: Reader
) -> tuple[dict[str, str], frozenset[str]]:
    """How values are read: what was said, else what they show, else as the reader writes them."""
    reading = {name: value for name, value in plan.reading.items() if value and name not in {"encoding", "delimiter"}}
    reading.setdefault("tz", reader.tz)
    guessed = set()

    def values(*kinds: ValueKind) -> list[str]:
        told = [heading for kind in kinds for heading in cells_of(proposal.kind, kind, proposal.columns)]
        places = [headings.index(heading) for heading in told]
        return [row[at].strip() for row in rows for at in places if row[at].strip()]

    if "date_format" not in reading:
        order, is_shown = guess_date_order(values(ValueKind.MOMENT, ValueKind.DAY), day_first=reader.day_first)
        if order is not None:
            reading["date_format"] = order.value
            guessed |= set() if is_shown else {"date_format"}
    if "decimal" not in reading:
        mark, is_shown = guess_decimals(values(ValueKind.AMOUNT), comma=reader.comma)
        if mark is not None:
            reading["decimal"] = mark.value
            guessed |= set() if is_shown else {"decimal"}
    return reading, frozenset(guessed)


def _as_they_stand(headings: tuple[str, ...], rows: list[list[str]]) -> tuple[Mapping[str, FieldValue], ...]:
    return tuple(dict(zip(headings, row, strict=True)) for row in rows[:SHOWN_ROWS])


def _as_read(packed: list[object]) -> Mapping[str, FieldValue]:
    row = unpack(packed)
    told = {"external_id": row.external_id, **row.fields}
    if row.lead:
        told["lead"] = row.lead
    if row.company:
        told["company"] = row.company
    return told
