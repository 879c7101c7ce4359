"""What was written under an account while it was merged: whoever logs reads first which account a name means.

A merge that is done between that and the row moves what it finds, and finds this row not yet: it follows late.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlmodel import col

from storage import merges, review_threads
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.search import index_text
from storage.tables import AccountMerge, AccountMergeMove
from storage.upsert import upsert


def list_left(connection: Connection, since: datetime) -> list[tuple[WorkspaceId, int]]:
    """Merges of all workspaces that stand, were done from ``since`` on (business time) and have rows to `follow`."""
    rows = connection.execute(
        select(col(AccountMerge.workspace_id), col(AccountMerge.id), col(AccountMerge.merged_id))
        .where(col(AccountMerge.state) == merges.MERGED, col(AccountMerge.at) >= since)
        .order_by(col(AccountMerge.id))
        .execution_options(all_workspaces="what was merged lately is looked at again for all")
    )
    found = [(WorkspaceId(row[0]), row[1], row[2]) for row in rows.all()]
    return [(each, merge_id) for each, merge_id, gone in found if merges.count_pointing(connection, each, gone)]


def follow(work: UnitOfWork, workspace_id: WorkspaceId, merge_id: int) -> int:
    """Point what still points to the merged account to the one it is now, as part of the merge; gives how many rows."""
    found = merges.lock_merge(work, workspace_id, merge_id)
    # Whoever has written such a row and not committed it holds the account: it is waited for.
    kept = merges.lock_accounts(work, workspace_id, (found.kept_id, found.merged_id))[found.kept_id]
    left = merges.count_pointing(work.connection, workspace_id, found.merged_id)
    if found.state != merges.MERGED or not left:
        return 0
    moved = sum(_move(work, found, each, kept.name) for each in merges.references() if each.name in left)
    review_threads.touched(work, workspace_id, {found.kept_id, found.merged_id})
    return moved


def _move(work: UnitOfWork, found: AccountMerge, reference: merges.Reference, name: str) -> int:
    """Move the rows of one reference and note each for an undo; ``name`` is the kept account's."""
    table, connection = reference.table, work.connection
    workspace_id = WorkspaceId(found.workspace_id)
    late = list(
        connection.scalars(select(table.c.id).where(*merges.pointing(reference, workspace_id, found.merged_id)))
    )
    noted = {"workspace_id": workspace_id, "merge_id": found.id, "reference": reference.name}
    rows = [{**noted, "row_id": each} for each in late]
    if not rows:
        return 0
    connection.execute(upsert(connection, AccountMergeMove).values(rows).on_conflict_do_nothing())
    changes: dict[str, Any] = {reference.column.name: found.kept_id}
    if "search_text" in table.c:
        changes["search_text"] = f"{index_text(name)} " + table.c.search_text
    connection.execute(update(table).where(table.c.workspace_id == workspace_id, table.c.id.in_(late)).values(changes))
    return len(late)
