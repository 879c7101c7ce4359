"""A month's pipeline for the joint review: what was opened and what closed, against the months before, what is open."""

from collections.abc import Mapping
from dataclasses import field

from domain.metrics import Conversion, Trend
from domain.values import frozen


@frozen
class Pipeline:
    """Deals by what happened to them in the month; amounts in minor units by currency, of deals that name one.

    ``standing`` are deals open when the month ended.
    """

    opened: Trend
    won: Trend
    lost: Trend
    standing: int = 0
    standing_amounts: Mapping[str, int] = field(default_factory=dict)
    won_amounts: Mapping[str, int] = field(default_factory=dict)

    @property
    def win_rate(self) -> Conversion:
        """Won of all that closed in the month, no-decision included."""
        return Conversion(self.won.count, self.won.count + self.lost.count)

    @property
    def is_empty(self) -> bool:
        """Whether no deal is open and none was opened or closed."""
        return not (self.opened.count or self.won.count or self.lost.count or self.standing)
