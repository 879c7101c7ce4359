"""`lazo import` as somebody types it: what it prints, where the report goes, how it ends."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import exporting
from bot.cli.importing import app

Typed = Callable[..., Result]
GOOD = "id,mql date,source\na,2026-01-05,email\n"


@pytest.fixture
def typed(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Types a command in a folder of its own, against an empty database."""
    monkeypatch.chdir(tmp_path)

    def invoke(*args: str, url: str = sqlite_url) -> Result:
        return CliRunner().invoke(app, args, env={"DATABASE_URL": url})

    return invoke


@pytest.fixture
def ready(typed: Typed) -> Typed:
    """The same, with a workspace in the database."""
    Path("first.csv").write_text(GOOD, encoding="utf-8")
    assert typed("leads", "first.csv", "--team", "T1", "--create").exit_code == 0
    return typed


def test_without_a_workspace_it_says_what_to_do(typed: Typed) -> None:
    Path("a.csv").write_text(GOOD, encoding="utf-8")
    for args, words in (((), "lazo run"), (("--team", "T9"), "--create"), (("--create",), "--team")):
        result = typed("leads", "a.csv", *args)
        assert result.exit_code == 2
        assert words in result.output


def test_with_two_workspaces_one_has_to_be_named(ready: Typed) -> None:
    ready("leads", "first.csv", "--team", "T2", "--create")

    unnamed = ready("leads", "first.csv")
    assert (unnamed.exit_code, "T1, T2" in unnamed.output) == (2, True)
    assert ready("leads", "first.csv", "--team", "T2").exit_code == 0


def test_without_a_database_nothing_is_made(typed: Typed, tmp_path: Path) -> None:
    Path("a.csv").write_text(GOOD, encoding="utf-8")
    result = typed("leads", "a.csv", url=f"sqlite:///{tmp_path / 'none.db'}")
    assert (result.exit_code, "lazo db upgrade" in result.output) == (2, True)
    assert not (tmp_path / "none.db").exists()


def test_refused_rows_are_reported_beside_the_file(ready: Typed) -> None:
    Path("a.csv").write_text(GOOD + "b,soon,email\n", encoding="utf-8")
    result = ready("leads", "a.csv")

    assert result.exit_code == 1
    assert "2 rows read: 0 inserted, 0 updated, 1 unchanged, 1 refused." in result.output
    assert "1 × not a date" in result.output
    assert "a.csv.report.csv" in result.output
    with Path("a.csv.report.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["row"], row["column"], row["value"], row["severity"]) == ("3", "mql date", "soon", "refused")

    # Mended and imported again: the old report must not speak of rows that are right now.
    Path("a.csv").write_text(GOOD + "b,2026-01-06,email\n", encoding="utf-8")
    assert ready("leads", "a.csv").exit_code == 0
    assert Path("a.csv.report.csv").read_text(encoding="utf-8") == "row,column,value,severity,reason\n"


def test_doubtful_rows_alone_end_well(ready: Typed) -> None:
    Path("a.csv").write_text("id,mql date,score\nx,2026-01-05,many\n", encoding="utf-8")
    result = ready("leads", "a.csv", "--report", "out.csv")
    assert (result.exit_code, "Doubtful" in result.output) == (0, True)
    assert Path("out.csv").exists()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["none.csv"], "There is no file none.csv"),
        (["."], "is a folder"),
        (["empty.csv"], "The file is empty"),
        (["first.csv", "--report", "first.csv"], "overwrite"),
        (["first.csv", "--report", "no/such/folder.csv"], "cannot be written"),
        (["first.csv", "--tz", "Mars/Base"], "no time zone Mars/Base"),
        (["first.csv", "--delimiter", "ab"], "cannot separate columns"),
        (["first.csv", "--map", "score=scor"], "no such column"),
        (["first.csv", "--mapping", "none.toml"], "not a mapping file"),
        (["first.csv", "--date-format", "ymd"], "ymd"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_a_sentence(ready: Typed, args: list[str], words: str) -> None:
    Path("empty.csv").touch()
    result = ready("leads", *args)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


def test_headers_alone_are_said(ready: Typed) -> None:
    Path("a.csv").write_text("id,mql date\n", encoding="utf-8")
    result = ready("leads", "a.csv")
    assert (result.exit_code, "headers and no rows" in result.output) == (0, True)


def test_a_saved_mapping_keeps_columns_and_conventions(ready: Typed) -> None:
    Path("d.csv").write_text("nr;ended;kunde;worth\n7;31/01/2026 10:00;Acme;1.500\n", encoding="utf-8")
    flags = ["external_id=nr", "closed_at=ended", "company=", "amount=worth"]
    maps = [part for flag in flags for part in ("--map", flag)]
    rules = [
        "--outcome",
        "won",
        "--decimal",
        "comma",
        "--currency",
        "EUR",
        "--date-format",
        "dmy",
        "--tz",
        "Europe/Madrid",
    ]
    first = ready("deals", "d.csv", *maps, *rules, "--save-mapping", "d.toml")
    again = ready("deals", "d.csv", "--mapping", "d.toml")
    other = ready("deals", "d.csv", "--mapping", "d.toml", "--decimal", "point")

    assert "1 inserted" in first.output
    assert "Not used: kunde" in first.output
    assert "1 unchanged" in again.output
    assert "1 updated" in other.output, "a flag comes before the saved mapping"


def test_accounts_go_out_and_come_back_unchanged(ready: Typed, sqlite_url: str) -> None:
    Path("accounts.csv").write_text("account,tier,region\nAcme,1,-Sur\nÑandú S.A.,,\n", encoding="utf-8")
    assert "2 inserted" in ready("accounts", "accounts.csv").output

    def exported(*args: str) -> Result:
        return CliRunner().invoke(exporting.app, ["accounts", *args], env={"DATABASE_URL": sqlite_url})

    assert "2 accounts written" in exported("out.csv", "--lang", "es").output
    assert "Acme,1,,,,,'-Sur" in Path("out.csv").read_text("utf-8-sig")
    assert exported().output.startswith("Account,Tier")
    again = ready("accounts", "out.csv")
    assert (again.exit_code, "2 unchanged" in again.output) == (0, True)
    assert exported("--team", "T9").exit_code == 2
    assert exported("--lang", "fr").exit_code == 2
