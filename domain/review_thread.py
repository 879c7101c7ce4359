"""Which accounts of a week get a reply of their own below the digest, and which share one list."""

from typing import Final

from domain.account_week import AccountWeek, ReviewedAccount
from domain.values import frozen

#: More replies are no help to anybody.
OWN_REPLIES: Final = 15


@frozen
class Thread:
    """Accounts with a reply of their own, in the order of their replies, and the others that have one in common."""

    own: tuple[ReviewedAccount, ...]
    rest: tuple[ReviewedAccount, ...]


def thread_of(week: AccountWeek) -> Thread:
    """Every account that stands still, asks for a decision or moved, in that order: who stood longest first."""
    pressing = (*week.stalled, *week.asking, *week.moved)
    return Thread(pressing[:OWN_REPLIES], pressing[OWN_REPLIES:])
