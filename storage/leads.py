"""Leads: found by the first letters of their company or name, while somebody types."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, select, union_all, update
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from domain.names import name_key
from storage import accounts
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.tables import Lead

#: So many companies that begin alike are looked for under the spelling of their account.
_COMPANIES: Final = 20
#: So many that begin alike are looked at: who finds more types on.
_LOOKED_AT: Final = 100
_LAST: Final = 0x10FFFF


@dataclass(frozen=True, slots=True)
class FoundLead:
    """A lead as a menu shows it."""

    id: int
    name: str | None
    company: str | None
    email: str | None
    source: str
    mql_at: datetime


def get_lead(connection: Connection, workspace_id: WorkspaceId, lead_id: int) -> Lead:
    """A lead by id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(Lead, (workspace_id, lead_id))


def find_lead(connection: Connection, workspace_id: WorkspaceId, lead_id: int) -> Lead | None:
    """A lead by id, if there is one."""
    with Session(connection) as session:
        return session.get(Lead, (workspace_id, lead_id))


def search_leads(connection: Connection, workspace_id: WorkspaceId, typed: str, *, limit: int = 20) -> list[FoundLead]:
    """Leads whose company, name or external id begins with ``typed``, of those found the latest MQLs first.

    Found in ranges of indexes, as typed and in the usual capitals; a company that has an account also without accents.
    """
    start = typed.strip()
    if not start:
        return []
    key = name_key(start)
    known = accounts.list_names_beginning(connection, workspace_id, key, limit=_COMPANIES) if key else []
    wanted = [
        _begins(column, spelling)
        for column in (col(Lead.company), col(Lead.name), col(Lead.external_id))
        for spelling in dict.fromkeys((start, start.lower(), start.upper(), start.capitalize(), start.title()))
    ]
    if known:
        wanted.append(col(Lead.company).in_([name for _id, name in known]))
    parts = union_all(*(select(_some(workspace_id, each).subquery()) for each in wanted)).subquery()
    rows = connection.execute(select(parts).order_by(parts.c.mql_at.desc(), parts.c.id.desc()))
    found = {row.id: FoundLead(*row) for row in rows}
    return list(found.values())[:limit]


def _some(workspace_id: WorkspaceId, which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    # In no order: asked for the latest, SQLite reads them all by their date.
    columns = (Lead.id, Lead.name, Lead.company, Lead.email, Lead.source, Lead.mql_at)
    return (
        select(*(col(each) for each in columns)).where(col(Lead.workspace_id) == workspace_id, which).limit(_LOOKED_AT)
    )


def _begins(column: Mapped[Any], start: str) -> ColumnElement[bool]:
    """``column`` begins with ``start``, as a range that an index serves."""
    return (column >= start) & (column < _after(start))


def _after(start: str) -> str:
    """The first text after all that begin with ``start``: its last letter's next one, which holds in any collation."""
    following = chr(min(ord(start[-1]) + 1, _LAST))
    return start[:-1] + (following if following.isprintable() else chr(_LAST))


def change_lead(
    work: UnitOfWork, workspace_id: WorkspaceId, lead_id: int, changes: Mapping[str, object], now: datetime
) -> None:
    """Write what somebody corrected about a lead."""
    work.connection.execute(
        update(Lead)
        .where(col(Lead.workspace_id) == workspace_id, col(Lead.id) == lead_id)
        .values({**changes, "updated_at": now, "version": col(Lead.version) + 1})
    )
