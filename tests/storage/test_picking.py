"""Accounts, deals and competitors are found by the beginning of any word of their name, in their own workspace."""

from typing import Any

import pytest
from sqlalchemy import insert

from domain.names import name_key
from storage import accounts, picking, review_subjects
from storage.database import Database
from storage.ids import new_id
from storage.tables import Deal, WinLossReview
from tests.storage.rows import NOW, Team

NAMES = ("Harlow Freight", "Freightways Ltd", "Ábaco Sistemas, S.L.", "León & Hijos", "100% Design_er", "Acme")


@pytest.fixture
def team(database: Database) -> Team:
    made = Team.new(database)
    for name in NAMES:
        made.account(name, name_key(name))
    Team.new(database, "T2").account("Harlow of others", "harlow of others")
    return made


def found(team: Team, typed: str) -> list[str]:
    with team.database.read() as connection:
        return [name for _id, name in picking.search_accounts(connection, team.id, typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("h", ["Harlow Freight"]),
        ("FREI", ["Freightways Ltd", "Harlow Freight"]),
        ("frei har", ["Harlow Freight"]),
        ("abaco", ["Ábaco Sistemas, S.L."]),
        ("Sistemás", ["Ábaco Sistemas, S.L."]),
        ("leon", ["León & Hijos"]),
        ("hij", ["León & Hijos"]),
        ("design", ["100% Design_er"]),
        ("arlow", []),
        ("ws1", []),
        ("", []),
        (" % ", []),
        ("'\"*)(:&|! --", []),
        ("\x00\ud800", []),
        ("acme " * 700, ["Acme"]),
    ],
)
def test_accounts(team: Team, typed: str, expected: list[str]) -> None:
    assert found(team, typed) == expected


def test_an_account_that_was_put_away_is_not_offered_and_a_new_name_is_found(team: Team) -> None:
    with team.database.write() as work:
        account = accounts.find_account(work.connection, team.id, "Acme")
        assert account is not None
        accounts.change_account(work, team.id, account.id, {"archived_at": NOW}, expected_version=1)
        other = accounts.find_account(work.connection, team.id, "Harlow Freight")
        assert other is not None
        renamed = {"name": "Northwind Cargo", "name_key": "northwind cargo"}
        accounts.change_account(work, team.id, other.id, renamed, expected_version=1)
        work.commit()
    assert (found(team, "acme"), found(team, "harlow"), found(team, "cargo")) == ([], [], ["Northwind Cargo"])


def test_the_old_name_of_a_merged_account_finds_the_one_it_is_part_of(team: Team) -> None:
    with team.database.write() as work:
        old = accounts.find_account(work.connection, team.id, "Harlow Freight")
        into = accounts.find_account(work.connection, team.id, "Acme")
        assert old is not None
        assert into is not None
        put_away = {"archived_at": NOW, "merged_into_id": into.id}
        accounts.change_account(work, team.id, old.id, put_away, expected_version=1)
        work.commit()
    assert [found(team, typed) for typed in ("harlow", "freight", "acme")] == [
        ["Acme"],
        ["Freightways Ltd", "Acme"],
        ["Acme"],
    ]


def test_deals_by_name_company_and_id_open_ones_first(team: Team) -> None:
    with team.database.read() as connection:
        harlow = accounts.account_id_of(connection, team.id, "Harlow Freight")
    deal(team, "Renovación 2026", "won", None, "crm-1")
    deal(team, "Gran renovación", "open", None, "crm-2")
    deal(team, None, "lost", harlow, "crm-3")
    with team.database.read() as connection:
        called = {
            name: [each.name for each in review_subjects.deals_named(connection, team.id, name)]
            for name in ("GRAN renovacion", "renovacion", "crm-1", "harlow freight", " ")
        }
    assert called == {
        "GRAN renovacion": ["Gran renovación"],
        "renovacion": [],
        "crm-1": ["Renovación 2026"],
        "harlow freight": [None],
        " ": [],
    }
    listed = {typed: names(team, typed) for typed in ("renova", "harl", "crm-3", "%", "nada")}
    assert listed == {
        "renova": ["Gran renovación", "Renovación 2026"],
        "harl": ["crm-3"],
        "crm-3": ["crm-3"],
        "%": [],
        "nada": [],
    }


def test_of_many_deals_those_come_first_that_wait_for_what_is_to_be_done(team: Team) -> None:
    """For a review the closed ones without a view; to close one, those that stand open. However many there are."""
    with team.database.read() as connection:
        acme = accounts.account_id_of(connection, team.id, "Acme")
    for place in range(7):
        deal(team, f"Polo {place}", "open", acme, f"open-{place}")
    # The one that waits is the older: by its age alone it would come second.
    waiting, seen = (deal(team, f"Polo {name}", "won", acme, name) for name in ("waiting", "seen"))
    for place in range(7):
        deal(team, None, "lost", acme, f"lost-{place}")
    author, undone = team.member(), {"withdrawn_at": NOW}
    view = {"workspace_id": team.id, "logged_by_id": author, "logged_at": NOW, "deal_id": seen, "closing": 1,
            "outcome": "won", "text_hash": "", "updated_at": NOW}  # fmt: skip
    with team.database.write() as work:
        work.connection.execute(insert(WinLossReview), [{**view, "id": new_id()}])
        work.connection.execute(insert(WinLossReview), [{**view, "id": new_id(), "deal_id": waiting, **undone}])
        work.commit()
    with team.database.read() as connection:
        to_review = review_subjects.deals_like(connection, team.id, "polo", limit=6)
        assert [each.id for each in to_review[:2]] == [waiting, seen]
        to_close = review_subjects.deals_like(connection, team.id, "polo", limit=6, open_first=True)
        of_acme = review_subjects.deals_named(connection, team.id, "acme", limit=6, open_first=True)
    assert {each.outcome for each in (*to_review[2:], *to_close, *of_acme)} == {"open"}
    assert len(to_review) == len(to_close) == len(of_acme) == 6


def test_competitors_once_however_they_are_spelled(team: Team) -> None:
    member = team.member()
    named = ("HubSpot", "hubspot", "Zoho CRM", "Hub Planner", None)
    team.objections(member, {f"quote {place}": {"competitor": each} for place, each in enumerate(named)})
    with team.database.read() as connection:
        assert picking.search_competitors(connection, team.id, "hub") == ["Hub Planner", "HubSpot"]
        assert picking.search_competitors(connection, team.id, "crm") == ["Zoho CRM"]
        assert picking.search_competitors(connection, team.id, "ubs") == []


def names(team: Team, typed: str) -> list[str]:
    with team.database.read() as connection:
        return [each.name or each.external_id for each in picking.search_deals(connection, team.id, typed)]


def deal(team: Team, name: str | None, outcome: str, account_id: int | None, external_id: str) -> int:
    row: dict[str, Any] = {
        "workspace_id": team.id, "id": new_id(), "external_id": external_id, "name": name, "outcome": outcome,
        "account_id": account_id, "deal_type": "new", "closings": 0, "created_at": NOW, "updated_at": NOW, "version": 1,
    }  # fmt: skip
    with team.database.write() as work:
        work.connection.execute(insert(Deal), [row])
        work.commit()
    return int(row["id"])
