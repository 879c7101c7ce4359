"""The stages as a workspace agreed on them, and the deals that stand in each."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import Session, col

from domain import stages
from domain.stages import STANDARD, Process, Support
from storage import locks
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.tables import Account, Deal, Member, SalesStage, StageChange

#: The kind of subject that a stale version is of.
STAGE: Final = "stage"


def process_of(connection: Connection, workspace_id: WorkspaceId) -> Process:
    """The stages as agreed; those that come with the product where nobody changed any."""
    with Session(connection) as session:
        rows = session.scalars(
            select(SalesStage)
            .where(col(SalesStage.workspace_id) == workspace_id)
            .order_by(col(SalesStage.position), col(SalesStage.code))
        )
        found = tuple(_stage(row) for row in rows)
    return Process(found) if found else STANDARD


def agree(work: UnitOfWork, workspace_id: WorkspaceId, now: datetime) -> Process:
    """The same, ready to be changed: the first change writes down what stood until then. One at a time."""
    locks.one_of_a_name(work, workspace_id, "stages")
    process = process_of(work.connection, workspace_id)
    if process is STANDARD:
        for place, stage in enumerate(STANDARD.stages):
            _insert(work, workspace_id, stage, place, now)
    return process


def add_stage(
    work: UnitOfWork, workspace_id: WorkspaceId, process: Process, terms: Mapping[str, Any], now: datetime
) -> str:
    """Store a stage after all others of ``process`` (see `agree`) and give its code."""
    code = f"own_{new_id()}"
    _insert(work, workspace_id, stages.SalesStage(code, **terms), len(process.stages), now)
    return code


def change_stage(
    work: UnitOfWork, workspace_id: WorkspaceId, code: str, changes: Mapping[str, Any], *, expected_version: int
) -> None:
    """Write ``changes`` over a stage. Raises `StaleVersionError` when it changed since it was read."""
    done = work.connection.execute(
        update(SalesStage)
        .where(
            col(SalesStage.workspace_id) == workspace_id,
            col(SalesStage.code) == code,
            col(SalesStage.version) == expected_version,
        )
        .values({**changes, "version": expected_version + 1})
    )
    if done.rowcount != 1:
        raise StaleVersionError(STAGE, 0)


def reorder(work: UnitOfWork, workspace_id: WorkspaceId, order: Sequence[str]) -> None:
    """Let the stages stand in this order."""
    for place, code in enumerate(order):
        work.connection.execute(
            update(SalesStage)
            .where(col(SalesStage.workspace_id) == workspace_id, col(SalesStage.code) == code)
            .values(position=place)
        )


def standing_in(connection: Connection, workspace_id: WorkspaceId) -> Mapping[str, tuple[str, ...]]:
    """Names of accounts whose open deals stand in each stage, by code and then by name; one question."""
    latest = (
        select(
            col(StageChange.deal_id),
            col(StageChange.account_id),
            col(StageChange.stage),
            func.row_number()
            .over(
                partition_by=col(StageChange.deal_id), order_by=(col(StageChange.at).desc(), col(StageChange.id).desc())
            )
            .label("place"),
        )
        .where(col(StageChange.workspace_id) == workspace_id)
        .subquery()
    )
    rows = connection.execute(
        select(latest.c.stage, col(Account.name))
        .join(Deal, (col(Deal.workspace_id) == workspace_id) & (col(Deal.id) == latest.c.deal_id))
        .join(Account, (col(Account.workspace_id) == workspace_id) & (col(Account.id) == latest.c.account_id))
        .where(latest.c.place == 1, col(Deal.outcome) == "open")
        .order_by(col(Account.name_key))
    )
    found: dict[str, dict[str, None]] = {}
    for code, name in rows:
        found.setdefault(code, {})[name] = None
    return {code: tuple(names) for code, names in found.items()}


def who_moved(connection: Connection, workspace_id: WorkspaceId, account_ids: set[int]) -> Mapping[int, str]:
    """Who said last where a deal of each account stands (a Slack user id), by account; files say it without anybody."""
    rows = connection.execute(
        select(col(StageChange.account_id), col(Member.slack_user_id))
        .join(
            Member,
            (col(Member.workspace_id) == workspace_id) & (col(Member.id) == col(StageChange.by_id)),
            isouter=True,
        )
        .where(col(StageChange.workspace_id) == workspace_id, col(StageChange.account_id).in_(account_ids))
        .order_by(col(StageChange.at), col(StageChange.id))
    )
    last: dict[int, str | None] = {row[0]: row[1] for row in rows}
    return {account_id: person for account_id, person in last.items() if person is not None}


def _stage(row: SalesStage) -> stages.SalesStage:
    return stages.SalesStage(
        row.code,
        row.name,
        row.limit_days,
        Support(row.support),
        row.support_text,
        row.retired_at is not None,
        row.version,
    )


def _insert(work: UnitOfWork, workspace_id: WorkspaceId, stage: stages.SalesStage, place: int, now: datetime) -> None:
    work.connection.execute(
        insert(SalesStage).values(
            workspace_id=workspace_id,
            code=stage.code,
            name=stage.name,
            position=place,
            limit_days=stage.limit_days,
            support=stage.support.value,
            support_text=stage.support_text,
            created_at=now,
            version=1,
        )
    )
