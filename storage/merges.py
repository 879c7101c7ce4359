"""Merging two accounts: everything that points to one is pointed to the other, and every move is kept for an undo.

What points to an account is read off the tables themselves, so that a new one cannot be forgotten. Each reference costs
two statements, however many rows it has.
"""

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, func, insert, literal, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col

from domain.values import frozen
from storage import merged_words, review_threads
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import Account, AccountMerge, AccountMergeMove, Member

MERGED: Final = "merged"
UNDONE: Final = "undone"
APART: Final = "apart"
_KIND: Final = "account"

#: Tables about records of any kind whose rows follow an account, and those whose rows stay with the one they name.
SUBJECTS_THAT_MOVE: Final = frozenset({"notices", "timers"})
SUBJECTS_THAT_STAY: Final[Mapping[str, str]] = {
    "audit_events": "what was done was done to that record",
    "outbox": "what was said was said of that record",
    "posted_messages": "where a message about that record stands",
    "pauses": "accounts have no clock that could stand still",
}
#: What says itself which accounts were merged.
_OWN: Final = frozenset({"account_merges", "account_merge_moves"})
#: The other names of an account follow it as well.
_ALIAS: Final = "accounts.merged_into_id"


@frozen
class Reference:
    """A column that may hold an account's id; ``is_subject``: beside a column that says of what kind the record is."""

    name: str
    table: Table
    column: Column[Any]
    is_subject: bool = False


@frozen
class MergeRow:
    """A merge as a list shows it: names, who did it (a Slack id) and when."""

    id: int
    kept: str
    merged: str
    by: str
    at: datetime


@lru_cache(maxsize=1)
def references() -> tuple[Reference, ...]:
    """Everything that points to an account, by name: foreign keys, subjects of kind ``account``, and other names."""
    found = []
    for table in SQLModel.metadata.tables.values():
        if table.name in _OWN:
            continue
        found += [
            Reference(f"{table.name}.{column.name}", table, column)
            for column in table.columns
            if any(key.target_fullname == "accounts.id" for key in column.foreign_keys)
        ]
        if table.name in SUBJECTS_THAT_MOVE:
            found.append(Reference(f"{table.name}.subject_id", table, table.c.subject_id, is_subject=True))
    accounts = SQLModel.metadata.tables["accounts"]
    found.append(Reference(_ALIAS, accounts, accounts.c.merged_into_id))
    return tuple(sorted(found, key=lambda each: each.name))


def count_pointing(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> dict[str, int]:
    """How many rows of each reference point to an account; those without any are left out. One statement."""
    names = [each.name for each in references()]
    counted = [
        select(func.count())
        .select_from(each.table)
        .where(*pointing(each, workspace_id, account_id))
        .scalar_subquery()
        .label(f"n{place}")
        for place, each in enumerate(references())
    ]
    row = connection.execute(select(*counted)).one()
    return {name: int(count) for name, count in zip(names, row, strict=True) if count}


def lock_accounts(work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int]) -> dict[int, Account]:
    """Accounts as they stand, merged ones too, by id; nobody else changes them or points to them until the end."""
    with Session(work.connection) as session:
        found = session.scalars(
            select(Account)
            .where(col(Account.workspace_id) == workspace_id, col(Account.id).in_(ids))
            .order_by(col(Account.id))
            .with_for_update()
        )
        return {each.id: each for each in found}


def merge(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    kept: Account,
    merged: Account,
    filled: Mapping[str, object],
    by_id: int,
    now: datetime,
) -> tuple[int, int]:
    """Point all that is ``merged``'s to ``kept``, which gets ``filled``; gives the merge's id and the rows moved."""
    connection, merge_id = work.connection, new_id()
    before = {name: [getattr(kept, name), plain(value)] for name, value in filled.items()}
    connection.execute(
        insert(AccountMerge).values(
            workspace_id=workspace_id,
            id=merge_id,
            kept_id=kept.id,
            merged_id=merged.id,
            state=MERGED,
            filled=json.dumps(before),
            archived_before=merged.archived_at,
            by_id=by_id,
            at=now,
        )
    )
    moved = 0
    for each in references():
        rows = select(literal(workspace_id), literal(merge_id), literal(each.name), each.table.c.id).where(
            *pointing(each, workspace_id, merged.id)
        )
        columns = ["workspace_id", "merge_id", "reference", "row_id"]
        if connection.execute(insert(AccountMergeMove).from_select(columns, rows)).rowcount:
            moved += connection.execute(
                update(each.table).where(*pointing(each, workspace_id, merged.id)).values({each.column.name: kept.id})
            ).rowcount
    merged_words.find_by(work, workspace_id, merge_id, kept.name, _worded())
    _change(work, workspace_id, merged, {"archived_at": now, "merged_into_id": kept.id})
    _change(work, workspace_id, kept, filled)
    review_threads.touched(work, workspace_id, {kept.id, merged.id})
    return merge_id, moved


def undo(work: UnitOfWork, found: AccountMerge, by_id: int, now: datetime) -> tuple[int, tuple[str, ...]]:
    """Take one merge back: rows that moved with it and still stand where it put them, and what the account got.

    Gives how many rows went back, and the columns that somebody changed since, which stay as they are.
    """
    connection, workspace_id = work.connection, WorkspaceId(found.workspace_id)
    accounts = lock_accounts(work, workspace_id, (found.kept_id, found.merged_id))
    kept, merged = accounts[found.kept_id], accounts[found.merged_id]
    back = 0
    for each in references():
        moved = select(col(AccountMergeMove.row_id)).where(
            col(AccountMergeMove.workspace_id) == workspace_id,
            col(AccountMergeMove.merge_id) == found.id,
            col(AccountMergeMove.reference) == each.name,
        )
        back += connection.execute(
            update(each.table)
            .where(*pointing(each, workspace_id, kept.id), each.table.c.id.in_(moved))
            .values({each.column.name: merged.id})
        ).rowcount
    merged_words.find_as_before(work, workspace_id, found.id, kept.name, _worded())
    filled: dict[str, list[Any]] = json.loads(found.filled)
    restored = {name: before for name, (before, after) in filled.items() if plain(getattr(kept, name)) == after}
    _change(work, workspace_id, merged, {"archived_at": found.archived_before, "merged_into_id": None})
    _change(work, workspace_id, kept, restored)
    connection.execute(
        update(AccountMerge)
        .where(col(AccountMerge.workspace_id) == workspace_id, col(AccountMerge.id) == found.id)
        .values(state=UNDONE, undone_by_id=by_id, undone_at=now)
    )
    connection.execute(
        delete(AccountMergeMove).where(
            col(AccountMergeMove.workspace_id) == workspace_id, col(AccountMergeMove.merge_id) == found.id
        )
    )
    review_threads.touched(work, workspace_id, {kept.id, merged.id})
    return back, tuple(sorted(filled.keys() - restored.keys()))


def plain(value: object) -> object:
    """A column's value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value


def lock_merge(work: UnitOfWork, workspace_id: WorkspaceId, merge_id: int) -> AccountMerge:
    """A merge as it stands, kept from others. Raises NoResultFound."""
    with Session(work.connection) as session:
        return session.get_one(AccountMerge, (workspace_id, merge_id), with_for_update=True)


def later_merge(connection: Connection, workspace_id: WorkspaceId, found: AccountMerge) -> AccountMerge | None:
    """The latest merge after this one that stands and has to do with either account: it is to be undone first."""
    both = (found.kept_id, found.merged_id)
    with Session(connection) as session:
        return session.scalars(
            select(AccountMerge)
            .where(
                col(AccountMerge.workspace_id) == workspace_id,
                col(AccountMerge.state) == MERGED,
                col(AccountMerge.id) > found.id,
                col(AccountMerge.kept_id).in_(both) | col(AccountMerge.merged_id).in_(both),
            )
            .order_by(col(AccountMerge.id).desc())
            .limit(1)
        ).one_or_none()


def list_merges(connection: Connection, workspace_id: WorkspaceId, *, limit: int) -> list[MergeRow]:
    """Merges that stand, the latest first."""
    kept, merged = aliased(Account), aliased(Account)
    rows = connection.execute(
        select(col(AccountMerge.id), col(kept.name), col(merged.name), col(Member.slack_user_id), col(AccountMerge.at))
        .join(kept, (col(kept.workspace_id) == workspace_id) & (col(kept.id) == col(AccountMerge.kept_id)))
        .join(merged, (col(merged.workspace_id) == workspace_id) & (col(merged.id) == col(AccountMerge.merged_id)))
        .join(Member, (col(Member.workspace_id) == workspace_id) & (col(Member.id) == col(AccountMerge.by_id)))
        .where(col(AccountMerge.workspace_id) == workspace_id, col(AccountMerge.state) == MERGED)
        .order_by(col(AccountMerge.id).desc())
        .limit(limit)
    )
    return [MergeRow(*row) for row in rows]


def say_apart(work: UnitOfWork, workspace_id: WorkspaceId, first: int, second: int, by_id: int, now: datetime) -> None:
    """Keep that two accounts are two companies."""
    work.connection.execute(
        insert(AccountMerge).values(
            workspace_id=workspace_id,
            id=new_id(),
            kept_id=min(first, second),
            merged_id=max(first, second),
            state=APART,
            filled="{}",
            by_id=by_id,
            at=now,
        )
    )


def pairs_apart(connection: Connection, workspace_id: WorkspaceId) -> set[tuple[int, int]]:
    """Pairs that somebody said to be two companies, the lower id first."""
    rows = connection.execute(
        select(col(AccountMerge.kept_id), col(AccountMerge.merged_id)).where(
            col(AccountMerge.workspace_id) == workspace_id, col(AccountMerge.state) == APART
        )
    )
    return {(row[0], row[1]) for row in rows}


def list_keys(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[int, str]]:
    """Id and key of every account that stands."""
    rows = connection.execute(
        select(col(Account.id), col(Account.name_key)).where(
            col(Account.workspace_id) == workspace_id, col(Account.archived_at).is_(None)
        )
    )
    return [(row[0], row[1]) for row in rows]


def other_names(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> list[str]:
    """The names of accounts that were merged into this one."""
    rows = connection.execute(
        select(col(Account.name))
        .where(col(Account.workspace_id) == workspace_id, col(Account.merged_into_id) == account_id)
        .order_by(col(Account.name))
    )
    return [row[0] for row in rows]


def _worded() -> dict[str, Table]:
    """By the name of their reference, the tables that are searched by their words."""
    return {each.name: each.table for each in references() if "search_text" in each.table.c}


def pointing(each: Reference, workspace_id: WorkspaceId, account_id: int) -> list[ColumnElement[bool]]:
    """What is true of the rows by which ``each`` points to an account."""
    wanted = [each.table.c.workspace_id == workspace_id, each.column == account_id]
    return [*wanted, each.table.c.subject_kind == _KIND] if each.is_subject else wanted


def _change(work: UnitOfWork, workspace_id: WorkspaceId, account: Account, changes: Mapping[str, object]) -> None:
    work.connection.execute(
        update(Account)
        .where(col(Account.workspace_id) == workspace_id, col(Account.id) == account.id)
        .values({**changes, "version": account.version + 1})
    )
