"""Which lead somebody means: by the name of its company or person, as it was typed. Reads only."""

from typing import Final

from sqlalchemy import Connection

from commands import blocks
from commands.context import Actor, Services
from commands.named import Named
from domain.names import fold, name_key
from domain.values import frozen
from storage import handoffs, leads
from storage.ids import WorkspaceId
from storage.leads import FoundLead

#: So many leads of one company are looked through.
_ALIKE: Final = 50
_SHOWN_NAME: Final = 40


@frozen
class Meant:
    """``lead`` when one alone goes by the ``name``; ``near`` when one alone begins so, or has the actor for its owner.

    ``count`` is how many there are.
    """

    name: str
    lead: FoundLead | None = None
    near: FoundLead | None = None
    count: int = 0


def lead_called(services: Services, actor: Actor, name: str) -> Meant:
    """The lead that goes by ``name``: its company, its person, both ("Norte, Laura Pérez") or its id elsewhere."""
    with services.database.read() as connection:
        exact = leads_called(connection, actor.workspace_id, name)
        if len(exact) == 1:
            return Meant(name, lead=exact[0], count=1)
        if exact:
            held = handoffs.leads_held_by(connection, actor.workspace_id, actor.member_id, {lead.id for lead in exact})
            # Of several, who rates means the one on their desk: proposed, not taken for it.
            own = [lead for lead in exact if lead.id in held]
            return Meant(name, near=own[0] if len(own) == 1 else None, count=len(exact))
        near = leads.search_leads(connection, actor.workspace_id, name, limit=2)
    return Meant(name, near=near[0] if len(near) == 1 else None, count=len(near))


def leads_called(connection: Connection, workspace_id: WorkspaceId, name: str) -> list[FoundLead]:
    """All leads that go by ``name`` exactly, whatever its accents, capitals and legal form."""
    company, comma, contact = name.partition(",")
    if comma and contact.strip():
        return [
            lead
            for lead in _called(connection, workspace_id, company.strip())
            if fold(lead.name or "") == fold(contact.strip())
        ]
    return _called(connection, workspace_id, name)


def _called(connection: Connection, workspace_id: WorkspaceId, name: str) -> list[FoundLead]:
    key, folded = name_key(name), fold(name)
    found: dict[int, FoundLead] = {}
    # By its key and its first word too: with another legal form or spelling it is the same company.
    for typed in dict.fromkeys((name, key, name.split(" ", maxsplit=1)[0])):
        for lead in leads.search_leads(connection, workspace_id, typed, limit=_ALIKE):
            found[lead.id] = lead
    return [
        lead
        for lead in found.values()
        if (key and name_key(lead.company or "") == key)
        or folded in {fold(lead.name or ""), fold(lead.email or ""), fold(label_of(lead))}
    ]


def label_of(lead: FoundLead) -> str:
    """A lead as a menu shows it: its company and name, or what there is."""
    named = [blocks.one_line(part, _SHOWN_NAME) for part in (lead.company, lead.name) if part and part.strip()]
    return " · ".join(named) or lead.email or lead.source or str(lead.id)


def chosen(lead: FoundLead | None) -> Named | None:
    """A lead as the menu of the form takes it."""
    return None if lead is None else Named(label_of(lead), lead.id)
