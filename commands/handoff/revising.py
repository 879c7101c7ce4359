"""Correcting an offer that nobody has accepted yet: what was typed wrong about the lead, or who gets it."""

from typing import Any

from commands.context import Actor, Services
from commands.handoff.cards import HandoffCard, card_of
from commands.handoff.intents import OfferHandoff
from commands.handoff.offering import offer
from commands.handoff.parse import LeadFields
from commands.handoff.planning import Telling
from commands.handoff.recycled import withdraw
from commands.handoff.turns import begin
from commands.once import once
from domain.handoff import HandoffState, Move
from storage import accounts, leads
from storage.database import UnitOfWork
from storage.tables import Lead


def revise(
    services: Services,
    actor: Actor,
    handoff_id: int,
    fields: LeadFields,
    owner_id: int | None,
    key: str,
    *,
    version: int | None = None,
) -> HandoffCard:
    """Write the corrected form. With another owner it is taken back and offered anew, as the one before was not asked.

    ``version`` is the one that the form showed. Raises as `take_turn`, and UnknownOwnerError.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        telling = Telling(work, actor.workspace_id, now)
        # Whoever may take an offer back may correct it: until it is accepted.
        turn = begin(work, actor, handoff_id, Move.WITHDRAW, telling, now, version=version)
        turn.state = HandoffState(turn.before.state)
        lead = leads.get_lead(work.connection, actor.workspace_id, turn.before.lead_id)
        changed = _changed(lead, fields)
        if "company" in changed:
            changed["account_id"] = accounts.account_id_of(work.connection, actor.workspace_id, fields.company or "")
        if changed:
            leads.change_lead(work, actor.workspace_id, lead.id, changed, now)
        standing: dict[str, Any] = {"why": fields.why}
        if "account_id" in changed:
            standing["account_id"] = changed["account_id"]
        if fields.source is not None:
            standing["source"] = fields.source
        if fields.lead_type is not None:
            standing["lead_type"] = fields.lead_type.value
        before = {name: getattr(turn.before, name) for name in standing}
        turn.write("handoff_revised", standing, {"before": before, "lead": sorted(changed)})
        telling.store()
        return {"handoff": handoff_id, "owner": turn.before.owner_id, "lead": lead.id}

    outcome, _replayed = once(services, actor, key, act)
    if owner_id is None or owner_id == int(outcome["owner"]):
        with services.database.read() as connection:
            return card_of(connection, actor.workspace_id, handoff_id, actor)
    withdraw(services, actor, handoff_id, f"{key}:withdraw")
    anew = OfferHandoff(
        lead=int(outcome["lead"]),
        owner_id=owner_id,
        why=fields.why,
        lead_type=fields.lead_type,
        source=fields.source,
    )
    return offer(services, actor, anew, f"{key}:offer")


def _changed(lead: Lead, fields: LeadFields) -> dict[str, Any]:
    said: dict[str, Any] = {
        "company": fields.company,
        "name": fields.contact,
        "email": fields.email,
        "phone": fields.phone,
        "crm_url": fields.crm_url,
    }
    return {name: value for name, value in said.items() if getattr(lead, name) != value}
