"""CSV files in every state: rows are told apart, lines counted right, and no bad row takes good ones with it."""

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.importing.problems import Finding, WholeFileError
from commands.importing.source import open_csv


def read(
    path: Path, content: bytes, encoding: str | None = None, delimiter: str | None = None
) -> list[tuple[int, list[str] | str]]:
    """Headers as line 0, then each row's line with its cells, or with the code that refuses it."""
    path.write_bytes(content)
    with open_csv(path, encoding, delimiter) as source:
        return [(0, source.headers)] + [
            (record.line, record.code if isinstance(record, Finding) else record.cells) for record in source.records()
        ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.csv"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("id,name\n1,Peña\n".encode(), None),
        ("\ufeffid,name\n1,Peña\n".encode(), None),
        ("\ufeffid,name\n1,Peña\n".encode(), "utf-8"),
        ("id,name\n1,Peña\n".encode("utf-16"), None),
        ("id,name\n1,Peña\n".encode("cp1252"), "cp1252"),
        ("id;name\r\n1;Peña\r\n".encode(), None),
        ("id\tname\r1\tPeña\r".encode(), None),
        ('"id"|"name"\n"1"|"Peña"'.encode(), None),
        ("sep=;\nid;name\n1;Peña\n".encode(), None),
        ("\n\nid,name\n\n1,Peña\n\n".encode(), None),
    ],
)
def test_encodings_and_delimiters(path: Path, content: bytes, encoding: str | None) -> None:
    assert [cells for _, cells in read(path, content, encoding)] == [["id", "name"], ["1", "Peña"]]


def test_a_said_delimiter_comes_first(path: Path) -> None:
    assert read(path, b"a,b;c\n1,2;3\n", delimiter=";") == [(0, ["a,b", "c"]), (2, ["1,2", "3"])]


def test_lines_are_counted_through_quoted_line_breaks(path: Path) -> None:
    assert read(path, b'id,note\n1,"two\nlines"\n\n2,"a ""b"""\n3,c\n') == [
        (0, ["id", "note"]),
        (2, ["1", "two\nlines"]),
        (5, ["2", 'a "b"']),
        (6, ["3", "c"]),
    ]


def test_rows_with_other_numbers_of_fields_are_refused_by_line(path: Path) -> None:
    assert read(path, b"a,b\n1\n1,2,3\n1,2\n") == [
        (0, ["a", "b"]),
        (2, "too_few_fields"),
        (3, "too_many_fields"),
        (4, ["1", "2"]),
    ]


def test_an_unclosed_quote_costs_its_own_row_only(path: Path) -> None:
    rows = "".join(f"{n},x\n" for n in range(2, 1000))
    found = read(path, f'a,b\n1,"open\n{rows}'.encode())
    assert found[1] == (2, "quote_not_closed")
    assert found[2:] == [(n + 1, [str(n), "x"]) for n in range(2, 1000)]


def test_a_stray_quote_that_meets_another_does_not_eat_the_rows_between(path: Path) -> None:
    assert read(path, b'a,b\n1,"open\n2,x\n3,y" z\n4,w\n')[1:] == [
        (2, "quote_not_closed"),
        (3, ["2", "x"]),
        (4, ["3", 'y" z']),
        (5, ["4", "w"]),
    ]
    assert read(path, b'a,b\n"1,open\n2,x\n3,"y\n4,w\n')[2:] == [
        (3, ["2", "x"]),
        (4, "quote_not_closed"),
        (5, ["4", "w"]),
    ]


def test_an_endless_line_is_refused_and_costs_no_memory(path: Path) -> None:
    found = read(path, b"a,b\n1,2\n" + b"x" * 3_000_000 + b"\n3,4\n")
    assert found[1:] == [(2, ["1", "2"]), (3, "line_too_long"), (4, ["3", "4"])]


def test_a_huge_field_is_refused(path: Path) -> None:
    found = read(path, b"a,b\n1," + b"x" * 200_000 + b"\n3,4\n")
    assert found[1:] == [(2, "row_unreadable"), (3, ["3", "4"])]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\n\n", "file_empty"),
        (b",,\n1,2,3\n", "header_unreadable"),
        (b"x" * 200_000 + b",b\n1,2\n", "header_unreadable"),
    ],
)
def test_files_without_columns(path: Path, content: bytes, code: str) -> None:
    with pytest.raises(WholeFileError) as error:
        read(path, content)
    assert error.value.code == code


def test_headers_alone_are_a_file_without_rows(path: Path) -> None:
    assert read(path, b"a,b\n") == [(0, ["a", "b"])]


def test_what_is_no_file(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "file_is_directory"), (tmp_path / "no.csv", "file_missing")):
        with pytest.raises(WholeFileError) as error, open_csv(path, None, None):
            pass
        assert error.value.code == code


def test_a_file_that_may_not_be_read(path: Path) -> None:
    path.write_bytes(b"a,b\n")
    path.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)  # permissions do not bind root
    try:
        with pytest.raises(WholeFileError) as error, open_csv(path, None, None):
            pass
    finally:
        if is_root:
            os.seteuid(0)
    assert error.value.code == "file_not_permitted"


def test_encodings_that_do_not_exist_or_fit(path: Path) -> None:
    for encoding, code in (("latin-nine", "encoding_unknown"), ("utf-16", "encoding_wrong")):
        with pytest.raises(WholeFileError) as error:
            read(path, b"a,b\n1,2\n", encoding)
        assert error.value.code == code


_cells = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)


@given(st.lists(st.lists(_cells, min_size=2, max_size=2), max_size=8))
def test_what_the_csv_module_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([["a", "b"], *rows])
    path = tmp_path_factory.getbasetemp() / "written.csv"
    assert [cells for _, cells in read(path, text.getvalue().encode())] == [["a", "b"], *rows]


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_a_reason(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    try:
        found = read(path, b"a,b\n" + content)
    except WholeFileError as error:
        pytest.fail(error.code)
    assert all(line > 1 for line, _ in found[1:])
    assert [line for line, _ in found] == sorted({line for line, _ in found})
