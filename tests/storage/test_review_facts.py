"""What the digest tells of a week's reviews, and which reviews a list finds, on both databases."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from domain.digest import digest_window
from domain.weeks import IsoWeek
from domain.win_loss_week import Learned, win_loss_week
from storage.database import Database
from storage.ids import new_id
from storage.review_facts import win_loss_facts
from storage.reviews import ReviewFilter, count_reviews, list_reviews, own_view
from storage.search import index_text
from storage.tables import Deal, WinLossReview
from tests.digest_rows import MADRID, DigestRows

WEEK = digest_window(IsoWeek(2018, 9), MADRID).weeks[0]
SECOND = timedelta(seconds=1)


@pytest.fixture
def rows(database: Database) -> DigestRows:
    return DigestRows.in_new_workspace(database)


def test_a_deal_counts_once_with_its_reasons_a_lesson_and_what_helped(rows: DigestRows) -> None:
    acme = rows.account("Acme")
    deal = a_deal(rows, acme)
    for perspective, reason in (("rep", "price"), ("manager", "sales_process"), ("buyer", "price")):
        a_review(rows, "lost_other", reason, deal_id=deal, closing=1, perspective=perspective, account_id=acme)
    a_review(rows, "won", "value", lesson="Newest, of nobody known", helpful_content=None)
    a_review(rows, "won", "trust", account_id=acme, lesson="Ask first", helpful_content="ROI sheet", at=WEEK.start)
    a_review(rows, "lost_other", "timing", account_hint="Sol", helpful_content="Of a loss")
    a_review(rows, "unknown", None)
    a_review(rows, "won", "value", withdrawn_at=WEEK.end, lesson="Taken back")
    for outside in (WEEK.start - SECOND, WEEK.end):
        a_review(rows, "won", "value", at=outside, lesson="Another week")
    a_review(DigestRows.in_new_workspace(rows.database, "TSUR"), "won", "value", lesson="Others'")

    with rows.database.read() as connection:
        week = win_loss_week(win_loss_facts(connection, rows.workspace_id, WEEK))
    assert (week.deals, week.ends) == (5, (("won", 2), ("lost_other", 2), ("unknown", 1)))
    assert (week.won.n, week.won.reasons) == (2, (("trust", 1), ("value", 1)))
    assert (week.not_won.n, week.not_won.reasons) == (2, (("price", 1), ("sales_process", 1), ("timing", 1)))
    assert week.lesson == Learned("Ask first", "Acme", "won", WEEK.start)
    assert week.helped == Learned("ROI sheet", "Acme", "won", WEEK.start)


def test_a_list_finds_by_outcome_period_person_and_stem(rows: DigestRows) -> None:
    other = DigestRows.in_new_workspace(rows.database, "TSUR")
    a_review(other, "won", "value", search_text=index_text("references"))
    won = a_review(rows, "won", "value", search_text=index_text("Acme", "the references convinced them"))
    lost = a_review(rows, "lost_other", "price", search_text=index_text("Las propuestas"), at=WEEK.start)
    a_review(rows, "won", "value", withdrawn_at=WEEK.end)

    def found(**wanted: Any) -> list[int]:  # noqa: ANN401 - any filter
        asked = ReviewFilter(**wanted)
        with rows.database.read() as connection:
            listed = [each.review.id for each in list_reviews(connection, rows.workspace_id, asked, limit=9)]
            assert sum(count_reviews(connection, rows.workspace_id, asked).values()) == len(listed)
        return listed

    assert found() == [won, lost]
    assert found(outcomes=("lost_other", "churned")) == [lost]
    assert found(since=WEEK.start + SECOND) == [won]
    assert found(member_id=rows.member_id + 1) == []
    assert found(words="reference") == [won]
    assert found(words="propuesta") == [lost]
    assert found(words="ference") == []  # words, not any piece of one
    assert found(words="reference propuesta") == []


def test_a_view_is_of_one_closing_from_one_side(rows: DigestRows) -> None:
    deal = a_deal(rows, rows.account("Acme"))
    given = a_review(rows, "won", "value", deal_id=deal, closing=1)
    with rows.database.read() as connection:

        def view(closing: int | None, perspective: str, member_id: int = rows.member_id) -> int | None:
            return own_view(connection, rows.workspace_id, member_id, deal, closing, perspective)

        assert view(1, "rep") == given
        assert (view(2, "rep"), view(None, "rep"), view(1, "manager"), view(1, "rep", 7)) == (None,) * 4


def a_deal(rows: DigestRows, account_id: int) -> int:
    """A deal that closed in the week."""
    values = {
        "external_id": f"D{new_id()}",
        "outcome": "won",
        "deal_type": "new",
        "closings": 1,
        "account_id": account_id,
    }
    return insert_row(rows, Deal, **values, closed_at=WEEK.start, created_at=WEEK.start, updated_at=WEEK.start)


def a_review(rows: DigestRows, outcome: str, reason: str | None, **more: Any) -> int:  # noqa: ANN401 - any column
    """A review, in the last second of the week unless said otherwise."""
    at = more.pop("at", WEEK.end - SECOND)
    columns = {"perspective": "rep", "contributing": "", "text_hash": "x", "search_text": "", **more}
    return insert_row(
        rows,
        WinLossReview,
        logged_by_id=rows.member_id,
        logged_at=at,
        updated_at=at,
        outcome=outcome,
        primary_reason=reason,
        **columns,
    )


def insert_row(rows: DigestRows, table: type, **values: Any) -> int:  # noqa: ANN401 - any column
    """A row as it is said."""
    row_id = new_id()
    with rows.database.write() as work:
        work.connection.execute(insert(table).values(workspace_id=rows.workspace_id, id=row_id, version=1, **values))
        work.commit()
    return row_id
