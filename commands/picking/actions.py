"""What is found while somebody types, and the deal that they make when it is not found."""

from collections.abc import Mapping
from typing import Any, Final

from commands.acts import note_act
from commands.context import Actor, Services
from commands.form_shape import as_kept
from commands.members import only_members
from commands.named import Named
from commands.once import once
from domain.csv_values import Amount
from domain.names import fold
from domain.values import frozen
from storage import accounts, deals, kept_forms, leads, picking
from storage.database import UnitOfWork
from storage.leads import FoundLead
from storage.picking import FoundDeal

SUBJECT: Final = "deal"


@frozen
class Offered:
    """What a menu offers. ``create``: the name typed is not among it, and may be made."""

    found: tuple[Named, ...]
    create: bool


@frozen
class NewDeal:
    """A deal as somebody describes it in its form."""

    name: str
    account: Named | None
    amount: Amount | None


def offer_accounts(services: Services, actor: Actor, typed: str) -> Offered:
    """Accounts one of whose words begins with what was typed."""
    with services.database.read() as connection:
        found = picking.search_accounts(connection, actor.workspace_id, typed)
        # Under its own name, or under that of an account that was merged into it.
        meant = accounts.account_id_of(connection, actor.workspace_id, typed)
    return Offered(tuple(Named(name, id=each) for each, name in found), meant not in dict(found))


def offer_deals(services: Services, actor: Actor, typed: str) -> Offered:
    """Deals by their own name or their company's."""
    with services.database.read() as connection:
        found = picking.search_deals(connection, actor.workspace_id, typed)
    known = {fold(deal.name or "") for deal in found}
    return Offered(tuple(deal_named(deal) for deal in found), fold(typed).strip() not in known)


def offer_leads(services: Services, actor: Actor, typed: str) -> Offered:
    """Leads by their company or name; a new one is called "Norte" or "Norte, Laura Pérez"."""
    with services.database.read() as connection:
        found = leads.search_leads(connection, actor.workspace_id, typed)
    shown = [Named(lead_label(lead), id=lead.id) for lead in found]
    known = {fold(each).strip() for lead in found for each in (lead.company or "", lead.name or "", lead_label(lead))}
    return Offered(tuple(shown), fold(typed).strip() not in known)


def lead_label(lead: FoundLead) -> str:
    """A lead as a menu shows it: its company and name, or what there is."""
    named = " · ".join(part for part in (lead.company, lead.name) if part)
    return named or lead.email or lead.source or str(lead.id)


def offer_competitors(services: Services, actor: Actor, typed: str) -> Offered:
    """Competitors that somebody named before. A name needs no record, so any other may be given."""
    with services.database.read() as connection:
        found = picking.search_competitors(connection, actor.workspace_id, typed)
    known = {fold(name).strip() for name in found}
    return Offered(tuple(Named(name) for name in found), fold(typed).strip() not in known)


def deal_named(deal: FoundDeal) -> Named:
    """A deal as a menu shows it: its name, and whose it is."""
    own = deal.name or deal.external_id
    company = deal.account_name
    label = own if company is None or fold(company) in fold(own) else f"{own} · {company}"
    return Named(label, id=deal.id)


def deal_by_id(services: Services, actor: Actor, deal_id: int) -> FoundDeal | None:
    """A deal of this workspace."""
    with services.database.read() as connection:
        return picking.find_deal(connection, actor.workspace_id, deal_id)


def keep_form(services: Services, actor: Actor, view: Mapping[str, Any]) -> None:
    """Keep the form that a deal is to be made for, as it stands now."""
    with services.database.write() as work:
        kept_forms.keep(
            work,
            actor.workspace_id,
            actor.member_id,
            str(view["id"]),
            kept_forms.REPORTED,
            as_kept(view),
            services.system_now(),
        )
        work.commit()


def reported_form(services: Services, actor: Actor, view_id: str) -> dict[str, Any] | None:
    """The form below, as it was when the deal was to be made."""
    with services.database.read() as connection:
        kept = kept_forms.find(connection, actor.workspace_id, view_id, actor.member_id)
    return None if kept is None else kept_forms.body_of(kept)


def create_deal(services: Services, actor: Actor, intent: NewDeal, key: str) -> FoundDeal:
    """Store a deal, and its account when that is new, once for the payload ``key``. Raises NotAMemberError."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        account_id = intent.account.id if intent.account is not None else None
        if account_id is not None:  # merged since it was chosen, it is another account now
            account_id = accounts.get_account(work.connection, actor.workspace_id, account_id).id
        if intent.account is not None and account_id is None:
            account = accounts.add_account(
                work, actor.workspace_id, intent.account.name, created_by_id=actor.member_id, now=now
            )
            account_id = account.id
        deal_id = deals.add_deal(work, actor.workspace_id, intent.name, account_id, intent.amount, now)
        note_act(work, actor, "deal_created", (SUBJECT, deal_id), now, {"name": intent.name})
        return {"deal": deal_id}

    outcome, _replayed = once(services, actor, key, act)
    with services.database.read() as connection:
        made = picking.find_deal(connection, actor.workspace_id, int(outcome["deal"]))
    assert made is not None
    return made
