"""The watch over every test's statements sees a forgotten workspace, and lets the others through."""

import pytest
from sqlalchemy import Executable, delete, select, text, update
from sqlmodel import SQLModel, col

from storage.tables import Objection, OutboxMessage
from tests.scoping import unscoped

other = SQLModel.metadata.tables["accounts"]
alias = other.alias("parent")


@pytest.mark.parametrize(
    "statement",
    [
        select(Objection),
        select(Objection).where(col(Objection.id) == 1),
        select(Objection, OutboxMessage).where(col(Objection.workspace_id) == 1),
        select(col(Objection.id)).join(other, other.c.id == Objection.account_id).where(other.c.workspace_id == 1),
        update(Objection).values(version=2).where(col(Objection.id) == 1),
        select(alias).where(alias.c.id == 1),
        select(col(Objection.id)).where(
            col(Objection.workspace_id) == 1, col(Objection.account_id).in_(select(other.c.id))
        ),
        delete(Objection),
        text("SELECT id FROM objections WHERE id = 1"),
    ],
    ids=["all", "by id", "one of two", "join by id alone", "update", "alias", "subquery", "delete", "text"],
)
def test_a_forgotten_workspace_is_seen(statement: Executable) -> None:
    """On Core, on the ORM and in plain text."""
    assert unscoped(statement)


@pytest.mark.parametrize(
    "statement",
    [
        select(Objection).where(col(Objection.workspace_id) == 1),
        select(Objection)
        .join(other, (other.c.id == Objection.account_id) & (other.c.workspace_id == Objection.workspace_id))
        .where(col(Objection.workspace_id) == 1),
        select(alias).where(alias.c.workspace_id == 1),
        update(Objection).values(version=2).where(col(Objection.workspace_id) == 1, col(Objection.id) == 1),
        select(OutboxMessage).execution_options(all_workspaces="delivery serves every workspace"),
        text("SELECT id FROM objections WHERE workspace_id = :workspace"),
        text("SELECT 1"),
    ],
    ids=["scoped", "joined on both keys", "alias", "update", "says that it serves all", "text", "no table"],
)
def test_a_named_workspace_is_let_through(statement: Executable) -> None:
    """Joined tables are tied by their composite keys."""
    assert not unscoped(statement)
