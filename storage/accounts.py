"""Accounts: by key, by nearness, and their owners."""

from datetime import datetime

from sqlalchemy import Connection, select
from sqlmodel import Session, col

from domain.names import name_key
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.tables import Account, Member


def find_account(connection: Connection, workspace_id: WorkspaceId, name: str) -> Account | None:
    """The account that goes by ``name``, in any of its spellings (`domain.names.name_key`)."""
    key = name_key(name)
    if not key:
        return None
    with Session(connection) as session:
        return session.scalars(
            select(Account).where(col(Account.workspace_id) == workspace_id, col(Account.name_key) == key)
        ).one_or_none()


def account_id_of(connection: Connection, workspace_id: WorkspaceId, name: str) -> int | None:
    """The id of the account that goes by ``name``, if it is known."""
    key = name_key(name)
    if not key:
        return None
    return connection.execute(
        select(col(Account.id)).where(col(Account.workspace_id) == workspace_id, col(Account.name_key) == key)
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
    """An account by id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(Account, (workspace_id, account_id))


def list_account_names(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[int, str]]:
    """Id and name of every account that is not archived, by name."""
    rows = connection.execute(
        select(col(Account.id), col(Account.name))
        .where(col(Account.workspace_id) == workspace_id, col(Account.archived_at).is_(None))
        .order_by(col(Account.name_key))
    )
    return [(row[0], row[1]) for row in rows]


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
    """Store a new account, or give the one that has this name already (also when it was archived)."""
    known = find_account(work.connection, workspace_id, name)
    if known is not None:
        return known
    account = Account(
        workspace_id=workspace_id,
        id=new_id(),
        name=" ".join(name.split()),
        name_key=name_key(name),
        created_by_id=created_by_id,
        created_at=now,
    )
    work.session.add(account)
    work.session.flush()
    return account


def set_owners(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    account_id: int,
    *,
    sales_owner_id: int | None,
    marketing_owner_id: int | None,
    expected_version: int,
) -> Account:
    """Name who answers for an account. Raises `StaleVersionError` when it was changed since it was read."""
    account = work.session.get_one(Account, (workspace_id, account_id))
    if account.version != expected_version:
        kind = "account"
        raise StaleVersionError(kind, account_id)
    account.sales_owner_id = sales_owner_id
    account.marketing_owner_id = marketing_owner_id
    account.version += 1
    work.session.flush()
    return account
