"""Who hears of a review: the account's marketing owner in their daily list, else the marketing channel's."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.hearing import plan_telling
from domain.taxonomy import Ask
from domain.telling import Told
from storage import notices
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.tables import WinLossReview

#: The kind of subject that notices and audit events about a review have.
SUBJECT: Final = "review"
TELL: Final = "review_logged"


def who_hears(
    connection: Connection, workspace_id: WorkspaceId, account_id: int | None, author_id: int, now: datetime
) -> Told | None:
    """Whom a review is to be told to, and when: nothing is asked of them, so it waits for a list."""
    return plan_telling(connection, workspace_id, account_id, Ask.NONE, author_id, now)


def plan_notice(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    review_id: int,
    account_id: int | None,
    author_id: int,
    now: datetime,
    *,
    heard: frozenset[Recipient] = frozenset(),
) -> None:
    """Store whom to tell; whoever ``heard`` of it already is not told again."""
    told = who_hears(work.connection, workspace_id, account_id, author_id, now)
    if told is None:
        return
    recipient = Recipient(told.member_id, told.channel)
    if recipient not in heard:
        planned = PlannedNotice(TELL, notices.DAILY, recipient, SUBJECT, review_id, told.not_before)
        notices.add_notices(work, workspace_id, [planned], now)


def tell_of_change(
    work: UnitOfWork, workspace_id: WorkspaceId, before: WinLossReview, changes: Mapping[str, Any], now: datetime
) -> None:
    """Plan anew what is still untold of ``before``. Who read it in a list keeps that day's list."""
    # Dropped first: that waits for a release under way, which holds its notices until they are told. Asked then.
    notices.drop_pending(work, workspace_id, SUBJECT, before.id, kind=TELL)
    heard = frozenset(recipient for recipient, _lane in notices.told_of(work, workspace_id, SUBJECT, before.id))
    if changes.get("withdrawn_at", before.withdrawn_at) is None:
        account_id = changes.get("account_id", before.account_id)
        plan_notice(work, workspace_id, before.id, account_id, before.logged_by_id, now, heard=heard)
