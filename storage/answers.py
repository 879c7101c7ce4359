"""What objections asked of marketing: who owes the answer, what was answered, who was reminded."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, insert, select, text
from sqlmodel import Session, col

from domain.policy import TimerKind
from domain.values import frozen
from domain.weeks import Span
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.named_accounts import account_name, its_account
from storage.question import Given, Question
from storage.tables import Account, LadderStep, Member, Objection, ObjectionAnswer, Timer


@frozen
class GivenAnswer:
    """An answer as people read it; ``by`` is a Slack id."""

    id: int
    objection_id: int
    by: str
    at: datetime
    text: str


def add_answer(
    work: UnitOfWork, workspace_id: WorkspaceId, objection_id: int, member_id: int, text: str, now: datetime
) -> int:
    """Store an answer and give its id."""
    answer_id = new_id()
    work.connection.execute(
        insert(ObjectionAnswer).values(
            workspace_id=workspace_id,
            id=answer_id,
            objection_id=objection_id,
            answered_by_id=member_id,
            answered_at=now,
            text=text,
        )
    )
    return answer_id


def latest_answers(
    connection: Connection, workspace_id: WorkspaceId, objection_ids: Collection[int]
) -> dict[int, GivenAnswer]:
    """The last answer to each of these objections that has one."""
    if not objection_ids:
        return {}
    found = _answers(connection, workspace_id, col(ObjectionAnswer.objection_id).in_(list(objection_ids)))
    return {each.objection_id: each for each in found}


def answers_by_id(
    connection: Connection, workspace_id: WorkspaceId, answer_ids: Collection[int]
) -> dict[int, GivenAnswer]:
    """Answers by id."""
    found = _answers(connection, workspace_id, col(ObjectionAnswer.id).in_(list(answer_ids)))
    return {each.id: each for each in found}


def lock_objection(work: UnitOfWork, workspace_id: WorkspaceId, objection_id: int) -> Objection:
    """An objection, locked: of two who answer at once one comes first. Raises NoResultFound."""
    with Session(work.connection) as session:
        return session.scalars(
            select(Objection)
            .where(col(Objection.workspace_id) == workspace_id, col(Objection.id) == objection_id)
            .with_for_update()
        ).one()


def take_objections(work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int]) -> list[Objection]:
    """Those of ``ids`` that nobody else is changing now, locked."""
    with Session(work.connection) as session:
        return list(
            session.scalars(
                select(Objection)
                .where(col(Objection.workspace_id) == workspace_id, col(Objection.id).in_(list(ids)))
                .order_by(col(Objection.id))
                .with_for_update(skip_locked=True)
            )
        )


def owners_of(connection: Connection, workspace_id: WorkspaceId, account_ids: Collection[int]) -> dict[int, int]:
    """The marketing owner of each account that has one, those who left too."""
    rows = connection.execute(
        select(col(Account.id), col(Account.marketing_owner_id)).where(
            col(Account.workspace_id) == workspace_id,
            col(Account.id).in_(list(account_ids)),
            col(Account.marketing_owner_id).is_not(None),
        )
    )
    return {row[0]: row[1] for row in rows if row[1] is not None}


def reminded_of(connection: Connection, workspace_id: WorkspaceId, kind: str, ids: Collection[int]) -> set[int]:
    """Of these records (``kind`` says which) those whose answer somebody was reminded of already."""
    told = exists().where(
        col(LadderStep.workspace_id) == workspace_id,
        col(LadderStep.timer_id) == col(Timer.id),
        col(LadderStep.action) == "told",
    )
    rows = connection.execute(
        select(col(Timer.subject_id)).where(
            col(Timer.workspace_id) == workspace_id,
            col(Timer.subject_kind) == kind,
            col(Timer.subject_id).in_(list(ids)),
            col(Timer.kind) == TimerKind.ANSWER.value,
            told,
        )
    )
    return {row[0] for row in rows}


def fallen_unanswered(connection: Connection, workspace_id: WorkspaceId, span: Span) -> tuple[str, ...]:
    """The accounts for which an answer fell due in ``span`` and is still owed, once for each thing that was asked."""
    rows = _fallen_unanswered.ask(connection, workspace_id=workspace_id, start=span.start, end=span.end)
    return tuple(row[0] or "" for row in rows)


@Question
def _fallen_unanswered(given: Given) -> Select[str | None]:
    workspace_id = given.workspace_id
    return (
        select(account_name(Objection))
        .select_from(Timer)
        .join(Objection, and_(col(Objection.workspace_id) == workspace_id, col(Objection.id) == col(Timer.subject_id)))
        .outerjoin(Account, its_account(Objection, workspace_id))
        .where(
            col(Timer.workspace_id) == workspace_id,
            # Literal: the condition of the partial index.
            text("timers.state IN ('open', 'paused')"),
            col(Timer.subject_kind) == "objection",
            col(Timer.kind) == TimerKind.ANSWER.value,
            col(Timer.due_at) >= given.start,
            col(Timer.due_at) < given.end,
            ~col(Timer.is_shadow),
            col(Objection.withdrawn_at).is_(None),
        )
    )


def _answers(connection: Connection, workspace_id: WorkspaceId, which: Any) -> list[GivenAnswer]:  # noqa: ANN401 - a condition
    rows = connection.execute(
        select(
            col(ObjectionAnswer.id),
            col(ObjectionAnswer.objection_id),
            col(Member.slack_user_id),
            col(ObjectionAnswer.answered_at),
            col(ObjectionAnswer.text),
        )
        .join(
            Member,
            and_(col(Member.workspace_id) == workspace_id, col(Member.id) == col(ObjectionAnswer.answered_by_id)),
        )
        .where(col(ObjectionAnswer.workspace_id) == workspace_id, which)
        .order_by(col(ObjectionAnswer.answered_at), col(ObjectionAnswer.id))
    )
    return [GivenAnswer(*row) for row in rows]
