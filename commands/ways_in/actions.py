"""The use cases: what a message says, kept whole when it is long; and the offer after a reaction."""

from typing import Final

from commands import mrkdwn
from commands.blocks import PLAIN_INPUT
from commands.context import Actor, Services
from commands.openers import Evidence, Heard
from commands.ways_in import views
from commands.ways_in.parse import Reacted
from domain.text import clean
from storage import kept_forms, outbox, people
from storage.outbox import EPHEMERAL, Outgoing

OFFER: Final = "reaction_offer"
#: Conversations between people and the app: nobody else is there to keep quiet for.
_DIRECT: Final = "D"


def hear(services: Services, actor: Actor, text: str, evidence: Evidence, key: str) -> Heard:
    """What a message (in Slack's markup) says, as people read it. All of a long one is kept, under ``key``."""
    said = clean(_readable(services, actor, text)).value
    if len(said) <= PLAIN_INPUT:
        return Heard(said, evidence)
    with services.database.write() as work:
        kept = kept_forms.keep(
            work,
            actor.workspace_id,
            actor.member_id,
            f"text:{key}",
            kept_forms.TEXT,
            {"text": said},
            services.system_now(),
        )
        work.commit()
    return Heard(said, evidence, kept)


def kept_text(services: Services, actor: Actor, kept_id: int) -> str | None:
    """All of a long text; nothing when it was forgotten meanwhile."""
    with services.database.read() as connection:
        return kept_forms.text_of(connection, actor.workspace_id, kept_id, actor.member_id)


def offer_after_reaction(services: Services, actor: Actor, reacted: Reacted) -> bool:
    """Offer to log the message, once a person and message, if its emoji is the workspace's. Gives whether it was.

    Only the person sees it: beside the message, or by DM where other organisations read along.
    """
    with services.database.read() as connection:
        emoji = people.get_workspace(connection, actor.workspace_id).reaction
    if not emoji or emoji != reacted.emoji:
        return False
    body = views.offer_message(services.say(actor), reacted)
    key = f"reaction:{reacted.channel}:{reacted.ts}:{reacted.reactor}"
    if actor.in_shared_channel or reacted.channel.startswith(_DIRECT):
        offer = Outgoing(OFFER, key, actor.slack_user_id, body)
    else:
        offer = Outgoing(OFFER, key, reacted.channel, {**body, "user": actor.slack_user_id}, operation=EPHEMERAL)
    with services.database.write() as work:
        enqueued = outbox.enqueue(work, actor.workspace_id, offer, services.system_now())
        work.commit()
    return enqueued is not None


def _readable(services: Services, actor: Actor, text: str) -> str:
    ids = mrkdwn.mentioned(text)
    names: dict[str, str] = {}
    if ids:
        with services.database.read() as connection:
            names = people.display_names(connection, actor.workspace_id, ids)
    return mrkdwn.readable(text, names)
