"""What reaches the log: every event in the form that was asked for, and never a secret or what people typed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.database import Database

_SCRIPT = """
import logging, sys
import structlog
from bot.log import configure_logging

configure_logging("info", sys.argv[1])
log = structlog.get_logger("bot.somewhere")
log.debug("below the level")

def fail(token):
    try:
        raise ValueError("nonsense")
    except ValueError:
        log.exception("job_failed", error_id="E-000001")

fail("xoxb-" + "secret")
bolt = logging.getLogger("slack_bolt.RequestVerification")
bolt.setLevel(logging.INFO)
bolt.info("Invalid request signature detected (body: text=what+they+typed)")
"""


@pytest.mark.parametrize("style", ["console", "json"])
def test_what_is_logged_is_in_one_form_and_keeps_secrets(style: str, project_dir: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, style],
        cwd=project_dir, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout == ""
    assert "E-000001" in done.stderr
    assert "ValueError: nonsense" in done.stderr
    assert "below the level" not in done.stderr
    assert "xoxb-secret" not in done.stderr
    assert "what+they+typed" not in done.stderr
    if style == "json":
        (event,) = [json.loads(line) for line in done.stderr.splitlines()]
        assert (event["event"], event["level"], event["logger"]) == ("job_failed", "error", "bot.somewhere")


_TWICE = """
import logging, sys
import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from bot.log import configure_logging
from storage.database import Database

configure_logging("info", sys.argv[1])
log = structlog.get_logger("bot.somewhere")
database = Database.open(sys.argv[2])

def store(said):
    with database.write() as work:
        insert = text("INSERT INTO workspaces (enterprise_id, team_id, name, locale, tz, guests_allowed, created_at,"
                      " version, set_up) VALUES ('', :said, '', 'en', 'UTC', false, '2026-01-01', 1, '{}')")
        work.connection.execute(insert, {"said": said})
        work.connection.execute(insert, {"said": said})

def cast(said):
    with database.write() as work:
        work.connection.execute(text("SELECT CAST(CAST(:said AS text) AS integer)"), {"said": said})

for act in (store, cast):
    try:
        act("what\\nthey typed")
    except SQLAlchemyError as error:
        log.exception("ours")
        log.error("ours too", exc_info=error)
        logging.getLogger("somebody.elses").exception("theirs")
        try:
            raise RuntimeError("on top") from error
        except RuntimeError:
            log.exception("wrapped")
"""


@pytest.mark.parametrize("style", ["console", "json"])
def test_what_a_database_refuses_is_not_quoted(style: str, database_url: str, project_dir: Path) -> None:
    """PostgreSQL's DETAIL names the key that is there already: an account's name, a quote."""
    done = subprocess.run(
        [sys.executable, "-c", _TWICE, style, database_url],
        cwd=project_dir, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "IntegrityError" in done.stderr
    assert "they typed" not in done.stderr
    assert "uq_workspaces_team" in done.stderr or "UNIQUE constraint failed" in done.stderr
    assert "on top" in done.stderr


def test_an_error_of_the_database_does_not_tell_what_was_to_be_stored(database: Database) -> None:
    with pytest.raises(DBAPIError) as refused, database.write() as work:
        work.connection.execute(text("INSERT INTO nowhere VALUES (:said)"), {"said": "what they typed"})
    assert "what they typed" not in str(refused.value)
