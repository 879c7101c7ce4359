"""The offer of a form that failed, checked once more at the moment it leaves."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.kept import views
from commands.kept.actions import OFFER, offer_key, was_stored
from commands.telling import Audience, Composed, Composer
from storage import kept_forms
from storage.outbox import Outgoing
from storage.tables import Notice


def compose_kept(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """A message for each form that was not stored after all."""
    messages: list[Outgoing] = []
    told: set[int] = set()
    for notice in due:
        kept = kept_forms.get(connection, audience.workspace_id, notice.subject_id, notice.member_id or 0)
        if kept is None or was_stored(connection, kept):
            continue
        body = views.offer_message(audience.say, kept.id, kept_forms.body_of(kept), failed=True)
        messages.append(Outgoing(OFFER, offer_key(kept.id), audience.channel, body))
        told.add(notice.id)
    return Composed(tuple(messages), frozenset(told))


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {OFFER: compose_kept}
