"""The records of a CSV file, one at a time, whatever state the file is in.

A quote that is never closed must not swallow the rows below it: when a record that spans lines does not come out
with as many fields as the header, only its first line is given up and reading goes on at the second.
"""

import codecs
import csv
import io
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from commands.importing.problems import Finding, Severity, WholeFileError
from domain.text import clean
from domain.values import frozen

_DELIMITERS: Final = ",;\t|"
_MAX_LINE: Final = 1_000_000  # characters: longer is no row, and must not fill the memory
_MAX_FIELD: Final = 131_072  # the csv module's own limit
_MAX_LINES_A_RECORD: Final = 200
_SHOWN: Final = 200
#: What broken bytes are read as, and what programs write that already lost a character.
REPLACEMENT: Final = "\ufffd"


@frozen
class Record:
    """One row. ``line`` is where it starts; ``is_clean`` says that no cell holds NUL or broken characters."""

    line: int
    cells: list[str]
    is_clean: bool


class CsvSource:
    """An open CSV file whose header was read."""

    def __init__(self, raw: io.BufferedReader, file: io.TextIOWrapper, size: int, delimiter: str | None) -> None:
        self._raw = raw
        self.size = size
        self._lines = _Lines(file)
        first = self._first_line()
        if first.lower().startswith("sep=") and len(first.strip()) == 5:  # noqa: PLR2004 - Excel's own first line
            delimiter = delimiter or first.strip()[4]
            next(self._lines)
            self._lines.start_record()
            first = self._first_line()
        self.delimiter = delimiter or sniff_delimiter(first)
        self._reader = csv.reader(self._lines, delimiter=self.delimiter)
        self.headers = self._read_header()

    @property
    def bytes_read(self) -> int:
        """How far into the file the reading has come (ahead of the rows by a buffer)."""
        return self._raw.tell()

    def records(self) -> Iterator[Record | Finding]:
        """Each row, or the finding that refuses it. Empty lines are no rows."""
        width = len(self.headers)
        lines = self._lines
        while True:
            lines.start_record()
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except _QuoteNotClosedError:
                yield self._give_up_first_line("quote_not_closed")
                continue
            except csv.Error:
                yield self._give_up_first_line("row_unreadable")
                continue
            if not cells:
                continue
            if lines.too_long:
                yield self._give_up_first_line("line_too_long")
            elif lines.several and not self._is_strict(lines.several):
                yield self._give_up_first_line("quote_not_closed")
            elif len(cells) == width:
                yield Record(lines.first, cells, lines.is_clean)
            else:
                code = "too_few_fields" if len(cells) < width else "too_many_fields"
                yield self._give_up_first_line(code, found=str(len(cells)), expected=str(width))

    def _is_strict(self, texts: list[str]) -> bool:
        """Whether a record over several lines is quoted by the book; if not, a stray quote joined them."""
        try:
            list(csv.reader(texts, delimiter=self.delimiter, strict=True))
        except csv.Error:
            return False
        return True

    def _first_line(self) -> str:
        """The next line that is not empty, left to be read again."""
        for line in self._lines:
            if line.strip():
                self._lines.push_back_last()
                return line
            self._lines.start_record()
        raise WholeFileError("file_empty")

    def _read_header(self) -> list[str]:
        self._lines.start_record()
        try:
            cells = next(self._reader)
        except (csv.Error, _QuoteNotClosedError):
            raise WholeFileError("header_unreadable") from None
        headers = [clean(cell).value for cell in cells]
        if not any(headers):
            raise WholeFileError("header_unreadable")
        return headers

    def _give_up_first_line(self, code: str, **params: str) -> Finding:
        first, text = self._lines.give_up_first()
        return Finding(first, "", text[:_SHOWN], Severity.REFUSED, code, params)


@contextmanager
def open_csv(path: Path, encoding: str | None, delimiter: str | None) -> Iterator[CsvSource]:
    """Open ``path`` and read its header. Raises `WholeFileError` with what is wrong with the file as a whole.

    Without ``encoding``: UTF-8, with or without a byte order mark, or UTF-16 where its mark says so.
    """
    with closing(_open(path)) as raw:
        chosen = _encoding(raw.peek(4)[:4], encoding)
        # "replace" keeps one broken byte from ending the reading; the row is then looked at by itself.
        file = io.TextIOWrapper(raw, encoding=chosen, errors="replace", newline="")
        try:
            source = CsvSource(raw, file, path.stat().st_size, delimiter)
        except UnicodeError:
            raise WholeFileError("encoding_wrong", encoding=chosen) from None
        yield source


def sniff_delimiter(header: str) -> str:
    """The delimiter that parts the header in most columns; the comma when in doubt.

    Raises `WholeFileError` for what is no header of any.
    """
    try:
        counts = {mark: len(next(csv.reader([header], delimiter=mark), [])) for mark in _DELIMITERS}
    except csv.Error:
        raise WholeFileError("header_unreadable") from None
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def _open(path: Path) -> io.BufferedReader:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise WholeFileError("file_missing", path=str(path)) from None
    except IsADirectoryError:
        raise WholeFileError("file_is_directory", path=str(path)) from None
    except PermissionError:
        raise WholeFileError("file_not_permitted", path=str(path)) from None
    except OSError as error:
        raise WholeFileError("file_unreadable", path=str(path), reason=error.strerror or "") from error


def _encoding(start: bytes, wanted: str | None) -> str:
    if wanted is None:
        return "utf-16" if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        name = codecs.lookup(wanted).name
        "".encode(name)
    except LookupError:
        raise WholeFileError("encoding_unknown", encoding=wanted) from None
    return "utf-8-sig" if name == "utf-8" else name


class _QuoteNotClosedError(Exception):
    pass


class _Lines:
    """The file's lines, counted, with those of the current record kept so that they can be read again."""

    def __init__(self, file: io.TextIOWrapper) -> None:
        self._file = file
        self._waiting: deque[tuple[int, str, bool]] = deque()
        self._current: list[tuple[int, str, bool]] = []
        self._number = 0

    def start_record(self) -> None:
        """Forget the lines of the record before."""
        self._current.clear()

    @property
    def first(self) -> int:
        """The number of the line where the current record starts."""
        return self._current[0][0]

    @property
    def several(self) -> list[str]:
        """The current record's lines when it has more than one."""
        return [text for _, text, _ in self._current] if len(self._current) > 1 else []

    @property
    def is_clean(self) -> bool:
        """Whether the current record holds neither NUL nor broken characters."""
        return not any(REPLACEMENT in text or "\x00" in text for _, text, _ in self._current)

    @property
    def too_long(self) -> bool:
        """Whether a line of the current record was cut."""
        return any(cut for _, _, cut in self._current)

    def give_up_first(self) -> tuple[int, str]:
        """Drop the record's first line (returned) and put the others back to be read anew."""
        number, text, _ = self._current[0]
        self._waiting.extendleft(reversed(self._current[1:]))
        self._current.clear()
        return number, text.rstrip("\r\n")

    def push_back_last(self) -> None:
        """Put the last line back."""
        self._waiting.appendleft(self._current.pop())

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self._current) >= _MAX_LINES_A_RECORD:
            raise _QuoteNotClosedError
        if self._waiting:
            entry = self._waiting.popleft()
        else:
            text = self._file.readline(_MAX_FIELD)
            if not text:
                if self._current:  # the end of the file inside quotes
                    raise _QuoteNotClosedError
                raise StopIteration
            self._number += 1
            entry = (self._number, *self._rest_of_line(text))
        self._current.append(entry)
        return entry[1]

    def _rest_of_line(self, text: str) -> tuple[str, bool]:
        """The whole line, or its beginning and True when it is no line that anybody wrote."""
        kept = text
        while len(text) == _MAX_FIELD and not text.endswith(("\n", "\r")):
            text = self._file.readline(_MAX_FIELD)
            if len(kept) < _MAX_LINE:
                kept += text
        if len(kept) < _MAX_LINE:
            return kept, False
        return kept[:_SHOWN].replace('"', "") + "\n", True
