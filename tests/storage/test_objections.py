"""Objections: what changes, what is listed, and what another workspace never sees."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import NoResultFound

from storage import objections
from storage.database import Database
from storage.errors import StaleVersionError
from storage.objections import PastArgument
from tests.storage.rows import NOW, Team

HOUR = timedelta(hours=1)


def test_a_change_raises_the_version_and_a_stale_one_is_refused(database: Database) -> None:
    team = Team.new(database)
    (one,) = team.objections(team.member(), {"dear": {}}).values()
    with database.write() as work:
        version = objections.change_objection(
            work, team.id, one, {"quote": "dearer"}, expected_version=1, now=NOW + HOUR
        )
        work.commit()
    assert version == 2
    with database.write() as work, pytest.raises(StaleVersionError):
        objections.change_objection(work, team.id, one, {"quote": "lost"}, expected_version=1, now=NOW)
    with database.read() as connection:
        stored = objections.get_objection(connection, team.id, one)
    assert (stored.quote, stored.version, stored.updated_at) == ("dearer", 2, NOW + HOUR)


def test_nothing_is_stored_without_a_commit(database: Database) -> None:
    team = Team.new(database)
    (one,) = team.objections(team.member(), {"dear": {}}).values()
    with database.write() as work:
        objections.change_objection(work, team.id, one, {"quote": "lost"}, expected_version=1, now=NOW)
    with database.read() as connection:
        assert objections.get_objection(connection, team.id, one).quote == "dear"


def test_mine_are_mine_newest_first_and_not_withdrawn(database: Database) -> None:
    team = Team.new(database)
    me, other = team.member("UME"), team.member("UOTHER")
    team.objections(
        me, {"old": {"logged_at": NOW - HOUR}, "new": {}, "gone": {"withdrawn_at": NOW}, "named": {"account_hint": "A"}}
    )
    team.objections(other, {"theirs": {}})
    with database.read() as connection:
        mine = objections.list_mine(connection, team.id, me, limit=10)
        assert [found.quote for found in mine] == ["named", "new", "old"]
        assert mine[0].account_name == "A"
        assert len(objections.list_mine(connection, team.id, me, limit=1)) == 1


def test_arguments_that_worked_come_first_then_the_newest(database: Database) -> None:
    team = Team.new(database)
    me = team.member()
    acme = team.account("Acme", "acme")
    price = {"theme": "price"}
    ids = team.objections(
        me,
        {
            "a": {**price, "argument": "failed, newest", "worked": "no", "logged_at": NOW + HOUR},
            "b": {**price, "argument": "worked, oldest", "worked": "yes", "logged_at": NOW - HOUR, "account_id": acme},
            "c": {**price, "argument": "open", "logged_at": NOW},
            "d": {**price, "argument": "withdrawn", "worked": "yes", "withdrawn_at": NOW},
            "e": {**price},
            "f": {"theme": "trust", "argument": "other theme", "worked": "yes"},
        },
    )
    with database.read() as connection:
        found = objections.arguments_on(connection, team.id, "price", but=0)
        assert found == [
            PastArgument("worked, oldest", "yes", "Acme"),
            PastArgument("failed, newest", "no", None),
            PastArgument("open", None, None),
        ]
        assert [past.argument for past in objections.arguments_on(connection, team.id, "price", but=ids["b"])] == [
            "failed, newest",
            "open",
        ]


def test_themes_are_counted_in_a_half_open_period(database: Database) -> None:
    team = Team.new(database)
    team.objections(
        team.member(),
        {
            "start": {"theme": "price"},
            "end": {"theme": "price", "logged_at": NOW + HOUR},
            "none": {},
            "gone": {"theme": "price", "withdrawn_at": NOW},
        },
    )
    with database.read() as connection:
        assert objections.theme_counts(connection, team.id, NOW, NOW + HOUR) == {"price": 1, None: 1}


def test_another_workspace_sees_none_of_it(database: Database) -> None:
    mine, other = Team.new(database, "T1"), Team.new(database, "T2")
    said = {"price secret": {"theme": "price", "argument": "secret"}}
    (one,) = mine.objections(mine.member(), said).values()
    stranger = other.member()
    with database.read() as connection:
        assert objections.search_objections(connection, mine.id, "secret", limit=5)
        assert objections.search_objections(connection, other.id, "secret", limit=5) == []
        assert objections.search_objections(connection, other.id, f"ws{mine.id} secret", limit=5) == []
        assert objections.list_mine(connection, other.id, stranger, limit=5) == []
        assert objections.arguments_on(connection, other.id, "price", but=0) == []
        assert objections.theme_counts(connection, other.id, NOW - HOUR, NOW + HOUR) == {}
        with pytest.raises(NoResultFound):
            objections.get_objection(connection, other.id, one)
    with database.write() as work, pytest.raises(StaleVersionError):
        objections.change_objection(work, other.id, one, {"quote": "x"}, expected_version=1, now=NOW)
