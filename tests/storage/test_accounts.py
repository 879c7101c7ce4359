"""Accounts: one of each name, whoever spells it how."""

import pytest

from storage import accounts
from storage.database import Database
from storage.errors import StaleVersionError
from tests.storage.rows import NOW, Team


def test_one_account_of_each_name(database: Database) -> None:
    team = Team.new(database)
    with database.write() as work:
        first = accounts.add_account(work, team.id, "  ACME,   Inc. ", created_by_id=None, now=NOW)
        again = accounts.add_account(work, team.id, "Acme", created_by_id=None, now=NOW)
        for nameless in ("", "!!!", "🙂"):
            with pytest.raises(ValueError, match=f"^{nameless}$"):
                accounts.add_account(work, team.id, nameless, created_by_id=None, now=NOW)
        work.commit()
    assert (first.id, first.name) == (again.id, "ACME, Inc.")
    with database.read() as connection:
        found = accounts.find_account(connection, team.id, "acme corp")
        assert found is not None
        assert found.id == accounts.account_id_of(connection, team.id, "Ácme S.L.") == first.id
        for nameless in ("", "!!!"):
            assert accounts.find_account(connection, team.id, nameless) is None
            assert accounts.account_id_of(connection, team.id, nameless) is None


def test_owners_are_those_who_are_still_here(database: Database) -> None:
    team = Team.new(database)
    owner = team.member("UOWNER")
    account = team.account("Acme", "acme", owner)
    with database.read() as connection:
        assert accounts.marketing_owner(connection, team.id, account) == (owner, "Europe/Madrid", 540)
        assert accounts.list_owned(connection, team.id, limit=5) == ([("Acme", None, "UOWNER")], 1)
    team.member("UOWNER", is_active=False)
    with database.read() as connection:
        assert accounts.marketing_owner(connection, team.id, account) is None
        assert accounts.list_owned(connection, team.id, limit=5) == ([("Acme", None, None)], 1)


def test_archived_ones_are_hidden_and_edits_that_cross_refused(database: Database) -> None:
    team = Team.new(database)
    account, other = team.account("Acme", "acme"), team.account("Beta", "beta")
    with database.write() as work:
        assert accounts.change_account(work, team.id, account, {"archived_at": NOW}, expected_version=1) == 2
        work.commit()
    with database.write() as work, pytest.raises(StaleVersionError):
        accounts.change_account(work, team.id, account, {"archived_at": None}, expected_version=1)
    with database.read() as connection:
        assert accounts.list_owned(connection, team.id, limit=5) == ([("Beta", None, None)], 1)
        assert accounts.names_by_id(connection, team.id, {account, other}) == {account: "Acme", other: "Beta"}


def test_another_workspace_has_its_own(database: Database) -> None:
    mine, other = Team.new(database, "T1"), Team.new(database, "T2")
    account = mine.account("Acme", "acme", mine.member())
    with database.read() as connection:
        assert accounts.account_id_of(connection, other.id, "Acme") is None
        assert accounts.names_by_id(connection, other.id, {account}) == {}
        assert accounts.marketing_owner(connection, other.id, account) is None
        assert accounts.list_owned(connection, other.id, limit=5) == ([], 0)
