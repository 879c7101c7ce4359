"""The ideal customer profile from its changes: whatever order they come in, the last that was accepted stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.icp import Change, Outcome, Part, month_of, profile_of
from domain.weeks import Span

START = datetime(2026, 3, 1, tzinfo=UTC)
END = datetime(2026, 4, 1, tzinfo=UTC)
HOURS = st.integers(-24 * 40, 24 * 40).map(lambda hours: START + timedelta(hours=hours))


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """Changes of one workspace: each decided after it was proposed, or not at all."""
    made = []
    for number in range(draw(st.integers(0, 8))):
        at = draw(HOURS)
        outcome = draw(st.sampled_from([None, *Outcome]))
        decided_at = None if outcome is None else at + timedelta(hours=draw(st.integers(0, 1000)))
        by = None if outcome is None else 2
        part = draw(st.sampled_from(Part))
        made.append(Change(number, part, f"text {number}", "seen", 1, at, outcome, by, decided_at))
    return made


@given(histories(), st.randoms(use_true_random=False))
def test_whatever_order_they_come_in_the_last_that_was_accepted_stands(known: list[Change], random: object) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    profile = profile_of(shuffled)
    assert profile == profile_of(known)
    assert month_of(shuffled, Span(START, END)) == month_of(known, Span(START, END))
    for part in Part:
        accepted = [each for each in known if each.part is part and each.outcome is Outcome.ACCEPTED]
        assert (part in profile.standing) == bool(accepted)
        assert all(each.decided_at <= profile.standing[part].decided_at for each in accepted if each.decided_at)  # type: ignore[operator]
    assert [each.id for each in profile.waiting] == [each.id for each in known if each.outcome is None]


@given(histories())
def test_a_month_has_all_that_waits_and_what_was_agreed_in_it(known: list[Change]) -> None:
    month = month_of(known, Span(START, END))
    assert [each.id for each in month.waiting] == [each.id for each in known if each.outcome is None]
    assert {each.id for each in month.accepted} == {
        each.id
        for each in known
        if each.outcome is Outcome.ACCEPTED and each.decided_at is not None and START <= each.decided_at < END
    }
    assert month.is_empty == (not month.waiting and not month.accepted)


def test_what_stands_or_waits_is_said_already() -> None:
    waits = Change(1, Part.SIZE, "50 to 500", "seen", 1, START)
    stands = Change(2, Part.REGION, "Iberia", "seen", 1, START, Outcome.ACCEPTED, 2, END)
    gone = Change(3, Part.NEED, "Audits", "seen", 1, START, Outcome.DECLINED, 2, END)
    profile = profile_of([waits, stands, gone])
    assert profile.says_already(Part.SIZE, "50 TO 500")
    assert profile.says_already(Part.REGION, "Ibe\u0301ria\u200b.")
    assert not profile.says_already(Part.NEED, "Audits")
    more = profile_of([replace(waits, text="> 50 people"), replace(stands, text="C++ shops")])
    assert not more.says_already(Part.SIZE, "< 50 people")
    assert not more.says_already(Part.REGION, "C shops")
    assert not profile.says_already(Part.REGION, "50 to 500")
