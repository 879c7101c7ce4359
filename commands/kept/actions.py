"""The use cases: keep what Slack reports of an open form, offer it again, go on with it, forget it."""

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Connection

from commands.blocks import Json
from commands.context import Actor, Services
from commands.form_shape import as_kept, changes_a_record, form_of, going_on
from commands.kept import views
from storage import kept_forms, notices, outbox
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.outbox import Outgoing
from storage.tables import KeptForm

#: Makes a form anew, its fields following from what was chosen in it: by callback id.
Followers = Mapping[str, Callable[[Actor, Json], Json]]

OFFER: Final = "form_kept"
SUBJECT: Final = "kept_form"
#: A form that failed stays open, and most people press *Save* again: only then is it worth a message.
OFFERED_AFTER: Final = timedelta(minutes=2)
#: A form larger than this (characters of JSON) is none of ours.
_LARGEST: Final = 200_000


def report(services: Services, actor: Actor, view: Mapping[str, Any]) -> None:
    """Something was chosen in an open form, and Slack told what stands in it by now."""
    body = as_kept(view)
    if not _fits(body):
        return
    with services.database.write() as work:
        view_id = str(view["id"])
        now = services.system_now()
        body = _as_it_began(work.connection, actor, view_id, body)
        kept_forms.keep(work, actor.workspace_id, actor.member_id, view_id, kept_forms.REPORTED, body, now)
        work.commit()


def fail(services: Services, actor: Actor, view: Mapping[str, Any]) -> None:
    """A submitted form could not be stored by our fault: keep it, and offer it unless it was stored meanwhile."""
    body = as_kept(view)
    if not _fits(body):
        return
    now = services.now()
    with services.database.write() as work:
        kept = kept_forms.keep(
            work,
            actor.workspace_id,
            actor.member_id,
            str(view["id"]),
            kept_forms.FAILED,
            body,
            services.system_now(),
        )
        notices.drop_pending(work, actor.workspace_id, SUBJECT, kept)
        planned = PlannedNotice(
            OFFER, notices.NOW, Recipient(member_id=actor.member_id), SUBJECT, kept, now + OFFERED_AFTER
        )
        notices.add_notices(work, actor.workspace_id, [planned], now)
        work.commit()


def close(services: Services, actor: Actor, view_id: str) -> None:
    """A form was closed unsaved: what was reported of it is offered to whoever typed it, by DM, once."""
    with services.database.read() as connection:
        kept = kept_forms.find(connection, actor.workspace_id, view_id, actor.member_id)
        if kept is None or was_stored(connection, kept):
            return
    body, failed = kept_forms.body_of(kept), kept.why == kept_forms.FAILED
    if not failed and not views.typed_in(body):
        return  # chosen, nothing written: not worth a message
    message = views.offer_message(services.say(actor), kept.id, body, failed=failed)
    with services.database.write() as work:
        notices.drop_pending(work, actor.workspace_id, SUBJECT, kept.id)
        outbox.enqueue(
            work,
            actor.workspace_id,
            Outgoing(OFFER, offer_key(kept.id), actor.slack_user_id, message),
            services.system_now(),
        )
        work.commit()


def forget(services: Services, actor: Actor, view_id: str) -> None:
    """A form was stored: what was kept of it has served."""
    with services.database.read() as connection:
        kept = kept_forms.find(connection, actor.workspace_id, view_id, actor.member_id)
    if kept is None:
        return
    with services.database.write() as work:
        notices.drop_pending(work, actor.workspace_id, SUBJECT, kept.id)
        kept_forms.forget(work, actor.workspace_id, view_id)
        work.commit()


def to_continue(services: Services, actor: Actor, kept_id: int, followers: Followers) -> Json | None:
    """The form to go on with; nothing when it was stored or forgotten meanwhile.

    What Slack reported are the fields as they stood when something was chosen: those that follow from the choice came
    after it. So a form whose fields depend on others is made anew by its own slice (``followers``).
    """
    with services.database.read() as connection:
        kept = kept_forms.get(connection, actor.workspace_id, kept_id, actor.member_id)
        if kept is None or was_stored(connection, kept):
            return None
    body = kept_forms.body_of(kept)
    follow = followers.get(str(body.get("callback_id")))
    return views.refilled(body, _form_of(kept)) if follow is None else going_on(follow(actor, body), _form_of(kept))


def went_on(services: Services, actor: Actor, kept_id: int, view_id: str) -> None:
    """It is open again as ``view_id``, and the same form still: stored there or where it began, it has served."""
    with services.database.write() as work:
        kept = kept_forms.get(work.connection, actor.workspace_id, kept_id, actor.member_id)
        if kept is not None:
            body = going_on(kept_forms.body_of(kept), _form_of(kept))
            kept_forms.move(work, actor.workspace_id, kept_id, view_id, body)
            work.commit()


def was_stored(connection: Connection, kept: KeptForm) -> bool:
    """Whether the form was stored, in whichever of the views that went on with it.

    An *Edit* in the view of a receipt is not: what was stored there is what it changes.
    """
    if changes_a_record(kept_forms.body_of(kept)):
        return False
    return kept_forms.was_stored(connection, WorkspaceId(kept.workspace_id), _form_of(kept))


def _form_of(kept: KeptForm) -> str:
    return form_of({**kept_forms.body_of(kept), "id": kept.view_id})


def offer_key(kept_id: int) -> str:
    """Under which a kept form is offered once, whatever tells of it first."""
    return f"kept:{kept_id}"


def _as_it_began(connection: Connection, actor: Actor, view_id: str, body: Json) -> Json:
    """With the texts that the form began with: one that was shown anew begins with what had been typed by then."""
    earlier = kept_forms.find(connection, actor.workspace_id, view_id, actor.member_id)
    return body if earlier is None else {**body, "began": views.began_with(kept_forms.body_of(earlier))}


def _fits(body: Json) -> bool:
    return len(json.dumps(body)) <= _LARGEST
