"""What a deadline that moved by itself leaves behind: its event, why it moved, and messages that must show it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import update
from sqlmodel import col

from domain.timeline import Timeline
from storage import audit, handoffs, notices, people
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.tables import Handoff, Timer

MOVED: Final = "deadline_moved"


def moved_event(
    workspace_id: WorkspaceId, timer: Timer, due_at: datetime, because: str, actor_id: int | None, now: datetime
) -> dict[str, Any]:
    """The audit event of a timer that is due at ``due_at`` now."""
    data = {
        "timer": timer.kind,
        "timer_id": timer.id,
        "from": timer.due_at.isoformat(),
        "to": due_at.isoformat(),
        "because": because,
    }
    return audit.event(workspace_id, MOVED, (timer.subject_kind, timer.subject_id), actor_id, now, data)


def reason(timeline: Timeline) -> str:
    """In what the calendar that a deadline runs by now differs from the one before."""
    if len(timeline.legs) < 2:  # noqa: PLR2004 - one before, one now
        return "calendar"
    before, after = timeline.legs[-2].spec, timeline.legs[-1].spec
    if before.tz != after.tz:
        return "zone"
    if (before.weekly, before.dated) != (after.weekly, after.dated):
        return "calendar"
    return "time_off" if before.time_off != after.time_off else "holidays"


def show(work: UnitOfWork, workspace_id: WorkspaceId, moved: Iterable[Timer], now: datetime) -> None:
    """Let the messages of these timers' handoffs, which are locked, follow: the owner's and the channel's."""
    owners = {each.subject_id: each.owner_id for each in moved if each.subject_kind == handoffs.SUBJECT}
    if not owners:
        return
    # What is shown is another version: an older one that is still on its way must not overtake it.
    work.connection.execute(
        update(Handoff)
        .where(col(Handoff.workspace_id) == workspace_id, col(Handoff.id).in_(list(owners)))
        .values(version=col(Handoff.version) + 1)
    )
    workspace = people.get_workspace(work.connection, workspace_id)
    channel = workspace.handoff_channel or workspace.marketing_channel
    planned = []
    for handoff_id, owner_id in owners.items():
        readers = [Recipient(owner_id)] + ([Recipient(channel=channel)] if channel is not None else [])
        planned += [
            PlannedNotice(handoffs.CHANGED, notices.IN_PLACE, reader, handoffs.SUBJECT, handoff_id, now)
            for reader in readers
        ]
    notices.add_notices(work, workspace_id, planned, now)
