"""Objections: storing, changing and asking about them. Withdrawn ones are found only by their ids."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, TextClause, bindparam, case, func, select, text, update
from sqlmodel import Session, col

from domain.taxonomy import Worked
from domain.values import frozen
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.prepared import Prepared
from storage.search import postgresql_query, sqlite_match
from storage.tables import Account, Objection

_KIND: Final = "objection"


@frozen
class PastArgument:
    """An argument that somebody used on a theme, and whether it worked."""

    argument: str
    worked: str | None
    account_name: str | None


@frozen
class FoundObjection:
    """One line of a list: what was said, where, by whom and when."""

    id: int
    quote: str
    theme: str | None
    account_name: str | None
    argument: str | None
    worked: str | None
    ask: str
    logged_by_id: int
    logged_at: datetime


def get_objection(connection: Connection, workspace_id: WorkspaceId, objection_id: int) -> Objection:
    """An objection, withdrawn or not. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(Objection, (workspace_id, objection_id))


def get_objections(
    connection: Connection, workspace_id: WorkspaceId, objection_ids: Collection[int]
) -> dict[int, Objection]:
    """Objections by id, withdrawn ones too: all of ``objection_ids`` in one question."""
    with Session(connection) as session:
        found = session.scalars(
            select(Objection).where(
                col(Objection.workspace_id) == workspace_id, col(Objection.id).in_(list(objection_ids))
            )
        )
        return {objection.id: objection for objection in found}


def change_objection(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    objection_id: int,
    changes: Mapping[str, Any],
    *,
    expected_version: int,
    now: datetime,
) -> int:
    """Write ``changes`` and give the new version. Raises `StaleVersionError` when it changed since it was read."""
    done = work.connection.execute(
        update(Objection)
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.id) == objection_id,
            col(Objection.version) == expected_version,
        )
        .values({**changes, "version": expected_version + 1, "updated_at": now})
    )
    if done.rowcount != 1:
        raise StaleVersionError(_KIND, objection_id)
    return expected_version + 1


def arguments_on(
    connection: Connection, workspace_id: WorkspaceId, theme: str, *, but: int, limit: int = 3
) -> list[PastArgument]:
    """What was argued before on ``theme``: what worked first, then the newest. ``but`` is left out."""
    rows = ARGUMENTS.all(connection, {"workspace": workspace_id, "theme": theme, "but": but, "most": limit})
    return [PastArgument(row[0] or "", row[1], row[2]) for row in rows]


def with_words(connection: Connection, workspace_id: WorkspaceId, query: str) -> TextClause | None:
    """The condition for objections with all words of ``query`` (either language's stem); nothing without words."""
    is_sqlite = connection.dialect.name == "sqlite"
    match = (sqlite_match if is_sqlite else postgresql_query)(workspace_id, query)
    return None if match is None else matching(connection, match)


def matching(connection: Connection, match: str) -> TextClause:
    """The condition for objections whose indexed words ``match``, as this database's index is asked."""
    if connection.dialect.name == "sqlite":
        condition = "objections.id IN (SELECT rowid FROM objection_words WHERE objection_words MATCH :match)"
    else:
        condition = (
            "to_tsvector('simple', 'ws' || objections.workspace_id || ' ' || objections.search_text)"
            " @@ to_tsquery('simple', :match)"
        )
    return text(condition).bindparams(match=match)


def search_objections(
    connection: Connection, workspace_id: WorkspaceId, query: str, *, limit: int, themes: Collection[str] = ()
) -> list[FoundObjection]:
    """Objections with all words of ``query`` (either language's stem) or on one of ``themes``, newest first.

    Empty without words.
    """
    condition = with_words(connection, workspace_id, query)
    if condition is None:
        return []
    found = _found(connection, _listing(workspace_id).where(condition).limit(limit))
    if themes:
        # Two queries that each stop at the limit: one OR over both would gather and sort all that match.
        on_theme = _listing(workspace_id).where(col(Objection.theme).in_(themes)).limit(limit)
        each = {item.id: item for item in [*found, *_found(connection, on_theme)]}
        found = sorted(each.values(), key=lambda item: (item.logged_at, item.id), reverse=True)[:limit]
    return found


def list_mine(connection: Connection, workspace_id: WorkspaceId, member_id: int, *, limit: int) -> list[FoundObjection]:
    """What this person logged, newest first."""
    return _found(connection, _listing(workspace_id).where(col(Objection.logged_by_id) == member_id).limit(limit))


def theme_counts(
    connection: Connection, workspace_id: WorkspaceId, since: datetime, until: datetime
) -> dict[str | None, int]:
    """How many objections of each theme were logged from ``since`` up to ``until``."""
    rows = connection.execute(
        select(col(Objection.theme), func.count())
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.logged_at) >= since,
            col(Objection.logged_at) < until,
            col(Objection.withdrawn_at).is_(None),
        )
        .group_by(col(Objection.theme))
    )
    return {row[0]: row[1] for row in rows}


def _arguments() -> Select[*tuple[Any, ...]]:
    return (
        select(col(Objection.argument), col(Objection.worked), col(Account.name))
        .join(
            Account,
            its_account(Objection, bindparam("workspace")),
            isouter=True,
        )
        .where(
            col(Objection.workspace_id) == bindparam("workspace"),
            col(Objection.theme) == bindparam("theme"),
            col(Objection.id) != bindparam("but"),
            text("objections.argument IS NOT NULL AND objections.withdrawn_at IS NULL"),
        )
        .order_by(case((col(Objection.worked) == Worked.YES.value, 0), else_=1), col(Objection.logged_at).desc())
        .limit(bindparam("most"))
    )


#: Asked with every capture.
ARGUMENTS = Prepared(_arguments)


def _listing(workspace_id: WorkspaceId) -> Select[*tuple[Any, ...]]:
    return (
        select(
            col(Objection.id),
            col(Objection.quote),
            col(Objection.theme),
            account_name(Objection),
            col(Objection.argument),
            col(Objection.worked),
            col(Objection.ask),
            col(Objection.logged_by_id),
            col(Objection.logged_at),
        )
        .join(
            Account,
            its_account(Objection, workspace_id),
            isouter=True,
        )
        .where(col(Objection.workspace_id) == workspace_id, col(Objection.withdrawn_at).is_(None))
        .order_by(col(Objection.logged_at).desc(), col(Objection.id).desc())
    )


def _found(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[FoundObjection]:
    return [FoundObjection(*row) for row in connection.execute(query)]
