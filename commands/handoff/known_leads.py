"""Whether a lead that somebody types is known already: the same person of the same company is the same lead."""

from typing import Final

from sqlalchemy import Connection

from domain.names import fold, name_key
from storage import leads
from storage.ids import WorkspaceId
from storage.tables import Lead

#: So many leads of one company are looked through for the person.
_ALIKE: Final = 50


def known_lead(
    connection: Connection, workspace_id: WorkspaceId, company: str, contact: str | None, email: str | None
) -> Lead | None:
    """The lead that is meant; nothing when the company alone is named, or the person is somebody else."""
    if not company or not (email or contact):
        return None
    # By its key: with another legal form or spelling it is the same company.
    alike = leads.search_leads(connection, workspace_id, name_key(company), limit=_ALIKE)
    alike += leads.search_leads(connection, workspace_id, company, limit=_ALIKE)
    for found in alike:
        lead = leads.get_lead(connection, workspace_id, found.id)
        if name_key(lead.company or "") == name_key(company) and _same_person(lead, contact, email):
            return lead
    return None


def _same_person(lead: Lead, contact: str | None, email: str | None) -> bool:
    if email and lead.email:
        return fold(email) == fold(lead.email)
    return bool(contact and lead.name) and fold(contact or "") == fold(lead.name or "")
