"""The digest as facts: sections, order, highlights, what counts as late."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.digest import (
    DigestFacts,
    Saying,
    SourceConversion,
    SourceCount,
    ThemeCount,
    digest_window,
    lateness,
    weekly_digest,
)
from domain.metrics import Conversion, Trend
from domain.taxonomy import Theme
from domain.weeks import IsoWeek

WINDOW = digest_window(IsoWeek(2018, 9), "Europe/Madrid")
AT = datetime(2018, 3, 1, 12, tzinfo=UTC)

small = st.integers(0, 40)
trends = st.builds(Trend, small, st.tuples(small, small, small, small))
theme_codes = st.none() | st.sampled_from([theme.value for theme in Theme])
facts = st.builds(
    lambda themes, sources, cohort, quotes, arguments: DigestFacts(
        WINDOW,
        tuple(ThemeCount(theme, trend) for theme, trend in themes.items()),
        tuple(SourceCount(source, trend) for source, trend in sources.items()),
        tuple(SourceConversion(source, Conversion(min(won, n), n)) for source, (won, n) in cohort.items()),
        tuple(Saying(theme, text, None, AT) for theme, text in quotes.items()),
        tuple(Saying(theme, text, "Acme", AT) for theme, text in arguments.items()),
    ),
    st.dictionaries(theme_codes, trends),
    st.dictionaries(st.text(max_size=5), trends),
    st.dictionaries(st.text(max_size=5), st.tuples(small, small)),
    st.dictionaries(theme_codes, st.text(min_size=1, max_size=9)),
    st.dictionaries(theme_codes, st.text(min_size=1, max_size=9)),
)


@given(facts, st.randoms(use_true_random=False))
def test_the_same_facts_in_any_order_give_the_same_digest(found: DigestFacts, chance: random.Random) -> None:
    def shuffled(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(rows, len(rows)))

    again = replace(
        found,
        themes=shuffled(found.themes),
        sources=shuffled(found.sources),
        cohort=shuffled(found.cohort),
        quotes=shuffled(found.quotes),
        arguments=shuffled(found.arguments),
    )
    assert weekly_digest(again) == weekly_digest(found)


@given(facts)
def test_totals_are_the_sums_of_their_lines(found: DigestFacts) -> None:
    digest = weekly_digest(found)
    assert digest.objections == Trend.total(line.trend for line in digest.themes)
    assert digest.mqls == Trend.total(line.trend for line in digest.sources)
    assert digest.conversion == Conversion.total(line.conversion for line in digest.cohort)
    assert set(digest.themes) == set(found.themes)


@given(facts)
def test_highlights_are_of_the_most_frequent_themes_of_the_week(found: DigestFacts) -> None:
    digest = weekly_digest(found)
    assert len(digest.highlights) <= 2
    least = min((_count(digest.themes, line.theme) for line in digest.highlights), default=0)
    assert all(_count(digest.themes, line.theme) > 0 for line in digest.highlights)
    above = [line for line in digest.themes if line.trend.count > least]
    assert not digest.highlights or len(above) <= 2


def _count(themes: tuple[ThemeCount, ...], theme: str | None) -> int:
    return next(line.trend.count for line in themes if line.theme == theme)


def test_the_cohort_is_ninety_days_that_ended_ninety_days_before_the_week_did() -> None:
    assert (WINDOW.cohort_first, WINDOW.cohort_last) == (date(2017, 9, 6), date(2017, 12, 4))
    assert (WINDOW.cohort_last - WINDOW.cohort_first).days + 1 == 90
    assert (WINDOW.week.sunday - WINDOW.cohort_last).days == 90
    assert WINDOW.matures_on == date(2018, 6, 2)


def test_a_blank_source_and_unknown_are_two_lines() -> None:
    trend = Trend(2, (0, 0, 0, 0))
    found = DigestFacts(WINDOW, (), (SourceCount("unknown", trend), SourceCount("", trend)), ())
    assert [line.source for line in weekly_digest(found).sources] == ["", "unknown"]


@pytest.mark.parametrize(
    ("delay", "late"), [(timedelta(0), False), (timedelta(minutes=15), False), (timedelta(minutes=16), True)]
)
def test_late_is_more_than_a_quarter_of_an_hour(delay: timedelta, late: bool) -> None:
    found = lateness(AT, AT + delay)
    assert (found is not None) == late
    if found is not None:
        assert (found.due_at, found.delay) == (AT, delay)
