"""The personal list of open items, planned for everybody once a week; the daily lists tell it."""

from datetime import datetime

from commands.digest.monday import lists_to_plan, plan_lists
from storage import open_items
from storage.database import Database


def run_monday_lists(database: Database, now: datetime) -> int:
    """Plan the lists of the week that begins (business time); gives how many. Only where a channel gets a digest."""
    with database.read() as connection:
        workspaces = open_items.workspaces_with_a_review(connection)
        # Nearly always there is nothing to plan: nobody's turn to write is taken to find that out.
        waiting = [each for each in workspaces if lists_to_plan(connection, each, now)]
    planned = 0
    for workspace_id in waiting:
        with database.write() as work:
            planned += plan_lists(work, workspace_id, now)
            work.commit()
    return planned
