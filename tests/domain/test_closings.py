"""What counts as a closing, which of them are asked about, who says how a deal stands, and what `close` is told."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import Block, CalendarSpec
from domain.closing_line import ClosingLine, read_closing
from domain.closings import ASK_WITHIN, DealStanding, Turn, is_asked_about, may_turn, turn
from domain.durations import Duration
from domain.ladder import GENTLE, moments
from domain.taxonomy import DealOutcome
from domain.timeline import Timeline

NOW = datetime(2026, 6, 3, 8, tzinfo=UTC)
OUTCOMES = st.sampled_from(DealOutcome)
ENDS = [outcome for outcome in DealOutcome if outcome is not DealOutcome.OPEN]


@given(st.lists(OUTCOMES, min_size=1, max_size=30))
def test_closings_and_reopenings_alternate_but_for_who_leaves(history: list[DealOutcome]) -> None:
    turns = [turn(before, after) for before, after in zip([None, *history], history, strict=False)]
    said = [each for each in turns if each is not None]
    churned = sum(before is DealOutcome.WON and after is DealOutcome.CHURNED for before, after in pairwise(history))
    closed, reopened = said.count(Turn.CLOSED), said.count(Turn.REOPENED)
    is_closed = history[-1] is not DealOutcome.OPEN
    assert closed - churned - reopened == (1 if is_closed else 0)


@pytest.mark.parametrize("end", ENDS)
def test_the_same_end_again_is_no_turn(end: DealOutcome) -> None:
    assert turn(end, end) is None
    assert turn(None, end) is Turn.CLOSED
    assert turn(end, DealOutcome.OPEN) is Turn.REOPENED


@given(st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_only_closings_of_a_fortnight_are_asked_about(ago: timedelta) -> None:
    assert is_asked_about(NOW - ago, NOW) == (ago <= ASK_WITHIN)


def test_nobody_else_says_how_a_deal_stands() -> None:
    standing = DealStanding(1, 2, 3)
    allowed = {who for who in range(6) if may_turn(who, standing, is_admin=False, is_sales_manager=False)}
    assert allowed == {1, 2, 3}
    assert not may_turn(4, DealStanding(), is_admin=False, is_sales_manager=False)
    assert may_turn(4, DealStanding(), is_admin=True, is_sales_manager=False)
    assert may_turn(4, DealStanding(), is_admin=False, is_sales_manager=True)


@pytest.mark.parametrize(
    ("typed", "name", "outcome"),
    [
        ("Acme won", "Acme", DealOutcome.WON),
        ("Acme: lost to HubSpot", "Acme", DealOutcome.LOST_COMPETITOR),
        ("Acme – renewal 2026 lost no decision", "Acme – renewal 2026", DealOutcome.LOST_NO_DECISION),
        ("Ñandú perdida sin decisión", "Ñandú", DealOutcome.LOST_NO_DECISION),
        ("Globex se fueron con Salesforce", "Globex", DealOutcome.LOST_COMPETITOR),
        ("Lost Arrow won", "Lost Arrow", DealOutcome.WON),
        ("Acme se dio de baja", "Acme", DealOutcome.CHURNED),
        ("Acme lost_other", "Acme", DealOutcome.LOST_OTHER),
        ("Acme ganada.", "Acme", DealOutcome.WON),
        ("won", "", DealOutcome.WON),
        ("Winston", "Winston", None),
        ("", "", None),
    ],
)
def test_what_follows_close(typed: str, name: str, outcome: DealOutcome | None) -> None:
    assert read_closing(typed) == ClosingLine(name, outcome)


@given(st.text(max_size=80))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    assert read_closing(typed).name in " ".join(typed.split())


@given(st.integers(0, 60 * 24 * 28), st.integers(1, 20))
def test_the_word_comes_on_the_due_day_and_not_after_the_deadline(minutes: int, days: int) -> None:
    spec = CalendarSpec("UTC", ((Block(9 * 60, 14 * 60), Block(16 * 60, 19 * 60)),) * 5 + ((),) * 2)
    timeline = Timeline.begin(spec, NOW + timedelta(minutes=minutes), Duration.business_days(days))
    (word, on_the_day), (breach, due) = moments(GENTLE, timeline)
    assert (word.name, breach.name) == ("due_day", "breach")
    assert on_the_day <= due == timeline.due
    assert on_the_day.date() == due.date()
    assert not word.is_breach
    assert breach.is_breach
    assert breach.recipients == ()
