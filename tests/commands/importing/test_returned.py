"""Rows that go back: as they were, with their reason, harmless in a spreadsheet, and taken again when mended."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.i18n import LOCALES, Texts
from commands.importing.problems import Finding, Severity
from commands.importing.returned import REPORT_HEADINGS, as_it_was, defused, report_name, write_returned
from commands.importing.views import REASONS
from tests.commands.importing.files import Importer

EN = Texts().into("en")


@given(st.text())
def test_what_is_defused_runs_nowhere_and_reads_back(value: str) -> None:
    shown = defused(value)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    if not value.startswith("'"):
        assert as_it_was(shown) == value.replace("\x00", "\ufffd")


def test_each_row_comes_back_once_with_all_that_is_wrong(tmp_path: Path) -> None:
    content = 'id;when;what\nA;x;"a ""quoted"" one\nof two lines"\nB;y;=1+1\nC;"never closed;z\nD;w;-5\n'
    findings = [
        Finding(2, "when", "x", Severity.REFUSED, "date_unreadable"),
        Finding(2, "what", "…", Severity.DOUBTFUL, "text_cut"),
        Finding(4, "id", "B", Severity.DOUBTFUL, "repeated_row", {"line": "9"}),
        Finding(5, "", 'C;"never closed;z', Severity.REFUSED, "quote_not_closed"),
    ]
    rows = written(tmp_path, content, findings, delimiter=";")
    assert rows[0] == [*REPORT_HEADINGS, "id", "when", "what"]
    assert rows[1] == [
        "2",
        "when, what",
        "Not imported: this isn’t a date; Imported, but look at it: the text is too long and was cut",
        "A",
        "x",
        'a "quoted" one\nof two lines',
    ]
    assert rows[2][2] == "Replaced by a later row: the same id or account comes again further down"
    assert rows[2][5] == "'=1+1"
    assert rows[3][3:] == ['C;"never closed;z']
    assert len(rows) == 4


def test_what_came_back_before_is_not_escaped_twice(tmp_path: Path) -> None:
    content = ",".join([*REPORT_HEADINGS, "id", "phone"]) + "\n7,phone,why,A,'+34 600\n"
    rows = written(tmp_path, content, [Finding(2, "id", "A", Severity.REFUSED, "value_missing")])
    assert rows[0] == [*REPORT_HEADINGS, "id", "phone"]
    assert rows[1][0:2] == ["2", "id"]
    assert rows[1][3:] == ["A", "'+34 600"]


def test_a_mended_row_is_stored_as_it_was_before_it_went_out(into: Importer) -> None:
    heads = ",".join([*REPORT_HEADINGS, "lead id", "mql date", "phone", "company"])
    into.leads(f"{heads}\n3,phone,why,L1,2026-01-05,'+34 600,'quoted'\n")
    (lead,) = into.rows("leads").values()
    assert (lead["phone"], lead["company"]) == ("+34 600", "'quoted'")


@pytest.mark.parametrize(
    ("name", "shown"), [("leads.csv", "leads-lazo.csv"), ("LEADS.CSV", "LEADS-lazo.csv"), ("x.y", "x.y-lazo.csv")]
)
def test_it_is_called_after_the_file(name: str, shown: str) -> None:
    assert report_name(name) == shown


@pytest.mark.parametrize("locale", LOCALES)
def test_every_reason_has_words_for_people(locale: str) -> None:
    say = Texts().into(locale)
    assert [code for code in REASONS if not say.has(f"import-why-{code}")] == []


def written(folder: Path, content: str, findings: list[Finding], delimiter: str = ",") -> list[list[str]]:
    """The returned file's rows."""
    original, target = folder / "original.csv", folder / "returned.csv"
    original.write_text(content, "utf-8", newline="")
    assert write_returned(target, original, "utf-8", delimiter, iter(findings), EN) == len(
        {finding.line for finding in findings}
    )
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel's mark
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))
