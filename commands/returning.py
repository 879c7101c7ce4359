"""How a lead goes back: what the rating of leads asks of handoffs. The composition root brings the two together."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection

from commands.context import Actor
from domain.handoff import OPEN, HandoffState
from domain.lead_quality import reasons_for
from domain.taxonomy import ReturnReason
from domain.values import frozen
from storage.database import UnitOfWork


@frozen
class Held:
    """Whose a lead's latest handoff is. ``owner`` is a Slack id; ``decides``: the asker may send it back.

    ``was_tried``: somebody tried to reach the lead in this handoff. ``marketer_id`` is who handed it over, and
    ``is_to_be_told`` that they are still to hear of its return, with all that people think of it by then.
    """

    handoff_id: int
    state: HandoffState
    was_tried: bool
    owner: str
    marketer_id: int
    marketer: str
    decides: bool
    recycle_at: datetime | None
    is_to_be_told: bool

    @property
    def is_open(self) -> bool:
        """Whether somebody in sales owes the next move."""
        return self.state in OPEN


def reasons_offered(held: Held | None) -> tuple[ReturnReason, ...]:
    """The reasons that can be given for a lead, by how its latest handoff stands (nothing: it never had one)."""
    return reasons_for(held.state if held else None, was_tried=held is not None and held.was_tried)


class Outcome(StrEnum):
    """What a reason for returning a lead led to."""

    CARRIED_OUT = "carried_out"
    NOT_YOURS = "not_yours"
    CLOSED = "closed"
    NEVER_HANDED_OVER = "never_handed_over"


@frozen
class WantedReturn:
    """A lead should go back for ``reason``; ``recycle_on`` is the local day on which marketing is asked again."""

    lead_id: int
    reason: ReturnReason
    note: str | None
    recycle_on: date | None


@frozen
class HandoffDoor:
    """Asks whose a lead is, and sends it back in the caller's transaction if the person may."""

    held: Callable[[Connection, Actor, int], Held | None]
    give_back: Callable[[UnitOfWork, Actor, WantedReturn, datetime], Outcome]
