"""What a month of the text assistant may cost a workspace: tokens, money, whichever is reached first.

Before a call the most that it can use is set aside; afterwards what it did use is counted. So the budget holds also for
several calls at once, and for one whose end nobody saw. Money is in millionths, so that one small call counts too.
"""

from datetime import datetime
from decimal import ROUND_CEILING, Decimal
from typing import Final
from zoneinfo import ZoneInfo

from domain.values import frozen

_MILLION: Final = 1_000_000
#: Letters that make a token at least, in our languages and in JSON: an estimate that errs upwards.
_LETTERS_A_TOKEN: Final = 2.5


@frozen
class Prices:
    """Money for a million tokens sent and received."""

    sent: Decimal = Decimal(0)
    received: Decimal = Decimal(0)

    def micros(self, tokens_in: int, tokens_out: int) -> int:
        """What that costs, in millionths of the money, rounded up."""
        exact = self.sent * tokens_in + self.received * tokens_out
        return int(exact.to_integral_value(ROUND_CEILING))


@frozen
class Use:
    """Tokens, and millionths of money."""

    tokens: int = 0
    micros: int = 0

    def __add__(self, other: "Use") -> "Use":
        return Use(self.tokens + other.tokens, self.micros + other.micros)


@frozen
class Budget:
    """The most of each in a month; nothing for no limit."""

    tokens: int | None = None
    micros: int | None = None

    def allows(self, used: Use, more: Use) -> bool:
        """Whether ``more`` still fits beside what is ``used``."""
        total = used + more
        fits_tokens = self.tokens is None or total.tokens <= self.tokens
        return fits_tokens and (self.micros is None or total.micros <= self.micros)

    def lowered_to(self, tokens: int | None) -> "Budget":
        """The same with at most ``tokens``; never more than it was."""
        stated = [each for each in (self.tokens, tokens) if each is not None]
        return Budget(min(stated, default=None), self.micros)


def budget_of(tokens: int | None, money: Decimal | None) -> Budget:
    """As an operator states it."""
    return Budget(tokens, None if money is None else int(money * _MILLION))


def tokens_at_most(letters: int) -> int:
    """How many tokens a text of so many letters can hardly exceed."""
    return int(letters / _LETTERS_A_TOKEN) + 1


def month_start(now: datetime, tz: str) -> datetime:
    """When the month of ``now`` began in ``tz``."""
    return now.astimezone(ZoneInfo(tz)).replace(day=1, hour=0, minute=0, second=0, microsecond=0, fold=0)
