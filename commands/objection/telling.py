"""Who hears of an objection: asked of the rows, decided by `domain.telling`, kept as a notice."""

from datetime import datetime

from sqlalchemy import Connection

from domain.taxonomy import Ask
from domain.telling import Owner, Told, tell_marketing
from storage import accounts, notices, people
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient

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
        owner = None if found is None else Owner(found[0], found[1], found[2])
    if owner is not None:
        return tell_marketing(ask, owner, None, "UTC", author_id, now)
    channel, tz = people.marketing_channel(connection, workspace_id)
    return tell_marketing(ask, None, channel, tz, author_id, now)


def planned_notice(told: Told, objection_id: int) -> PlannedNotice:
    """The notice for what was decided."""
    lane = notices.NOW if told.at_once else notices.DAILY
    return PlannedNotice(TELL, lane, Recipient(told.member_id, told.channel), SUBJECT, objection_id, told.not_before)
