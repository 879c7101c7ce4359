"""A handoff as it is shown: everything that a message, a list or a form needs, loaded in one look."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.context import Actor
from domain.handoff import HandoffState, Move, Standing, moves_of
from domain.policy import Lane
from domain.taxonomy import Team
from domain.values import frozen
from storage import accounts, handoffs, lead_ratings, leads, pauses, timer_rows
from storage.account_talk import AccountTalk, talk_of_account
from storage.ids import WorkspaceId
from storage.lead_ratings import FoundRating
from storage.tables import Handoff, Member, Timer

SUBJECT: Final = handoffs.SUBJECT


@frozen
class LeadFacts:
    """Who is handed over, as far as it is known."""

    id: int
    name: str | None
    company: str | None
    email: str | None
    phone: str | None
    score: int | None
    source: str
    campaign: str | None
    lead_type: str
    action: str | None
    action_at: datetime | None
    crm_url: str | None


@frozen
class TimerFacts:
    """A promise: ``state`` is ``open``, ``paused`` or ``stopped``, then ``outcome`` ``met``, ``late`` or ``cancelled``.

    ``due_at`` of a paused one is what it was when it stood still. ``carried_minutes``: what earlier owners used.
    """

    id: int
    kind: str
    started_at: datetime
    target_at: datetime | None
    due_at: datetime
    state: str
    outcome: str | None
    stopped_at: datetime | None
    breached_at: datetime | None
    used_minutes: int | None
    carried_minutes: int
    is_shadow: bool


@frozen
class Happening:
    """One line of the history; ``actor`` is a Slack id, absent when the clock did it."""

    at: datetime
    action: str
    actor: str | None
    data: Mapping[str, Any]


@frozen
class RoutedFacts:
    """How the owner was found: by what (`domain.routing.RoutedBy`), and who was passed over why (Slack ids)."""

    by: str
    pool: str | None
    skipped: tuple[tuple[str, str], ...]


@frozen
class HandoffCard:
    """A handoff at one moment. People are Slack ids; ``moves`` is what the viewer may do now.

    ``next_round`` is the handoff that offers this one again; ``parent_id`` the one that this one offers again.
    ``ratings`` is what people think of the lead, side by side, the latest first.
    """

    id: int
    version: int
    state: HandoffState
    kind: str
    round: int
    parent_id: int | None
    next_round: int | None
    lead: LeadFacts
    account_id: int | None
    account_name: str | None
    tier: int | None
    lane: Lane
    why: str
    owner_id: int
    owner: str
    owner_has_left: bool
    marketer_id: int
    marketer: str
    backup: str | None
    manager: str | None
    requested_at: datetime | None
    offered_at: datetime
    accepted_at: datetime | None
    attempted_at: datetime | None
    contacted_at: datetime | None
    qualified_at: datetime | None
    closed_at: datetime | None
    return_reason: str | None
    return_note: str | None
    recycle_at: datetime | None
    snoozed_until: datetime | None
    paused: str | None
    paused_since: datetime | None
    timers: tuple[TimerFacts, ...]
    attempts: Mapping[str, int]
    history: tuple[Happening, ...]
    routed: RoutedFacts
    source_channel: str | None
    source_link: str | None
    moves: frozenset[Move]
    talk: AccountTalk
    ratings: tuple[FoundRating, ...] = ()
    removed: int = 0

    @property
    def running(self) -> tuple[TimerFacts, ...]:
        """The promises that are owed now, the most urgent first."""
        return tuple(sorted((each for each in self.timers if each.state != "stopped"), key=lambda each: each.due_at))


def card_of(
    connection: Connection, workspace_id: WorkspaceId, handoff_id: int, viewer: Actor | None = None
) -> HandoffCard:
    """A handoff as ``viewer`` sees it now; nobody's moves without one. Raises NoResultFound."""
    handoff = handoffs.get_handoff(connection, workspace_id, handoff_id)
    lead = leads.get_lead(connection, workspace_id, handoff.lead_id)
    history = handoffs.history_of(connection, workspace_id, (SUBJECT, handoff.id))
    routing = json.loads(handoff.routing)
    skipped = [(int(each[0]), str(each[1])) for each in routing.get("skipped", ())]
    named = {each.actor_id for each in history} | {member_id for member_id, _why in skipped}
    owner, people = _people(connection, workspace_id, handoff, viewer, named)
    paused = pauses.open_pause(connection, workspace_id, (SUBJECT, handoff.id))
    account = None
    if handoff.account_id is not None:
        account = accounts.get_account(connection, workspace_id, handoff.account_id)
    return HandoffCard(
        id=handoff.id,
        version=handoff.version,
        state=HandoffState(handoff.state),
        kind=handoff.kind,
        round=handoff.round,
        parent_id=handoff.parent_id,
        next_round=handoffs.next_round(connection, workspace_id, handoff),
        lead=LeadFacts(
            id=lead.id,
            name=lead.name,
            company=lead.company,
            email=lead.email,
            phone=lead.phone,
            score=lead.score,
            source=handoff.source,
            campaign=lead.campaign,
            lead_type=handoff.lead_type,
            action=lead.action,
            action_at=lead.action_at,
            crm_url=lead.crm_url,
        ),
        account_id=handoff.account_id,
        account_name=account.name if account else None,
        tier=handoff.tier,
        lane=Lane(handoff.lane),
        why=handoff.why,
        owner_id=owner.id,
        owner=owner.slack_user_id,
        owner_has_left=not owner.is_active,
        marketer_id=handoff.marketer_id,
        marketer=people[handoff.marketer_id].slack_user_id,
        backup=_slack_id(people, owner.backup_id),
        manager=_slack_id(people, owner.manager_id),
        requested_at=handoff.requested_at,
        offered_at=handoff.offered_at,
        accepted_at=handoff.accepted_at,
        attempted_at=handoff.attempted_at,
        contacted_at=handoff.contacted_at,
        qualified_at=handoff.qualified_at,
        closed_at=handoff.closed_at,
        return_reason=handoff.return_reason,
        return_note=handoff.return_note,
        recycle_at=handoff.recycle_at,
        snoozed_until=handoff.snoozed_until,
        paused=paused[0] if paused else None,
        paused_since=paused[1] if paused else None,
        timers=tuple(
            timer_facts(each) for each in timer_rows.timers_of(connection, workspace_id, (SUBJECT, handoff.id))
        ),
        attempts=Counter(each.channel for each in handoffs.attempts_of(connection, workspace_id, handoff.id)),
        history=tuple(Happening(each.at, each.action, _slack_id(people, each.actor_id), each.data) for each in history),
        routed=RoutedFacts(
            handoff.routed_by,
            routing.get("pool"),
            tuple((people[member_id].slack_user_id, why) for member_id, why in skipped if member_id in people),
        ),
        source_channel=handoff.source_channel,
        source_link=handoff.source_link,
        moves=_moves(handoff, owner, people, viewer, is_paused=paused is not None),
        talk=talk_of_account(connection, workspace_id, handoff.account_id),
        ratings=tuple(lead_ratings.ratings_of_leads(connection, workspace_id, {lead.id}).get(lead.id, ())),
    )


def is_sales_manager(member: Member) -> bool:
    """Whether somebody leads sales."""
    return member.is_manager and member.team == Team.SALES and member.is_active


def _people(
    connection: Connection,
    workspace_id: WorkspaceId,
    handoff: Handoff,
    viewer: Actor | None,
    named: Collection[int | None],
) -> tuple[Member, dict[int, Member]]:
    """The owner; and with them everybody whom the handoff names, by id."""
    seen_by = viewer.member_id if viewer else None
    people = handoffs.members_by_id(connection, workspace_id, {handoff.owner_id, handoff.marketer_id, seen_by, *named})
    owner = people[handoff.owner_id]
    return owner, people | handoffs.members_by_id(
        connection, workspace_id, {owner.backup_id, owner.manager_id} - people.keys()
    )


def _moves(
    handoff: Handoff, owner: Member, people: Mapping[int, Member], viewer: Actor | None, *, is_paused: bool
) -> frozenset[Move]:
    seen_by = people.get(viewer.member_id) if viewer else None
    if seen_by is None or not seen_by.is_active:
        return frozenset()
    return moves_of(
        HandoffState(handoff.state),
        seen_by.id,
        Standing(owner.id, handoff.marketer_id, owner.backup_id, owner.manager_id),
        is_paused=is_paused,
        is_admin=seen_by.is_admin,
        is_sales_manager=is_sales_manager(seen_by),
    )


def _slack_id(people: Mapping[int, Member], member_id: int | None) -> str | None:
    found = people.get(member_id) if member_id is not None else None
    return found.slack_user_id if found else None


def timer_facts(timer: Timer) -> TimerFacts:
    """A promise as it is shown."""
    return TimerFacts(
        id=timer.id,
        kind=timer.kind,
        started_at=timer.started_at,
        target_at=timer.target_at,
        due_at=timer.due_at,
        state=timer.state,
        outcome=timer.outcome,
        stopped_at=timer.stopped_at,
        breached_at=timer.breached_at,
        used_minutes=timer.used_minutes,
        carried_minutes=timer.carried_minutes,
        is_shadow=timer.is_shadow,
    )
