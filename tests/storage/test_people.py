"""Workspaces and members: what Slack said last, and settings that do not overwrite one another."""

import pytest

from storage import people
from storage.database import Database
from storage.errors import StaleVersionError
from tests.storage.rows import Team


def test_a_member_is_met_once_and_kept_as_slack_says(database: Database) -> None:
    team = Team.new(database)
    first = team.member("U1", locale="en", tz="UTC")
    assert team.member("U1", locale="es", tz="Europe/Madrid", is_admin=True, is_active=False) == first
    with database.read() as connection:
        member = people.find_member(connection, team.id, "U1")
        assert people.list_admins(connection, team.id) == []  # they left
    assert member is not None
    assert (member.id, member.locale, member.tz, member.is_admin, member.is_active) == (
        first,
        "es",
        "Europe/Madrid",
        True,
        False,
    )


def test_the_same_slack_id_is_somebody_else_elsewhere(database: Database) -> None:
    one, two = Team.new(database, "T1"), Team.new(database, "T2")
    mine, theirs = one.member("U1", is_admin=True), two.member("U1")
    with database.read() as connection:
        assert people.names_of(connection, one.id, {mine, theirs}) == {mine: "U1"}
        assert people.list_admins(connection, two.id) == []
        assert people.find_member(connection, two.id, "U9") is None
        found = people.find_workspace(connection, "", "T2")
        assert found is not None
        assert people.find_workspace_id(connection, "", "T2") == found.id == two.id
        assert people.find_workspace_id(connection, "E1", "T2") is None
        assert people.find_workspace(connection, "E1", "T2") is None
        assert [workspace.team_id for workspace in people.list_workspaces(connection)] == ["T1", "T2"]


def test_settings_that_cross_are_refused(database: Database) -> None:
    team = Team.new(database)
    with database.write() as work:
        assert people.change_settings(work, team.id, {"marketing_channel": "C1"}, expected_version=1) == 2
        work.commit()
    with database.write() as work, pytest.raises(StaleVersionError):
        people.change_settings(work, team.id, {"marketing_channel": "C2"}, expected_version=1)
    with database.read() as connection:
        assert people.marketing_channel(connection, team.id) == ("C1", "Europe/Madrid")
