"""What the example's two teams hold of their ideal customer, and what somebody has proposed since."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from domain.icp import Outcome, Part
from domain.values import frozen
from storage import icp
from storage.database import UnitOfWork
from storage.ids import WorkspaceId


@frozen
class ExampleChange:
    """A change, who proposed it how many days ago, and how many days ago it was accepted, if it was."""

    part: Part
    text: str
    reason: str
    by: str
    ago: int
    accepted_ago: int | None = None


CHANGES: Final = (
    ExampleChange(
        Part.INDUSTRY,
        "Logistics, food and manufacturing",
        "Nine of the eleven customers who stayed are from these",
        "marta",
        60,
        50,
    ),
    ExampleChange(Part.SIZE, "50 to 500 people", "Smaller ones decide fast and leave within a year", "tom", 60, 50),
    ExampleChange(
        Part.BUYERS, "Dirección de operaciones, con finanzas", "Sin operaciones nadie lo usa después", "ana", 40, 12
    ),
    ExampleChange(
        Part.NOT_US,
        "Companies that want to host it themselves",
        "The last three asked for months and never signed",
        "tom",
        3,
    ),
)


def seed_icp(work: UnitOfWork, workspace_id: WorkspaceId, members: Mapping[str, int], now: datetime) -> None:
    """Store all of it in the transaction of the rest."""
    for each in CHANGES:
        at = now - timedelta(days=each.ago)
        change = icp.propose(work, workspace_id, each.part, each.text, each.reason, members[each.by], at)
        if each.accepted_ago is not None:
            decided_at = now - timedelta(days=each.accepted_ago)
            icp.decide(work, workspace_id, change, Outcome.ACCEPTED, members["joe"], decided_at)
