"""What is given back: the receipt of a rating, lists of them, and the quality of sources and campaigns. Reads only."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.lead_quality import finding
from commands.lead_quality.parse import By, ShowList, ShowMine, ShowQuality
from commands.returning import HandoffDoor, Held, Outcome
from domain.lead_quality import QualityLine, lead_quality
from domain.values import frozen
from domain.weeks import Span
from storage import lead_ratings, leads
from storage.lead_ratings import FoundRating
from storage.tables import Lead, LeadRating

LIST_LIMIT: Final = 10
#: How far back `sources` and `campaigns` look.
PERIOD: Final = timedelta(days=90)
#: What was stored at this very moment belongs to it.
_NOW: Final = timedelta(seconds=1)


@frozen
class Receipt:
    """Everything that the answer to a rating shows.

    ``told`` is who in marketing reads it in their list (a Slack id), and when. ``outcome`` is what the reason led to.
    ``repeated``: it was stored before, nothing was added now.
    """

    rating: LeadRating
    lead: Lead
    held: Held | None
    outcome: Outcome | None = None
    edited: bool = False
    repeated: bool = False
    told: tuple[str, datetime] | None = None
    removed: int = 0


@frozen
class Quality:
    """What was rated and what came back in the last `PERIOD`, by source or campaign, the weightiest first."""

    by: By
    lines: tuple[QualityLine, ...]


@frozen
class RatedByMe:
    """What the asker rated, the latest first."""

    found: tuple[FoundRating, ...]


@frozen
class Rated:
    """The latest ratings; of the leads that go by ``name``, if one was asked for, side by side."""

    name: str | None
    found: tuple[FoundRating, ...]


LookedUp = Quality | RatedByMe | Rated


def receipt_of(services: Services, actor: Actor, door: HandoffDoor, rating_id: int) -> Receipt:
    """What the answer about a rating shows at this moment."""
    with services.database.read() as connection:
        rating = lead_ratings.get_rating(connection, actor.workspace_id, rating_id)
        lead = leads.get_lead(connection, actor.workspace_id, rating.lead_id)
        return Receipt(rating, lead, door.held(connection, actor, lead.id))


@frozen
class Known:
    """What the form needs to know of a chosen lead: whose it is, and what the actor said of it before."""

    lead: leads.FoundLead
    held: Held | None
    mine: LeadRating | None


def known_of(services: Services, actor: Actor, door: HandoffDoor, lead_id: int) -> Known | None:
    """A lead as the form of ``actor`` shows it; nothing when there is none by this id."""
    with services.database.read() as connection:
        return _known(connection, actor, door, lead_id)


def for_editing(services: Services, actor: Actor, door: HandoffDoor, rating_id: int) -> tuple[LeadRating, Known]:
    """A rating as its form shows it. Raises NoResultFound."""
    with services.database.read() as connection:
        rating = lead_ratings.get_rating(connection, actor.workspace_id, rating_id)
        known = _known(connection, actor, door, rating.lead_id)
    assert known is not None  # a rating points to its lead
    return rating, known


def look_up(services: Services, actor: Actor, intent: ShowQuality | ShowMine | ShowList) -> LookedUp:
    """Answer a question about ratings."""
    workspace_id, now = actor.workspace_id, services.now()
    with services.database.read() as connection:
        match intent:
            case ShowQuality(by):
                quality = lead_quality(
                    lead_ratings.quality_facts(connection, workspace_id, Span(now - PERIOD, now + _NOW))
                )
                return Quality(by, quality.sources if by == "sources" else quality.campaigns)
            case ShowMine():
                mine = lead_ratings.list_mine(connection, workspace_id, actor.member_id, limit=LIST_LIMIT)
                return RatedByMe(tuple(mine))
            case ShowList(None):
                return Rated(None, tuple(lead_ratings.list_latest(connection, workspace_id, limit=LIST_LIMIT)))
            case ShowList(name):
                known = finding.leads_called(connection, workspace_id, name or "")
                known = known or leads.search_leads(connection, workspace_id, name or "", limit=LIST_LIMIT)
                found = lead_ratings.ratings_of_leads(connection, workspace_id, [lead.id for lead in known])
                return Rated(name, tuple(each for lead in known for each in found.get(lead.id, ()))[:LIST_LIMIT])


def _known(connection: Connection, actor: Actor, door: HandoffDoor, lead_id: int) -> Known | None:
    lead = leads.find_lead(connection, actor.workspace_id, lead_id)
    if lead is None:
        return None
    found = leads.FoundLead(lead.id, lead.name, lead.company, lead.email, lead.source, lead.mql_at)
    mine = lead_ratings.find_of(connection, actor.workspace_id, lead_id, actor.member_id)
    return Known(found, door.held(connection, actor, lead_id), mine)
