"""Accounts many at a time: as a file names them, as a file shows them, and the people whom it may mean.

Core statements on the table. Nothing here commits.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlmodel import SQLModel, col

from domain.account_review import Stage
from domain.accounts_csv import People, Person
from domain.values import frozen
from storage import review_threads
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.standing import standing_of
from storage.tables import Account, Member

#: What a file may tell of an account, but for its name.
TOLD: Final = (
    "tier",
    "sales_owner_id",
    "marketing_owner_id",
    "relation",
    "segment",
    "territory",
    "renewal_on",
    "crm_id",
    "crm_url",
)
_PAGE: Final = 500


@frozen
class AccountRow:
    """An account as a file shows it. ``stage`` is a code, with the moment since which its open deal stands there."""

    name: str
    tier: int | None
    sales_owner_id: int | None
    marketing_owner_id: int | None
    relation: str | None
    segment: str | None
    territory: str | None
    renewal_on: date | None
    crm_id: str | None
    crm_url: str | None
    stage: str | None = None
    stage_since: datetime | None = None


def people_of(connection: Connection, workspace_id: WorkspaceId) -> list[Person]:
    """Everybody whom a file may name, those who left too."""
    rows = connection.execute(
        select(
            col(Member.id),
            col(Member.slack_user_id),
            col(Member.display_name),
            col(Member.email),
            col(Member.kind),
            col(Member.is_active),
        )
        .where(col(Member.workspace_id) == workspace_id)
        .order_by(col(Member.id))
    )
    return [Person(*row) for row in rows]


def known_accounts(
    connection: Connection, workspace_id: WorkspaceId, keys: Collection[str], *, lock: bool = False
) -> dict[str, dict[str, Any]]:
    """The accounts of these name keys, merged ones too, with all that a file may tell; others may not change them."""
    table = SQLModel.metadata.tables["accounts"]
    query = (
        select(table.c.id, table.c.name, table.c.name_key, table.c.merged_into_id, *(table.c[name] for name in TOLD))
        .where(table.c.workspace_id == workspace_id, table.c.name_key.in_(keys))
        # In one order everywhere, or two imports at once could wait for each other.
        .order_by(table.c.id)
    )
    found = connection.execute(query.with_for_update() if lock else query)
    return {row["name_key"]: dict(row) for row in found.mappings()}


def add_accounts(
    work: UnitOfWork, workspace_id: WorkspaceId, rows: Sequence[Mapping[str, Any]], by_id: int | None, now: datetime
) -> list[int]:
    """Store new accounts and give their ids, in their order; what a row does not tell stays empty."""
    blank: dict[str, Any] = dict.fromkeys(TOLD) | {"workspace_id": workspace_id, "created_at": now, "version": 1}
    full = [{**blank, "created_by_id": by_id, **row, "id": new_id()} for row in rows]
    if full:
        work.connection.execute(insert(SQLModel.metadata.tables["accounts"]), full)
    return [int(row["id"]) for row in full]


def change_accounts(work: UnitOfWork, workspace_id: WorkspaceId, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows (as `known_accounts` gave them, changed) over themselves: a new version."""
    if not rows:
        return
    table = SQLModel.metadata.tables["accounts"]
    statement = (
        update(table)
        .where(table.c.workspace_id == workspace_id, table.c.id == bindparam("row_id"))
        .values({name: bindparam(f"new_{name}") for name in TOLD} | {"version": table.c.version + 1})
    )
    work.connection.execute(
        statement, [{"row_id": row["id"]} | {f"new_{name}": row[name] for name in TOLD} for row in rows]
    )
    review_threads.touched(work, workspace_id, [row["id"] for row in rows])


def all_accounts(
    connection: Connection, workspace_id: WorkspaceId, stages: Mapping[str, Stage]
) -> Iterator[AccountRow]:
    """The accounts that stand, by name, read a page at a time. How the last deal of one ended is no stage."""
    after = ""
    while True:
        rows = connection.execute(
            select(*(getattr(Account, name) for name in ("id", "name_key", "name", *TOLD)))
            .where(
                col(Account.workspace_id) == workspace_id,
                col(Account.archived_at).is_(None),
                col(Account.name_key) > after,
            )
            .order_by(col(Account.name_key))
            .limit(_PAGE)
        ).all()
        stands = standing_of(connection, workspace_id, [row[0] for row in rows], stages)
        for row in rows:
            change = stands.get(row[0])
            is_open = change is not None and (change.stage not in stages or stages[change.stage].ending is None)
            yield AccountRow(*row[2:], *((change.stage, change.at) if change is not None and is_open else ()))
        if len(rows) < _PAGE:
            return
        after = rows[-1][1]


def directory(connection: Connection, workspace_id: WorkspaceId) -> People:
    """Who is meant by a word of a file."""
    return People(people_of(connection, workspace_id))
