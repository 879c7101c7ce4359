"""How long promises took, by the agreement that they were made under."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select
from sqlmodel import col

from domain.durations import DurationUnit
from domain.measured import Taken
from domain.policy import TimerKind
from storage.ids import WorkspaceId
from storage.tables import Timer

#: A policy, a promise, and whether its minutes are of the clock.
MeasuredKey = tuple[int, TimerKind, bool]


def taken_since(
    connection: Connection, workspace_id: WorkspaceId, since: datetime, now: datetime
) -> Mapping[MeasuredKey, Taken]:
    """What promises made since then took, in the shadow or not, and how many are open past their limit."""
    rows = connection.execute(
        select(
            col(Timer.policy_id), col(Timer.kind), col(Timer.limit_unit), col(Timer.outcome), col(Timer.used_minutes)
        ).where(
            col(Timer.workspace_id) == workspace_id,
            col(Timer.policy_id).is_not(None),
            col(Timer.started_at) >= since,
            or_(
                col(Timer.outcome).in_(["met", "late"]),
                and_(col(Timer.state) == "open", col(Timer.due_at) <= now),
            ),
        )
    )
    used: dict[MeasuredKey, list[int]] = defaultdict(list)
    overdue: dict[MeasuredKey, int] = defaultdict(int)
    for row in rows:
        key = (row.policy_id, TimerKind(row.kind), row.limit_unit == DurationUnit.CALENDAR)
        if row.outcome is None:
            overdue[key] += 1
        else:
            used[key].append(row.used_minutes or 0)
    return {key: Taken(tuple(used[key]), overdue[key]) for key in {*used, *overdue}}
