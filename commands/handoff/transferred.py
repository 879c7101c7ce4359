"""What a colleague is told when somebody's open handoffs become theirs: one message, what is due first in front."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.context import Actor
from commands.handoff import list_views, planning, views
from commands.handoff.cards import SUBJECT
from commands.handoff.lists import show
from commands.handoff.words import Reader
from commands.telling import Audience, Composed
from storage import handoff_lists, people
from storage.handoff_lists import Whose
from storage.outbox import Outgoing
from storage.tables import Notice


def compose(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """One that is left alone in full, several as a list; nothing of those that went on or ended meanwhile."""
    workspace_id = audience.workspace_id
    member = people.find_member(connection, workspace_id, audience.channel)
    if member is None:  # a channel reads for somebody who left: it has its own message of each
        return Composed((), frozenset())
    of_handoff = {notice.subject_id: notice.id for notice in due}
    whose = Whose((member.id,), among=of_handoff.keys())
    items = handoff_lists.list_open(connection, workspace_id, whose, limit=len(of_handoff))
    if not items:
        return Composed((), frozenset())
    still = {each.id for each in items}
    told = frozenset(notice.id for notice in due if notice.subject_id in still)
    key = f"{planning.TRANSFERRED}:{audience.channel}:{min(told)}"
    reader = Reader(audience.say, audience.tz, audience.now)
    if len(items) == 1:
        viewer = Actor(workspace_id, member.id, member.slack_user_id, member.locale, member.tz, member.is_admin)
        only = show(connection, workspace_id, items[0].id, viewer)
        body = views.owner_message(reader, only.card, only.hours)
        subject = (SUBJECT, only.card.id, only.card.version)
        return Composed((Outgoing(planning.TRANSFERRED, key, audience.channel, body, subject=subject),), told)
    given = handoff_lists.passed_on_by(connection, workspace_id, still)
    body = list_views.transferred_message(reader, items, given)
    return Composed((Outgoing(planning.TRANSFERRED, key, audience.channel, body),), told)
