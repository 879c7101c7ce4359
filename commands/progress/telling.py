"""Who in marketing hears that an account stands elsewhere now, and when."""

from datetime import datetime
from typing import Final

from commands.context import Actor
from commands.hearing import plan_telling
from domain.taxonomy import Ask
from storage import notices
from storage.database import UnitOfWork
from storage.notices import PlannedNotice, Recipient

TELL: Final = "stage_told"
SUBJECT: Final = "account"


def plan(work: UnitOfWork, actor: Actor, account_id: int, now: datetime, *, is_asked: bool) -> None:
    """Tell the account's marketing owner with their next list; as soon as they work when support ``is_asked`` for.

    Where nobody in marketing answers for the account, the marketing channel hears what is asked, and nothing else.
    """
    ask = Ask.CONTENT if is_asked else Ask.NONE
    told = plan_telling(work.connection, actor.workspace_id, account_id, ask, actor.member_id, now)
    if told is None or (told.member_id is None and not is_asked):
        return
    if is_asked:  # one telling, not this and another in the list
        notices.drop_pending(work, actor.workspace_id, SUBJECT, account_id, kind=TELL)
    lane = notices.NOW if told.at_once else notices.DAILY
    reader = Recipient(told.member_id, told.channel)
    planned = PlannedNotice(TELL, lane, reader, SUBJECT, account_id, told.not_before)
    notices.add_notices(work, actor.workspace_id, [planned], now)
