"""What who proposed a change reads of it, in words."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.icp.telling import DECIDED
from commands.icp.views import decided_message
from commands.telling import Audience, Composed, Composer
from storage import icp, people
from storage.outbox import Outgoing
from storage.tables import Notice


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {DECIDED: compose}


def compose(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """One message for all that were decided."""
    changes = [icp.find_change(connection, audience.workspace_id, notice.subject_id) for notice in due]
    decided = [each for each in changes if each is not None and each.decided_by_id is not None]
    if not decided:
        return Composed((), frozenset())
    deciders = {each.decided_by_id for each in decided if each.decided_by_id is not None}
    named = people.names_of(connection, audience.workspace_id, deciders)
    told = frozenset(notice.id for notice in due)
    body = decided_message(audience.say, decided, named)
    return Composed((Outgoing("icp", f"icp:{audience.channel}:{min(told)}", audience.channel, body),), told)
