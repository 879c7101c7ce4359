"""The ideal customer profile: the changes that were proposed to it, and deciding on one."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, or_, select, update
from sqlmodel import col

from domain.icp import Change, IcpMonth, Outcome, Part, Profile, month_of, profile_of
from domain.weeks import Span
from storage import locks
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.question import Given, Question
from storage.tables import IcpChange

#: The kind of subject that notices and audit events about a change have.
SUBJECT = "icp_change"


def profile(connection: Connection, workspace_id: WorkspaceId) -> Profile:
    """What stands, and what waits to be decided."""
    return profile_of(_changes(connection, workspace_id))


def profile_to_change(work: UnitOfWork, workspace_id: WorkspaceId) -> Profile:
    """The same, for a transaction that adds to it: one at a time, so that two alike are noticed."""
    locks.one_of_a_name(work, workspace_id, "icp")
    return profile(work.connection, workspace_id)


def icp_month(connection: Connection, workspace_id: WorkspaceId, month: Span) -> IcpMonth:
    """What the review of ``month`` hears of it."""
    return month_of(_changes(connection, workspace_id), month)


def find_change(connection: Connection, workspace_id: WorkspaceId, change_id: int) -> Change | None:
    """A change by id, whatever became of it."""
    row = connection.execute(
        _columns().where(col(IcpChange.workspace_id) == workspace_id, col(IcpChange.id) == change_id)
    ).one_or_none()
    return None if row is None else _change(row)


def count_waiting(connection: Connection, workspace_id: WorkspaceId) -> int:
    """How many changes wait to be decided."""
    return int(_waiting.ask(connection, workspace_id=workspace_id).scalar_one())


@Question
def _waiting(given: Given) -> Select[int]:
    return select(func.count()).where(
        col(IcpChange.workspace_id) == given.workspace_id, col(IcpChange.outcome).is_(None)
    )


def list_decided(connection: Connection, workspace_id: WorkspaceId, limit: int) -> list[Change]:
    """The changes that were accepted or declined last, the latest first."""
    decided = col(IcpChange.outcome).in_([Outcome.ACCEPTED.value, Outcome.DECLINED.value])
    asked = _columns().where(col(IcpChange.workspace_id) == workspace_id, decided)
    rows = connection.execute(asked.order_by(col(IcpChange.decided_at).desc(), col(IcpChange.id).desc()).limit(limit))
    return [_change(row) for row in rows]


def propose(
    work: UnitOfWork, workspace_id: WorkspaceId, part: Part, text: str, reason: str, by_id: int, now: datetime
) -> int:
    """Store what ``part`` is to say and why; gives its id."""
    change_id = new_id()
    row = {
        "workspace_id": workspace_id,
        "id": change_id,
        "part": part.value,
        "text": text,
        "reason": reason,
        "proposed_by_id": by_id,
        "proposed_at": now,
    }
    work.connection.execute(insert(IcpChange), row)
    return change_id


def decide(
    work: UnitOfWork, workspace_id: WorkspaceId, change_id: int, outcome: Outcome, by_id: int, now: datetime
) -> None:
    """Say what became of a change that waits. Raises `StaleVersionError` when that was said already."""
    done = work.connection.execute(
        update(IcpChange)
        .where(
            col(IcpChange.workspace_id) == workspace_id,
            col(IcpChange.id) == change_id,
            col(IcpChange.outcome).is_(None),
        )
        .values(outcome=outcome.value, decided_by_id=by_id, decided_at=now)
    )
    if done.rowcount != 1:
        raise StaleVersionError(SUBJECT, change_id)


def _changes(connection: Connection, workspace_id: WorkspaceId) -> list[Change]:
    return [_change(row) for row in _that_count.ask(connection, workspace_id=workspace_id)]


@Question
def _that_count(given: Given) -> Select[*tuple[Any, ...]]:
    """What waits and what was accepted: what was declined or taken back says nothing of the profile."""
    return _columns().where(
        col(IcpChange.workspace_id) == given.workspace_id,
        or_(col(IcpChange.outcome).is_(None), col(IcpChange.outcome) == Outcome.ACCEPTED.value),
    )


def _columns() -> Select[*tuple[Any, ...]]:
    return select(
        col(IcpChange.id),
        col(IcpChange.part),
        col(IcpChange.text),
        col(IcpChange.reason),
        col(IcpChange.proposed_by_id),
        col(IcpChange.proposed_at),
        col(IcpChange.outcome),
        col(IcpChange.decided_by_id),
        col(IcpChange.decided_at),
    )


def _change(row: Any) -> Change:  # noqa: ANN401 - a row of the columns above
    found, part, text, reason, by_id, at, outcome, decided_by, decided_at = row
    return Change(
        found,
        Part(part),
        text,
        reason,
        by_id,
        at,
        None if outcome is None else Outcome(outcome),
        decided_by,
        decided_at,
    )
