"""What others are told of ratings, checked and put into words at the moment it leaves."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.lead_quality import notice_views
from commands.lead_quality.telling import TELL
from commands.telling import Audience, Composed, Composer
from storage import lead_ratings
from storage.outbox import Outgoing
from storage.tables import Notice


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {TELL: compose_rated}


def compose_rated(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """All that is due as lists, a line a lead. What was withdrawn, and what the reader said, is not told."""
    # All in one question: the writer waits meanwhile.
    standing = lead_ratings.ratings_of_leads(connection, audience.workspace_id, {each.subject_id for each in due})
    others = {
        lead_id: [rating for rating in found if rating.rated_by != audience.channel]
        for lead_id, found in standing.items()
    }
    told = frozenset(notice.id for notice in due if others.get(notice.subject_id))
    if not told:
        return Composed((), frozenset())
    leads = [others[lead_id] for lead_id in dict.fromkeys(each.subject_id for each in due) if others.get(lead_id)]
    parts = [leads[start : start + notice_views.LISTED] for start in range(0, len(leads), notice_views.LISTED)]
    messages = (
        Outgoing(
            TELL,
            f"leads-rated:{audience.channel}:{min(told)}:{place}",
            audience.channel,
            notice_views.rated_list(audience.say, part),
        )
        for place, part in enumerate(parts)
    )
    return Composed(tuple(messages), told)
