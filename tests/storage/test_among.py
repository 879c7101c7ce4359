"""Rows of many ids."""

from typing import Any

from sqlalchemy import event, text
from sqlmodel import col, select

from storage.among import among
from storage.database import Database
from storage.tables import Member
from tests.storage.rows import Team


def test_rows_of_many_ids_are_found_and_of_none_none(database: Database) -> None:
    team = Team.new(database)
    ids = [team.member(f"U{n}") for n in range(5)]
    with database.read() as connection:
        for wanted in (ids[1:4], []):
            asked = select(col(Member.id)).where(among(col(Member.id), wanted)).order_by(col(Member.id))
            found = connection.execute(asked.where(col(Member.workspace_id) == team.id)).scalars().all()
            assert found == wanted


def test_they_are_looked_up_and_not_compared_with_every_row(database: Database) -> None:
    """SQLAlchemy writes "= 1" behind what it takes for a truth value on SQLite, and then no index helps."""
    asked = select(col(Member.id)).where(col(Member.workspace_id) == 1, among(col(Member.id), [1, 2]))
    with database.write() as work:
        if not database.is_sqlite:
            work.connection.execute(text("SET LOCAL enable_seqscan = off"))

        @event.listens_for(work.connection, "before_cursor_execute", retval=True)
        def explained(*sent: Any) -> tuple[str, Any]:  # noqa: ANN401 - SQLAlchemy's own
            _connection, _cursor, statement, values, *_rest = sent
            return f"EXPLAIN {'QUERY PLAN ' if database.is_sqlite else ''}{statement}", values

        plan = " ".join(str(row) for row in work.connection.execute(asked).cursor.fetchall())
    assert ("(workspace_id=? AND id=?)" if database.is_sqlite else "id = ANY") in plan
