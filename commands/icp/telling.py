"""Planning to tell who proposed a change what was decided, with their daily list: nobody has to act on it at once."""

from datetime import datetime
from typing import Final

from commands.context import Actor
from domain.icp import Change
from domain.taxonomy import Ask
from domain.telling import Owner, tell_marketing
from storage import calendars, icp, notices, people
from storage.database import UnitOfWork
from storage.notices import PlannedNotice, Recipient

DECIDED: Final = "icp_decided"


def tell_proposer(work: UnitOfWork, actor: Actor, change: Change, now: datetime) -> None:
    """Plan it, unless ``actor`` proposed the change, or whoever did has left or is a guest now."""
    author = change.proposed_by_id
    if author == actor.member_id or people.gone_of(work.connection, actor.workspace_id, {author}):
        return
    reader = people.get_member(work.connection, actor.workspace_id, author)
    calendar = calendars.calendar_of(work.connection, actor.workspace_id, author)
    company = calendars.company_calendar(work.connection, actor.workspace_id)
    owner = Owner(author, calendar, reader.daily_at)
    told = tell_marketing(Ask.NONE, owner, None, company, actor.member_id, now)
    if told is not None:
        recipient = Recipient(member_id=author)
        planned = PlannedNotice(DECIDED, notices.DAILY, recipient, icp.SUBJECT, change.id, told.not_before)
        notices.add_notices(work, actor.workspace_id, [planned], now)
