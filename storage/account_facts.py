"""What is known of an account beside how it gets on: the people who decide there, and what it looks into."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Session, col

from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.tables import BuyingGroupPerson, Deal, IntentSignal

#: The kind of subject that a stale version is of.
FACT: Final = "account_fact"

Fact = TypeVar("Fact", BuyingGroupPerson, IntentSignal)


def people_of(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> list[BuyingGroupPerson]:
    """Who has a say at an account, the first noted first; without those who were removed."""
    found = _standing(connection, BuyingGroupPerson, workspace_id, account_id)
    return sorted(found, key=lambda person: person.id)


def signals_of(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> list[IntentSignal]:
    """What an account looks into, the latest first; without what was removed."""
    found = _standing(connection, IntentSignal, workspace_id, account_id)
    return sorted(found, key=lambda signal: (signal.seen_on, signal.id), reverse=True)


def get_fact(
    connection: Connection,
    table: type[BuyingGroupPerson] | type[IntentSignal],
    workspace_id: WorkspaceId,
    fact_id: int,
) -> BuyingGroupPerson | IntentSignal:
    """A person or a signal by id, removed ones too. Raises NoResultFound."""
    with Session(connection) as session:
        if table is BuyingGroupPerson:
            return session.get_one(BuyingGroupPerson, (workspace_id, fact_id))
        return session.get_one(IntentSignal, (workspace_id, fact_id))


def add_fact(
    work: UnitOfWork,
    table: type[BuyingGroupPerson] | type[IntentSignal],
    workspace_id: WorkspaceId,
    account_id: int,
    terms: Mapping[str, Any],
    by_id: int,
    now: datetime,
) -> int:
    """Store a person or a signal of an account and give its id."""
    fact_id = new_id()
    row = {"workspace_id": workspace_id, "id": fact_id, "account_id": account_id, "added_at": now, "version": 1}
    work.connection.execute(insert(table), {**row, "added_by_id": by_id, **terms})
    return fact_id


def change_fact(
    work: UnitOfWork,
    table: type[BuyingGroupPerson] | type[IntentSignal],
    workspace_id: WorkspaceId,
    fact_id: int,
    changes: Mapping[str, Any],
    *,
    expected_version: int,
) -> None:
    """Write ``changes`` over a person or a signal. Raises `StaleVersionError` when it changed or went meanwhile."""
    done = work.connection.execute(
        update(table)
        .where(
            col(table.workspace_id) == workspace_id,
            col(table.id) == fact_id,
            col(table.version) == expected_version,
            col(table.removed_at).is_(None),
        )
        .values({**changes, "version": expected_version + 1})
    )
    if done.rowcount != 1:
        raise StaleVersionError(FACT, fact_id)


def has_won(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> bool:
    """Whether a deal of the account was won: then it is a customer, until somebody says otherwise."""
    return (
        connection.execute(
            select(col(Deal.id))
            .where(
                col(Deal.workspace_id) == workspace_id, col(Deal.account_id) == account_id, col(Deal.outcome) == "won"
            )
            .limit(1)
        ).first()
        is not None
    )


def _standing(connection: Connection, table: type[Fact], workspace_id: WorkspaceId, account_id: int) -> list[Fact]:
    with Session(connection) as session:
        return list(
            session.scalars(
                select(table).where(
                    col(table.workspace_id) == workspace_id,
                    col(table.account_id) == account_id,
                    col(table.removed_at).is_(None),
                )
            )
        )
