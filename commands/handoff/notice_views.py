"""What others are told of handoffs, as messages: owed, late, come back. Pure: cards in, Block Kit out."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.handoff import buttons
from commands.handoff.cards import HandoffCard
from commands.handoff.views import context_rows, rating_rows, status_rows
from commands.handoff.words import Reader, deadline_line, is_late, mention, owed, state_line, title_of
from commands.quality_words import view_line
from domain.calendars import CalendarSpec
from domain.handoff import RETURNED, HandoffState, Move
from domain.policy import TimerKind
from domain.taxonomy import RETURN_ACTIONS, ReturnReason

#: So many lines of a list fit a message with the longest of names.
LISTED: Final = 20
#: The same for those that came back: each has its note.
RETURNED_LISTED: Final = 10
_NOTE: Final = 300
#: So many views of a lead that came back are listed.
_VIEWS: Final = 2


class Part(StrEnum):
    """What somebody is to a handoff: it decides which of its sides they are told, and what they can do."""

    OWNER = "owner"
    MARKETER = "marketer"
    BACKUP = "backup"
    MANAGER = "manager"
    #: Everybody who reads a channel: nobody is named there for being late.
    CHANNEL = "channel"


def part_of(card: HandoffCard, slack_id: str) -> Part | None:
    """What the reader is to a handoff; nothing when it does not concern them any more."""
    for part, person in ((Part.OWNER, card.owner), (Part.MARKETER, card.marketer), (Part.BACKUP, card.backup)):
        if person == slack_id:
            return part
    return Part.MANAGER if Move.REASSIGN in card.moves else None


def promise_message(reader: Reader, card: HandoffCard, part: Part, hours: CalendarSpec) -> Json:
    """That something is owed soon, or late: who owes it, since when, and the one button that helps."""
    line = promise_line(reader, card, part, hours)
    icon = ":red_circle:" if is_late(card, reader.now) else ":alarm_clock:"
    pressed = [] if part is Part.CHANNEL else [_helping(reader, card, part)]
    pressed.append(buttons.show_button(reader.say, card))
    return blocks.message(line, [blocks.section(f"{icon} {line}"), blocks.actions(*pressed, block_id=buttons.NOTICE)])


def promise_line(reader: Reader, card: HandoffCard, part: Part, hours: CalendarSpec) -> str:
    """The same as one line of mrkdwn."""
    say, timer = reader.say, owed(card)
    title = f"*{title_of(say, card)}*"
    if part is Part.OWNER or timer is None:
        return say("notice-yours", title=title, deadline=deadline_line(reader, card, hours) or "")
    if part is Part.CHANNEL:
        return say("notice-waiting", title=title, when=reader.moment(timer.due_at))
    told = {"title": title, "owner": mention(card.owner), "when": reader.moment(timer.due_at)}
    line = say(f"notice-late-{timer.kind}", **told)
    return f"{line} {say(f'notice-then-{part}')}" if part is not Part.MARKETER else line


def promise_list(reader: Reader, items: Sequence[tuple[HandoffCard, Part, CalendarSpec]]) -> Json:
    """Several at once, at most `LISTED`, what is late first."""
    say = reader.say
    title = say("notice-list", count=len(items))
    rows = [blocks.section(f"*{title}*")]
    for card, part, hours in items[:LISTED]:
        rows.append(
            blocks.section(
                promise_line(reader, card, part, hours), accessory=_helping(reader, card, part, numbered=True)
            )
        )
    return blocks.message(title, rows)


def unrouted_message(reader: Reader, card: HandoffCard) -> Json:
    """Nobody can take a lead: whoever looks after it gives it to somebody."""
    say = reader.say
    head = say("notice-unrouted", title=f"*{title_of(say, card)}*", owner=mention(card.owner))
    rows = [blocks.section(f":warning: {head}"), *status_rows(reader, card, None), *context_rows(reader, card)]
    return blocks.message(head, [*rows, *buttons.owner_rows(reader, card)])


def marketer_message(reader: Reader, card: HandoffCard) -> Json:
    """A lead that came back, as its marketer sees it on any day: why, when they are asked, what they can do."""
    say = reader.say
    title = f"*{title_of(say, card)}*"
    if card.next_round is not None:
        line = say("notice-recycle-done", title=title)
    elif card.state is HandoffState.RECYCLED and card.recycle_at is None:
        line = say("notice-dropped", title=title)
    elif card.recycle_at is not None and card.recycle_at <= reader.now:
        line = say("notice-recycle", title=title, owner=mention(card.owner))
    elif card.state in RETURNED or card.return_reason is not None:
        line = returned_line(reader, card)
    else:
        line = f"{title}: {state_line(reader, card)}"
    said = rating_rows(reader, card, noted=card.return_note is None)
    rows = [blocks.section(line), *_note_rows(card), *said, *buttons.marketer_row(reader, card)]
    rows.append(blocks.actions(buttons.show_button(say, card)))
    return blocks.message(line, rows)


def returned_line(reader: Reader, card: HandoffCard) -> str:
    """Who returned what and why, and what becomes of it."""
    say = reader.say
    title, owner = f"*{title_of(say, card)}*", mention(card.owner)
    if card.return_reason is None:
        return say("notice-expired", title=title, owner=owner)
    action = RETURN_ACTIONS[ReturnReason(card.return_reason)]
    told = {"title": title, "owner": mention(_returner(card)), "reason": say(f"reason-{card.return_reason}")}
    when = reader.moment(card.recycle_at) if card.recycle_at else "–"
    return say(f"notice-returned-{action}", **told, when=when)


def _returner(card: HandoffCard) -> str:
    """Who sent it back: whoever has it as a rule, but also their backup or a manager."""
    done = f"handoff_{card.state.value}"
    return next((each.actor for each in reversed(card.history) if each.action == done and each.actor), card.owner)


def returned_list(reader: Reader, cards: Sequence[HandoffCard]) -> Json:
    """Those of the day, at most `RETURNED_LISTED`."""
    say = reader.say
    title = say("notice-returned-list", count=len(cards))
    rows = [blocks.section(f"*{title}*")]
    for card in cards[:RETURNED_LISTED]:
        rows += [
            blocks.section(returned_line(reader, card), accessory=buttons.show_button(say, card)),
            *_note_rows(card),
            *(blocks.context(view_line(say, each, noted=False)) for each in card.ratings[:_VIEWS]),
        ]
    return blocks.message(title, rows)


def moved_message(reader: Reader, card: HandoffCard, hours: CalendarSpec, because: str) -> Json:
    """A deadline moved, and why."""
    say = reader.say
    told = {"title": f"*{title_of(say, card)}*", "because": _because(reader, because)}
    line = say("notice-moved", **told, deadline=deadline_line(reader, card, hours) or "")
    return blocks.message(line, [blocks.section(line), blocks.actions(buttons.why_button(say, card))])


def expired_message(reader: Reader, card: HandoffCard) -> Json:
    """A lead went on since it was not answered: what somebody who had it is told."""
    say = reader.say
    line = say("notice-expired", title=f"*{title_of(say, card)}*", owner=mention(card.owner))
    return blocks.message(line, [blocks.section(line), *buttons.marketer_row(reader, card)])


def _because(reader: Reader, because: str) -> str:
    key = f"moved-{because}"
    return reader.say(key) if reader.say.has(key) else blocks.escape(because.replace("_", " "))


def _helping(reader: Reader, card: HandoffCard, part: Part, *, numbered: bool = False) -> Json:
    """The one button that helps: the owner does it, the backup takes it, the manager gives it to somebody."""
    say, timer = reader.say, owed(card)
    if part is Part.BACKUP and Move.REASSIGN in card.moves:
        return buttons.take_button(say, card)
    if part is Part.MANAGER and Move.REASSIGN in card.moves:
        return buttons.reassign_button(say, card)
    if part is Part.OWNER and timer is not None and timer.kind == TimerKind.ACCEPT and Move.ACCEPT in card.moves:
        return buttons.accept_button(say, card)
    if part is Part.OWNER and timer is not None and timer.kind == TimerKind.ATTEMPT and Move.ATTEMPT in card.moves:
        return buttons.attempt_button(say, card)
    return buttons.why_button(say, card) if not numbered else buttons.show_button(say, card)


def _note_rows(card: HandoffCard) -> list[Json]:
    return [blocks.quote(card.return_note, _NOTE)] if card.return_note else []
