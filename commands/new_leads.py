"""A lead that somebody names while they rate it or note what it objected, and that is not here yet."""

from datetime import datetime
from typing import Final

from commands.acts import note_act
from commands.context import Actor
from commands.members import only_members
from domain.names import fold, name_key
from storage import accounts, handoffs, leads, locks
from storage.database import UnitOfWork
from storage.ids import new_id
from storage.tables import Lead

SUBJECT: Final = "lead"
#: So many leads of one company are looked through.
_ALIKE: Final = 50


def lead_named(work: UnitOfWork, actor: Actor, name: str, now: datetime) -> int:
    """The id of the lead called ``name`` ("Norte" or "Norte, Laura Pérez"); made when there is none.

    It counts as given to sales now, from a source that nobody named. Raises NotAMemberError: guests make no records.
    """
    only_members(work.connection, actor)
    company, _, contact = (part.strip() for part in name.partition(","))
    company, contact = company or contact, contact if company else ""
    locks.one_of_a_name(work, actor.workspace_id, name_key(company))
    for found in leads.search_leads(work.connection, actor.workspace_id, company, limit=_ALIKE):
        if name_key(found.company or "") == name_key(company) and fold(found.name or "") == fold(contact):
            return found.id
    lead_id = new_id()
    handoffs.add_lead(
        work,
        Lead(
            workspace_id=actor.workspace_id,
            id=lead_id,
            external_id=f"lazo-{lead_id}",
            company=company,
            name=contact or None,
            mql_at=now,
            account_id=accounts.account_id_of(work.connection, actor.workspace_id, company),
            created_at=now,
            updated_at=now,
        ),
    )
    note_act(work, actor, "lead_created", (SUBJECT, lead_id), now, {"name": name})
    return lead_id
