"""The words by which records are found, after their account was merged into another and when that is undone."""

from collections.abc import Iterator, Mapping

from sqlalchemy import ColumnElement, Table, func, select, update
from sqlmodel import col

from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.search import index_text
from storage.tables import AccountMergeMove


def find_by(work: UnitOfWork, workspace_id: WorkspaceId, merge_id: int, name: str, tables: Mapping[str, Table]) -> None:
    """What moved with a merge is found by ``name`` from now on, and by its old account's name still.

    ``tables`` have a ``search_text``, by the name of the reference that moved.
    """
    stems = f"{index_text(name)} "
    for table, moved in _moved(workspace_id, merge_id, tables):
        work.connection.execute(update(table).where(*moved).values(search_text=stems + table.c.search_text))


def find_as_before(
    work: UnitOfWork, workspace_id: WorkspaceId, merge_id: int, name: str, tables: Mapping[str, Table]
) -> None:
    """Take the words away that `find_by` put in front, where they still stand there."""
    stems = f"{index_text(name)} "
    for table, moved in _moved(workspace_id, merge_id, tables):
        words = table.c.search_text
        in_front = func.substr(words, 1, len(stems)) == stems
        without = func.substr(words, len(stems) + 1)
        work.connection.execute(update(table).where(*moved, in_front).values(search_text=without))


def _moved(
    workspace_id: WorkspaceId, merge_id: int, tables: Mapping[str, Table]
) -> Iterator[tuple[Table, list[ColumnElement[bool]]]]:
    for reference, table in tables.items():
        ids = select(col(AccountMergeMove.row_id)).where(
            col(AccountMergeMove.workspace_id) == workspace_id,
            col(AccountMergeMove.merge_id) == merge_id,
            col(AccountMergeMove.reference) == reference,
        )
        yield table, [table.c.workspace_id == workspace_id, table.c.id.in_(ids)]
