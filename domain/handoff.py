"""The life of a handoff: which moves there are, where each leads, and who may make it."""

from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.taxonomy import AFTER_AN_ATTEMPT, RETURN_ACTIONS, ReturnAction, ReturnReason
from domain.values import frozen


class HandoffState(StrEnum):
    """How a handoff stands. The first four are open: somebody in sales owes the next move."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    ATTEMPTED = "attempted"
    CONTACTED = "contacted"
    QUALIFIED = "qualified"
    WON = "won"
    LOST = "lost"
    RECYCLED = "recycled"
    REROUTED = "rerouted"
    DISQUALIFIED = "disqualified"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class PauseReason(StrEnum):
    """Why the clock of a handoff stands still."""

    CUSTOMER = "customer"  # waiting for them
    AWAY = "away"  # out of office


#: How long a clock may stand still before its owner is asked about it. Whoever waits for a customer writes to them
#: again after a week, or lets go of the lead; a shorter time would nag those who wait for a date that they were given.
PAUSE_REMINDED_AFTER: Final = timedelta(days=7)


class Move(StrEnum):
    """What can be done with a handoff."""

    ACCEPT = "accept"
    ATTEMPT = "attempt"
    CONTACT = "contact"  # an attempt that the other side answered
    QUALIFY = "qualify"
    WIN = "win"
    LOSE = "lose"
    RECYCLE = "recycle"
    REROUTE = "reroute"
    DISQUALIFY = "disqualify"
    EXPIRE = "expire"  # the ladder's: nobody answered, and it goes to the next
    REASSIGN = "reassign"
    PAUSE = "pause"
    RESUME = "resume"
    SNOOZE = "snooze"
    WITHDRAW = "withdraw"
    OFFER_AGAIN = "offer_again"
    EXTEND = "extend"
    DROP = "drop"


#: Somebody in sales owes the next move.
OPEN: Final = frozenset({HandoffState.OFFERED, HandoffState.ACCEPTED, HandoffState.ATTEMPTED, HandoffState.CONTACTED})
#: It went back, and may be offered again.
RETURNED: Final = frozenset({HandoffState.RECYCLED, HandoffState.REROUTED, HandoffState.EXPIRED})
#: What the marketer decides of their own offer; everything else is sales'.
MARKETERS: Final = frozenset({Move.WITHDRAW, Move.OFFER_AGAIN, Move.EXTEND, Move.DROP})

_S: Final = HandoffState
_ACCEPTED_ON: Final = frozenset({_S.ACCEPTED, _S.ATTEMPTED, _S.CONTACTED})

#: From which states each move is possible, and where it leads; absent: the state stays.
_MOVES: Final = MappingProxyType(
    {
        Move.ACCEPT: (frozenset({_S.OFFERED}), _S.ACCEPTED),
        Move.ATTEMPT: (OPEN, _S.ATTEMPTED),
        Move.CONTACT: (OPEN, _S.CONTACTED),
        Move.QUALIFY: (_ACCEPTED_ON, _S.QUALIFIED),
        Move.WIN: (frozenset({_S.QUALIFIED}), _S.WON),
        Move.LOSE: (frozenset({_S.QUALIFIED}), _S.LOST),
        Move.RECYCLE: (OPEN, _S.RECYCLED),
        Move.REROUTE: (OPEN, _S.REROUTED),
        Move.DISQUALIFY: (OPEN, _S.DISQUALIFIED),
        Move.EXPIRE: (frozenset({_S.OFFERED}), _S.EXPIRED),
        Move.REASSIGN: (OPEN, None),
        Move.PAUSE: (OPEN, None),
        Move.RESUME: (OPEN, None),
        Move.SNOOZE: (OPEN, None),
        Move.WITHDRAW: (frozenset({_S.OFFERED}), _S.WITHDRAWN),
        Move.OFFER_AGAIN: (RETURNED, None),
        Move.EXTEND: (frozenset({_S.RECYCLED}), None),
        Move.DROP: (frozenset({_S.RECYCLED}), None),
    }
)

_RETURNS: Final = MappingProxyType(
    {
        ReturnAction.RECYCLE: Move.RECYCLE,
        ReturnAction.REROUTE: Move.REROUTE,
        ReturnAction.DISQUALIFY: Move.DISQUALIFY,
    }
)


@frozen
class Refusal:
    """A move that is not possible as things stand."""

    state: HandoffState
    move: Move


@frozen
class Standing:
    """Whose a handoff is, by member id. ``manager_id`` is the owner's; absent where nobody was set."""

    owner_id: int
    marketer_id: int
    backup_id: int | None = None
    manager_id: int | None = None


def after(state: HandoffState, move: Move) -> HandoffState | Refusal:
    """Where ``move`` leads from ``state``. An attempt implies acceptance, an answered one contact.

    A further attempt on somebody who has answered leaves them contacted.
    """
    possible_from, leads_to = _MOVES[move]
    if state not in possible_from:
        return Refusal(state, move)
    if move is Move.ATTEMPT and state is HandoffState.CONTACTED:
        return state
    return state if leads_to is None else leads_to


def move_for(reason: ReturnReason) -> Move:
    """The move that a reason for returning decides."""
    return _RETURNS[RETURN_ACTIONS[reason]]


def reasons_offered(state: HandoffState) -> tuple[ReturnReason, ...]:
    """The reasons that somebody can know in ``state``: what only a contact reveals is not offered before a try."""
    tried = state in {HandoffState.ATTEMPTED, HandoffState.CONTACTED}
    return tuple(reason for reason in ReturnReason if tried or reason not in AFTER_AN_ATTEMPT)


def may_make(move: Move, actor_id: int, standing: Standing, *, is_admin: bool, is_sales_manager: bool) -> bool:
    """Whether somebody may make ``move``.

    The owner, their backup, their manager, any manager of the sales team and admins decide what sales decides; the
    marketer who offered it, and admins, what becomes of the offer. ``expire`` is the clock's alone.
    """
    if move is Move.EXPIRE:
        return False
    if is_admin:
        return True
    if move in MARKETERS:
        return actor_id == standing.marketer_id
    return is_sales_manager or actor_id in {standing.owner_id, standing.backup_id, standing.manager_id}


def moves_of(
    state: HandoffState, actor_id: int, standing: Standing, *, is_paused: bool, is_admin: bool, is_sales_manager: bool
) -> frozenset[Move]:
    """The moves that somebody may make now."""
    hidden = {Move.PAUSE} if is_paused else {Move.RESUME}
    return frozenset(
        move
        for move in Move
        if move not in hidden
        and not isinstance(after(state, move), Refusal)
        and may_make(move, actor_id, standing, is_admin=is_admin, is_sales_manager=is_sales_manager)
    )
