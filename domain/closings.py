"""When a deal closes and opens again: what counts as a closing, which of them are asked about, who may say so."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.taxonomy import DealOutcome
from domain.values import frozen

#: Only closings of so long ago are asked about. Who closed a deal a fortnight ago still remembers what swung it, and an
#: export of every other week misses none; a file of last year's deals asks nobody.
ASK_WITHIN: Final = timedelta(days=14)


class Turn(StrEnum):
    """What a change of a deal's outcome means for its review."""

    CLOSED = "closed"
    REOPENED = "reopened"


@frozen
class DealStanding:
    """Whose a deal is, by member id; absent where nobody is known. Backup and manager are the owner's."""

    owner_id: int | None = None
    backup_id: int | None = None
    manager_id: int | None = None


def turn(before: str | None, after: str) -> Turn | None:
    """What came of a deal that stood at ``before`` (``None``: it was not known) and stands at ``after``.

    A closed deal whose outcome is corrected is still the same closing, but a customer who leaves is another ending than
    the win that made them one.
    """
    was_open = before is None or before == DealOutcome.OPEN
    if was_open:
        return Turn.CLOSED if after != DealOutcome.OPEN else None
    if after == DealOutcome.OPEN:
        return Turn.REOPENED
    return Turn.CLOSED if before == DealOutcome.WON and after == DealOutcome.CHURNED else None


def is_asked_about(closed_at: datetime, now: datetime) -> bool:
    """Whether a review of a closing at ``closed_at`` is asked for when it is heard of at ``now``."""
    return now - closed_at <= ASK_WITHIN


def may_turn(actor_id: int, standing: DealStanding, *, is_admin: bool, is_sales_manager: bool) -> bool:
    """Whether somebody may close a deal or open it again: owner, their backup or manager, who leads sales, admins."""
    if is_admin or is_sales_manager:
        return True
    return actor_id in {standing.owner_id, standing.backup_id, standing.manager_id}
