"""Leads are found by the first letters of what people know of them."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import event, insert

from storage import leads
from storage.database import Database
from storage.ids import new_id
from storage.leads import search_leads
from storage.tables import Lead
from tests.storage.rows import NOW, Team

LEADS: tuple[Mapping[str, Any], ...] = (
    {"company": "Acme Ltd", "name": "Laura Pérez"},
    {"company": "acme labs", "name": "Tom"},
    {"company": "Ábaco Sistemas", "name": "Íñigo"},
    {"company": None, "name": "Acton Bell"},
    {"company": "Globex", "name": None},
    {"company": "100% Design_er", "name": None},
)


@pytest.fixture
def team(database: Database) -> Team:
    made = Team.new(database)
    made.account("Ábaco Sistemas", "abaco sistemas")
    add(made, LEADS)
    other = Team.new(database, "T2")
    add(other, ({"company": "Acme of another workspace"},))
    return made


def add(team: Team, leads: tuple[Mapping[str, Any], ...]) -> None:
    blank = {"workspace_id": team.id, "source": "", "mql_at": NOW, "created_at": NOW, "updated_at": NOW, "version": 1}
    rows = []
    for number, lead in enumerate(leads):
        lead_id = new_id()
        rows.append({"name": None, "company": None, **blank, "id": lead_id, "external_id": f"crm-{number}", **lead})
    with team.database.write() as work:
        work.connection.execute(insert(Lead), rows)
        work.commit()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ac", {"Acme Ltd", "acme labs", None}),
        ("ACME", {"Acme Ltd", "acme labs"}),
        ("Acme Lt", {"Acme Ltd"}),
        ("abac", {"Ábaco Sistemas"}),
        ("ábaco", {"Ábaco Sistemas"}),
        ("laura p", {"Acme Ltd"}),
        ("100% d", {"100% Design_er"}),
        ("%", set()),
        ("crm-4", {"Globex"}),
        ("  ", set()),
        ("nobody", set()),
        ("\U0010ffff", set()),
        ("'; drop table leads; --", set()),
    ],
)
def test_leads_are_found_by_their_first_letters(team: Team, typed: str, found: set[str | None]) -> None:
    with team.database.read() as connection:
        assert {lead.company for lead in search_leads(connection, team.id, typed)} == found


def test_the_latest_come_first_and_not_all_of_them(team: Team) -> None:
    add(
        team,
        tuple(
            {"company": "Initech", "external_id": f"i{number}", "mql_at": NOW.replace(minute=number)}
            for number in range(30)
        ),
    )
    with team.database.read() as connection:
        found = search_leads(connection, team.id, "ini", limit=5)
    assert [lead.mql_at.minute for lead in found] == [29, 28, 27, 26, 25]


def test_it_looks_at_ranges_of_an_index_alone(team: Team) -> None:
    add(
        team,
        tuple(
            {"company": f"Company {number}", "name": f"Person {number}", "external_id": f"x{number}"}
            for number in range(5_000)
        ),
    )
    asked: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:  # noqa: ANN401
        asked.append((statement, parameters))

    with team.database.write() as work:
        postgres = work.connection.dialect.name == "postgresql"
        work.connection.exec_driver_sql("ANALYZE leads")
        event.listen(work.connection, "before_cursor_execute", keep)
        given = {"workspace": team.id, "start": "Person 4999", "end": "Person 499:", "company": "Company 1", "most": 9}
        for prepared in (leads.BY_COMPANY, leads.BY_NAME, leads.BY_EXTERNAL_ID, leads.OF_A_COMPANY):
            work.connection.execute(prepared.build(), given)
        event.remove(work.connection, "before_cursor_execute", keep)
        plans = []
        for statement, parameters in asked:
            explained = f"{'EXPLAIN' if postgres else 'EXPLAIN QUERY PLAN'} {statement}"
            plans += [str(row) for row in work.connection.exec_driver_sql(explained, parameters)]
    assert any("leads" in line for line in plans)
    assert not [line for line in plans if "Seq Scan on leads" in line or "SCAN leads" in line]
