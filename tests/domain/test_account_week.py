"""The lists of the digest's first section."""

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.account_review import AccountReview, Decision, Movement, NextStep, OpenStep, Standing
from domain.account_week import ReviewedAccount, account_week
from domain.weeks import IsoWeek
from tests.domain.test_account_review import on

WEEK = IsoWeek(2026, 47)


def account(
    name: str, movement: Movement, over: int = 0, tier: int | None = None, due: date | None = None
) -> ReviewedAccount:
    """An account whose week is known."""
    standing = Standing("proposal", 10 + over, 10, 0, 10, None)
    steps = () if due is None else (OpenStep(NextStep(1, "call", 7, due, on(2)), 0, 1),)
    decisions = (Decision.NO_OWNER,) if tier is None else ()
    return ReviewedAccount(name, tier, AccountReview(1, movement, (), standing, steps, decisions))


def test_the_longest_standing_comes_first_and_quiet_before_busy() -> None:
    found = account_week(
        [
            account("Busy", Movement.BUSY, 4, 1),
            account("Quiet", Movement.QUIET, 4, 2),
            account("Longest", Movement.BUSY, 20),
            account("First", Movement.MOVED, tier=1),
            account("Second", Movement.MOVED, tier=3),
        ],
        WEEK,
        {},
    )
    assert [each.name for each in found.stalled] == ["Longest", "Quiet", "Busy"]
    assert [each.name for each in found.moved] == ["First", "Second"]
    assert (found.without_owner, found.total) == (1, 5)


def test_what_is_promised_by_next_sunday_is_due() -> None:
    sunday = WEEK.sunday + timedelta(days=7)
    found = account_week(
        [
            account("This week", Movement.STEADY, due=sunday),
            account("Later", Movement.STEADY, due=sunday + timedelta(days=1)),
            account("Late", Movement.STEADY, due=WEEK.monday),
            account("Nothing", Movement.STEADY),
        ],
        WEEK,
        {},
    )
    assert [each.name for each in found.due] == ["Late", "This week"]
    assert not found.is_empty
    assert account_week([account("Nothing", Movement.STEADY, tier=1)], WEEK, {}).is_empty


def test_renewals_of_the_next_ninety_days_are_named_the_soonest_first_whatever_else_happened() -> None:
    def renewing(name: str, days: int, movement: Movement = Movement.STEADY) -> ReviewedAccount:
        return replace(account(name, movement), renewal_on=WEEK.sunday + timedelta(days=days))

    found = account_week(
        [
            renewing("Last day", 90),
            renewing("Too far", 91),
            renewing("Soon", 1, Movement.QUIET),
            renewing("Passed", 0),
            account("Never", Movement.STEADY),
        ],
        WEEK,
        {},
    )
    assert [each.name for each in found.renewals] == ["Soon", "Last day"]
    assert [each.name for each in found.stalled] == ["Soon"]
    assert not account_week([renewing("Alone", 30)], WEEK, {}).is_empty


@given(
    st.lists(
        st.builds(
            account,
            st.text("abc", min_size=1, max_size=3),
            st.sampled_from(Movement),
            st.integers(0, 9),
            st.none() | st.integers(1, 3),
            st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 20)),
        ),
        max_size=9,
        unique_by=lambda each: each.name,
    ),
    st.randoms(use_true_random=False),
)
def test_each_account_is_in_one_list_at_most_whatever_the_order(
    accounts: list[ReviewedAccount], chance: random.Random
) -> None:
    found = account_week(accounts, WEEK, {})
    assert found == account_week(chance.sample(accounts, len(accounts)), WEEK, {})
    named = [each.name for group in (found.moved, found.stalled, found.due) for each in group]
    assert len(named) == len(set(named)) <= found.total == len(accounts)
