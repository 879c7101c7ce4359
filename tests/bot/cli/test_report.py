"""`lazo report`: the file it writes, and what it says when the flags are no use."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import report
from bot.cli.report import app
from commands.digest.composing import counted
from domain.digest import WeeklyDigest
from domain.weeks import IsoWeek
from storage import digests
from storage.database import Database
from tests.digest_rows import DigestRows

TUESDAY = datetime(2018, 2, 27, 12, tzinfo=UTC)


def lazo_report(url: str, *flags: str) -> Result:
    return CliRunner().invoke(app, list(flags), env={"DATABASE_URL": url})


@pytest.fixture
def rows(database: Database) -> DigestRows:
    made = DigestRows.in_new_workspace(database)
    made.objection(TUESDAY, quote="HubSpot is cheaper", account_hint="Acme")
    return made


def test_the_weeks_review_is_a_file(rows: DigestRows, database_url: str, tmp_path: Path) -> None:
    file = tmp_path / "review.html"
    done = lazo_report(database_url, "--week", "2018-W09", "--lang", "es", "--out", str(file))
    assert done.exit_code == 0
    assert done.output.startswith(f"{file}: ")
    page = file.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "HubSpot is cheaper" in page
    assert "semana 9 de 2018" in page


def test_a_week_that_the_channel_got_is_told_as_at_that_moment(
    rows: DigestRows, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments: list[datetime | None] = []

    def noted(*asked: Any) -> WeeklyDigest:  # noqa: ANN401 - as it is asked
        moments.append(asked[-1])
        return counted(*asked)

    monkeypatch.setattr(report, "counted", noted)
    flags = ("--week", "2018-W09", "--channel", "C1", "--out", str(tmp_path / "review.html"))
    assert lazo_report(database_url, *flags).exit_code == 0
    came = datetime(2018, 3, 5, 8, tzinfo=UTC)
    with rows.database.write() as work:
        assert digests.claim_run(work, rows.workspace_id, "C1", IsoWeek(2018, 9), 1, late_seconds=0, now=came)
        work.commit()
    assert lazo_report(database_url, *flags).exit_code == 0
    assert moments == [None, came]


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--week", "2018-W54"), "2018-W54 is no week"),
        (("--week", "last"), "last is no week"),
        (("--week", "2099-W01"), "Week 2099-W01 has not begun yet."),
        (("--week", "2018-W09", "--lang", "fr"), "There is no language fr"),
        (("--week", "2018-W09", "--out", "missing/folder/x.html"), "could not be written"),
    ],
)
def test_what_is_no_use_is_told_in_a_sentence(
    rows: DigestRows, database_url: str, flags: tuple[str, ...], said: str
) -> None:
    done = lazo_report(database_url, *flags)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output
