"""A week's win/loss reviews as the digest tells them: deals by end, main reasons with *n*, a lesson, what helped.

A deal counts once however many views of it were given. Nothing says who gave which.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from domain.taxonomy import DealOutcome
from domain.values import frozen


@frozen
class Learned:
    """A lesson or content that helped, word for word: at which account if that is known, how the deal ended, when."""

    text: str
    account: str | None
    outcome: str
    at: datetime


@frozen
class WinLossFacts:
    """What storage found: deals by end, and deals by whether they were won and main reason. Order does not matter."""

    ends: Mapping[str, int] = field(default_factory=dict)
    won_for: Mapping[str, int] = field(default_factory=dict)
    not_won_for: Mapping[str, int] = field(default_factory=dict)
    lesson: Learned | None = None
    helped: Learned | None = None


@frozen
class Side:
    """Won deals, or those that were not: how many (``n``), and in how many of them each main reason was named."""

    n: int = 0
    reasons: tuple[tuple[str, int], ...] = ()


@frozen
class WinLossWeek:
    """The section: ``ends`` in the order in which people choose them, reasons the most frequent first."""

    deals: int = 0
    ends: tuple[tuple[str, int], ...] = ()
    won: Side = field(default_factory=Side)
    not_won: Side = field(default_factory=Side)
    lesson: Learned | None = None
    helped: Learned | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no deal was reviewed."""
        return not self.deals


def win_loss_week(facts: WinLossFacts) -> WinLossWeek:
    """The section that follows from ``facts``."""
    ends = tuple((outcome.value, facts.ends[outcome]) for outcome in DealOutcome if facts.ends.get(outcome))
    known = {outcome: count for outcome, count in ends if outcome != DealOutcome.UNKNOWN}
    won = known.pop(DealOutcome.WON.value, 0)
    return WinLossWeek(
        sum(count for _outcome, count in ends),
        ends,
        Side(won, _by_count(facts.won_for)),
        Side(sum(known.values()), _by_count(facts.not_won_for)),
        facts.lesson,
        facts.helped,
    )


def _by_count(reasons: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(reasons.items(), key=lambda each: (-each[1], each[0])))
