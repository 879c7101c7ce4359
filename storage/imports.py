"""Leads, deals and accounts written many at a time: looked up once a chunk, inserted and updated with executemany.

Core statements on the tables: the ORM would cost about ten times as much. Nothing here commits.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import SQLModel

from domain.values import frozen
from storage.database import Database, UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import Account, AuditEvent, Deal, Lead, Workspace

Row = Mapping[str, Any]

_NOT_IMPORTED = frozenset({"workspace_id", "id", "external_id", "created_at", "updated_at", "version"})


#: PostgreSQL: deadlock detected, could not serialise.
_LOST_A_RACE = frozenset({"40P01", "40001"})


class RecordKind(StrEnum):
    """What a file's rows are: the table that they go to."""

    LEADS = "leads"
    DEALS = "deals"
    ACCOUNTS = "accounts"


class ImportRaceError(Exception):
    """Somebody else wrote the same rows at the same time. Nothing of the chunk was stored: try it again."""


@frozen
class KnownLead:
    """What a deal has to know of its lead."""

    id: int
    mql_at: datetime


@contextmanager
def write_chunk(database: Database) -> Iterator[UnitOfWork]:
    """`Database.write` for a chunk of rows; raises `ImportRaceError` when another writer got in between."""
    try:
        with database.write() as work:
            yield work
    except IntegrityError as error:
        raise ImportRaceError from error
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", None) in _LOST_A_RACE:
            raise ImportRaceError from error
        raise


def add_team(work: UnitOfWork, team_id: str, now: datetime) -> WorkspaceId:
    """A workspace for a Slack team that has not installed Lazo yet."""
    workspace = Workspace(team_id=team_id, created_at=now)
    work.session.add(workspace)
    work.session.flush()
    assert workspace.id is not None
    return WorkspaceId(workspace.id)


def get_rows(
    work: UnitOfWork, workspace: WorkspaceId, kind: RecordKind, external_ids: Collection[str]
) -> dict[str, Row]:
    """What an import may change in the rows of these external ids, locked against other writers until the commit."""
    table = _records(kind)
    told = [column for column in table.columns if column.name not in _NOT_IMPORTED]
    query = select(table.c.id, table.c.external_id, *told).where(
        table.c.workspace_id == workspace, table.c.external_id.in_(external_ids)
    )
    # In one order everywhere, or two imports at once could wait for each other.
    found = work.connection.execute(query.order_by(table.c.id).with_for_update())
    return {row["external_id"]: dict(row) for row in found.mappings()}


def get_known_leads(
    connection: Connection, workspace: WorkspaceId, external_ids: Collection[str]
) -> dict[str, KnownLead]:
    """The leads of these external ids."""
    leads = _table(Lead)
    query = select(leads.c.external_id, leads.c.id, leads.c.mql_at).where(
        leads.c.workspace_id == workspace, leads.c.external_id.in_(external_ids)
    )
    return {row.external_id: KnownLead(row.id, row.mql_at) for row in connection.execute(query)}


def get_account_ids(connection: Connection, workspace: WorkspaceId, name_keys: Collection[str]) -> dict[str, int]:
    """The accounts of these name keys, archived ones too: a name stays taken. A merged one's is the one it is now."""
    accounts = _table(Account)
    query = select(accounts.c.name_key, func.coalesce(accounts.c.merged_into_id, accounts.c.id).label("id")).where(
        accounts.c.workspace_id == workspace, accounts.c.name_key.in_(name_keys)
    )
    return {row.name_key: row.id for row in connection.execute(query)}


def add_accounts(work: UnitOfWork, workspace: WorkspaceId, names: Mapping[str, str], now: datetime) -> dict[str, int]:
    """New accounts for these names by name key; returns their ids."""
    ids = {key: new_id() for key in names}
    rows = [
        {"workspace_id": workspace, "id": ids[key], "name": name, "name_key": key, "created_at": now, "version": 1}
        for key, name in names.items()
    ]
    if rows:
        work.connection.execute(insert(_table(Account)), rows)
    return ids


def add_rows(work: UnitOfWork, workspace: WorkspaceId, kind: RecordKind, rows: Iterable[Row], now: datetime) -> None:
    """Insert records; what a row does not tell gets the column's default."""
    table = _records(kind)
    blank = _blank(table) | {"workspace_id": workspace, "created_at": now, "updated_at": now, "version": 1}
    full = [{**blank, **row, "id": new_id()} for row in rows]
    if full:
        work.connection.execute(insert(table), full)


def update_rows(work: UnitOfWork, workspace: WorkspaceId, kind: RecordKind, rows: Sequence[Row], now: datetime) -> None:
    """Write rows (as `get_rows` gave them, changed) over themselves: a new version, updated now."""
    if not rows:
        return
    table = _records(kind)
    columns = [column.name for column in table.columns if column.name not in _NOT_IMPORTED]
    statement = (
        update(table)
        .where(table.c.workspace_id == workspace, table.c.id == bindparam("row_id"))
        .values({name: bindparam(f"new_{name}") for name in columns} | {"updated_at": now})
        .values(version=table.c.version + 1)
    )
    work.connection.execute(
        statement, [{"row_id": row["id"]} | {f"new_{name}": row[name] for name in columns} for row in rows]
    )


def note_import(
    work: UnitOfWork,
    workspace: WorkspaceId,
    event_id: int | None,
    kind: RecordKind,
    now: datetime,
    data: Mapping[str, object],
    *,
    actor_id: int | None = None,
) -> int:
    """Write the audit event of an import, or bring it up to date; returns its id. From the command line: no actor."""
    events = _table(AuditEvent)
    body = json.dumps(data, ensure_ascii=False)
    if event_id is not None:
        mine = (events.c.workspace_id == workspace) & (events.c.id == event_id)
        work.connection.execute(update(events).where(mine).values(data=body))
        return event_id
    event_id = new_id()
    work.connection.execute(
        insert(events),
        {
            "workspace_id": workspace,
            "id": event_id,
            "at": now,
            "actor_id": actor_id,
            "action": f"{kind.value}_imported",
            "subject_kind": "import",
            "subject_id": event_id,
            "data": body,
        },
    )
    return event_id


def renew_statistics(work: UnitOfWork) -> None:
    """Let PostgreSQL see what many new rows changed: until it does, it looks through all of them for a menu's choices.

    Its autovacuum would, about a minute later. SQLite plans without.
    """
    if work.connection.dialect.name == "postgresql":
        work.connection.execute(
            text("ANALYZE accounts, leads, deals").execution_options(all_workspaces="counts rows, reads none")
        )


def _table(model: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(model.__tablename__)]


def _records(kind: RecordKind) -> Table:
    return _table(Lead if kind is RecordKind.LEADS else Deal)


def _blank(table: Table) -> dict[str, Any]:
    """A value for every column, so that all rows of an executemany have the same keys."""
    model = Lead if table.name == "leads" else Deal
    return {name: None if field.is_required() else field.get_default() for name, field in model.model_fields.items()}
