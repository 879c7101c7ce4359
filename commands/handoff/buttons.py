"""What can be pressed on a handoff: the moves that fit its state and whoever looks at it."""

from commands import blocks
from commands.blocks import Json
from commands.handoff.cards import HandoffCard
from commands.handoff.words import Reader, owed
from commands.i18n import Say
from commands.ids import ActionId
from commands.pickers import overflow
from domain.handoff import MARKETERS, HandoffState, Move

#: What a snooze may last; the text keys of the choices.
SNOOZES = ("hour", "tomorrow", "monday", "pick")
#: Block ids tell where a button stands: in the message that follows its handoff, or in one that told of it once.
OWN = "handoff_own"
NOTICE = "handoff_notice"
#: Whoever has tried to reach a lead knows how good it is.
_RATED_IN = frozenset({HandoffState.ACCEPTED, HandoffState.ATTEMPTED, HandoffState.CONTACTED, HandoffState.QUALIFIED})
#: Any of these is behind *Return…*.
_RETURNS = frozenset({Move.RECYCLE, Move.REROUTE, Move.DISQUALIFY})


def reference(card: HandoffCard) -> str:
    """What a button carries: the handoff and the version that was shown."""
    return f"{card.id}:{card.version}"


def owner_rows(reader: Reader, card: HandoffCard) -> list[Json]:
    """The moves of sales, for their own message: what is next first, what is rare behind three dots."""
    say, moves = reader.say, card.moves - MARKETERS
    first, second = _next_moves(say, card, moves), _other_moves(say, card, moves)
    return [blocks.actions(*row, block_id=f"{OWN}:{place}") for place, row in enumerate((first, second)) if row]


def marketer_row(reader: Reader, card: HandoffCard) -> list[Json]:
    """What becomes of an offer that came back, or was not accepted yet."""
    say, moves, row = reader.say, card.moves & MARKETERS, []
    if Move.OFFER_AGAIN in moves and card.next_round is None:
        row.append(blocks.button(say("handoff-again"), ActionId.HANDOFF_AGAIN, reference(card), style="primary"))
        if card.recycle_at is not None and Move.EXTEND in moves:
            row.append(blocks.button(say("handoff-extend"), ActionId.HANDOFF_EXTEND, reference(card)))
            row.append(blocks.button(say("handoff-drop"), ActionId.HANDOFF_DROP, reference(card)))
    if Move.WITHDRAW in moves:
        row.append(blocks.button(say("edit"), ActionId.HANDOFF_EDIT, reference(card)))
        row.append(withdraw_button(say, card))
    return [blocks.actions(*row, block_id=f"{OWN}:marketer")] if row else []


def all_rows(reader: Reader, card: HandoffCard) -> list[Json]:
    """All that the viewer may do."""
    return owner_rows(reader, card) + marketer_row(reader, card)


def accept_button(say: Say, card: HandoffCard) -> Json:
    """*Accept*."""
    return blocks.button(say("handoff-accept"), ActionId.HANDOFF_ACCEPT, reference(card), style="primary")


def attempt_button(say: Say, card: HandoffCard) -> Json:
    """*Log attempt*."""
    return blocks.button(say("handoff-attempt"), ActionId.HANDOFF_ATTEMPT, reference(card), style="primary")


def resume_button(say: Say, card: HandoffCard) -> Json:
    """*Resume*."""
    return blocks.button(say("handoff-resume"), ActionId.HANDOFF_RESUME, reference(card), style="primary")


def take_button(say: Say, card: HandoffCard) -> Json:
    """*Take it*, for a backup: from whom it was with when this was shown, not from whoever was faster."""
    value = f"{reference(card)}:{card.owner_id}"
    return blocks.button(say("handoff-take"), ActionId.HANDOFF_TAKE, value, style="primary")


def reassign_button(say: Say, card: HandoffCard) -> Json:
    """*Reassign…*, for a manager."""
    return blocks.button(say("handoff-reassign"), ActionId.HANDOFF_REASSIGN, reference(card), style="primary")


def show_button(say: Say, card: HandoffCard) -> Json:
    """*Details*."""
    return blocks.button(say("handoff-show"), ActionId.HANDOFF_SHOW, reference(card))


def why_button(say: Say, card: HandoffCard) -> Json:
    """The button that asks why the deadline is what it is."""
    return blocks.button(say("handoff-why"), ActionId.HANDOFF_WHY, reference(card))


def withdraw_button(say: Say, card: HandoffCard) -> Json:
    """*Withdraw*."""
    return blocks.button(say("handoff-withdraw"), ActionId.HANDOFF_WITHDRAW, reference(card))


def crm_button(say: Say, card: HandoffCard) -> list[Json]:
    """*Open in CRM*, where there is a link."""
    if not card.lead.crm_url:
        return []
    return [blocks.button(say("handoff-open-crm"), ActionId.HANDOFF_CRM, url=card.lead.crm_url)]


def _next_moves(say: Say, card: HandoffCard, moves: frozenset[Move]) -> list[Json]:
    row: list[Json] = []

    def add(move: Move, key: str, action: ActionId) -> None:
        if move in moves:
            row.append(blocks.button(say(key), action, reference(card), style=None if row else "primary"))

    add(Move.RESUME, "handoff-resume", ActionId.HANDOFF_RESUME)
    add(Move.ACCEPT, "handoff-accept", ActionId.HANDOFF_ACCEPT)
    if card.state is HandoffState.CONTACTED:
        add(Move.QUALIFY, "handoff-qualify", ActionId.HANDOFF_QUALIFY)
    add(Move.ATTEMPT, "handoff-attempt", ActionId.HANDOFF_ATTEMPT)
    add(Move.WIN, "handoff-won", ActionId.HANDOFF_WON)
    add(Move.LOSE, "handoff-lost", ActionId.HANDOFF_LOST)
    if moves & _RETURNS:
        row.append(blocks.button(say("handoff-return"), ActionId.HANDOFF_RETURN, reference(card)))
    if Move.REROUTE in moves and card.state is HandoffState.OFFERED:
        row.append(blocks.button(say("handoff-not-mine"), ActionId.HANDOFF_NOT_MINE, reference(card)))
    return row


def _other_moves(say: Say, card: HandoffCard, moves: frozenset[Move]) -> list[Json]:
    row: list[Json] = []
    if Move.SNOOZE in moves and owed(card) is not None and card.paused is None:
        choices = [(f"{reference(card)}:{each}", say(f"snooze-{each}")) for each in SNOOZES]
        row.append(blocks.select(ActionId.HANDOFF_SNOOZE, choices, placeholder=say("handoff-snooze")))
    if owed(card) is not None:
        row.append(why_button(say, card))
    row += crm_button(say, card)
    if card.state in _RATED_IN and card.moves:
        row.append(blocks.button(say("handoff-rate"), ActionId.RATING_OPEN, f"lead:{card.lead.id}"))
    more = []
    if Move.REASSIGN in moves:
        more.append((f"reassign:{reference(card)}", say("handoff-reassign")))
    if Move.PAUSE in moves:
        more.append((f"pause:{reference(card)}", say("handoff-pause")))
    if Move.QUALIFY in moves and card.state is not HandoffState.CONTACTED:
        more.append((f"qualify:{reference(card)}", say("handoff-qualify")))
    if more:
        row.append(overflow(ActionId.HANDOFF_MORE, more))
    return row
