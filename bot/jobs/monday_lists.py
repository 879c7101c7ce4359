"""The personal list of open items, planned for everybody once a week; the daily lists tell it."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Final

from commands.digest.monday import lists_to_plan, plan_lists
from storage import open_items
from storage.database import Database

#: How often they are planned; a clock that moves by as much between two releases has jumped.
LISTS_PLANNED_EVERY: Final = timedelta(minutes=1)


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


class PlannedFirst:
    """Releases what is due; where the clock has jumped, once the lists of the week are planned as of the same moment.

    Somebody's list of the day is one message: where the clock jumps over its moment (the machine slept), what the week
    asks of them has to be in it, since the next comes a day later. Else they are planned a day ahead, by a tick, and
    nothing that is due waits for that.
    """

    def __init__(self, database: Database, release: Callable[[datetime], object]) -> None:
        self._database = database
        self._release = release
        self._seen_at: datetime | None = None

    def run(self, now: datetime) -> None:
        """``now`` is business time. A plan that fails keeps nothing from leaving: its error comes out afterwards."""
        with ExitStack() as then:
            then.callback(self._release, now)
            if self._seen_at is None or abs(now - self._seen_at) >= LISTS_PLANNED_EVERY:
                run_monday_lists(self._database, now)
            self._seen_at = now
