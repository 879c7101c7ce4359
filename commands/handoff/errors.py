"""What can stand in the way of a move, each with the handoff as it is now."""

from datetime import datetime

from commands.handoff.cards import HandoffCard
from domain.handoff import Move


class MoveRefusedError(Exception):
    """The move is not possible as things stand; ``by`` (Slack id, or nobody: the clock) changed it last, at ``at``."""

    def __init__(self, card: HandoffCard, move: Move, by: str | None, at: datetime) -> None:
        super().__init__(f"{move} is not possible on a handoff that is {card.state}")
        self.card = card
        self.move = move
        self.by = by
        self.at = at


class NotAllowedError(Exception):
    """Only the owner, the backup or a manager decide this; of an offer, the marketer."""

    def __init__(self, card: HandoffCard, move: Move) -> None:
        super().__init__(f"{move} is somebody else's to decide")
        self.card = card
        self.move = move


class AlreadyOfferedError(Exception):
    """The lead is in somebody's hands already."""

    def __init__(self, card: HandoffCard) -> None:
        super().__init__("the lead is in somebody's hands already")
        self.card = card


class UnknownOwnerError(Exception):
    """Whoever was named cannot have a handoff: a guest, or somebody who left."""


class BadFieldError(Exception):
    """A field does not fit: ``code`` says why.

    ``field`` is ``reason``, ``note``, ``recycle_on``, ``until``, ``to_member`` or ``at``.
    """

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code
