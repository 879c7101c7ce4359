"""The clock's part of pauses: whose handoff has stood still for long is reminded of it, once."""

from contextlib import ExitStack
from datetime import datetime

from commands.handoff.cards import SUBJECT
from commands.handoff.standing import remind_owner
from domain.handoff import PAUSE_REMINDED_AFTER
from storage import pauses
from storage.database import Database
from storage.ids import WorkspaceId


def run_pause_reminders(database: Database, now: datetime) -> int:
    """Remind of every pause that is too long at ``now`` (business time); gives how many. One transaction each."""
    with database.read() as connection:
        standing = pauses.list_standing(connection, SUBJECT, now - PAUSE_REMINDED_AFTER)
    reminded: list[bool] = []

    def turn(workspace_id: WorkspaceId, handoff_id: int) -> None:
        with database.write() as work:
            reminded.append(remind_owner(work, workspace_id, handoff_id, now))
            work.commit()

    # One that fails does not hold up the others: its error comes out when all had their turn.
    with ExitStack() as turns:
        for workspace_id, handoff_id in reversed(standing):
            turns.callback(turn, workspace_id, handoff_id)
    return sum(reminded)
