"""What a month of the text assistant may cost."""

from datetime import UTC, datetime
from decimal import Decimal

from domain.mind_budget import Budget, Prices, Use, budget_of, month_start, tokens_at_most


def test_tokens_or_money_whichever_comes_first() -> None:
    budget = budget_of(1000, Decimal("0.01"))
    assert budget.allows(Use(900, 9_000), Use(100, 1_000))
    assert not budget.allows(Use(901, 0), Use(100, 0))
    assert not budget.allows(Use(0, 9_001), Use(1, 1_000))
    assert Budget().allows(Use(10**12, 10**12), Use(1, 1))


def test_a_workspace_may_only_lower_it() -> None:
    assert Budget(1000).lowered_to(10) == Budget(10)
    assert Budget(1000).lowered_to(2000) == Budget(1000)
    assert Budget(None, 7).lowered_to(5) == Budget(5, 7)
    assert Budget(1000).lowered_to(None) == Budget(1000)


def test_a_small_call_costs_something_and_half_a_millionth_is_one() -> None:
    assert Prices(Decimal("0.25"), Decimal(2)).micros(100, 20) == 65
    assert Prices(Decimal("0.4"), Decimal(0)).micros(1, 0) == 1


def test_the_estimate_errs_upwards() -> None:
    assert tokens_at_most(0) == 1
    assert tokens_at_most(4000) >= 1000


def test_a_month_begins_where_the_workspace_is() -> None:
    late = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
    assert month_start(late, "Europe/Madrid") == datetime(2026, 10, 31, 23, 0, tzinfo=UTC)
    assert month_start(late, "America/Mexico_City") == datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
