"""`lazo policies`: to a file, from a file, all or nothing, and what is wrong with one."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlmodel import Session, col
from typer.testing import CliRunner

from bot.cli.policies import app
from storage import people
from storage.database import Database
from storage.tables import AuditEvent, SlaPolicy, Workspace


@pytest.fixture
def database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """One workspace, and the settings lead to it."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    opened = Database.open(database_url)
    with opened.write() as work:
        people.add_workspace(work, Workspace(team_id="T1", created_at=datetime(2026, 1, 1, tzinfo=UTC)))
        work.commit()
    yield opened
    opened.close()


def policies(database: Database) -> dict[str, SlaPolicy]:
    with database.read() as connection, Session(connection) as session:
        return {row.name: row for row in session.scalars(select(SlaPolicy).where(col(SlaPolicy.workspace_id) == 1))}


def test_out_changed_and_in_again(database: Database, tmp_path: Path) -> None:
    """A dry run changes nothing; the import makes one new version and one new agreement; again it changes nothing."""
    file = tmp_path / "agreements.json"
    assert CliRunner().invoke(app, ["export", str(file)]).exit_code == 0
    said = json.loads(file.read_text("utf-8"))
    standard = next(each for each in said["policies"] if each["name"] == "standard")
    standard["promises"]["accept"] = {"target": "1 h", "limit": "2 h"}
    standard["ladder"][0]["at"] = "50%"
    said["policies"] = [standard, {**standard, "name": "Ferias", "for": {"source": "Trade fair"}}]
    file.write_text(json.dumps(said), "utf-8")
    dry = CliRunner().invoke(app, ["import", str(file), "--dry-run"])
    assert "accept: 4 h → 2 h (target 1 h)" in dry.output
    assert "most 50% tells owner" in dry.output
    assert set(policies(database)) == {"demo_request", "pricing_request", "tier_1", "content", "standard"}
    done = CliRunner().invoke(app, ["import", str(file)])
    assert done.exit_code == 0, done.output
    assert "new: Ferias" in done.output
    found = policies(database)
    assert (found["standard"].version, found["Ferias"].source, found["content"].version) == (2, "trade_fair", 1)
    with database.read() as connection:
        acts = list(
            connection.execute(select(col(AuditEvent.action)).where(col(AuditEvent.workspace_id) == 1)).scalars()
        )
    assert acts.count("policy_imported") == 2
    assert "already" in CliRunner().invoke(app, ["import", str(file)]).output


def test_one_problem_and_nothing_is_changed(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "agreements.json"
    good = {"name": "a", "promises": {"accept": {"limit": "1 h"}}}
    file.write_text(json.dumps({"policies": [good, {**good, "name": "b", "lane": "slow"}]}), "utf-8")
    done = CliRunner().invoke(app, ["import", str(file)])
    assert done.exit_code == 2
    assert 'policies[1].lane: "slow" is none of fast, standard' in done.output
    assert not policies(database)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"{"])
def test_what_is_no_such_file_is_a_sentence(database: Database, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    for name in (str(file), str(tmp_path / "none.json")):
        done = CliRunner().invoke(app, ["import", name])
        assert (done.exit_code, "Traceback" in done.output) == (2, False)
    assert CliRunner().invoke(app, ["export", "--team", "T9"]).exit_code == 2
