"""Leads: found by the first letters of their company or name, while somebody types."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select, update
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from domain.names import name_key
from domain.values import frozen
from storage import accounts
from storage.beginnings import after, spellings
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.prepared import Prepared
from storage.tables import Lead

#: So many companies that begin alike are looked for under the spelling of their account.
_COMPANIES: Final = 20
#: So many that begin alike are looked at: who finds more types on.
_LOOKED_AT: Final = 100


@frozen
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
    ranges = [(spelling, after(spelling)) for spelling in spellings(start)]
    found: dict[int, FoundLead] = {}
    for beginning in (BY_COMPANY, BY_NAME, BY_EXTERNAL_ID):
        for first, end in ranges:
            given = {"workspace": workspace_id, "start": first, "end": end, "most": _LOOKED_AT}
            found.update((row[0], FoundLead(*row)) for row in beginning.all(connection, given))
    for _id, name in known:
        given = {"workspace": workspace_id, "company": name, "most": _LOOKED_AT}
        found.update((row[0], FoundLead(*row)) for row in OF_A_COMPANY.all(connection, given))
    return sorted(found.values(), key=lambda lead: (lead.mql_at, lead.id), reverse=True)[:limit]


def _some(which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    # In no order: asked for the latest, SQLite reads them all by their date.
    columns = (Lead.id, Lead.name, Lead.company, Lead.email, Lead.source, Lead.mql_at)
    return (
        select(*(col(each) for each in columns))
        .where(col(Lead.workspace_id) == bindparam("workspace"), which)
        .limit(bindparam("most"))
    )


def _beginning(column: Mapped[Any]) -> Select[*tuple[Any, ...]]:
    """``column`` begins so, as a range that an index serves."""
    return _some((column >= bindparam("start")) & (column < bindparam("end")))


#: Asked with every letter that somebody types, each in several spellings.
BY_COMPANY = Prepared(lambda: _beginning(col(Lead.company)))
BY_NAME = Prepared(lambda: _beginning(col(Lead.name)))
BY_EXTERNAL_ID = Prepared(lambda: _beginning(col(Lead.external_id)))
OF_A_COMPANY = Prepared(lambda: _some(col(Lead.company) == bindparam("company")))


def change_lead(
    work: UnitOfWork, workspace_id: WorkspaceId, lead_id: int, changes: Mapping[str, object], now: datetime
) -> None:
    """Write what somebody corrected about a lead."""
    work.connection.execute(
        update(Lead)
        .where(col(Lead.workspace_id) == workspace_id, col(Lead.id) == lead_id)
        .values({**changes, "updated_at": now, "version": col(Lead.version) + 1})
    )
