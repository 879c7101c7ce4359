"""`lazo digest`: the flags, and what it says when they are no use."""

import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner, Result

from bot.cli.digest import app
from domain.weeks import WeeklySlot
from storage import digests
from storage.database import Database
from tests.digest_rows import DigestRows

TUESDAY = datetime(2018, 2, 27, 12, tzinfo=UTC)


def lazo_digest(url: str, *flags: str) -> Result:
    return CliRunner().invoke(app, list(flags), env={"DATABASE_URL": url})


@pytest.fixture
def rows(database: Database) -> DigestRows:
    made = DigestRows.in_new_workspace(database)
    made.objection(TUESDAY, quote="HubSpot is cheaper", account_hint="Acme")
    made.lead(TUESDAY, "paid_search")
    return made


def test_json_is_the_message(rows: DigestRows, database_url: str) -> None:
    done = lazo_digest(database_url, "--preview", "--as-of", "2018-03-05T09:00", "--json")
    assert done.exit_code == 0
    body = json.loads(done.output)
    assert set(body) == {"text", "blocks"}
    assert body["text"] == "Weekly digest, week 9 of 2018: 1 objection, 1 MQL"


def test_without_json_people_can_read_it(rows: DigestRows, database_url: str) -> None:
    done = lazo_digest(database_url, "--preview", "--as-of", "2018-03-05T09:00", "--without-charts")
    for part in ("Weekly digest · week 9 of 2018", "“HubSpot is cheaper”", "paid search"):
        assert part in done.output
    assert "*" not in done.output
    assert '"' not in done.output


def test_zone_and_language_are_the_schedules_unless_flags_say_otherwise(rows: DigestRows, database_url: str) -> None:
    with rows.database.write() as work:
        planned = digests.PlannedDigest("C01", WeeklySlot(0, 540, "America/Mexico_City"), "es-MX")
        digests.save_schedule(work, rows.workspace_id, planned, set_by_id=rows.member_id, now=TUESDAY)
        work.commit()
    plain = lazo_digest(database_url, "--preview", "--as-of", "2018-03-05T09:00")
    assert "hora de America/Mexico_City" in plain.output
    flagged = lazo_digest(database_url, "--preview", "--as-of", "2018-03-05T09:00", "--tz", "madrid", "--lang", "en")
    assert "Europe/Madrid time" in flagged.output


def test_a_moment_without_an_offset_is_in_the_zone(rows: DigestRows, database_url: str) -> None:
    # Monday 00:30 in Madrid, when it is still Sunday in UTC.
    here = lazo_digest(database_url, "--preview", "--as-of", "2018-03-05T00:30", "--tz", "Europe/Madrid")
    there = lazo_digest(database_url, "--preview", "--as-of", "2018-03-05T00:30+01:00", "--tz", "UTC")
    assert "week 9" in here.output
    assert "week 8" in there.output


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        ((), "Add --preview"),
        (("--preview", "--as-of", "next Monday"), "is not a date and time"),
        (("--preview", "--tz", "Europe/Madird"), "Did you mean Europe/Madrid"),
        (("--preview", "--lang", "fr"), "There is no language fr"),
        (("--preview", "--team", "TSUR"), "Known: TNORTE"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    rows: DigestRows, database_url: str, flags: tuple[str, ...], sentence: str
) -> None:
    done = lazo_digest(database_url, *flags)
    assert done.exit_code == 2
    assert sentence in done.output


def test_two_workspaces_need_a_name(rows: DigestRows, database_url: str) -> None:
    DigestRows.in_new_workspace(rows.database, team="TSUR")
    done = lazo_digest(database_url, "--preview")
    assert (done.exit_code, "--team" in done.output) == (2, True)
    assert lazo_digest(database_url, "--preview", "--team", "TSUR").exit_code == 0


def test_without_a_database_it_says_what_to_run(empty_database_url: str) -> None:
    done = lazo_digest(empty_database_url, "--preview")
    assert (done.exit_code, "lazo db upgrade" in done.output) == (2, True)


def test_without_a_workspace_it_says_how_one_comes(database_url: str) -> None:
    done = lazo_digest(database_url, "--preview")
    assert (done.exit_code, "No workspace is here yet" in done.output) == (2, True)
