"""Composite foreign keys."""

from sqlalchemy import ForeignKeyConstraint


def points_to(table: str, column: str) -> ForeignKeyConstraint:
    """A foreign key on ``(workspace_id, column)``: rows can point only within their own workspace."""
    return ForeignKeyConstraint(
        ["workspace_id", column],
        [f"{table}.workspace_id", f"{table}.id"],
        name=f"fk_{column}_in_{table}",
    )
