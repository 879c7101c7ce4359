"""What the digest counts and quotes, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from domain.digest import DigestFacts, DigestWindow, digest_window
from domain.metrics import Conversion, Trend
from domain.weeks import IsoWeek
from storage.database import Database
from storage.digest_facts import digest_facts
from tests.digest_rows import MADRID, DigestRows

WINDOW = digest_window(IsoWeek(2018, 9), MADRID)
START, END = WINDOW.weeks[0].start, WINDOW.weeks[0].end
WEEK = timedelta(days=7)
SECOND = timedelta(seconds=1)


@pytest.fixture
def rows(database: Database) -> DigestRows:
    return DigestRows.in_new_workspace(database)


def facts_of(rows: DigestRows, window: DigestWindow = WINDOW) -> DigestFacts:
    with rows.database.read() as connection:
        return digest_facts(connection, rows.workspace_id, window)


def test_weeks_are_cut_at_midnight_of_the_zone(rows: DigestRows) -> None:
    assert datetime(2018, 2, 25, 23, tzinfo=UTC) == START
    for at in (START, END - SECOND):
        rows.lead(at, "social")
    rows.lead(START - SECOND, "social")
    rows.lead(END, "social")
    (line,) = facts_of(rows).sources
    assert (line.source, line.trend) == ("social", Trend(2, (1, 0, 0, 0)))


def test_each_week_before_has_its_own_count(rows: DigestRows) -> None:
    for back, count in enumerate((1, 2, 3, 4, 5, 6)):
        for _ in range(count):
            rows.objection(START - back * WEEK + SECOND)
    (line,) = facts_of(rows).themes
    assert line.trend == Trend(1, (2, 3, 4, 5))


def test_what_was_withdrawn_is_not_counted_and_not_quoted(rows: DigestRows) -> None:
    rows.objection(START, withdrawn_at=END)
    facts = facts_of(rows)
    assert (facts.themes, facts.quotes) == ((), ())


def test_objections_without_a_theme_are_a_line_of_their_own(rows: DigestRows) -> None:
    rows.objection(START, theme=None, quote="Hmm")
    facts = facts_of(rows)
    assert [line.theme for line in facts.themes] == [None]
    assert [(saying.theme, saying.text) for saying in facts.quotes] == [(None, "Hmm")]


def test_a_cohort_is_of_its_days_and_won_by_the_end_of_the_week(rows: DigestRows) -> None:
    first, last = WINDOW.cohort.start, WINDOW.cohort.end - SECOND
    rows.lead(first, "email", won_at=END - SECOND)
    rows.lead(last, "email", won_at=END)  # too late for this digest
    rows.lead(last, "email", won_at=first)
    rows.lead(first - SECOND, "email", won_at=START)
    rows.lead(WINDOW.cohort.end, "email", won_at=START)
    lost = rows.lead(first, "email")
    rows.deal(lost, START, "lost_other")
    assert [(line.source, line.conversion) for line in facts_of(rows).cohort] == [("email", Conversion(2, 4))]


def test_a_lead_with_two_won_deals_converted_once(rows: DigestRows) -> None:
    lead = rows.lead(WINDOW.cohort.start, "email", won_at=START)
    rows.deal(lead, START)
    assert [line.conversion for line in facts_of(rows).cohort] == [Conversion(1, 1)]


def test_a_blank_source_stands_beside_unknown(rows: DigestRows) -> None:
    rows.lead(START, "")
    rows.lead(START, "unknown")
    assert {line.source for line in facts_of(rows).sources} == {"", "unknown"}


def test_the_quote_is_best_of_a_named_account_and_no_guess(rows: DigestRows) -> None:
    acme = rows.account("Acme")
    rows.objection(START + SECOND, quote="named", account_id=acme)
    rows.objection(START + 2 * SECOND, quote="nobody")
    rows.objection(START + 3 * SECOND, quote="guessed", account_id=acme, belief_source="guess")
    (saying,) = facts_of(rows).quotes
    assert (saying.text, saying.account) == ("named", "Acme")


def test_a_name_that_matched_no_account_is_shown_as_typed(rows: DigestRows) -> None:
    rows.objection(START, account_hint="Acmme")
    assert [saying.account for saying in facts_of(rows).quotes] == ["Acmme"]


def test_the_argument_is_the_latest_that_worked_in_ninety_days(rows: DigestRows) -> None:
    rows.objection(START)
    since = WINDOW.arguments.start
    for at, argument, worked in (
        (since - SECOND, "too long ago", "yes"),
        (since, "old", "yes"),
        (START - WEEK, "newest that worked", "yes"),
        (START + SECOND, "did not", "no"),
        (START + SECOND, None, "yes"),
    ):
        rows.objection(at, argument=argument, worked=worked)
    assert [saying.text for saying in facts_of(rows).arguments] == ["newest that worked"]


def test_another_workspace_is_not_seen(rows: DigestRows) -> None:
    other = DigestRows.in_new_workspace(rows.database, team="TSUR")
    other.lead(START, "social")
    other.lead(WINDOW.cohort.start, "social", won_at=START)
    other.objection(START)
    facts = facts_of(rows)
    assert (facts.themes, facts.sources, facts.cohort, facts.quotes, facts.arguments) == ((), (), (), (), ())


def test_the_number_of_queries_does_not_grow(rows: DigestRows) -> None:
    with counted(rows.database) as few:
        facts_of(rows)
    for number in range(30):
        rows.lead(START, f"source{number}")
        rows.objection(START, theme=("price", "need", "trust")[number % 3])
    with counted(rows.database) as many:
        facts_of(rows)
    assert len(few) == len(many) <= 20


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that readers of ``database`` send meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: Any) -> None:  # noqa: ANN401 - an event's arguments
        if statement.lstrip().startswith("SELECT"):
            seen.append(statement)

    engine = database._read_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)
