"""Dropped files: once a message, one reader at a time, decided on once."""

from datetime import timedelta

from storage import file_imports
from storage.database import Database
from storage.file_imports import DroppedFile
from storage.tables import FileImport
from tests.storage.rows import NOW, Team

LEASE = timedelta(minutes=5)
FILE = DroppedFile("F1", "1.0", "leads.csv", "D1")


def test_a_file_is_noted_once_a_message(database: Database) -> None:
    team = Team.new(database)
    member = team.member()
    assert [add(team, member, FILE), add(team, member, FILE)] == [True, False]
    assert add(team, member, DroppedFile("F1", "2.0", "leads.csv", "D1"))  # shared once more


def test_one_works_on_it_and_who_lost_the_lease_keeps_nothing(database: Database) -> None:
    team = Team.new(database)
    add(team, team.member(), FILE)
    first = claim(database, NOW)
    assert first is not None
    assert claim(database, NOW) is None
    later = NOW + LEASE + timedelta(seconds=1)
    second = claim(database, later)
    assert second is not None
    assert (second.id, second.attempts) == (first.id, 2)
    with database.write() as work:
        assert not file_imports.hold(work, first, later + LEASE)
        assert not file_imports.settle(work, first, later, state="waiting")
        assert file_imports.hold(work, second, later + LEASE, progress='{"rows": 500}')
        assert file_imports.settle(work, second, later, state="waiting")
        work.commit()
    assert claim(database, later) is None  # it waits for the person
    with database.read() as connection:
        assert not file_imports.anything_due(connection, later)


def test_only_the_preview_that_stands_is_decided_on_and_once(database: Database) -> None:
    team = Team.new(database)
    add(team, team.member(), FILE)
    file = claim(database, NOW)
    assert file is not None
    assert not decide(team, file, 1)  # it is being read
    with database.write() as work:
        file_imports.settle(work, file, NOW, state="waiting")
        work.commit()
    assert not decide(team, file, 2)
    assert decide(team, file, 1)
    assert not decide(team, file, 1)
    again = claim(database, NOW)
    assert again is not None
    assert (again.state, again.version, again.attempts) == ("confirmed", 2, 1)


def test_another_workspace_has_its_own(database: Database) -> None:
    team, other = Team.new(database), Team.new(database, "T2")
    add(team, team.member(), FILE)
    file = claim(database, NOW)
    assert file is not None
    with database.read() as connection:
        assert file_imports.find_import(connection, other.id, file.id) is None
    with database.write() as work:
        file_imports.save_mapping(work, team.id, "k", "one", team_member := file.member_id, NOW)
        file_imports.save_mapping(work, team.id, "k", "two", team_member, NOW)
        work.commit()
    with database.read() as connection:
        assert file_imports.find_mapping(connection, team.id, "k") == "two"
        assert file_imports.find_mapping(connection, other.id, "k") is None


def test_what_is_decided_is_forgotten_in_time(database: Database) -> None:
    team = Team.new(database)
    add(team, team.member(), FILE)
    with database.write() as work:
        assert file_imports.forget_before(work, NOW + timedelta(days=1)) == 0  # still to be read
    file = claim(database, NOW)
    assert file is not None
    with database.write() as work:
        file_imports.settle(work, file, NOW, state="done")
        work.commit()
    with database.write() as work:
        assert file_imports.forget_before(work, NOW) == 0
        assert file_imports.forget_before(work, NOW + timedelta(days=1)) == 1


def add(team: Team, member: int, file: DroppedFile) -> bool:
    with team.database.write() as work:
        added = file_imports.add_file(work, team.id, file, member, NOW)
        work.commit()
    return added


def claim(database: Database, now: object) -> FileImport | None:
    with database.write() as work:
        found = file_imports.claim(work, now, LEASE)  # type: ignore[arg-type]
        work.commit()
    return found


def decide(team: Team, file: FileImport, version: int) -> bool:
    with team.database.write() as work:
        done = file_imports.decide(work, team.id, file.id, version, NOW, state="confirmed")
        work.commit()
    return done
