"""Who hears what people think of a lead: its marketer, in their daily list, one line a lead."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from commands.hearing import owner_here
from commands.returning import Held
from domain.taxonomy import Ask
from domain.telling import tell_marketing
from domain.values import frozen
from storage import accounts, handoffs, notices
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.lead_ratings import LEAD
from storage.notices import PlannedNotice, Recipient
from storage.tables import Lead

TELL: Final = "lead_rated"


@frozen
class Hearer:
    """Who reads it in their list (our id and Slack's), and when that comes."""

    member_id: int
    slack_id: str
    at: datetime


def hearer_of(
    connection: Connection, workspace_id: WorkspaceId, lead: Lead, held: Held | None, author_id: int, now: datetime
) -> Hearer | None:
    """Whose lead it is in marketing: who handed it over, else the account's marketing owner; their backup while away.

    Nobody who left, and nobody of what they said themselves.
    """
    member_id = held.marketer_id if held else None
    if member_id is None and lead.account_id is not None:
        owner = accounts.marketing_owner(connection, workspace_id, lead.account_id)
        member_id = owner[0] if owner else None
    marketer = handoffs.members_by_id(connection, workspace_id, {member_id}).get(member_id or 0)
    if marketer is None or not marketer.is_active:
        return None
    reader, backup = owner_here(connection, workspace_id, marketer.id, marketer.daily_at, author_id, now)
    told = tell_marketing(Ask.NONE, reader, None, reader.calendar, author_id, now)
    return None if told is None else Hearer(reader.member_id, backup or marketer.slack_user_id, told.not_before)


def plan(work: UnitOfWork, workspace_id: WorkspaceId, lead_id: int, hearer: Hearer, now: datetime) -> None:
    """Tell them with their next list, in one line with whatever is still to be told of the lead."""
    notices.drop_pending(work, workspace_id, LEAD, lead_id, kind=TELL)
    planned = PlannedNotice(TELL, notices.DAILY, Recipient(hearer.member_id), LEAD, lead_id, hearer.at)
    notices.add_notices(work, workspace_id, [planned], now)
