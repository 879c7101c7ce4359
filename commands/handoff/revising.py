"""Correcting an offer that nobody has accepted yet: what was typed wrong about the lead, or who gets it."""

from collections.abc import Mapping
from typing import Any

from commands.context import Actor, Services
from commands.handoff.cards import HandoffCard, card_of
from commands.handoff.offering import NewOffer, make_offer
from commands.handoff.parse import LeadFields
from commands.handoff.planning import Telling
from commands.handoff.turns import Turn, begin
from commands.once import once
from domain.handoff import HandoffState, Move
from domain.policy import Lane, TimerKind
from storage import accounts, handoffs, leads, policies, timers
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

    When what is known now falls under another policy, what was promised under the one before is cancelled, and what
    that one asks runs from this moment: nobody is late by another's mistake.
    ``version`` is the one that the form showed. Raises as `take_turn`, and UnknownOwnerError: then nothing changed.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        telling = Telling(work, actor.workspace_id, now)
        # The lead first, as whoever hands it over locks it.
        lead_id = handoffs.get_handoff(work.connection, actor.workspace_id, handoff_id).lead_id
        lead = handoffs.lock_lead(work, actor.workspace_id, lead_id)
        # Whoever may take an offer back may correct it: until it is accepted.
        turn = begin(work, actor, handoff_id, Move.WITHDRAW, telling, now, version=version)
        turn.state = HandoffState(turn.before.state)
        changed = _changed(lead, fields)
        if "company" in changed:
            changed["account_id"] = accounts.account_id_of(work.connection, actor.workspace_id, fields.company or "")
        if changed:
            leads.change_lead(work, actor.workspace_id, lead.id, changed, now)
        standing: dict[str, Any] = {"why": fields.why}
        if "account_id" in changed:
            account_id = standing["account_id"] = changed["account_id"]
            standing["tier"] = _tier(work, actor, account_id)
        if fields.source is not None:
            standing["source"] = fields.source
        if fields.lead_type is not None:
            standing["lead_type"] = fields.lead_type.value
        before = {name: getattr(turn.before, name) for name in standing}
        said = {"before": before, "after": dict(standing), "lead": sorted(changed)}
        if owner_id is None or owner_id == turn.before.owner_id:
            turn.write("handoff_revised", standing | _under_its_policy(turn, standing, said), said)
            telling.store()
            return {"handoff": handoff_id}
        turn.state = HandoffState.WITHDRAWN
        stopped: list[dict[str, object]] = []
        turn.close(stopped)
        turn.write("handoff_withdrawn", {**standing, "closed_at": now}, {**said, "stopped": stopped})
        anew = NewOffer(
            lead=leads.get_lead(work.connection, actor.workspace_id, lead.id),
            marketer_id=actor.member_id,
            owner_id=owner_id,
            kind=turn.before.kind,
            why=fields.why,
            lead_type=fields.lead_type,
            source=fields.source,
            source_channel=turn.before.source_channel,
            source_link=turn.before.source_link,
        )
        made = make_offer(work, actor.workspace_id, anew, telling, actor.member_id, now)
        telling.store()
        return {"handoff": made.id}

    outcome, _replayed = once(services, actor, key, act)
    with services.database.read() as connection:
        return card_of(connection, actor.workspace_id, int(outcome["handoff"]), actor)


def _under_its_policy(turn: Turn, standing: Mapping[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """The columns of the policy that fits what stands now, its promises begun; none when it is the one before."""
    known = {name: standing.get(name, getattr(turn.before, name)) for name in ("source", "lead_type", "tier")}
    policy = policies.choose_policy(turn.work, turn.workspace_id, **known, now=turn.now)
    if (policy.policy_id if policy else None) == turn.before.policy_id:
        return {}
    said["stopped"] = turn.stop(TimerKind, turn.now, cancelled=True)
    said["policy"], said["policy_version"] = (policy.name, policy.version) if policy else (None, None)
    if policy is None:
        return {"policy_id": None, "policy_version": None, "lane": Lane.STANDARD.value}
    terms = policy.policy_id, policy.version, policy.spec
    promised = TimerKind.ACCEPT, TimerKind.ATTEMPT
    timers.start_timers(turn.work, turn.workspace_id, [turn.subject], turn.before.owner_id, terms, promised, turn.now)
    return {"policy_id": policy.policy_id, "policy_version": policy.version, "lane": policy.spec.lane.value}


def _tier(work: UnitOfWork, actor: Actor, account_id: int | None) -> int | None:
    if account_id is None:
        return None
    return accounts.get_account(work.connection, actor.workspace_id, account_id).tier


def _changed(lead: Lead, fields: LeadFields) -> dict[str, Any]:
    said: dict[str, Any] = {
        "company": fields.company,
        "name": fields.contact,
        "email": fields.email,
        "phone": fields.phone,
        "crm_url": fields.crm_url,
    }
    return {name: value for name, value in said.items() if getattr(lead, name) != value}
