"""From what somebody said of a lead to the use case: whose handle that is, and whether the lead is known already."""

from dataclasses import replace

from commands.context import Actor, Services
from commands.handoff import lists, offering
from commands.handoff.cards import HandoffCard
from commands.handoff.errors import UnknownOwnerError
from commands.handoff.form_views import fields_of
from commands.handoff.intents import NewLead, OfferHandoff
from commands.handoff.known_leads import known_lead
from commands.handoff.parse import LeadFields, Opened
from domain.lead_line import LeadLine
from domain.names import fold
from domain.values import frozen
from storage import leads
from storage.tables import Lead


@frozen
class Understood:
    """What a line says, with its owner as a Slack id; ``doubt`` is a text key when the owner could not be told."""

    fields: LeadFields
    doubt: str | None = None
    name: str = ""


class UnknownPersonError(Exception):
    """Slack did not say who was chosen: nothing can be decided on them just now."""


def understand(services: Services, actor: Actor, line: LeadLine) -> Understood:
    """Find out who a line's owner is. What is no name stays part of the reason."""
    fields = fields_of(line)
    if line.owner is None:
        return Understood(fields)
    if line.owner_is_id:
        return Understood(replace(fields, owner=line.owner))
    tried = ((f"{line.owner} {line.owner_words}".strip(), ""), (line.owner, line.owner_words))
    for name, left in tried:
        found = lists.people_called(services, actor, name)
        kept = replace(fields, why=f"{fields.why} {left}".strip())
        if len(found) == 1:
            return Understood(replace(kept, owner=found[0].slack_user_id))
        if found:
            return Understood(kept, "handoff-which-owner", line.owner)
    return Understood(
        replace(fields, why=f"{fields.why} {line.owner_words}".strip()), "handoff-unknown-owner", line.owner
    )


def hand_over(
    services: Services, actor: Actor, fields: LeadFields, opened: Opened, key: str, *, removed: int = 0
) -> HandoffCard:
    """Offer what was said. A lead that is known by its company and person is that lead, not another one.

    Raises as `offering.offer`, and `UnknownPersonError`.
    """
    owner_id = member_id_of(services, actor, fields.owner)
    known = _known(services, actor, fields)
    why = fields.why if known is None else _with_the_rest(fields, known)
    lead: int | NewLead
    if known is not None:
        lead = known.id
    else:
        lead = NewLead(
            company=fields.company or "",
            name=fields.contact,
            email=fields.email,
            phone=fields.phone,
            lead_type=fields.lead_type,
            source=fields.source or "",
            crm_url=fields.crm_url,
            is_looked_for=True,
        )
    intent = OfferHandoff(
        lead=lead,
        owner_id=owner_id,
        why=why,
        lead_type=fields.lead_type,
        source=fields.source,
        source_channel=opened.channel,
        source_link=opened.link,
        removed=removed,
    )
    return offering.offer(services, actor, intent, key)


def member_id_of(services: Services, actor: Actor, slack_id: str | None) -> int | None:
    """Our id of somebody chosen; nothing when nobody is. Raises `UnknownPersonError`, UnknownOwnerError."""
    if slack_id is None:
        return None
    found = services.find_person(actor.workspace_id, slack_id)
    if found is None:
        raise UnknownPersonError
    if not found.is_active or found.kind != "full":
        raise UnknownOwnerError
    return found.id


def _known(services: Services, actor: Actor, fields: LeadFields) -> Lead | None:
    with services.database.read() as connection:
        if fields.lead is not None:
            return leads.find_lead(connection, actor.workspace_id, fields.lead)
        return known_lead(connection, actor.workspace_id, fields.company or "", fields.contact, fields.email)


def _with_the_rest(fields: LeadFields, lead: Lead) -> str:
    """The reason, with what was typed of a known lead and stands nowhere yet."""
    said = ((fields.contact, lead.name), (fields.email, lead.email), (fields.phone, lead.phone))
    more = [typed for typed, known in said if typed and fold(typed) != fold(known or "")]
    more += [fields.crm_url] if fields.crm_url and fields.crm_url != lead.crm_url else []
    return "\n".join(part for part in (fields.why, " · ".join(more)) if part)
