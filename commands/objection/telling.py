"""Who hears of an objection: asked of the rows, decided by `domain.telling`, kept as a notice."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from domain.taxonomy import Ask
from domain.telling import Owner, Told, tell_marketing
from storage import accounts, calendars, notices, people, roles, time_off
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.tables import Objection

#: The kind of subject that notices and audit events of this slice are about.
SUBJECT = "objection"
TELL = "objection_logged"
TELL_CHANGE = "objection_changed"


def plan_telling(
    connection: Connection, workspace_id: WorkspaceId, account_id: int | None, ask: Ask, author_id: int, now: datetime
) -> Told | None:
    """Whom an objection as it stands is to be told to, and when; nobody when nobody is set or they wrote it."""
    owner = None
    if account_id is not None:
        found = accounts.marketing_owner(connection, workspace_id, account_id)
        owner = None if found is None else owner_here(connection, workspace_id, found[0], found[2], author_id, now)[0]
    channel, _tz = people.marketing_channel(connection, workspace_id)
    company = calendars.company_calendar(connection, workspace_id)
    return tell_marketing(ask, owner, channel, company, author_id, now)


def owner_here(
    connection: Connection, workspace_id: WorkspaceId, owner_id: int, daily_at: int, author_id: int, now: datetime
) -> tuple[Owner, str | None]:
    """Whom to tell in place of the owner: their backup (with the Slack id) while only the owner is away."""
    owner = Owner(owner_id, calendars.calendar_of(connection, workspace_id, owner_id), daily_at)
    backup = roles.backup_of(connection, workspace_id, owner_id)
    if backup is None or backup[0] == author_id or author_id == owner_id:
        return owner, None
    away = time_off.away_until(connection, workspace_id, {owner_id, backup[0]}, now)
    if owner_id not in away or backup[0] in away:
        return owner, None
    return Owner(backup[0], calendars.calendar_of(connection, workspace_id, backup[0]), backup[2]), backup[1]


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
