"""Requests for reviews, checked against the rows and put into words at the moment they leave."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.closings import SETTLED, WANTED
from commands.specs import WIN_LOSS
from commands.telling import Audience, Composed, Composer
from commands.win_loss.due_views import Reader, settled_message, wanted_message
from storage import outbox, review_requests
from storage.outbox import Outgoing
from storage.review_requests import OPEN, SUBJECT, WantedReview
from storage.tables import Notice


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {WANTED: compose_wanted, SETTLED: compose_settled}


def compose_wanted(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """All that one reader is asked for in one message; not what is reviewed, withdrawn or asked of another by now."""
    found = review_requests.wanted(connection, audience.workspace_id, {notice.subject_id for notice in due})
    # A channel is told what could not be told to a person, whoever that was.
    asked = [
        each
        for each in found.values()
        if each.state == OPEN and (not _is_person(audience) or each.asked == audience.channel)
    ]
    told = frozenset(notice.id for notice in due if notice.subject_id in {each.id for each in asked})
    if not asked:
        return Composed((), frozenset())
    asked.sort(key=lambda each: (each.due_at or audience.now, each.id))
    message = Outgoing(
        WANTED,
        f"{WANTED}:{audience.channel}:{min(told)}",
        audience.channel,
        wanted_message(_reader(audience), asked, WIN_LOSS.as_typed(None, audience.say.locale)),
        subject=(SUBJECT, asked[0].id, asked[0].version) if len(asked) == 1 else None,
    )
    return Composed((message,), told)


def compose_settled(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """Bring the message that asked for one review up to what is true now; a list stays the list of its day."""
    ids = {notice.subject_id for notice in due}
    messages = [
        _standing(audience, each)
        for each in review_requests.wanted(connection, audience.workspace_id, ids).values()
        if outbox.first_post(connection, audience.workspace_id, SUBJECT, each.id, audience.channel) is not None
    ]
    return Composed(tuple(messages), frozenset(notice.id for notice in due))


def _standing(audience: Audience, wanted: WantedReview) -> Outgoing:
    reader = _reader(audience)
    command = WIN_LOSS.as_typed(None, audience.say.locale)
    body = wanted_message(reader, [wanted], command) if wanted.state == OPEN else settled_message(reader, wanted)
    return Outgoing(
        SETTLED,
        f"{SUBJECT}:{wanted.id}:{audience.channel}:v{wanted.version}",
        audience.channel,
        body,
        operation="update",
        subject=(SUBJECT, wanted.id, wanted.version),
    )


def _is_person(audience: Audience) -> bool:
    return audience.channel[:1] in {"U", "W"}


def _reader(audience: Audience) -> Reader:
    return Reader(audience.say, audience.tz, audience.now, audience.channel if _is_person(audience) else None)
