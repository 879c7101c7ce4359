"""The people of an account who decide: in which order they are named, and who is missing."""

from collections.abc import Iterable
from typing import Final

from domain.taxonomy import BuyingRole

#: Without these no deal of any size is signed: that nobody is known in one of them is a gap.
NEEDED: Final = (BuyingRole.CHAMPION, BuyingRole.ECONOMIC_BUYER, BuyingRole.TECHNICAL_EVALUATOR)
#: Who decides first, who stands against it last.
ORDER: Final = tuple(BuyingRole)


def gaps(known: Iterable[BuyingRole]) -> tuple[BuyingRole, ...]:
    """The roles that somebody should have and nobody is known in, the most telling first."""
    roles = set(known)
    return tuple(role for role in NEEDED if role not in roles)


def place(role: BuyingRole) -> int:
    """Where somebody of that role stands in the list."""
    return ORDER.index(role)
