"""A pause that nobody ends: its owner is reminded of it, once, and not when work went on meanwhile."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from commands import blocks
from commands.blocks import Json
from commands.handoff import buttons, planning
from commands.handoff.cards import SUBJECT, HandoffCard, card_of
from commands.handoff.notice_views import LISTED
from commands.handoff.planning import Telling
from commands.handoff.words import Reader, pause_reason, title_of
from commands.telling import Audience, Composed
from domain.handoff import OPEN, PAUSE_REMINDED_AFTER
from storage import handoffs, pauses, people
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.outbox import Outgoing
from storage.tables import Notice


def remind_owner(work: UnitOfWork, workspace_id: WorkspaceId, handoff_id: int, now: datetime) -> bool:
    """Its clock has stood still for long: plan the reminder; False when it runs again, or the owner was reminded."""
    handoff = handoffs.take_handoffs(work, workspace_id, {handoff_id}).get(handoff_id)
    subject = (SUBJECT, handoff_id)
    if handoff is None or not pauses.mark_reminded(work, workspace_id, subject, now - PAUSE_REMINDED_AFTER, now):
        return False
    telling = Telling(work, workspace_id, now)
    telling.member(planning.STANDS_STILL, handoff.owner_id, subject)
    telling.store()
    return True


def compose(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """One alone with its button, several as a list; nothing of those that went on or have another owner."""
    is_person = people.find_member(connection, audience.workspace_id, audience.channel) is not None
    cards: list[HandoffCard] = []
    told: list[int] = []
    for notice in due:
        card = card_of(connection, audience.workspace_id, notice.subject_id)
        # For an owner who left the channel reads it.
        concerned = card.owner == audience.channel if is_person else card.owner_has_left
        if concerned and _stands_still(card, audience.now):
            cards.append(card)
            told.append(notice.id)
    if not cards:
        return Composed((), frozenset())
    reader = Reader(audience.say, audience.tz, audience.now, shared=not is_person)
    key = f"{planning.STANDS_STILL}:{audience.channel}"
    if len(cards) == 1:
        bodies = [_message(reader, cards[0], may_resume=is_person)]
    else:
        bodies = [_list(reader, cards[start : start + LISTED]) for start in range(0, len(cards), LISTED)]
    messages = tuple(
        Outgoing(planning.STANDS_STILL, f"{key}:{min(told)}:{place}", audience.channel, body)
        for place, body in enumerate(bodies)
    )
    return Composed(messages, frozenset(told))


def _stands_still(card: HandoffCard, now: datetime) -> bool:
    """Whether this is still the pause that was meant: one that began anew is young."""
    since = card.paused_since
    return card.state in OPEN and since is not None and since <= now - PAUSE_REMINDED_AFTER


def _message(reader: Reader, card: HandoffCard, *, may_resume: bool) -> Json:
    line = _said(reader, card, "notice-standing" if may_resume else "notice-standing-line")
    pressed = [buttons.resume_button(reader.say, card)] if may_resume else []
    pressed.append(buttons.show_button(reader.say, card))
    rows = [blocks.section(f":double_vertical_bar: {line}"), blocks.actions(*pressed, block_id=buttons.NOTICE)]
    return blocks.message(line, rows)


def _list(reader: Reader, cards: Sequence[HandoffCard]) -> Json:
    title = reader.say("notice-standing-list", count=len(cards))
    rows = [blocks.section(f"*{title}*")]
    for card in cards:
        line = _said(reader, card, "notice-standing-line")
        rows.append(blocks.section(line, accessory=buttons.show_button(reader.say, card)))
    return blocks.message(title, rows)


def _said(reader: Reader, card: HandoffCard, key: str) -> str:
    when = reader.moment(card.paused_since or reader.now)
    reason = pause_reason(reader.say, card.paused or "")
    return reader.say(key, title=f"*{title_of(reader.say, card)}*", when=when, reason=reason)
