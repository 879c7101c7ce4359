"""What a win/loss review may say, and where the views of one deal part.

A review is blameless: reasons follow from how the deal ended, and a win is asked for its reasons like a loss.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.names import name_key
from domain.taxonomy import DealOutcome, LossReason, Perspective, WinReason
from domain.values import frozen

Reason = WinReason | LossReason

#: Reasons beside the primary one.
MOST_CONTRIBUTING: Final = 3

#: How a deal may have ended, in the order in which people choose; `DealOutcome.OPEN` is no end.
ENDS: Final = tuple(outcome for outcome in DealOutcome if outcome is not DealOutcome.OPEN)

LOST: Final = frozenset({DealOutcome.LOST_COMPETITOR, DealOutcome.LOST_NO_DECISION, DealOutcome.LOST_OTHER})

#: Reasons that say of an outcome that it was another one.
_NOT_WITH: Final[Mapping[DealOutcome, frozenset[LossReason]]] = MappingProxyType(
    {
        DealOutcome.LOST_NO_DECISION: frozenset({LossReason.COMPETITOR, LossReason.IN_HOUSE}),
        DealOutcome.LOST_OTHER: frozenset({LossReason.COMPETITOR}),
    }
)


class ReviewField(StrEnum):
    """What a person fills in, as far as one field can contradict another."""

    OUTCOME = "outcome"
    PRIMARY = "primary"
    CONTRIBUTING = "contributing"
    COMPETITOR = "competitor"
    SWUNG_IT = "swung_it"


class Problem(StrEnum):
    """What is wrong with a field; the last part of the text key that tells it."""

    NO_END = "no-end"
    NO_REASON = "no-reason"
    OTHER_FAMILY = "other-family"
    NOT_WITH_OUTCOME = "not-with-outcome"
    SAME_TWICE = "same-twice"
    TOO_MANY = "too-many"
    NO_COMPETITOR = "no-competitor"
    OTHER_SAYS_NOTHING = "other-says-nothing"


@frozen
class Claims:
    """What a review says, as far as one part can contradict another. Reasons are codes."""

    outcome: DealOutcome
    primary: str | None = None
    contributing: tuple[str, ...] = ()
    competitor: str | None = None
    swung_it: str | None = None


@frozen
class View:
    """One person's view of a deal, as far as views are compared; ``place`` says which of several it is."""

    place: int
    perspective: Perspective
    outcome: DealOutcome
    primary: str | None = None
    contributing: tuple[str, ...] = ()
    competitor: str | None = None


@frozen
class Difference:
    """A field in which views part: what each of them says, by the view's place. ``None`` is not said."""

    field: ReviewField
    said: tuple[tuple[int, str | None], ...]


def reasons_for(outcome: DealOutcome) -> tuple[Reason, ...]:
    """The reasons that may be given for ``outcome``, in the order in which people choose; none when nobody knows."""
    if outcome is DealOutcome.WON:
        return tuple(WinReason)
    if outcome in LOST or outcome is DealOutcome.CHURNED:
        return tuple(reason for reason in LossReason if reason not in _NOT_WITH.get(outcome, frozenset()))
    return ()


def said_end(outcome: DealOutcome) -> DealOutcome | None:
    """What a deal's own outcome says of how it ended, as far as a review may begin with it.

    Who closes a deal as "lost", in a file or by hand, has not said what kind of loss it was: that is for the review.
    """
    return None if outcome in {DealOutcome.OPEN, DealOutcome.LOST_OTHER} else outcome


def wants_competitor(outcome: DealOutcome) -> bool:
    """Whether a review of that end is not complete without a competitor's name."""
    return outcome is DealOutcome.LOST_COMPETITOR


def problems(claims: Claims) -> dict[ReviewField, Problem]:
    """What is missing in a review, or contradicts the rest of it, by field; the first of each. Empty when it stands."""
    found: dict[ReviewField, Problem] = {}
    offered = set(reasons_for(claims.outcome))
    if claims.outcome is DealOutcome.OPEN:
        found[ReviewField.OUTCOME] = Problem.NO_END
    if claims.primary is None and offered:
        found[ReviewField.PRIMARY] = Problem.NO_REASON
    elif claims.primary is not None and claims.primary not in offered:
        found[ReviewField.PRIMARY] = _stranger(claims.primary, claims.outcome)
    if len(set(claims.contributing)) > MOST_CONTRIBUTING:
        found[ReviewField.CONTRIBUTING] = Problem.TOO_MANY
    for reason in claims.contributing:
        if reason not in offered:
            found.setdefault(ReviewField.CONTRIBUTING, _stranger(reason, claims.outcome))
        elif reason == claims.primary:
            found.setdefault(ReviewField.CONTRIBUTING, Problem.SAME_TWICE)
    if wants_competitor(claims.outcome) and not claims.competitor:
        found[ReviewField.COMPETITOR] = Problem.NO_COMPETITOR
    if claims.primary == LossReason.OTHER and not claims.swung_it:
        found[ReviewField.SWUNG_IT] = Problem.OTHER_SAYS_NOTHING
    return found


def differences(views: Sequence[View]) -> tuple[Difference, ...]:
    """The fields in which ``views`` part, in the order of `ReviewField`; none for fewer than two views.

    Who says nothing of a competitor, or does not know how it ended, contradicts nobody; two spellings of a competitor
    are one. A primary reason that all others name as a contributing one is still another primary reason.
    """
    columns: tuple[tuple[ReviewField, list[tuple[int, str | None]]], ...] = (
        (ReviewField.OUTCOME, [(view.place, _end(view)) for view in views]),
        (ReviewField.PRIMARY, [(view.place, view.primary) for view in views]),
        (ReviewField.COMPETITOR, [(view.place, view.competitor) for view in views]),
    )
    found = []
    for field, said in columns:
        named = {name_key(value) for _place, value in said if value is not None}
        if len(named) > 1:
            found.append(Difference(field, tuple(said)))
    return tuple(found)


def agreed_reasons(views: Sequence[View]) -> frozenset[str]:
    """Reasons that every view names, as the primary or a contributing one; none for fewer than two views."""
    if len(views) <= 1:
        return frozenset()
    return frozenset.intersection(*(named_reasons(view) for view in views))


def named_reasons(view: View) -> frozenset[str]:
    """All reasons that a view names."""
    return frozenset(reason for reason in (view.primary, *view.contributing) if reason is not None)


def _end(view: View) -> str | None:
    return None if view.outcome is DealOutcome.UNKNOWN else view.outcome.value


def _stranger(reason: str, outcome: DealOutcome) -> Problem:
    """Why a reason is not offered: it belongs to ends of the other kind, or says that it was another end."""
    return Problem.NOT_WITH_OUTCOME if outcome in LOST and reason in set(LossReason) else Problem.OTHER_FAMILY
