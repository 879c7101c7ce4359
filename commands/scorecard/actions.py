"""The scorecard as somebody may see it: teams, sources, weeks for all; a person for themselves and their manager."""

from collections.abc import Hashable, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.members import only_members
from commands.scorecard.parse import By, ShowScorecard
from domain.scorecard import Figures, OfferFacts, figures, figures_by, teams
from domain.values import frozen
from domain.weeks import IsoWeek, Span, week_of, week_span
from storage import handoffs, scorecard
from storage.people import get_workspace

#: Stands for all teams that are too small to be shown by themselves.
SMALL_TEAMS: Final = "small"


@frozen
class Scorecard:
    """The figures of all offers of a period, and of each group of them.

    Groups are keyed by the manager's member id (none, or `SMALL_TEAMS`), the source, the ISO week, or the owner's
    member id.
    """

    whole: Figures
    groups: Mapping[Hashable, Figures]


@frozen
class Named:
    """A person in a label: Slack's id for a mention, the name for a table."""

    slack_id: str
    name: str


@frozen
class Shown:
    """A scorecard with what is needed to show it: the period in the zone ``tz``, and who its keys are."""

    wanted: ShowScorecard
    scorecard: Scorecard
    period: Span
    tz: str
    people: Mapping[int, Named]


def show(services: Services, actor: Actor, wanted: ShowScorecard) -> Shown:
    """The scorecard of the weeks that are wanted, as it stands now. Raises NotAMemberError for a guest."""
    now = services.now()
    with services.database.read() as connection:
        only_members(connection, actor)
        tz = get_workspace(connection, actor.workspace_id).tz
        this_week = week_of(now, tz)
        period = Span(week_span(this_week.shift(1 - wanted.weeks), tz).start, week_span(this_week, tz).end)
        found = scorecard_of(connection, actor, period, wanted.by, now)
        members = {key for key in found.groups if isinstance(key, int)}
        named = handoffs.members_by_id(connection, actor.workspace_id, members)
    people = {key: Named(each.slack_user_id, each.display_name) for key, each in named.items()}
    return Shown(wanted, found, period, tz, people)


def scorecard_of(connection: Connection, actor: Actor, period: Span, by: By, now: datetime) -> Scorecard:
    """The scorecard of ``period``. By person there are only the asker and those whom the asker manages."""
    offers = scorecard.offers_in(connection, actor.workspace_id, period, now)
    managed_by = scorecard.managers_of(connection, actor.workspace_id, {each.owner_id for each in offers})
    groups: dict[Hashable, Figures]
    match by:
        case By.TEAM:
            shown, small = teams(offers, managed_by, {actor.member_id})
            groups = shown
            if small is not None:
                groups[SMALL_TEAMS] = small
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
