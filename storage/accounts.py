"""Accounts: by key, by nearness, and their owners."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, text, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from domain.names import name_key
from storage import audit, review_threads
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.prepared import Prepared
from storage.tables import Account, Member


def find_account(connection: Connection, workspace_id: WorkspaceId, name: str) -> Account | None:
    """The account that goes by ``name``, in any of its spellings (`domain.names.name_key`).

    The name of an account that was merged finds the one it was merged into.
    """
    account_id = account_id_of(connection, workspace_id, name)
    return None if account_id is None else get_account(connection, workspace_id, account_id)


def account_id_of(connection: Connection, workspace_id: WorkspaceId, name: str) -> int | None:
    """The id of the account that goes by ``name`` or was merged under it, if it is known."""
    key = name_key(name)
    if not key:
        return None
    return connection.execute(
        select(func.coalesce(col(Account.merged_into_id), col(Account.id))).where(
            col(Account.workspace_id) == workspace_id, col(Account.name_key) == key
        )
    ).scalar()


def marketing_owner(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> tuple[int, str, int] | None:
    """The account's marketing owner who is still here: member id, zone, minute of their daily list."""
    row = connection.execute(
        select(col(Member.id), col(Member.tz), col(Member.daily_at))
        .join(
            Account,
            (col(Account.workspace_id) == workspace_id) & (col(Account.marketing_owner_id) == col(Member.id)),
        )
        .where(col(Member.workspace_id) == workspace_id, col(Account.id) == account_id, col(Member.is_active))
    ).first()
    return None if row is None else (row[0], row[1], row[2])


def get_account(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> Account:
    """An account by id; for one that was merged, what it was merged into. Raises NoResultFound."""
    with Session(connection) as session:
        found = session.get_one(Account, (workspace_id, account_id))
        if found.merged_into_id is None:
            return found
        return session.get_one(Account, (workspace_id, found.merged_into_id))


def list_names_beginning(
    connection: Connection, workspace_id: WorkspaceId, start: str, *, limit: int = 500
) -> list[tuple[int, str]]:
    """Id and name of accounts whose key begins with ``start`` (a range of the index), at most ``limit``."""
    rows = NAMES_BEGINNING.all(
        connection, {"workspace": workspace_id, "start": start, "end": f"{start}\uffff", "most": limit}
    )
    return [(row[0], row[1]) for row in rows]


def merged_beginning(connection: Connection, workspace_id: WorkspaceId, start: str, *, limit: int) -> list[int]:
    """Ids of the accounts that others were merged into whose key begins with ``start``, at most ``limit``."""
    rows = MERGED_BEGINNING.all(
        connection, {"workspace": workspace_id, "start": start, "end": f"{start}\uffff", "most": limit}
    )
    return [row[0] for row in rows]


def names_by_id(connection: Connection, workspace_id: WorkspaceId, account_ids: set[int]) -> dict[int, str]:
    """The names of ``account_ids``."""
    if not account_ids:
        return {}
    rows = connection.execute(
        select(col(Account.id), col(Account.name)).where(
            col(Account.workspace_id) == workspace_id, col(Account.id).in_(account_ids)
        )
    )
    return {row[0]: row[1] for row in rows}


def add_account(
    work: UnitOfWork, workspace_id: WorkspaceId, name: str, *, created_by_id: int | None, now: datetime
) -> Account:
    """Store a new account and who made it, or give the one that has this name already (also when it was archived).

    Raises ValueError for a name without letters and digits: all that is logged without an account would be its own.
    """
    key = name_key(name)
    if not key:
        raise ValueError(name)
    known = find_account(work.connection, workspace_id, name)
    if known is not None:
        return known
    account = Account(
        workspace_id=workspace_id,
        id=new_id(),
        name=" ".join(name.split()),
        name_key=key,
        created_by_id=created_by_id,
        created_at=now,
    )
    work.session.add(account)
    work.session.flush()
    if created_by_id is not None:  # an act has somebody who did it
        audit.record(
            work,
            workspace_id,
            action="account_created",
            subject=("account", account.id),
            actor_id=created_by_id,
            now=now,
            data={"name": account.name},
        )
    return account


def change_account(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    account_id: int,
    changes: Mapping[str, object],
    *,
    expected_version: int,
) -> int:
    """Write ``changes`` and give the new version. Raises `StaleVersionError` when it changed since it was read."""
    done = work.connection.execute(
        update(Account)
        .where(
            col(Account.workspace_id) == workspace_id,
            col(Account.id) == account_id,
            col(Account.version) == expected_version,
        )
        .values({**changes, "version": expected_version + 1})
    )
    if done.rowcount != 1:
        kind = "account"
        raise StaleVersionError(kind, account_id)
    review_threads.touched(work, workspace_id, {account_id})
    return expected_version + 1


def list_owned(
    connection: Connection, workspace_id: WorkspaceId, *, limit: int
) -> tuple[list[tuple[str, str | None, str | None]], int]:
    """The first ``limit`` accounts by name, and how many there are in all.

    Of each: its name and the Slack ids of its sales and marketing owner. Archived accounts are left out, and so are
    owners who left.
    """
    sales, marketing = aliased(Member), aliased(Member)
    here = (col(Account.workspace_id) == workspace_id) & col(Account.archived_at).is_(None)
    rows = connection.execute(
        select(col(Account.name), col(sales.slack_user_id), col(marketing.slack_user_id))
        .join(
            sales,
            (col(sales.workspace_id) == workspace_id)
            & (col(sales.id) == col(Account.sales_owner_id))
            & col(sales.is_active),
            isouter=True,
        )
        .join(
            marketing,
            (col(marketing.workspace_id) == workspace_id)
            & (col(marketing.id) == col(Account.marketing_owner_id))
            & col(marketing.is_active),
            isouter=True,
        )
        .where(here)
        .order_by(col(Account.name_key))
        .limit(limit)
    )
    total = connection.execute(select(func.count()).select_from(Account).where(here)).scalar_one()
    return [(row[0], row[1], row[2]) for row in rows], total


def _names_beginning() -> Select[*tuple[Any, ...]]:
    return (
        select(col(Account.id), col(Account.name))
        .where(
            col(Account.workspace_id) == bindparam("workspace"),
            col(Account.name_key) >= bindparam("start"),
            col(Account.name_key) < bindparam("end"),
            col(Account.archived_at).is_(None),
        )
        .order_by(col(Account.name_key))
        .limit(bindparam("most"))
    )


def _merged_beginning() -> Select[*tuple[Any, ...]]:
    return (
        select(col(Account.merged_into_id))
        .where(
            col(Account.workspace_id) == bindparam("workspace"),
            col(Account.name_key) >= bindparam("start"),
            col(Account.name_key) < bindparam("end"),
            # Literal: the condition of the partial index. Few were ever merged.
            text("accounts.merged_into_id IS NOT NULL"),
        )
        .limit(bindparam("most"))
    )


#: Asked with every letter that somebody types.
MERGED_BEGINNING = Prepared(_merged_beginning)
#: Asked with every capture that names an unknown account.
NAMES_BEGINNING = Prepared(_names_beginning)
