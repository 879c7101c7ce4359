"""What was done once is remembered with its outcome, per workspace, until Slack cannot send it again."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import inbound
from storage.database import Database
from tests.storage.rows import NOW, Team


def test_an_outcome_is_given_back_in_its_workspace_only(database: Database) -> None:
    one, two = Team.new(database, "T1"), Team.new(database, "T2")
    with database.write() as work:
        assert inbound.outcome_of(work, one.id, "k") is None
        inbound.remember(work, one.id, "k", {"objection": 2**62}, NOW)
        work.commit()
    with database.write() as work:
        assert inbound.outcome_of(work, one.id, "k") == {"objection": 2**62}
        assert inbound.outcome_of(work, two.id, "k") is None
        with pytest.raises(IntegrityError):
            inbound.remember(work, one.id, "k", {}, NOW)


def test_what_never_committed_was_never_done(database: Database) -> None:
    team = Team.new(database)
    with database.write() as work:
        inbound.remember(work, team.id, "k", {}, NOW)
    with database.write() as work:
        assert inbound.outcome_of(work, team.id, "k") is None


def test_old_ones_are_forgotten(database: Database) -> None:
    team = Team.new(database)
    with database.write() as work:
        for number in range(3):
            inbound.remember(work, team.id, f"k{number}", {}, NOW + timedelta(days=number))
        assert inbound.forget_before(work, NOW + timedelta(days=2)) == 2
        work.commit()
    with database.write() as work:
        assert [inbound.outcome_of(work, team.id, f"k{number}") for number in range(3)] == [None, None, {}]
