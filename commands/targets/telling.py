"""Whom of a list's owners to tell what, with their daily list: nobody has to act on a list within the hour."""

from datetime import datetime
from typing import Final

from domain.target_list import Side
from domain.taxonomy import Ask
from domain.telling import Owner, tell_marketing
from storage import calendars, notices, people
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.tables import TargetList

SUBJECT: Final = "target_list"
ASKED: Final = "targets_asked"
OBJECTED: Final = "targets_objected"
PUBLISHED: Final = "targets_published"
DROPPED: Final = "targets_dropped"
KINDS: Final = (ASKED, OBJECTED, PUBLISHED, DROPPED)


def ask_owners(work: UnitOfWork, target: TargetList, author_id: int, now: datetime) -> None:
    """Both owners are asked to agree, but for whoever proposes it."""
    for side in Side:
        tell_other(work, target, side, ASKED, author_id, now)


def tell_other(work: UnitOfWork, target: TargetList, side: Side, kind: str, author_id: int, now: datetime) -> None:
    """Tell the owner of a ``side``, unless there is none or it was they; what waits to be told alike is told once."""
    owner_id = target.sales_owner_id if side is Side.SALES else target.marketing_owner_id
    if owner_id is None or owner_id == author_id:
        return
    workspace_id = WorkspaceId(target.workspace_id)
    reader = people.get_member(work.connection, workspace_id, owner_id)
    if not reader.is_active or notices.is_waiting_for(
        work.connection, workspace_id, (SUBJECT, target.id), kind, owner_id
    ):
        return
    calendar = calendars.calendar_of(work.connection, workspace_id, owner_id)
    company = calendars.company_calendar(work.connection, workspace_id)
    told = tell_marketing(Ask.NONE, Owner(owner_id, calendar, reader.daily_at), None, company, author_id, now)
    if told is not None:
        recipient = Recipient(member_id=owner_id)
        planned = PlannedNotice(kind, notices.DAILY, recipient, SUBJECT, target.id, told.not_before)
        notices.add_notices(work, workspace_id, [planned], now)
