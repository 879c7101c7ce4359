"""Which column of the file tells what: said by flags, read from a saved mapping, or recognised by its header."""

import difflib
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Final

from commands.importing.fields import FIELDS, Field, header_key
from commands.importing.problems import WholeFileError
from domain.values import frozen
from storage.imports import RecordKind

_NEAR: Final = 0.6
#: How a file is to be read; a saved mapping keeps these beside the columns.
READING_KEYS: Final = ("date_format", "tz", "decimal", "currency", "encoding", "delimiter", "outcome")


@frozen
class SavedMapping:
    """A mapping file: columns by field ("" for "do not use"), and how to read the values."""

    kind: RecordKind
    columns: Mapping[str, str] = field(default_factory=dict)
    reading: Mapping[str, str] = field(default_factory=dict)


@frozen
class ColumnMapping:
    """The place of each field in a row, and the columns that tell nothing we keep."""

    positions: Mapping[str, int]
    unused: tuple[str, ...]


def parse_flags(kind: RecordKind, flags: Sequence[str]) -> dict[str, str]:
    """``field=column`` flags as a dict; ``field=`` leaves a field out. Raises `WholeFileError`."""
    columns = {}
    for flag in flags:
        name, equals, header = flag.partition("=")
        if not equals:
            raise WholeFileError("map_flag_malformed", flag=flag)
        columns[_known_field(kind, name.strip())] = header.strip()
    return columns


def match_columns(
    kind: RecordKind, headers: Sequence[str], said: Mapping[str, str], *, optional: frozenset[str] = frozenset()
) -> ColumnMapping:
    """Find each field's column: what was ``said`` first, then headers that match a known name.

    ``optional`` names required fields for which a default was given. Raises `WholeFileError` when a column that was
    named is not there, when a required field has none, and when two could be meant.
    """
    positions = {name: _said_position(name, header, headers) for name, header in said.items() if header}
    taken = set(positions.values())
    for one in FIELDS[kind]:
        if one.name in said:
            continue
        found = _recognised(one, headers, taken)
        if found is not None:
            positions[one.name] = found
    taken = set(positions.values())
    unused = tuple(header for at, header in enumerate(headers) if at not in taken and header)
    for one in FIELDS[kind]:
        if one.required and one.name not in positions and one.name not in optional:
            raise WholeFileError(
                "outcome_not_said" if one.name == "outcome" else "column_missing",
                field=one.name,
                headers=", ".join(header for header in headers if header),
                guess=_nearest(one, unused) or "",
            )
    return ColumnMapping(positions, unused)


def load_mapping(path: Path, kind: RecordKind) -> SavedMapping:
    """Read a mapping file. Raises `WholeFileError` when it is not one, or one for the other kind of records."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WholeFileError("mapping_unreadable", path=str(path), reason=error.strerror or "") from None
    except ValueError as error:  # not UTF-8, or not TOML
        raise WholeFileError("mapping_unreadable", path=str(path), reason=str(error)) from None
    if data.get("kind") != kind.value:
        raise WholeFileError("mapping_of_other_kind", path=str(path), kind=kind.value)
    columns, reading = data.get("columns", {}), data.get("reading", {})
    for table, known in ((columns, None), (reading, READING_KEYS)):
        if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
            raise WholeFileError("mapping_unreadable", path=str(path), reason="every value is a text in quotes")
        for name in table if known else ():
            if name not in READING_KEYS:
                raise WholeFileError("mapping_key_unknown", path=str(path), key=name, known=", ".join(READING_KEYS))
    return SavedMapping(kind, {_known_field(kind, name): header for name, header in columns.items()}, reading)


def dump_mapping(mapping: SavedMapping) -> str:
    """``mapping`` as the text of a mapping file, which `load_mapping` reads back as it was."""
    lines = [f"kind = {_quoted(mapping.kind.value)}"]
    for title, table in (("columns", mapping.columns), ("reading", mapping.reading)):
        lines += ["", f"[{title}]", *(f"{name} = {_quoted(value)}" for name, value in table.items())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    # JSON's escapes are TOML's, but for DEL, which TOML wants escaped too.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _known_field(kind: RecordKind, name: str) -> str:
    names = [one.name for one in FIELDS[kind]]
    if name in names:
        return name
    near = difflib.get_close_matches(name, names, 1, _NEAR)
    raise WholeFileError("field_unknown", field=name, guess=near[0] if near else "", known=", ".join(names))


def _said_position(name: str, header: str, headers: Sequence[str]) -> int:
    for same in ([header], [one for one in headers if header_key(one) == header_key(header)]):
        if len(same) == 1 and headers.count(same[0]) == 1:
            return headers.index(same[0])
        if headers.count(header) > 1:
            raise WholeFileError("column_twice", column=header)
    near = difflib.get_close_matches(header, [one for one in headers if one], 1, 0.0)
    raise WholeFileError(
        "mapped_column_missing",
        field=name,
        column=header,
        headers=", ".join(one for one in headers if one),
        guess=near[0] if near else "",
    )


def _recognised(one: Field, headers: Sequence[str], taken: set[int]) -> int | None:
    names = {header_key(name) for name in (one.name, *one.synonyms)}
    found = [at for at, header in enumerate(headers) if at not in taken and header_key(header) in names]
    exact = [at for at in found if header_key(headers[at]) == header_key(one.name)]
    if len(found) > 1 and len(exact) != 1:
        raise WholeFileError("column_ambiguous", field=one.name, columns=", ".join(headers[at] for at in found))
    return next(iter(exact or found), None)


def _nearest(one: Field, headers: Sequence[str]) -> str | None:
    """The header that looks most like one of the field's names, when any looks like it at all."""
    ratio, header = max(
        (
            (difflib.SequenceMatcher(None, header_key(header), header_key(name)).ratio(), header)
            for header in headers
            for name in (one.name, *one.synonyms)
        ),
        default=(0.0, ""),
    )
    return header if ratio >= _NEAR else None
