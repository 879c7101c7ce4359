"""What a form names, before it is stored: records by their ids, the account and the deal that are to be made."""

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import Any

from commands import new_leads
from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import NotAMemberError, only_members
from commands.named import Named
from commands.objection.parse import ObjectionFields
from commands.once import once
from storage import accounts, closings, deals, inbound, kept_forms, leads, picking
from storage.database import UnitOfWork


class QuoteGoneError(Exception):
    """All of a long quote was kept for a while, and is not any more."""


def settled(
    services: Services, actor: Actor, fields: ObjectionFields, key: str, kept_text: int | None = None
) -> ObjectionFields:
    """``fields`` with the names and ids of what there is; what the person asked to create is there from now on.

    A chosen deal's or lead's account counts when no other was named. A guest makes no records: their names stay names.
    ``kept_text`` holds all of a quote that the form showed cut. Raises `QuoteGoneError` when nothing is left of it.
    """
    if kept_text is not None:
        fields = replace(fields, quote=_kept_quote(services, actor, kept_text) or fields.quote)
        if not fields.quote:
            raise QuoteGoneError
    fields = _of_records(services, actor, fields)
    if not fields.account_is_new and fields.new_deal is None and fields.new_lead is None:
        return fields
    try:
        made = _make(services, actor, fields, key)
    except NotAMemberError:
        return replace(fields, account_is_new=False, new_deal=None, new_lead=None)
    fields = replace(fields, deal_id=made["deal"] or fields.deal_id, lead_id=made["lead"] or fields.lead_id)
    return _of_records(services, actor, fields) if fields.account_name is None else fields


def deal_of(services: Services, actor: Actor, deal_id: int | None) -> Named | None:
    """A deal as the form's menu shows it."""
    if deal_id is None:
        return None
    with services.database.read() as connection:
        deal = picking.find_deal(connection, actor.workspace_id, deal_id)
    return None if deal is None else Named(deal.name or deal.external_id, id=deal.id)


def lead_of(services: Services, actor: Actor, lead_id: int | None) -> Named | None:
    """A lead as the form's menu shows it."""
    if lead_id is None:
        return None
    with services.database.read() as connection:
        lead = leads.find_lead(connection, actor.workspace_id, lead_id)
    if lead is None:
        return None
    return Named(" · ".join(part for part in (lead.company, lead.name) if part) or lead.external_id, id=lead.id)


def _kept_quote(services: Services, actor: Actor, kept_text: int) -> str | None:
    with services.database.read() as connection:
        return kept_forms.text_of(connection, actor.workspace_id, kept_text, actor.member_id)


def _of_records(services: Services, actor: Actor, fields: ObjectionFields) -> ObjectionFields:
    if fields.account_id is None and fields.deal_id is None and fields.lead_id is None:
        return fields
    with services.database.read() as connection:
        if fields.account_id is not None:
            names = accounts.names_by_id(connection, actor.workspace_id, {fields.account_id})
            fields = replace(fields, account_name=names.get(fields.account_id, fields.account_name))
        if fields.deal_id is not None:
            deal = picking.find_deal(connection, actor.workspace_id, fields.deal_id)
            name = fields.account_name or (deal.account_name if deal is not None else None)
            fields = replace(fields, deal_id=deal.id if deal is not None else None, account_name=name)
        if fields.lead_id is not None:
            lead = leads.find_lead(connection, actor.workspace_id, fields.lead_id)
            fields = replace(fields, lead_id=lead.id if lead is not None else None)
            if fields.account_name is None and lead is not None and lead.account_id is not None:
                fields = replace(
                    fields, account_name=accounts.get_account(connection, actor.workspace_id, lead.account_id).name
                )
    return fields


def _key_of_names(fields: ObjectionFields, key: str) -> str:
    """Under which they are made once. Not one of the form's own keys: those tell that the note itself was stored.

    Another name, typed after the note could not be stored, is another one to be made.
    """
    return _key_of("named", (fields.account_name, fields.account_is_new, fields.new_deal, fields.new_lead), key)


def _key_of(what: str, names: object, key: str) -> str:
    return f"{what}:{key}:{hashlib.blake2b(repr(names).encode(), digest_size=8).hexdigest()}"


def _make(services: Services, actor: Actor, fields: ObjectionFields, key: str) -> dict[str, int | None]:
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        account_id = deal_id = lead_id = None
        if fields.account_name and fields.account_is_new:
            account = accounts.add_account(
                work, actor.workspace_id, fields.account_name, created_by_id=actor.member_id, now=now
            )
            account_id = account.id
        elif fields.account_name:
            account_id = accounts.account_id_of(work.connection, actor.workspace_id, fields.account_name)
        if fields.new_deal is not None:
            deal_id = _deal(work, actor, fields.new_deal, account_id, key, now)
        if fields.new_lead is not None:
            lead_id = new_leads.lead_named(work, actor, fields.new_lead, now)
        return {"deal": deal_id, "lead": lead_id}

    outcome, _replayed = once(services, actor, _key_of_names(fields, key), act)
    return {"deal": outcome["deal"], "lead": outcome.get("lead")}


def _deal(work: UnitOfWork, actor: Actor, name: str, account_id: int | None, key: str, now: datetime) -> int:
    """The deal that the form asks for: made once, however often the names beside it are corrected.

    A first try that failed made it already, perhaps for an account whose name was mistyped: then it changes hands.
    """
    made_by = _key_of("deal", name, key)
    known = inbound.outcome_of(work, actor.workspace_id, made_by)
    if known is not None:
        deal_id = int(known["deal"])
        made = closings.lock_deal(work, actor.workspace_id, deal_id)
        if made.account_id != account_id:
            closings.change_deal(work, actor.workspace_id, made, {"account_id": account_id}, now)
        return deal_id
    deal_id = deals.add_deal(work, actor.workspace_id, name, account_id, None, now)
    inbound.remember(work, actor.workspace_id, made_by, {"deal": deal_id}, now)
    note_act(work, actor, "deal_created", (closings.SUBJECT, deal_id), now, {"name": name})
    return deal_id
