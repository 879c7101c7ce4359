"""What was asked of a mind: set aside before, settled after, summed for budget and report, forgotten in time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, case, delete, func, select, update
from sqlmodel import Session, col

from domain.mind_budget import Budget, Use
from domain.values import frozen
from storage import locks
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import MindCall

BEGUN: Final = "begun"
ANSWERED: Final = "answered"
_EVERYWHERE: Final = "retention and the operator's list are about all workspaces"


@frozen
class Asked:
    """A call as it is about to be made; ``masked`` is how many different things are."""

    purpose: str
    mind: str
    model: str
    prompt: str
    channel: str | None
    member_id: int | None
    masked: int


@frozen
class Settled:
    """How a call ended; ``sent`` and ``received`` are absent when texts are not kept, or nothing went or came."""

    state: str
    detail: str
    tokens_in: int
    tokens_out: int
    cost_micros: int
    milliseconds: int
    sent: str | None
    received: str | None


@frozen
class Reported:
    """The calls of one purpose in a period, those that ended without an answer, and what they used."""

    purpose: str
    calls: int
    unanswered: int
    tokens_in: int
    tokens_out: int
    cost_micros: int


def begin(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    asked: Asked,
    budget: Budget,
    at_most: Use,
    *,
    since: datetime,
    now: datetime,
) -> int | None:
    """Set ``at_most`` aside for a call and give its id; nothing when the budget of the month from ``since`` is used up.

    One after the other for a workspace, so that two calls do not take the same last tokens.
    """
    locks.one_of_a_name(work, workspace_id, "mind budget")
    if not budget.allows(used(work.connection, workspace_id, since), at_most):
        return None
    call = MindCall(
        workspace_id=workspace_id,
        id=new_id(),
        at=now,
        purpose=asked.purpose,
        mind=asked.mind,
        model=asked.model,
        prompt=asked.prompt,
        channel=asked.channel,
        member_id=asked.member_id,
        state=BEGUN,
        tokens_in=at_most.tokens,
        cost_micros=at_most.micros,
        masked=asked.masked,
    )
    work.session.add(call)
    work.session.flush()
    return call.id


def settle(work: UnitOfWork, workspace_id: WorkspaceId, call_id: int, settled: Settled) -> None:
    """Write down how a call ended; what it really used takes the place of what was set aside."""
    work.connection.execute(
        update(MindCall)
        .where(col(MindCall.workspace_id) == workspace_id, col(MindCall.id) == call_id)
        .values(
            state=settled.state,
            detail=settled.detail,
            tokens_in=settled.tokens_in,
            tokens_out=settled.tokens_out,
            cost_micros=settled.cost_micros,
            milliseconds=settled.milliseconds,
            sent=settled.sent,
            received=settled.received,
        )
    )


def used(connection: Connection, workspace_id: WorkspaceId, since: datetime) -> Use:
    """What a workspace used from ``since`` on, what is set aside included."""
    row = connection.execute(
        select(
            func.coalesce(func.sum(col(MindCall.tokens_in) + col(MindCall.tokens_out)), 0),
            func.coalesce(func.sum(col(MindCall.cost_micros)), 0),
        ).where(col(MindCall.workspace_id) == workspace_id, col(MindCall.at) >= since)
    ).one()
    return Use(int(row[0]), int(row[1]))


def report(
    connection: Connection, workspace_id: WorkspaceId, since: datetime, until: datetime | None = None
) -> Sequence[Reported]:
    """By purpose, in alphabetical order."""
    in_time = [col(MindCall.at) >= since, *([col(MindCall.at) < until] if until else [])]
    rows = connection.execute(
        select(
            col(MindCall.purpose),
            func.count(),
            func.sum(case((col(MindCall.state) == ANSWERED, 0), else_=1)),
            func.sum(col(MindCall.tokens_in)),
            func.sum(col(MindCall.tokens_out)),
            func.sum(col(MindCall.cost_micros)),
        )
        .where(col(MindCall.workspace_id) == workspace_id, *in_time)
        .group_by(col(MindCall.purpose))
        .order_by(col(MindCall.purpose))
    )
    return [Reported(str(purpose), *(int(figure) for figure in figures)) for purpose, *figures in rows]


def list_calls(connection: Connection, limit: int) -> Sequence[MindCall]:
    """The latest calls of all workspaces, newest first: for the operator."""
    asked = select(MindCall).order_by(col(MindCall.at).desc(), col(MindCall.id).desc()).limit(limit)
    with Session(connection) as session:
        return list(session.scalars(asked.execution_options(all_workspaces=_EVERYWHERE)))


def get_call(connection: Connection, workspace_id: WorkspaceId, call_id: int) -> MindCall | None:
    """One call, with its texts while they are kept."""
    with Session(connection) as session:
        return session.get(MindCall, (workspace_id, call_id))


def forget_texts_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop what was sent and received before ``moment``; give the number of calls."""
    gone = work.connection.execute(
        update(MindCall)
        .where(col(MindCall.at) < moment, col(MindCall.sent).is_not(None))
        .values(sent=None, received=None)
        .execution_options(all_workspaces=_EVERYWHERE)
    )
    return gone.rowcount


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop calls made before ``moment``; give their number."""
    gone = work.connection.execute(
        delete(MindCall).where(col(MindCall.at) < moment).execution_options(all_workspaces=_EVERYWHERE)
    )
    return gone.rowcount
