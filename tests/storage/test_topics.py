"""Themes of a workspace's own: found however much was said lately, counted by week, and offered once."""

from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import pytest
from sqlalchemy import insert
from sqlmodel import col, select

from domain.digest import digest_window
from domain.emerging import Group, Insights
from domain.metrics import Trend
from domain.weeks import IsoWeek
from storage import topics
from storage.database import Database
from storage.ids import new_id
from storage.tables import Objection, Topic
from tests.digest_rows import MADRID, DigestRows

WINDOW = digest_window(IsoWeek(2018, 9), MADRID)
END = WINDOW.weeks[0].end
NOW = datetime(2018, 3, 5, 8, tzinfo=UTC)
#: When what was said, and at which account.
Said: TypeAlias = tuple[datetime, str, str | None]


@pytest.fixture
def rows(database: Database) -> DigestRows:
    return DigestRows.in_new_workspace(database)


def test_however_much_was_said_lately_there_is_a_past_to_compare_it_with(
    rows: DigestRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "_MOST_NOTES", 25)
    said: list[Said] = [(END - timedelta(days=40 + n), "es muy caro", None) for n in range(20)]
    said += [(END - timedelta(days=10, minutes=n), f"otra {n}", None) for n in range(40)]
    said += [(END - timedelta(days=1, minutes=n), "wants SSO", f"Company {n}") for n in range(4)]
    said += [(END + timedelta(minutes=n), "wants SSO and Okta", f"Company {n}") for n in range(4)]
    _say(rows, said)
    assert [(group.label, len(group.notes)) for group in _insights(rows).groups] == [("SSO", 4)]


def test_what_is_lately_ends_within_the_first_of_the_weeks_that_are_compared(rows: DigestRows) -> None:
    """Thirty days are more than four weeks and fewer than five."""
    said: list[Said] = [(END - timedelta(days=40 + n), "es muy caro", None) for n in range(20)]
    said += [(END - timedelta(days=10, minutes=n), f"otra {n}", None) for n in range(10)]
    said += [(END - timedelta(days=29, minutes=n), "wants SSO", f"Company {n}") for n in range(4)]
    said.append((END - timedelta(days=31), "wants SSO", "Company 9"))
    _say(rows, said)
    assert [(group.label, len(group.notes), group.before) for group in _insights(rows).groups] == [("SSO", 4, 1)]


def test_a_theme_that_is_followed_is_counted_in_each_week_whatever_else_was_said(
    rows: DigestRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "_MOST_NOTES", 3)
    assert len(_offer(rows, "integracion", "audit log")) == 2
    _decide(rows, topics.FOLLOWED)
    said: list[Said] = [
        (END - timedelta(days=3 + 7 * week), "Faltan integraciones", None) for week in (0, 0, 1, 1, 1, 4)
    ]
    said += [(END - timedelta(days=1), "an audit log, please", None), (END - timedelta(days=1), "audit the log", None)]
    _say(rows, said)
    counted = {each.label: each.trend for each in _insights(rows).followed}
    assert counted == {"INTEGRACION": Trend(2, (3, 0, 0, 1)), "AUDIT LOG": Trend(1, (0, 0, 0, 0))}


def test_what_another_digest_offers_at_this_moment_is_offered_once(rows: DigestRows) -> None:
    (first,) = _offer(rows, "sso")
    again = _offer(rows, "sso", "okta")
    assert len(again) == 1
    assert first not in again
    assert _offer(rows, "sso") == []
    with rows.database.read() as connection:
        found = connection.execute(select(col(Topic.term)).where(col(Topic.workspace_id) == rows.workspace_id))
        assert sorted(row[0] for row in found) == ["okta", "sso"]


def _offer(rows: DigestRows, *terms: str) -> list[int]:
    groups = [Group(term, term.upper(), (1, 2, 3, 4), 0, ()) for term in terms]
    with rows.database.write() as work:
        given = topics.offer(work, rows.workspace_id, groups, NOW)
        work.commit()
    return given


def _decide(rows: DigestRows, state: str) -> None:
    with rows.database.write() as work:
        found = work.connection.execute(select(col(Topic.id)).where(col(Topic.workspace_id) == rows.workspace_id))
        for (topic_id,) in found.all():
            assert topics.decide(work, rows.workspace_id, topic_id, state, rows.member_id, NOW)
        work.commit()


def _insights(rows: DigestRows) -> Insights:
    with rows.database.read() as connection:
        return topics.insights_of(connection, rows.workspace_id, WINDOW)


def _say(rows: DigestRows, said: list[Said]) -> None:
    values = [
        {
            "workspace_id": rows.workspace_id,
            "id": new_id(),
            "logged_by_id": rows.member_id,
            "logged_at": at,
            "updated_at": at,
            "quote": quote,
            "account_hint": hint,
            "ask": "none",
            "text_hash": str(number),
            "search_text": "",
        }
        for number, (at, quote, hint) in enumerate(said)
    ]
    with rows.database.write() as work:
        work.connection.execute(insert(Objection), values)
        work.commit()
