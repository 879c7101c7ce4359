"""What one person owes: steps promised for accounts and answers asked of them; whose lists of the week are planned."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, and_, exists, func, select, text
from sqlmodel import Session, col

from domain.policy import TimerKind
from domain.values import frozen
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.tables import Account, AccountStep, DigestSchedule, Member, Notice, Objection, Timer


@frozen
class PromisedStep:
    """A next step of an account, by its names, and the day on which it is due."""

    what: str
    account: str
    due_on: date


@frozen
class AskedAnswer:
    """An answer that sales asked for: about which account if that is known, by when, and on what."""

    account: str | None
    due_at: datetime
    objection_id: int
    quote: str


def promised_steps(
    connection: Connection, workspace_id: WorkspaceId, member_id: int, limit: int
) -> tuple[tuple[PromisedStep, ...], int]:
    """The open steps of a member, what is due first in front, and how many there are."""
    theirs = (
        col(AccountStep.workspace_id) == workspace_id,
        col(AccountStep.owner_id) == member_id,
        text("account_steps.ended_at IS NULL"),
    )
    rows = connection.execute(
        select(col(AccountStep.what), col(Account.name), col(AccountStep.due_on))
        .join(Account, and_(col(Account.workspace_id) == workspace_id, col(Account.id) == col(AccountStep.account_id)))
        .where(*theirs)
        .order_by(col(AccountStep.due_on), col(AccountStep.id))
        .limit(limit)
    )
    count = connection.execute(select(func.count()).select_from(AccountStep).where(*theirs)).scalar_one()
    return tuple(PromisedStep(*row) for row in rows), count


def asked_answers(
    connection: Connection, workspace_id: WorkspaceId, member_id: int, limit: int
) -> tuple[tuple[AskedAnswer, ...], int]:
    """The answers that a member owes to sales, what is due first in front, and how many there are."""
    theirs = (
        col(Timer.workspace_id) == workspace_id,
        col(Timer.owner_id) == member_id,
        # Literal: the condition of the partial index.
        text("timers.state IN ('open', 'paused')"),
        col(Timer.kind) == TimerKind.ANSWER.value,
        ~col(Timer.is_shadow),
    )
    rows = connection.execute(
        select(
            account_name(Objection),
            col(Timer.due_at),
            col(Objection.id),
            col(Objection.quote),
        )
        .select_from(Timer)
        .join(Objection, and_(col(Objection.workspace_id) == workspace_id, col(Objection.id) == col(Timer.subject_id)))
        .outerjoin(Account, its_account(Objection, workspace_id))
        .where(*theirs)
        .order_by(col(Timer.due_at), col(Timer.id))
        .limit(limit)
    )
    count = connection.execute(select(func.count()).select_from(Timer).where(*theirs)).scalar_one()
    return tuple(AskedAnswer(*row) for row in rows), count


def workspaces_with_a_review(connection: Connection) -> list[WorkspaceId]:
    """Those in which some channel gets a digest."""
    rows = connection.execute(
        select(col(DigestSchedule.workspace_id))
        .where(text("digest_schedules.is_active"))
        .distinct()
        .execution_options(all_workspaces="the clock looks for whose week begins")
    )
    return [WorkspaceId(row[0]) for row in rows]


def reviewed_since(connection: Connection, workspace_id: WorkspaceId) -> datetime | None:
    """Since when some channel of a workspace gets a digest; nothing where none does."""
    return connection.execute(
        select(func.min(col(DigestSchedule.created_at))).where(
            col(DigestSchedule.workspace_id) == workspace_id, text("digest_schedules.is_active")
        )
    ).scalar()


def without_list(
    connection: Connection, workspace_id: WorkspaceId, kind: str, subject_kind: str, subject_ids: Collection[int]
) -> list[Member]:
    """Full members who are here and have no notice of ``kind`` about any of these subjects, told or still to be."""
    planned = exists().where(
        col(Notice.workspace_id) == workspace_id,
        col(Notice.subject_kind) == subject_kind,
        col(Notice.subject_id).in_(list(subject_ids)),
        col(Notice.kind) == kind,
        col(Notice.member_id) == col(Member.id),
    )
    with Session(connection) as session:
        return list(
            session.scalars(
                select(Member)
                .where(
                    col(Member.workspace_id) == workspace_id,
                    col(Member.kind) == "full",
                    col(Member.is_active),
                    ~planned,
                )
                .order_by(col(Member.id))
            )
        )
