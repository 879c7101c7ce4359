"""Moments come out as they went in, whoever wrote them."""

from contextlib import closing
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text, update
from sqlmodel import col, select

from storage.database import Database
from storage.tables import Member
from tests.storage.rows import Team

MOMENT = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


def read(team: Team) -> datetime:
    """The moment of the team's only member."""
    with team.database.read() as connection:
        asked = select(col(Member.refreshed_at)).where(col(Member.workspace_id) == team.id)
        return connection.execute(asked).scalar_one()


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-22 07:00:00.000000",
        "2026-11-22 07:00:00",
        "2026-11-22T07:00:00Z",
        "2026-11-22 07:00:00+00:00",
        "2026-11-22 09:00:00.000000+02:00",
        "2026-11-22 02:00-05",
        "2026-11-22 07:00:00.000+00",
        "2026-11-22T07:00:00.00000Z",
    ],
)
def test_a_moment_that_somebody_wrote_past_us_is_read(database: Database, written: str) -> None:
    team = Team.new(database)
    team.member()
    with database.write() as work:
        work.connection.execute(text(f"UPDATE members SET refreshed_at = '{written}'"))
        work.commit()
    found = read(team)
    assert found == MOMENT
    assert found.tzinfo is UTC


@pytest.mark.parametrize("tz", ["UTC", "Europe/Madrid", "America/Mexico_City"])
def test_a_moment_is_read_in_utc_wherever_it_was_told(database: Database, tz: str) -> None:
    team = Team.new(database)
    team.member()
    with database.write() as work:
        told = {"refreshed_at": MOMENT.astimezone(ZoneInfo(tz))}
        work.connection.execute(update(Member).where(col(Member.workspace_id) == team.id).values(told))
        work.commit()
    found = read(team)
    assert found == MOMENT
    assert found.tzinfo is UTC


def test_a_session_of_postgresql_is_in_utc_wherever_its_server_is(postgres_url: str) -> None:
    with closing(Database.open(postgres_url)) as database, database.write() as work:
        name = work.connection.execute(text("SELECT current_database()")).scalar_one()
        work.connection.execute(text(f"ALTER DATABASE \"{name}\" SET timezone = 'America/Mexico_City'"))
        work.commit()
    with closing(Database.open(postgres_url)) as database:
        team = Team.new(database)
        team.member()
        assert read(team).tzinfo is UTC
        with database.write() as work:
            work.connection.execute(text(f'ALTER DATABASE "{name}" RESET timezone'))
            work.commit()
