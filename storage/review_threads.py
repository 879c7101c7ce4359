"""The replies below a channel's digest, each about one account, and what is said in them.

A reply is its channel's until the next digest there. Until then whatever changes its account raises its version and
plans a notice that corrects it where it stands: `touched` is called by every statement that changes an account.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, insert, or_, select, text, update
from sqlmodel import Session, col

from domain.values import frozen
from domain.weeks import IsoWeek
from storage import notices, outbox_replies
from storage.ids import WorkspaceId, new_id
from storage.tables import Account, AccountComment, ConfirmationAsk, Deal, ReviewReply
from storage.tables import AccountStep as StepRow
from storage.unit_of_work import UnitOfWork

#: The kind of subject that a reply is, and of the notice that corrects it.
SUBJECT: Final = "review_reply"
CHANGED: Final = "review_changed"
#: The same of the message that asks an owner to confirm their accounts.
ASK_SUBJECT: Final = "confirmation"
ASK_CHANGED: Final = "confirmation_changed"


@frozen
class Happened:
    """What is to be shown of an account beside its week: open steps, the soonest first; what ended or was said."""

    open_steps: tuple[StepRow, ...] = ()
    ended: tuple[StepRow, ...] = ()
    comments: tuple[AccountComment, ...] = ()


def open_thread(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    digest_id: int,
    place: tuple[str, str, str],
    week: IsoWeek,
    accounts: Sequence[int],
    now: datetime,
) -> list[ReviewReply]:
    """A reply for each of ``accounts`` below a digest; those of the channel's earlier digests change no more.

    Below the digest of a week that a later one has followed there, the new ones change no more themselves.
    ``place`` is channel, zone and language.
    """
    channel, tz, locale = place
    of_channel = (
        col(ReviewReply.workspace_id) == workspace_id,
        col(ReviewReply.channel) == channel,
        text("review_replies.is_current"),
    )
    weeks = work.connection.execute(select(col(ReviewReply.iso_year), col(ReviewReply.iso_week)).where(*of_channel))
    is_current = all((week.year, week.week) >= (year, number) for year, number in weeks)
    if is_current:
        before = work.connection.execute(
            update(ReviewReply).where(*of_channel).values(is_current=False).returning(col(ReviewReply.digest_id))
        )
        outbox_replies.give_up_waiting(work, workspace_id, set(before.scalars()))
    rows = [
        ReviewReply(
            workspace_id=workspace_id,
            id=new_id(),
            account_id=account_id,
            digest_id=digest_id,
            channel=channel,
            iso_year=week.year,
            iso_week=week.week,
            tz=tz,
            locale=locale,
            posted_at=now,
            is_current=is_current,
        )
        for account_id in accounts
    ]
    if rows:
        work.connection.execute(insert(ReviewReply), [row.model_dump() for row in rows])
    return rows


def touched(work: UnitOfWork, workspace_id: WorkspaceId, accounts: Collection[int]) -> None:
    """These accounts changed: replies about them, and what their owners are asked, are corrected where they stand."""
    if not accounts:
        return
    changed = work.connection.execute(
        update(ReviewReply)
        .where(
            col(ReviewReply.workspace_id) == workspace_id,
            col(ReviewReply.account_id).in_(accounts),
            text("review_replies.is_current"),
        )
        .values(version=ReviewReply.version + 1)
        .returning(col(ReviewReply.id), col(ReviewReply.channel), col(ReviewReply.posted_at))
    ).all()
    for row in changed:  # due since the reply stands: who changes an account need not know what time it is
        to = notices.Recipient(channel=row.channel)
        planned = notices.PlannedNotice(CHANGED, notices.IN_PLACE, to, SUBJECT, row.id, row.posted_at)
        notices.add_notices(work, workspace_id, [planned], row.posted_at)
    for ask_id, member_id, asked_at in _asks_of_owners(work, workspace_id, accounts):
        to = notices.Recipient(member_id=member_id)
        planned = notices.PlannedNotice(ASK_CHANGED, notices.IN_PLACE, to, ASK_SUBJECT, ask_id, asked_at)
        notices.add_notices(work, workspace_id, [planned], asked_at)


def _asks_of_owners(
    work: UnitOfWork, workspace_id: WorkspaceId, accounts: Collection[int]
) -> list[tuple[int, int, datetime]]:
    """What the owners of these accounts are asked, in a new version: its id, whom, and since when."""
    here = (col(Account.workspace_id) == workspace_id) & col(Account.id).in_(accounts)
    owners = (col(Account.sales_owner_id), col(Account.marketing_owner_id))
    changed = work.connection.execute(
        update(ConfirmationAsk)
        .where(
            col(ConfirmationAsk.workspace_id) == workspace_id,
            or_(*(col(ConfirmationAsk.member_id).in_(select(each).where(here, each.is_not(None))) for each in owners)),
            text("confirmation_asks.is_current"),
        )
        .values(version=ConfirmationAsk.version + 1)
        .returning(col(ConfirmationAsk.id), col(ConfirmationAsk.member_id), col(ConfirmationAsk.asked_at))
    )
    return [(row.id, row.member_id, row.asked_at) for row in changed]


def touched_by_deals(work: UnitOfWork, workspace_id: WorkspaceId, deals: Collection[int]) -> None:
    """The accounts of these deals changed."""
    if deals:
        found = work.connection.execute(
            select(col(Deal.account_id))
            .where(col(Deal.workspace_id) == workspace_id, col(Deal.id).in_(deals), col(Deal.account_id).is_not(None))
            .distinct()
        )
        touched(work, workspace_id, [each for each in found.scalars() if each is not None])


def replies_of(connection: Connection, workspace_id: WorkspaceId, ids: Collection[int]) -> list[ReviewReply]:
    """Replies by id, in their order."""
    with Session(connection) as session:
        found = session.scalars(
            select(ReviewReply)
            .where(col(ReviewReply.workspace_id) == workspace_id, col(ReviewReply.id).in_(ids))
            .order_by(col(ReviewReply.id))
        )
        return list(found)


def add_comment(
    work: UnitOfWork, workspace_id: WorkspaceId, account_id: int, text: str, by_id: int, now: datetime
) -> int:
    """Store what somebody said of an account, and give its id."""
    comment_id = new_id()
    row = {"workspace_id": workspace_id, "id": comment_id, "account_id": account_id}
    work.connection.execute(insert(AccountComment), {**row, "text": text, "by_id": by_id, "at": now})
    touched(work, workspace_id, {account_id})
    return comment_id


def happened_since(
    connection: Connection, workspace_id: WorkspaceId, since: Mapping[int, datetime]
) -> dict[int, Happened]:
    """What happened with each account since its moment, and what is promised for it: two queries."""
    if not since:
        return {}
    first, accounts = min(since.values()), list(since)
    with Session(connection) as session:
        steps = session.scalars(
            select(StepRow)
            .where(
                col(StepRow.workspace_id) == workspace_id,
                col(StepRow.account_id).in_(accounts),
                col(StepRow.ended_at).is_(None) | (col(StepRow.ended_at) >= first),
            )
            .order_by(col(StepRow.due_on), col(StepRow.id))
        ).all()
        said = session.scalars(
            select(AccountComment)
            .where(
                col(AccountComment.workspace_id) == workspace_id,
                col(AccountComment.account_id).in_(accounts),
                col(AccountComment.at) >= first,
            )
            .order_by(col(AccountComment.at), col(AccountComment.id))
        ).all()
    still_open, ended, comments = defaultdict(list), defaultdict(list), defaultdict(list)
    for step in steps:
        if step.ended_at is None:
            still_open[step.account_id].append(step)
        elif step.ended_at >= since[step.account_id]:
            ended[step.account_id].append(step)
    for comment in said:
        if comment.at >= since[comment.account_id]:
            comments[comment.account_id].append(comment)
    return {
        account: Happened(tuple(still_open[account]), tuple(ended[account]), tuple(comments[account]))
        for account in accounts
    }
