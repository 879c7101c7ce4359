"""Answers to questions about handoffs: mine, my team's, what is late, and those of one company. Reads only."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, Literal

from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.handoff.cards import SUBJECT, HandoffCard, card_of, is_sales_manager
from commands.handoff.offering import preview_route
from commands.handoff.parse import folded_name
from commands.handoff.why import Why, why_deadline
from commands.handoff.words import owed
from domain.calendars import CalendarSpec
from domain.routing import RoutedBy
from domain.scorecard import FirstOutcome
from domain.values import frozen
from storage import accounts, calendars, handoff_lists, handoffs, leads, people, posted, roles
from storage.handoff_lists import Counted, Listed, Whose
from storage.ids import WorkspaceId
from storage.leads import FoundLead
from storage.tables import Member

LIST_LIMIT: Final = 10
#: A team larger than this finds its people with the menu.
_PEOPLE: Final = 5000
_SCOPES = Literal["mine", "team", "late"]


@frozen
class OpenList:
    """Open handoffs by urgency, at most `LIST_LIMIT` of all that ``counted`` counts. ``is_team``: of more than me."""

    items: tuple[Listed, ...]
    counted: Counted
    is_team: bool
    leads_nobody: bool = False


@frozen
class Shown:
    """One handoff with its owner's working time."""

    card: HandoffCard
    hours: CalendarSpec


@frozen
class Found:
    """What goes by a name: handoffs, the latest of each lead, and leads that were never handed over."""

    name: str
    handoffs: tuple[Shown, ...]
    leads: tuple[FoundLead, ...]


@frozen
class RoutePreview:
    """Who would get a lead and why; people are Slack ids. No ``owner``: nobody can take it."""

    title: str
    owner: str | None
    by: RoutedBy
    skipped: tuple[tuple[str, str], ...]
    account_known: bool = True


def open_list(services: Services, actor: Actor, kind: _SCOPES) -> OpenList:
    """Mine: those I own. My team's: of whom I lead. Late: what is late among those I own, offered or lead."""
    now = services.now()
    with services.database.read() as connection:
        me = people.get_member(connection, actor.workspace_id, actor.member_id)
        team = _team_of(connection, actor, me)
        match kind:
            case "mine":
                whose = Whose((actor.member_id,))
            case "team":
                whose = Whose(team)
            case _:
                own = None if team is None else {actor.member_id, *team}
                whose = Whose(own, marketer_id=actor.member_id)
        late_at = now if kind == "late" else None
        items = handoff_lists.list_open(connection, actor.workspace_id, whose, limit=LIST_LIMIT, late_at=late_at)
        counted = handoff_lists.count_open(connection, actor.workspace_id, whose, now)
    leads_nobody = kind == "team" and team is not None and not team
    return OpenList(tuple(items), counted, is_team=kind != "mine", leads_nobody=leads_nobody)


def shown(services: Services, actor: Actor, handoff_id: int) -> Shown:
    """One handoff as ``actor`` sees it now. Raises NoResultFound."""
    with services.database.read() as connection:
        return show(connection, actor.workspace_id, handoff_id, actor)


def show(connection: Connection, workspace_id: WorkspaceId, handoff_id: int, viewer: Actor | None) -> Shown:
    """The same on a connection that is open already."""
    card = card_of(connection, workspace_id, handoff_id, viewer)
    return Shown(card, calendars.calendar_of(connection, workspace_id, card.owner_id))


def hours_of(services: Services, actor: Actor, card: HandoffCard) -> Shown:
    """A card that a use case gave back, with its owner's working time."""
    with services.database.read() as connection:
        return Shown(card, calendars.calendar_of(connection, actor.workspace_id, card.owner_id))


def found_by_name(services: Services, actor: Actor, name: str) -> Found:
    """What a company's (or a contact's) name finds, by its first letters; an exact company comes alone."""
    with services.database.read() as connection:
        known = leads.search_leads(connection, actor.workspace_id, name, limit=LIST_LIMIT)
        exact = [lead for lead in known if (lead.company or "").casefold() == name.casefold()]
        known = exact or known
        latest = handoff_lists.latest_of_leads(connection, actor.workspace_id, [lead.id for lead in known])
        cards = tuple(
            show(connection, actor.workspace_id, latest[lead.id], actor) for lead in known if lead.id in latest
        )
    return Found(name, cards, tuple(lead for lead in known if lead.id not in latest))


def why_of(services: Services, actor: Actor, handoff_id: int) -> tuple[HandoffCard, Why | None]:
    """Why a handoff's deadline is what it is; nothing where none runs."""
    with services.database.read() as connection:
        card = card_of(connection, actor.workspace_id, handoff_id, actor)
        timer = owed(card)
        return card, None if timer is None else why_deadline(connection, actor.workspace_id, timer.id)


def route_for(
    services: Services, actor: Actor, *, company: str | None = None, lead_id: int | None = None, source: str = ""
) -> RoutePreview:
    """Who would get a lead of ``company``, or a lead that is known, and why not somebody else."""
    now = services.now()
    with services.database.read() as connection:
        lead = leads.find_lead(connection, actor.workspace_id, lead_id) if lead_id is not None else None
        title = (lead.company or lead.name if lead else company) or ""
        account_id = lead.account_id if lead else None
        if account_id is None and title:
            account_id = accounts.account_id_of(connection, actor.workspace_id, title)
        routed = preview_route(
            connection,
            actor.workspace_id,
            now,
            account_id=account_id,
            source=source or (lead.source if lead else ""),
            territory=lead.territory if lead else None,
            segment=lead.segment if lead else None,
        )
        concerned = {each.member_id for each in routed.skipped} | {routed.owner_id}
        named = {key: each.slack_user_id for key, each in _members(connection, actor, concerned).items()}
    skipped = tuple((named[each.member_id], each.because.value) for each in routed.skipped if each.member_id in named)
    return RoutePreview(
        title,
        named.get(routed.owner_id) if routed.owner_id is not None else None,
        routed.by,
        skipped,
        account_known=account_id is not None,
    )


def people_called(services: Services, actor: Actor, name: str) -> list[Member]:
    """Full members whom ``name`` ("@tom", "Tom Baker") may mean: by their whole name, else by its first words."""
    wanted = folded_name(name)
    if not wanted:
        return []
    with services.database.read() as connection:
        known = roles.list_people(connection, actor.workspace_id, limit=_PEOPLE)
    names = [(folded_name(each.display_name), each) for each in known]
    exact = [each for folded, each in names if folded == wanted]
    return exact or [each for folded, each in names if folded.startswith(f"{wanted} ")]


def choose_lead(services: Services, actor: Actor, typed: str) -> Sequence[FoundLead]:
    """Leads that begin with what is typed, for a menu."""
    with services.database.read() as connection:
        return leads.search_leads(connection, actor.workspace_id, typed)


def lead_by_id(services: Services, actor: Actor, lead_id: int) -> FoundLead | None:
    """A known lead as a menu shows it."""
    with services.database.read() as connection:
        lead = leads.find_lead(connection, actor.workspace_id, lead_id)
    return None if lead is None else FoundLead(lead.id, lead.name, lead.company, lead.email, lead.source, lead.mql_at)


def follows(services: Services, actor: Actor, handoff_id: int, ts: str | None) -> bool:
    """Whether the message ``ts`` in somebody's DM is the one that is kept up to date; an answer by DM is not."""
    with services.database.read() as connection:
        kept = posted.posted_message(connection, actor.workspace_id, SUBJECT, handoff_id, actor.slack_user_id)
    return kept is not None and kept.ts == ts


@frozen
class AroundMe:
    """Beside what I have open: that of the people I lead (absent when I lead nobody), and what I handed over lately."""

    team: Counted | None
    given: Mapping[FirstOutcome, int]


def around_me(services: Services, actor: Actor, since: datetime) -> AroundMe:
    """What leaders and marketers look after."""
    now = services.now()
    with services.database.read() as connection:
        me = people.get_member(connection, actor.workspace_id, actor.member_id)
        team = _team_of(connection, actor, me) if me.is_manager else _led_by(connection, actor)
        counted = None
        if team is None or team:
            counted = handoff_lists.count_open(connection, actor.workspace_id, Whose(team), now)
        given = handoff_lists.outcomes_of_marketer(connection, actor.workspace_id, actor.member_id, since)
    return AroundMe(counted, given)


def open_count(services: Services, actor: Actor) -> int:
    """How many open handoffs I have."""
    with services.database.read() as connection:
        return len(handoffs.open_ids_of_owner(connection, actor.workspace_id, actor.member_id))


def _team_of(connection: Connection, actor: Actor, me: Member) -> set[int] | None:
    """Whom somebody leads, by our ids; ``None`` is everybody, for who leads sales and for admins."""
    return None if me.is_admin or is_sales_manager(me) else _led_by(connection, actor)


def _led_by(connection: Connection, actor: Actor) -> set[int]:
    return set(handoff_lists.managed_ids(connection, actor.workspace_id, actor.member_id))


def _members(connection: Connection, actor: Actor, ids: set[int | None]) -> dict[int, Member]:
    return handoffs.members_by_id(connection, actor.workspace_id, ids)
