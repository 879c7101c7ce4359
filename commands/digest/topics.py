"""A theme that the notes suggest: offered once to whoever leads marketing, or an admin; a person decides on it.

What is taken up is a theme like the product's from then on (`commands.own_themes`); what is not is never offered again.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.digest.topics_views import topic_message
from commands.i18n import Texts
from commands.members import only_deciders
from commands.once import once
from commands.own_themes import themes_named
from commands.telling import Audience, Composed, Composer
from domain.calendars import STANDARD
from domain.emerging import Insights
from domain.sla_clock import next_working_moment
from storage import notices, objections, people, topics
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.outbox import Outgoing
from storage.tables import Member, Notice, Objection, Topic

OFFERED: Final = "topic_offered"
SUBJECT: Final = "topic"
#: Notes that are quoted where a theme is offered; `/objection search` finds the others.
_QUOTED: Final = 5


def offer(work: UnitOfWork, workspace_id: WorkspaceId, insights: Insights, texts: Texts, now: datetime) -> None:
    """Offer what stands out and never was offered, in the transaction of the digest that tells of it.

    Not what a theme of the product is called already: that can be chosen.
    """
    groups = [each for each in insights.groups if not themes_named(texts, each.label)]
    if not groups:
        return
    reader = _who_decides(work.connection, workspace_id)
    if reader is None:
        return
    when = next_working_moment(STANDARD(reader.tz), now)
    planned = [
        PlannedNotice(OFFERED, notices.NOW, Recipient(reader.id), SUBJECT, topic_id, when)
        for topic_id in topics.offer(work, workspace_id, groups, now)
    ]
    notices.add_notices(work, workspace_id, planned, now)


def decide(services: Services, actor: Actor, topic_id: int, state: str, key: str) -> Topic | None:
    """Take a theme up (`topics.FOLLOWED`) or not (`topics.DISMISSED`); gives it as it stands, whoever was first.

    Raises NotADeciderError.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        if topics.decide(work, actor.workspace_id, topic_id, state, actor.member_id, now):
            note_act(work, actor, f"topic_{state}", (SUBJECT, topic_id), now, {})
        return {}

    once(services, actor, key, act)
    with services.database.read() as connection:
        return topics.find_topic(connection, actor.workspace_id, topic_id)


def compose_offered(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """A message for each theme that nobody has decided on meanwhile."""
    messages: list[Outgoing] = []
    told: set[int] = set()
    for notice in due:
        topic = topics.find_topic(connection, audience.workspace_id, notice.subject_id)
        if topic is None or topic.state != topics.PROPOSED:
            continue
        told.add(notice.id)
        body = topic_message(topic, _notes(connection, audience.workspace_id, topic), audience.say)
        messages.append(Outgoing(OFFERED, f"topic:{topic.id}:{audience.channel}", audience.channel, body))
    return Composed(tuple(messages), frozenset(told))


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {OFFERED: compose_offered}


def _notes(connection: Connection, workspace_id: WorkspaceId, topic: Topic) -> list[Objection]:
    ids = topics.notes_of(connection, workspace_id, topic)[:_QUOTED]
    found = objections.get_objections(connection, workspace_id, ids)
    return [found[each] for each in ids]


def _who_decides(connection: Connection, workspace_id: WorkspaceId) -> Member | None:
    lead = topics.marketing_lead(connection, workspace_id)
    if lead is not None:
        return lead
    for slack_user_id in people.list_admins(connection, workspace_id, limit=1):
        return people.find_member(connection, workspace_id, slack_user_id)
    return None
