"""Rows that were written under an account while it was merged follow it."""

from datetime import datetime, timedelta
from typing import Final

from storage import merged_late
from storage.database import Database

#: Whoever read an account's name before a merge has written under it long before that.
_LATEST: Final = timedelta(hours=1)


def run_late_merges(database: Database, now: datetime) -> int:
    """Look at the merges before ``now`` (business time) once more; gives how many rows were moved."""
    with database.read() as connection:
        # Nearly always there is nothing to move: nobody's turn to write is taken to find that out.
        left = merged_late.list_left(connection, now - _LATEST)
    moved = 0
    for workspace_id, merge_id in left:
        with database.write() as work:
            late = merged_late.follow(work, workspace_id, merge_id)
            if late:
                work.commit()
        moved += late
    return moved
