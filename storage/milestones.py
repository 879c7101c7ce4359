"""How far a newcomer has come: which parts of the loop happened since a moment. Asked by the demo's guided tour."""

from datetime import datetime

from sqlalchemy import Connection, select
from sqlmodel import col

from domain.values import frozen
from storage.ids import WorkspaceId
from storage.tables import DigestRun, Handoff, LadderStep, Member, Objection, Timer


@frozen
class Milestones:
    """What happened since.

    An objection was logged from a message; a lead was handed over (the latest one's owner, by Slack id), somebody was
    reminded of it, one was returned with a reason; a digest was posted.
    """

    logged: bool
    handed_to: str | None
    reminded: bool
    returned: bool
    digest: bool


def milestones_since(connection: Connection, workspace_id: WorkspaceId, since: datetime) -> Milestones:
    """What happened in a workspace at ``since`` (business time) or later."""
    logged = select(col(Objection.id)).where(
        col(Objection.workspace_id) == workspace_id,
        col(Objection.logged_at) >= since,
        col(Objection.source_link).is_not(None),
    )
    offered = (
        select(col(Handoff.return_reason), col(Member.slack_user_id))
        .join(Member, (col(Member.workspace_id) == workspace_id) & (col(Member.id) == col(Handoff.owner_id)))
        .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.offered_at) >= since)
        .order_by(col(Handoff.offered_at).desc())
        .limit(50)
    )
    told = (
        select(col(LadderStep.timer_id))
        .join(Timer, (col(Timer.workspace_id) == workspace_id) & (col(Timer.id) == col(LadderStep.timer_id)))
        .where(
            col(LadderStep.workspace_id) == workspace_id,
            col(LadderStep.action) == "told",
            col(Timer.started_at) >= since,
        )
    )
    posted = select(col(DigestRun.channel)).where(
        col(DigestRun.workspace_id) == workspace_id, col(DigestRun.claimed_at) >= since
    )
    handoffs = connection.execute(offered).all()
    return Milestones(
        logged=connection.execute(logged.limit(1)).first() is not None,
        handed_to=handoffs[0].slack_user_id if handoffs else None,
        reminded=connection.execute(told.limit(1)).first() is not None,
        returned=any(row.return_reason is not None for row in handoffs),
        digest=connection.execute(posted.limit(1)).first() is not None,
    )
