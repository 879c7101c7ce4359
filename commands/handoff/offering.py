"""Offering a lead: the use case, and the one way in which a handoff comes to be."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.handoff import planning
from commands.handoff.cards import HandoffCard, card_of
from commands.handoff.errors import AlreadyOfferedError, UnknownOwnerError
from commands.handoff.intents import NewLead, OfferHandoff
from commands.handoff.known_leads import known_lead
from commands.handoff.planning import Telling
from commands.members import only_members
from commands.once import once
from domain.calendars import CalendarError
from domain.handoff import RETURNED, HandoffState
from domain.names import name_key, source_key
from domain.policy import Lane, TimerKind
from domain.routing import Routed, RoutedBy
from domain.sla_clock import elapsed, next_working_moment
from domain.taxonomy import LeadType, MemberKind
from domain.values import frozen
from storage import accounts, audit, calendars, handoffs, locks, policies, routing, timers
from storage.database import UnitOfWork
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId, new_id
from storage.routing import RoutingAsk
from storage.tables import Handoff, Lead

_MINUTE: Final = timedelta(minutes=1)


@frozen
class NewOffer:
    """A lead to be given to somebody; ``parent`` is the handoff that this one offers again.

    ``owner_id`` absent: it is routed, but not to anybody in ``but``.
    """

    lead: Lead
    marketer_id: int
    owner_id: int | None = None
    kind: str = "mql"
    why: str = ""
    lead_type: str | None = None
    source: str | None = None
    parent: Handoff | None = None
    but: frozenset[int] = frozenset()
    source_channel: str | None = None
    source_link: str | None = None


def offer(services: Services, actor: Actor, intent: OfferHandoff, key: str) -> HandoffCard:
    """Hand over a lead: stored, routed, its promises begun and its owner told, in one transaction.

    Raises `AlreadyOfferedError`, `UnknownOwnerError`, NotAMemberError.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        lead = _lead(work, actor, intent.lead, now)
        current = handoffs.latest_of_lead(work.connection, actor.workspace_id, lead.id)
        if current is not None and HandoffState(current.state) in _IN_HANDS:
            raise AlreadyOfferedError(card_of(work.connection, actor.workspace_id, current.id, actor))
        wanted = NewOffer(
            lead=lead,
            marketer_id=actor.member_id,
            owner_id=intent.owner_id,
            kind=intent.kind,
            why=intent.why,
            lead_type=intent.lead_type,
            source=intent.source,
            parent=current if current is not None and HandoffState(current.state) in RETURNED else None,
            source_channel=intent.source_channel,
            source_link=intent.source_link,
        )
        telling = Telling(work, actor.workspace_id, now)
        made = make_offer(work, actor.workspace_id, wanted, telling, actor.member_id, now)
        telling.store()
        return {"handoff": made.id}

    outcome, _replayed = once(services, actor, key, act)
    with services.database.read() as connection:
        return replace(card_of(connection, actor.workspace_id, int(outcome["handoff"]), actor), removed=intent.removed)


def preview_route(
    connection: Connection,
    workspace_id: WorkspaceId,
    now: datetime,
    *,
    account_id: int | None = None,
    source: str = "",
    territory: str | None = None,
    segment: str | None = None,
) -> Routed:
    """Who would get a lead like this now, and who would be passed over why."""
    ask = RoutingAsk(account_id, source_key(source), territory, segment)
    return routing.route(connection, workspace_id, ask, now)


def make_offer(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    wanted: NewOffer,
    telling: Telling,
    actor_id: int | None,
    now: datetime,
) -> Handoff:
    """Store a handoff, begin its promises, note it and plan who hears of it. Raises `UnknownOwnerError`.

    Who it offers again to is left to the caller, who has the parent locked. With nobody to take it, it is held by who
    leads sales, and the channel is told: no lead is lost.
    """
    lead = wanted.lead
    source = source_key(wanted.source) if wanted.source is not None else lead.source
    lead_type = str(wanted.lead_type or lead.lead_type or LeadType.OTHER)
    tier = None
    if lead.account_id is not None:
        tier = accounts.get_account(work.connection, workspace_id, lead.account_id).tier
    policy = policies.choose_policy(work, workspace_id, source, lead_type, tier, now)
    routed, owner_id = _routed(work, workspace_id, wanted, source, now)
    requested_at = lead.action_at if lead.action_at is not None and lead.action_at <= now else None
    company = calendars.company_calendar(work.connection, workspace_id)
    handoff = Handoff(
        workspace_id=workspace_id,
        id=new_id(),
        kind=wanted.kind,
        lead_id=lead.id,
        account_id=lead.account_id,
        owner_id=owner_id,
        marketer_id=wanted.marketer_id,
        lead_type=lead_type,
        source=source,
        tier=tier,
        lane=(policy.spec.lane if policy else Lane.STANDARD).value,
        policy_id=policy.policy_id if policy else None,
        policy_version=policy.version if policy else None,
        why=wanted.why,
        routed_by=routed.by.value,
        routing=json.dumps(
            {
                "pool": routed.pool,
                "rule": routed.rule_id,
                "skipped": [(each.member_id, each.because.value) for each in routed.skipped],
            }
        ),
        parent_id=wanted.parent.id if wanted.parent else None,
        round=wanted.parent.round + 1 if wanted.parent else 1,
        requested_at=requested_at,
        waited_minutes=elapsed(company, requested_at, now) // _MINUTE if requested_at else None,
        offered_at=now,
        source_channel=wanted.source_channel,
        source_link=wanted.source_link,
        created_at=now,
        updated_at=now,
    )
    handoffs.add_handoff(work, handoff)
    if policy is not None:
        timers.start_timers(
            work,
            workspace_id,
            [(SUBJECT, handoff.id)],
            owner_id,
            (policy.policy_id, policy.version, policy.spec),
            (TimerKind.ACCEPT, TimerKind.ATTEMPT),
            now,
        )
    if routed.by is RoutedBy.ROTATION and routed.pool is not None:
        routing.took_turn(work, workspace_id, routed.pool, owner_id, now)
    _note(work, handoff, policy.name if policy else None, actor_id, now)
    _tell(telling, handoff)
    return handoff


def able_owner(connection: Connection, workspace_id: WorkspaceId, member_id: int, now: datetime) -> int:
    """A member who can have a handoff, and ever works. Raises `UnknownOwnerError`."""
    found = handoffs.members_by_id(connection, workspace_id, {member_id}).get(member_id)
    if found is None or not found.is_active or found.kind != MemberKind.FULL:
        raise UnknownOwnerError
    try:
        next_working_moment(calendars.calendar_of(connection, workspace_id, member_id), now)
    except CalendarError as error:
        raise UnknownOwnerError from error
    return member_id


#: Somebody is working with the lead.
_IN_HANDS: Final = frozenset(
    {
        HandoffState.OFFERED,
        HandoffState.ACCEPTED,
        HandoffState.ATTEMPTED,
        HandoffState.CONTACTED,
        HandoffState.QUALIFIED,
    }
)


def _routed(
    work: UnitOfWork, workspace_id: WorkspaceId, wanted: NewOffer, source: str, now: datetime
) -> tuple[Routed, int]:
    if wanted.owner_id is not None:
        chosen = able_owner(work.connection, workspace_id, wanted.owner_id, now)
        return Routed(chosen, RoutedBy.CHOSEN), chosen
    lead = wanted.lead
    ask = RoutingAsk(lead.account_id, source, lead.territory, lead.segment, wanted.but)
    routed = routing.decide(work, workspace_id, ask, now)
    if routed.owner_id is not None:
        return routed, routed.owner_id
    held_by = [each for each in handoffs.sales_managers(work.connection, workspace_id) if each not in wanted.but]
    return routed, held_by[0] if held_by else wanted.marketer_id


def _lead(work: UnitOfWork, actor: Actor, asked: int | NewLead, now: datetime) -> Lead:
    if isinstance(asked, int):
        return handoffs.lock_lead(work, actor.workspace_id, asked)
    if asked.is_looked_for:
        locks.one_of_a_name(work, actor.workspace_id, name_key(asked.company))
        known = known_lead(work.connection, actor.workspace_id, asked.company, asked.name, asked.email)
        if known is not None:
            return handoffs.lock_lead(work, actor.workspace_id, known.id)
    lead_id = new_id()
    lead = Lead(
        workspace_id=actor.workspace_id,
        id=lead_id,
        external_id=f"lazo-{lead_id}",
        name=asked.name,
        company=asked.company,
        source=source_key(asked.source),
        campaign=asked.campaign,
        lead_type=asked.lead_type.value if asked.lead_type else None,
        action=asked.action,
        action_at=asked.action_at,
        mql_at=now,
        score=asked.score,
        email=asked.email,
        phone=asked.phone,
        account_id=accounts.account_id_of(work.connection, actor.workspace_id, asked.company),
        crm_url=asked.crm_url,
        created_at=now,
        updated_at=now,
    )
    handoffs.add_lead(work, lead)
    return lead


def _note(work: UnitOfWork, handoff: Handoff, policy: str | None, actor_id: int | None, now: datetime) -> None:
    audit.record(
        work,
        WorkspaceId(handoff.workspace_id),
        action="handoff_offered",
        subject=(SUBJECT, handoff.id),
        actor_id=actor_id,
        now=now,
        data={
            "lead": handoff.lead_id,
            "owner": handoff.owner_id,
            "marketer": handoff.marketer_id,
            "source": handoff.source,
            "lead_type": handoff.lead_type,
            "lane": handoff.lane,
            "policy": policy,
            "policy_version": handoff.policy_version,
            "routed_by": handoff.routed_by,
            "round": handoff.round,
            "parent": handoff.parent_id,
            "requested_at": handoff.requested_at.isoformat() if handoff.requested_at else None,
            "waited_minutes": handoff.waited_minutes,
        },
    )


def _tell(telling: Telling, handoff: Handoff) -> None:
    subject = (SUBJECT, handoff.id)
    unrouted = handoff.routed_by == RoutedBy.NOBODY
    telling.member(planning.UNROUTED if unrouted else planning.OFFERED, handoff.owner_id, subject)
    telling.in_channel(planning.UNROUTED if unrouted else planning.POSTED, subject)
