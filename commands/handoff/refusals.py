"""Why something was not done, in words: how the handoff stands now, who was first, whose it is and whom to ask."""

from collections.abc import Mapping
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.handoff.cards import HandoffCard
from commands.handoff.errors import (
    AlreadyOfferedError,
    BadFieldError,
    MoveRefusedError,
    NotAllowedError,
    UnknownOwnerError,
)
from commands.handoff.words import Reader, mention
from commands.i18n import Say
from commands.ids import BlockId
from commands.members import NotAMemberError
from domain.handoff import MARKETERS
from storage.errors import StaleVersionError

#: What a move may be refused with.
REFUSALS: Final = (
    AlreadyOfferedError,
    BadFieldError,
    MoveRefusedError,
    NotAllowedError,
    NotAMemberError,
    StaleVersionError,
    UnknownOwnerError,
)
Refused = (
    AlreadyOfferedError
    | BadFieldError
    | MoveRefusedError
    | NotAllowedError
    | NotAMemberError
    | StaleVersionError
    | UnknownOwnerError
)

_FIELDS: Final[Mapping[tuple[str, str], tuple[BlockId, str]]] = {
    ("reason", "only_after_an_attempt"): (BlockId.REASON, "handoff-return-more-after"),
    ("note", "required"): (BlockId.NOTE, "handoff-error-note"),
    ("recycle_on", "not_ahead"): (BlockId.DAY, "handoff-error-past"),
    ("recycle_on", "too_far"): (BlockId.DAY, "handoff-error-far"),
    ("until", "not_ahead"): (BlockId.DAY, "handoff-error-past"),
    ("until", "too_far"): (BlockId.DAY, "handoff-error-far"),
    ("at", "in_the_future"): (BlockId.TIME, "handoff-error-future"),
    ("at", "before_the_offer"): (BlockId.TIME, "handoff-error-before-offer"),
    ("to_member", "is_owner"): (BlockId.OWNER, "handoff-error-is-owner"),
}


def field_errors(say: Say, error: Refused) -> dict[str, str]:
    """Errors below the fields of a form, where it is a field that does not fit; else nothing."""
    if isinstance(error, BadFieldError):
        block, key = _FIELDS.get((error.field, error.code), (BlockId.NOTE, "handoff-error-field"))
        return {block.value: say(key)}
    if isinstance(error, UnknownOwnerError):
        return {BlockId.OWNER.value: say("handoff-error-owner")}
    return {}


def refusal_text(reader: Reader, slack_id: str, error: Refused, card: HandoffCard | None = None) -> str:
    """Why not, as mrkdwn, for the person ``slack_id``. ``card`` is the handoff where the error does not bring one."""
    say = reader.say
    match error:
        case MoveRefusedError():
            return _already(reader, slack_id, error)
        case NotAllowedError() if error.move in MARKETERS:
            return say("handoff-not-allowed-offer", who=mention(error.card.marketer))
        case NotAllowedError():
            return say("handoff-not-allowed", owner=mention(error.card.owner), who=whom_to_ask(error.card))
        case StaleVersionError():
            return say("handoff-stale", state=say(f"hstatus-{card.state}") if card else "–")
        case BadFieldError() | UnknownOwnerError():
            return next(iter(field_errors(say, error).values()))
    return say("handoff-already" if isinstance(error, AlreadyOfferedError) else "handoff-error-members")


def _already(reader: Reader, slack_id: str, error: MoveRefusedError) -> str:
    say, state = reader.say, reader.say(f"hstatus-{error.card.state}")
    when = reader.moment(error.at)
    if error.by is None:
        return say("handoff-refused", state=state)
    if error.by == slack_id:
        return say("handoff-refused-you", state=state, when=when)
    return say("handoff-refused-by", actor=mention(error.by), state=state, when=when)


def whom_to_ask(card: HandoffCard) -> str:
    """The owner, and who may decide in their place."""
    people = dict.fromkeys(each for each in (card.owner, card.backup, card.manager) if each)
    return ", ".join(mention(each) for each in people)


def card_in(error: Refused) -> HandoffCard | None:
    """The handoff as it is now, where the error brings it."""
    return getattr(error, "card", None)


def typed_rows(say: Say, typed: str | None) -> list[Json]:
    """What somebody had typed when they were refused: it comes back."""
    if not typed or not typed.strip():
        return []
    return [blocks.section(say("handoff-you-typed")), blocks.quote(typed)]
