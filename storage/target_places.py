"""Which list of target accounts counts at a moment, and which accounts were on it then.

Read from rows that are kept, so that a week is told the same whenever it is asked for.
"""

from datetime import datetime

from sqlalchemy import Connection, Select, select
from sqlmodel import col

from domain.target_list import Place, Quarter
from storage.ids import WorkspaceId
from storage.question import Given, Question
from storage.tables import TargetEntry, TargetList


def counting_list(
    connection: Connection, workspace_id: WorkspaceId, quarter: Quarter, at: datetime
) -> tuple[int, Quarter] | None:
    """The list that counts in a quarter at a moment: its own once it is published, until then that of the one before.

    Nothing where neither was published by then: nobody is off a list that there is not.
    """
    quarters = [str(quarter), str(quarter.shift(-1))]
    rows = _published.ask(connection, workspace_id=workspace_id, quarters=quarters, at=at)
    found = {row[1]: int(row[0]) for row in rows}
    for each in (quarter, quarter.shift(-1)):
        if str(each) in found:
            return found[str(each)], each
    return None


@Question
def _published(given: Given) -> Select[int, str]:
    return select(col(TargetList.id), col(TargetList.quarter)).where(
        col(TargetList.workspace_id) == given.workspace_id,
        col(TargetList.quarter).in_(given.quarters),
        col(TargetList.published_at) <= given.at,
    )


def on_list(connection: Connection, workspace_id: WorkspaceId, quarter: Quarter, at: datetime) -> frozenset[int] | None:
    """The ids of the accounts that were on the list that counts (`counting_list`) at a moment; nothing without one."""
    counting = counting_list(connection, workspace_id, quarter, at)
    if counting is None:
        return None
    rows = connection.execute(
        select(col(TargetEntry.account_id)).where(
            col(TargetEntry.workspace_id) == workspace_id,
            col(TargetEntry.list_id) == counting[0],
            col(TargetEntry.on_at) <= at,
            col(TargetEntry.ended_at).is_(None) | (col(TargetEntry.ended_at) > at),
        )
    )
    return frozenset(row[0] for row in rows)


def place_of(
    connection: Connection, workspace_id: WorkspaceId, account_id: int, quarter: Quarter, now: datetime
) -> tuple[Place, Quarter] | None:
    """Where one account stands with the list that counts, or with the quarter's own that is being made."""
    rows = connection.execute(
        select(
            col(TargetList.quarter),
            col(TargetList.published_at).is_not(None),
            col(TargetEntry.on_at).is_not(None),
        )
        .join(
            TargetEntry,
            (col(TargetEntry.workspace_id) == workspace_id) & (col(TargetEntry.list_id) == col(TargetList.id)),
        )
        .where(
            col(TargetList.workspace_id) == workspace_id,
            col(TargetEntry.account_id) == account_id,
            col(TargetEntry.ended_at).is_(None),
            col(TargetList.quarter).in_([str(quarter), str(quarter.shift(-1))]),
        )
    ).all()
    counting = counting_list(connection, workspace_id, quarter, now)
    if counting is not None and any(row[0] == str(counting[1]) and row[2] for row in rows):
        return Place.ON, counting[1]
    if any(row[0] == str(quarter) and not row[2] for row in rows):
        return Place.PROPOSED, quarter
    return None if counting is None else (Place.OFF, counting[1])
