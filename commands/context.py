"""Who asks, and what a use case may lean on."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from commands.i18n import Say, Texts
from commands.minds import Minds
from domain.values import frozen
from storage.database import Database
from storage.ids import WorkspaceId
from storage.tables import Member

#: What Slack sends, or a part of it: a command, a button, a form.
Payload = Mapping[str, Any]

#: Key under which the identification middleware leaves the actor in Bolt's context.
ACTOR_KEY = "lazo_actor"


@frozen
class Actor:
    """The person behind a payload, as known when it arrived.

    ``locale`` is one of `commands.i18n.LOCALES`; ``tz`` an IANA zone. ``in_shared_channel`` tells that the payload
    comes from a channel that other organisations can read: answers then go by DM.
    """

    workspace_id: WorkspaceId
    member_id: int
    slack_user_id: str
    locale: str
    tz: str
    is_admin: bool = False
    in_shared_channel: bool = False


@frozen
class Services:
    """What the composition root hands to every slice.

    ``now`` is the business clock (aware UTC): due dates and periods. ``system_now`` is the real one, for what the
    outbox may try when. ``find_person`` gives the member behind a Slack user id, from our rows or, for somebody never
    met, once from Slack (within 1.5 s, never inside a transaction); nothing when neither can say. ``minds`` is absent
    where no language model is set up.
    """

    database: Database
    texts: Texts
    now: Callable[[], datetime]
    system_now: Callable[[], datetime]
    find_person: Callable[[WorkspaceId, str], Member | None]
    minds: Minds | None = None

    def say(self, actor: Actor) -> Say:
        """The actor's language."""
        return self.texts.into(actor.locale)


def actor_of(context: Mapping[str, Any]) -> Actor:
    """The actor that the identification middleware found."""
    actor = context[ACTOR_KEY]
    if not isinstance(actor, Actor):
        message = "the identification middleware did not run"
        raise TypeError(message)
    return actor
