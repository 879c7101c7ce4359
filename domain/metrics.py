"""The figures both teams look at: shares with their *n*, and a week against the four before it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, Self

from domain.values import frozen

#: Below this many cases no rate is shown: it would say more about chance than about the source.
MINIMUM_N: Final = 20

#: How many weeks before it a week is compared with.
WEEKS_BEFORE: Final = 4

#: Days that a cohort of MQLs gets before its conversion is judged; also how many days of MQLs make one cohort.
COHORT_DAYS: Final = 90


class Direction(StrEnum):
    """Which way a count went against the weeks before."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"


@frozen
class Trend:
    """A week's ``count`` beside the counts of the four weeks before it, latest first."""

    count: int
    before: tuple[int, int, int, int]

    @classmethod
    def total(cls, parts: Iterable[Self]) -> Self:
        """The sum of several, week by week."""
        whole = cls(0, (0, 0, 0, 0))
        for part in parts:
            one, two, three, four = (a + b for a, b in zip(whole.before, part.before, strict=True))
            whole = cls(whole.count + part.count, (one, two, three, four))
        return whole

    @property
    def mean_before(self) -> float:
        """The mean of the four weeks before; a week without any counts as nought."""
        return sum(self.before) / WEEKS_BEFORE

    @property
    def direction(self) -> Direction:
        """New when there was none in four weeks; the same when the mean, rounded, is the count.

        Half a case more or less is no movement: 1 against a mean of 0.5 is the same.
        """
        if self.count and not any(self.before):
            return Direction.NEW
        difference = WEEKS_BEFORE * self.count - sum(self.before)
        if abs(difference) <= WEEKS_BEFORE // 2:
            return Direction.SAME
        return Direction.UP if difference > 0 else Direction.DOWN


@frozen
class Conversion:
    """``won`` out of ``n`` MQLs of one cohort."""

    won: int
    n: int

    @classmethod
    def total(cls, parts: Iterable[Self]) -> Self:
        """The sum of several."""
        pairs = [(part.won, part.n) for part in parts]
        return cls(sum(won for won, _ in pairs), sum(n for _, n in pairs))

    def rate(self, minimum: int = MINIMUM_N) -> float | None:
        """The share won (0…1), or nothing when there are fewer than ``minimum`` cases."""
        if not self.n or self.n < minimum:
            return None
        return self.won / self.n
