"""Which reviews are due: mine, and for who leads others how many of theirs wait and since when. Reads only."""

from typing import Final

from sqlalchemy import Connection

from commands.context import Actor, Services
from domain.taxonomy import Team
from domain.values import frozen
from storage import handoff_lists, people, review_requests
from storage.ids import WorkspaceId
from storage.review_requests import Waiting, WantedReview, Whose

#: So many of mine and of my team fit one message with the longest of names.
LIST_LIMIT: Final = 8


@frozen
class Due:
    """What waits for a review. ``team`` is nothing for who leads nobody; its rows are deals, whoever's they are."""

    mine: tuple[WantedReview, ...]
    my_count: Waiting
    team: tuple[WantedReview, ...] = ()
    team_count: Waiting | None = None


def due_of(services: Services, actor: Actor, *, limit: int = LIST_LIMIT) -> Due:
    """What ``actor`` is to review, and what their team is; what is due first in front."""
    now = services.now()
    with services.database.read() as connection:
        own, workspace_id = Whose({actor.member_id}), actor.workspace_id
        mine = tuple(review_requests.list_open(connection, workspace_id, own, limit=limit))
        my_count = review_requests.count_open(connection, workspace_id, own, now)
        led = _led(connection, workspace_id, actor.member_id)
        if led is None:
            return Due(mine, my_count)
        team = tuple(review_requests.list_open(connection, workspace_id, led, limit=limit))
        return Due(mine, my_count, team, review_requests.count_open(connection, workspace_id, led, now))


def _led(connection: Connection, workspace_id: WorkspaceId, member_id: int) -> Whose | None:
    """Whose reviews somebody looks after beside their own: everybody's for admins and who leads sales."""
    member = people.get_member(connection, workspace_id, member_id)
    if member.is_admin or (member.is_manager and member.team == Team.SALES):
        return Whose(None, but_id=member_id)
    led = handoff_lists.managed_ids(connection, workspace_id, member_id)
    return Whose(led) if led else None
