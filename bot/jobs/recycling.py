"""The clock's part of recycled leads: on their date the marketer is asked, once."""

from contextlib import ExitStack
from datetime import datetime

from commands.handoff.recycled import ask_marketer
from storage import handoffs
from storage.database import Database
from storage.ids import WorkspaceId


def run_recycling(database: Database, now: datetime) -> int:
    """Ask for every lead whose date has come at ``now`` (business time); gives how many. One transaction each."""
    with database.read() as connection:
        waiting = handoffs.list_returning(connection, now)
    asked: list[bool] = []

    def turn(workspace_id: WorkspaceId, handoff_id: int) -> None:
        with database.write() as work:
            asked.append(ask_marketer(work, workspace_id, handoff_id, now))
            work.commit()

    # One that fails does not hold up the others: its error comes out when all had their turn.
    with ExitStack() as turns:
        for workspace_id, handoff_id in reversed(waiting):
            turns.callback(turn, workspace_id, handoff_id)
    return sum(asked)
