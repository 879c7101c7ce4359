"""Who hears of an objection, kept as a notice, and of its changes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from commands.hearing import plan_telling
from domain.taxonomy import Ask
from domain.telling import Told
from storage import notices
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.tables import Objection

#: The kind of subject that notices and audit events of this slice are about.
SUBJECT = "objection"
TELL = "objection_logged"
TELL_CHANGE = "objection_changed"


def planned_notice(told: Told, objection_id: int) -> PlannedNotice:
    """The notice for what was decided."""
    lane = notices.NOW if told.at_once else notices.DAILY
    return PlannedNotice(TELL, lane, Recipient(told.member_id, told.channel), SUBJECT, objection_id, told.not_before)


def tell_of_change(
    work: UnitOfWork, workspace_id: WorkspaceId, before: Objection, changes: Mapping[str, Any], now: datetime
) -> None:
    """Plan anew what is still untold of ``before``; let those who were told at once see the change."""
    # Dropped first: that waits for a release under way, which holds its notices until they are told. Asked then.
    notices.drop_pending(work, workspace_id, SUBJECT, before.id)
    told_before = notices.told_of(work, workspace_id, SUBJECT, before.id)
    heard = {recipient for recipient, _lane in told_before}
    seen_at_once = {recipient for recipient, lane in told_before if lane == notices.NOW}
    planned = [
        PlannedNotice(TELL_CHANGE, notices.IN_PLACE, recipient, SUBJECT, before.id, now) for recipient in seen_at_once
    ]
    if changes.get("withdrawn_at", before.withdrawn_at) is None:
        account_id, ask = changes.get("account_id", before.account_id), Ask(changes.get("ask", before.ask))
        told = plan_telling(work.connection, workspace_id, account_id, ask, before.logged_by_id, now)
        if told is not None:
            recipient = Recipient(told.member_id, told.channel)
            # Who read it in a list hears again only when something is asked of them now.
            if recipient not in (seen_at_once if told.at_once else heard):
                planned.append(planned_notice(told, before.id))
    notices.add_notices(work, workspace_id, planned, now)
