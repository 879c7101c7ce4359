"""Answers and the reminder of them, checked against the rows and put into words at the moment they leave."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from commands.objection.answering import ANSWERED, DUE
from commands.objection.answering_views import answered_message, due_message
from commands.own_themes import naming_own
from commands.telling import Audience, Composed, Composer
from domain.taxonomy import Ask
from storage import accounts, answers, objections, people
from storage.outbox import Outgoing
from storage.tables import Notice, Objection

#: So many answers fit a message with the longest of texts.
MOST: Final = 6


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {ANSWERED: compose_answered, DUE: compose_due}


def compose_answered(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """Who asked hears all that was answered, in as few messages as hold it; not of what they took back meanwhile."""
    given = answers.answers_by_id(connection, audience.workspace_id, {notice.subject_id for notice in due})
    about = objections.get_objections(connection, audience.workspace_id, {each.objection_id for each in given.values()})
    names = _account_names(connection, audience, list(about.values()))
    items = [
        (each, about[each.objection_id], names.get(about[each.objection_id].account_id or 0))
        for each in sorted(given.values(), key=lambda each: each.id)
        if about[each.objection_id].withdrawn_at is None
    ]
    told = frozenset(notice.id for notice in due if notice.subject_id in {each[0].id for each in items})
    if not items:
        return Composed((), frozenset())
    first, say = min(told), naming_own(connection, audience.workspace_id, audience.say)
    parts = [items[start : start + MOST] for start in range(0, len(items), MOST)]
    messages = [
        Outgoing(
            ANSWERED,
            f"{ANSWERED}:{audience.channel}:{first}:{place}",
            audience.channel,
            answered_message(say, part),
        )
        for place, part in enumerate(parts)
    ]
    return Composed(tuple(messages), told)


def compose_due(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """What is to be answered today, in one message; not what was answered or taken back meanwhile."""
    ids = {notice.subject_id for notice in due}
    answered = answers.latest_answers(connection, audience.workspace_id, ids)
    standing = [
        each
        for each in objections.get_objections(connection, audience.workspace_id, ids).values()
        if each.withdrawn_at is None and each.ask != Ask.NONE and each.id not in answered
    ]
    if not standing:
        return Composed((), frozenset())
    names = _account_names(connection, audience, standing)
    authors = people.names_of(connection, audience.workspace_id, {each.logged_by_id for each in standing})
    standing.sort(key=lambda each: (each.logged_at, each.id))
    items = [(each, names.get(each.account_id or 0), authors.get(each.logged_by_id, "")) for each in standing]
    told = frozenset(notice.id for notice in due if notice.subject_id in {each.id for each in standing})
    say = naming_own(connection, audience.workspace_id, audience.say)
    key = f"{DUE}:{audience.channel}:{min(told)}"
    return Composed((Outgoing(DUE, key, audience.channel, due_message(say, items)),), told)


def _account_names(connection: Connection, audience: Audience, found: Sequence[Objection]) -> dict[int, str]:
    ids = {each.account_id for each in found if each.account_id is not None}
    return accounts.names_by_id(connection, audience.workspace_id, ids)
