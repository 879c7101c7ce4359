"""Why a deadline is what it is: answered from the calendars, pauses and policy version that it was reckoned by."""

from datetime import datetime

from sqlalchemy import Connection

from commands.handoff.cards import TimerFacts, timer_facts
from domain.sla_account import Explanation
from domain.timeline import Timeline
from domain.values import frozen
from storage import policies, timer_rows
from storage.ids import WorkspaceId


@frozen
class Why:
    """Why a deadline is what it is.

    ``explanation`` is absent while it stands still before its deadline; ``timeline`` has the calendars it ran by.
    """

    timer: TimerFacts
    handoff_id: int
    policy_name: str | None
    policy_version: int | None
    limit_minutes: int
    limit_unit: str
    timeline: Timeline
    explanation: Explanation | None
    paused_since: datetime | None


def why_deadline(connection: Connection, workspace_id: WorkspaceId, timer_id: int) -> Why:
    """Why a deadline is what it is, from what it was reckoned by. Raises NoResultFound."""
    timer = timer_rows.get_timer(connection, workspace_id, timer_id)
    promise = timer_rows.promises_of(connection, workspace_id, [timer])[timer.id]
    name = None
    if timer.policy_id is not None:
        name = policies.get_policy(connection, workspace_id, timer.policy_id).name
    return Why(
        timer=timer_facts(timer),
        handoff_id=timer.subject_id,
        policy_name=name,
        policy_version=timer.policy_version,
        limit_minutes=timer.limit_minutes,
        limit_unit=timer.limit_unit,
        timeline=promise.timeline,
        explanation=promise.timeline.explain(),
        paused_since=promise.timeline.paused_since,
    )
