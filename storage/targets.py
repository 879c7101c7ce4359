"""The quarter's lists of target accounts: what stands on them, what is proposed, and who said what.

Nothing here commits. A row of an account that was merged meanwhile is the kept account's.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Session, col

from domain.target_list import MINUTES_AN_ACCOUNT, Quarter, Side
from domain.values import frozen
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.tables import Account, TargetEntry, TargetList, TargetVoice


@frozen
class Entry:
    """An account on a list (``on_at``) or proposed for it; owners are our ids of members."""

    id: int
    account_id: int
    name: str
    tier: int | None
    sales_owner_id: int | None
    marketing_owner_id: int | None
    is_carried: bool
    proposed_by_id: int
    on_at: datetime | None


@frozen
class Dropped:
    """An account that is no longer on the list, or never came onto it; ``was_carried``: it was on the one before."""

    name: str
    was_on: bool
    by_id: int | None
    at: datetime
    reason: str | None
    was_carried: bool


def find_list(connection: Connection, workspace_id: WorkspaceId, quarter: Quarter) -> TargetList | None:
    """The list of a quarter."""
    with Session(connection) as session:
        return session.scalars(
            select(TargetList).where(
                col(TargetList.workspace_id) == workspace_id, col(TargetList.quarter) == str(quarter)
            )
        ).one_or_none()


def get_list(connection: Connection, workspace_id: WorkspaceId, list_id: int) -> TargetList:
    """A list by id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(TargetList, (workspace_id, list_id))


def add_list(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    quarter: Quarter,
    by_id: int,
    now: datetime,
    *,
    like: TargetList | None = None,
) -> TargetList:
    """A new list, with the owners and minutes of the one before (``like``)."""
    row = {
        "workspace_id": workspace_id,
        "id": new_id(),
        "quarter": str(quarter),
        "sales_owner_id": like.sales_owner_id if like else None,
        "marketing_owner_id": like.marketing_owner_id if like else None,
        "minutes": like.minutes if like else MINUTES_AN_ACCOUNT,
        "created_at": now,
        "created_by_id": by_id,
        "version": 1,
    }
    work.connection.execute(insert(TargetList), row)
    return get_list(work.connection, workspace_id, int(str(row["id"])))


def change_list(work: UnitOfWork, before: TargetList, changes: Mapping[str, Any]) -> None:
    """Write ``changes`` over a list. Raises `StaleVersionError` when it changed since it was read."""
    done = work.connection.execute(
        update(TargetList)
        .where(
            col(TargetList.workspace_id) == before.workspace_id,
            col(TargetList.id) == before.id,
            col(TargetList.version) == before.version,
        )
        .values({**changes, "version": before.version + 1})
    )
    if done.rowcount != 1:
        kind = "target_list"
        raise StaleVersionError(kind, before.id)


def entries(connection: Connection, workspace_id: WorkspaceId, list_id: int) -> list[Entry]:
    """What stands on a list or is proposed for it, by name; an account once, however often it was merged into."""
    rows = connection.execute(
        select(
            col(TargetEntry.id),
            col(TargetEntry.account_id),
            col(Account.name),
            col(Account.tier),
            col(Account.sales_owner_id),
            col(Account.marketing_owner_id),
            col(TargetEntry.is_carried),
            col(TargetEntry.proposed_by_id),
            col(TargetEntry.on_at),
        )
        .join(
            Account,
            (col(Account.workspace_id) == workspace_id) & (col(Account.id) == col(TargetEntry.account_id)),
        )
        .where(
            col(TargetEntry.workspace_id) == workspace_id,
            col(TargetEntry.list_id) == list_id,
            col(TargetEntry.ended_at).is_(None),
        )
        # What is on the list comes before what is proposed, so that it is the one that is kept of two.
        .order_by(col(TargetEntry.on_at).is_(None), col(TargetEntry.id))
    )
    found: dict[int, Entry] = {}
    for row in rows:
        found.setdefault(row[1], Entry(*row))
    return sorted(found.values(), key=lambda entry: (entry.name.casefold(), entry.id))


def dropped(connection: Connection, workspace_id: WorkspaceId, list_id: int) -> list[Dropped]:
    """What was dropped from a list or not kept, the latest first."""
    rows = connection.execute(
        select(
            col(Account.name),
            col(TargetEntry.on_at).is_not(None),
            col(TargetEntry.ended_by_id),
            col(TargetEntry.ended_at),
            col(TargetEntry.reason),
            col(TargetEntry.is_carried),
        )
        .join(
            Account,
            (col(Account.workspace_id) == workspace_id) & (col(Account.id) == col(TargetEntry.account_id)),
        )
        .where(
            col(TargetEntry.workspace_id) == workspace_id,
            col(TargetEntry.list_id) == list_id,
            col(TargetEntry.ended_at).is_not(None),
        )
        .order_by(col(TargetEntry.ended_at).desc(), col(TargetEntry.id).desc())
    )
    return [Dropped(row[0], bool(row[1]), row[2], row[3], row[4], row[5]) for row in rows if row[3] is not None]


def add_entries(
    work: UnitOfWork,
    target: TargetList,
    account_ids: Sequence[int],
    by_id: int,
    now: datetime,
    *,
    is_carried: bool = False,
    dropped_for: str | None = None,
) -> None:
    """Propose accounts for a list; or, with a reason, note that they were not kept from the quarter before."""
    over = {"ended_at": now, "ended_by_id": by_id, "reason": dropped_for} if dropped_for is not None else {}
    empty = {"ended_at": None, "ended_by_id": None, "reason": None, "on_at": None}
    rows = [
        {
            "workspace_id": target.workspace_id,
            "id": new_id(),
            "list_id": target.id,
            "account_id": account_id,
            "is_carried": is_carried,
            "proposed_at": now,
            "proposed_by_id": by_id,
            **empty,
            **over,
        }
        for account_id in account_ids
    ]
    if rows:
        work.connection.execute(insert(TargetEntry), rows)


def put_on(work: UnitOfWork, target: TargetList, now: datetime) -> int:
    """What is proposed for a list is on it from now on; gives the number."""
    done = work.connection.execute(
        update(TargetEntry)
        .where(
            col(TargetEntry.workspace_id) == target.workspace_id,
            col(TargetEntry.list_id) == target.id,
            col(TargetEntry.on_at).is_(None),
            col(TargetEntry.ended_at).is_(None),
        )
        .values(on_at=now)
    )
    return int(done.rowcount)


def drop(
    work: UnitOfWork, target: TargetList, account_ids: Collection[int], by_id: int, now: datetime, reason: str
) -> int:
    """Take accounts off a list, or out of what is proposed for it; gives how many rows that were."""
    done = work.connection.execute(
        update(TargetEntry)
        .where(
            col(TargetEntry.workspace_id) == target.workspace_id,
            col(TargetEntry.list_id) == target.id,
            col(TargetEntry.account_id).in_(account_ids),
            col(TargetEntry.ended_at).is_(None),
        )
        .values(ended_at=now, ended_by_id=by_id, reason=reason)
    )
    return int(done.rowcount)


def add_voice(
    work: UnitOfWork,
    target: TargetList,
    member_id: int,
    side: Side,
    says: str,
    now: datetime,
    reason: str | None = None,
) -> None:
    """Note what an owner said."""
    row = {"workspace_id": target.workspace_id, "id": new_id(), "list_id": target.id, "member_id": member_id}
    said = {"side": side.value, "says": says, "reason": reason, "at": now}
    work.connection.execute(insert(TargetVoice), {**row, **said})


def voices(connection: Connection, workspace_id: WorkspaceId, list_id: int) -> list[TargetVoice]:
    """What the owners of a list said, the latest first."""
    with Session(connection) as session:
        return list(
            session.scalars(
                select(TargetVoice)
                .where(col(TargetVoice.workspace_id) == workspace_id, col(TargetVoice.list_id) == list_id)
                .order_by(col(TargetVoice.id).desc())
            )
        )


def tiers(connection: Connection, workspace_id: WorkspaceId) -> dict[int, list[int]]:
    """The accounts of each tier that stand."""
    rows = connection.execute(
        select(col(Account.tier), col(Account.id))
        .where(
            col(Account.workspace_id) == workspace_id,
            col(Account.tier).is_not(None),
            col(Account.archived_at).is_(None),
        )
        .order_by(col(Account.tier), col(Account.id))
    )
    found: dict[int, list[int]] = {}
    for tier, account_id in rows:
        found.setdefault(tier or 0, []).append(account_id)
    return found
