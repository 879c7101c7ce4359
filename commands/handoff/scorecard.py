"""The scorecard as somebody may see it: teams, sources, weeks for all; a person for themselves and their manager."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from commands.context import Actor
from domain.scorecard import Figures, OfferFacts, figures, figures_by
from domain.weeks import IsoWeek, Span, week_of
from storage import scorecard
from storage.people import get_workspace


class By(StrEnum):
    """How the figures are grouped. A team is who has the same manager."""

    TEAM = "team"
    SOURCE = "source"
    WEEK = "week"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The figures of all offers of a period, and of each group of them.

    Groups are keyed by the manager's member id (or none), the source, the ISO week, or the owner's member id.
    """

    whole: Figures
    groups: Mapping[Hashable, Figures]


def scorecard_of(connection: Connection, actor: Actor, period: Span, by: By, now: datetime) -> Scorecard:
    """The scorecard of ``period``. By person there are only the asker and those whom the asker manages."""
    offers = scorecard.offers_in(connection, actor.workspace_id, period, now)
    managed_by = scorecard.managers_of(connection, actor.workspace_id, {each.owner_id for each in offers})
    groups: dict[Hashable, Figures]
    match by:
        case By.TEAM:
            groups = dict(figures_by(offers, lambda each: managed_by.get(each.owner_id)))
        case By.SOURCE:
            groups = dict(figures_by(offers, lambda each: each.source))
        case By.WEEK:
            tz = get_workspace(connection, actor.workspace_id).tz
            groups = dict(figures_by(offers, lambda each: _week(each, tz)))
        case By.PERSON:
            mine = [each for each in offers if actor.member_id in {each.owner_id, managed_by.get(each.owner_id)}]
            groups = dict(figures_by(mine, lambda each: each.owner_id))
    return Scorecard(figures(offers), groups)


def _week(offer: OfferFacts, tz: str) -> IsoWeek:
    return week_of(offer.offered_at, tz)
