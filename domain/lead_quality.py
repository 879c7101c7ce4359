"""What a rating of a lead may say: fit and intent apart, when a reason goes with them, and what it leads to.

A reason says that the lead goes back, and decides how (`RETURN_ACTIONS`). Some reasons judge the lead: those go only
with a poor grade in what they judge.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self

from domain.handoff import OPEN, HandoffState, reasons_offered
from domain.metrics import MINIMUM_N
from domain.taxonomy import RETURN_ACTIONS, Grade, ReturnAction, ReturnReason
from domain.values import frozen

#: When nobody says when a recycled lead comes back.
RECYCLE_DAYS: Final = 90
_LONGEST_RECYCLE_DAYS: Final = 730


class RatingField(StrEnum):
    """What a rating says of a lead, by the name of its field."""

    FIT = "fit"
    INTENT = "intent"
    REASON = "reason"
    NOTE = "note"
    RECYCLE_ON = "recycle_on"


@frozen
class Said:
    """A rating as somebody gave it; ``recycle_on`` is the local day on which marketing is to ask again."""

    fit: Grade
    intent: Grade
    reason: ReturnReason | None = None
    note: str | None = None
    recycle_on: date | None = None


@frozen
class Problem:
    """What does not go together, and the field to change. ``code`` names the rule."""

    field: RatingField
    code: str


#: Which grades a reason judges: at least one of them is poor with it.
_JUDGES: Final[Mapping[ReturnReason, frozenset[RatingField]]] = MappingProxyType(
    {
        ReturnReason.POOR_FIT: frozenset({RatingField.FIT}),
        ReturnReason.NO_NEED: frozenset({RatingField.INTENT}),
        ReturnReason.IS_COMPETITOR: frozenset({RatingField.FIT}),
        ReturnReason.STUDENT_JOB: frozenset({RatingField.FIT, RatingField.INTENT}),
        ReturnReason.SOLICITATION: frozenset({RatingField.FIT, RatingField.INTENT}),
        ReturnReason.SPAM: frozenset({RatingField.FIT, RatingField.INTENT}),
    }
)


def is_poor(fit: Grade | None, intent: Grade | None) -> bool:
    """Whether one of the grades is poor: then a reason is asked for."""
    return Grade.POOR in {fit, intent}


def action_for(reason: ReturnReason | None) -> ReturnAction | None:
    """What a reason leads to; nothing without one."""
    return None if reason is None else RETURN_ACTIONS[reason]


def reasons_for(state: HandoffState | None, *, was_tried: bool) -> tuple[ReturnReason, ...]:
    """The reasons that can be given for a lead whose latest handoff is in ``state`` (nothing: it never had one).

    What only a contact reveals is not offered before a try. Of a lead that was never handed over, or whose handoff is
    past, we do not see who was called since: all are offered there.
    """
    if state is None or was_tried or state not in OPEN:
        return tuple(ReturnReason)
    return reasons_offered(state)


def problems_of(said: Said, offered: Sequence[ReturnReason], today: date) -> tuple[Problem, ...]:
    """All that does not go together, the most telling of each field first. ``today`` is the rater's."""
    found: list[Problem] = []
    reason = said.reason
    if reason is not None and reason not in offered:
        found.append(Problem(RatingField.REASON, "only_after_an_attempt"))
    elif reason is not None and not _agrees(said, reason):
        # Named at the grade when only one can be meant, else at the reason.
        judged = _JUDGES[reason]
        at = next(iter(judged)) if len(judged) == 1 else RatingField.REASON
        found.append(Problem(at, "reason_needs_poor"))
    if reason is ReturnReason.OTHER and not (said.note or "").strip():
        found.append(Problem(RatingField.NOTE, "other_needs_note"))
    if action_for(reason) is ReturnAction.RECYCLE and said.recycle_on is not None:
        if said.recycle_on <= today:
            found.append(Problem(RatingField.RECYCLE_ON, "not_ahead"))
        elif said.recycle_on > today + timedelta(days=_LONGEST_RECYCLE_DAYS):
            found.append(Problem(RatingField.RECYCLE_ON, "too_far"))
    return tuple(found)


def _agrees(said: Said, reason: ReturnReason) -> bool:
    grades = {RatingField.FIT: said.fit, RatingField.INTENT: said.intent}
    judged = _JUDGES.get(reason)
    return judged is None or any(grades[each] is Grade.POOR for each in judged)


@frozen
class Spread:
    """How many leads were graded good, partial and poor."""

    good: int = 0
    partial: int = 0
    poor: int = 0

    @property
    def n(self) -> int:
        """All of them."""
        return self.good + self.partial + self.poor

    def __add__(self, other: Self) -> "Spread":
        return Spread(self.good + other.good, self.partial + other.partial, self.poor + other.poor)

    def good_rate(self, minimum: int = MINIMUM_N) -> float | None:
        """The share that is good (0…1), or nothing when there are fewer than ``minimum`` leads."""
        return self.good / self.n if self.n and self.n >= minimum else None


@frozen
class QualityCount:
    """The leads of one source or campaign that were rated; each counts once (`storage.lead_ratings`)."""

    key: str
    fit: Spread
    intent: Spread

    @property
    def n(self) -> int:
        """How many leads."""
        return self.fit.n


@frozen
class ReturnCount:
    """How many leads of one source came back for one reason."""

    key: str
    reason: ReturnReason
    count: int


@frozen
class QualityFacts:
    """What storage found for a period: rated leads by source and by campaign, and why leads of each came back."""

    sources: tuple[QualityCount, ...] = ()
    campaigns: tuple[QualityCount, ...] = ()
    returns: tuple[ReturnCount, ...] = ()
    campaign_returns: tuple[ReturnCount, ...] = ()


@frozen
class QualityLine:
    """A source or campaign: its rated leads, and why some came back, the most frequent reason first."""

    key: str
    fit: Spread
    intent: Spread
    reasons: tuple[tuple[ReturnReason, int], ...]

    @property
    def n(self) -> int:
        """How many leads were rated."""
        return self.fit.n

    @property
    def returned(self) -> int:
        """How many came back."""
        return sum(count for _reason, count in self.reasons)


@frozen
class LeadQuality:
    """The quality of leads in one period. ``sources`` and ``campaigns`` come with the weightiest first."""

    sources: tuple[QualityLine, ...] = ()
    campaigns: tuple[QualityLine, ...] = ()

    @property
    def rated(self) -> int:
        """How many leads were rated."""
        return sum(line.n for line in self.sources)

    @property
    def returned(self) -> int:
        """How many leads came back."""
        return sum(line.returned for line in self.sources)

    @property
    def reasons(self) -> tuple[tuple[ReturnReason, int], ...]:
        """Why, over all sources; the most frequent reason first."""
        counts: dict[ReturnReason, int] = {}
        for line in self.sources:
            for reason, count in line.reasons:
                counts[reason] = counts.get(reason, 0) + count
        return _ranked(counts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was rated and nothing came back."""
        return not self.rated and not self.returned


def lead_quality(facts: QualityFacts) -> LeadQuality:
    """The quality that follows from ``facts``: the same facts in any order give the same."""
    return LeadQuality(
        _lines(facts.sources, facts.returns),
        # A lead that names no campaign says nothing of one.
        tuple(line for line in _lines(facts.campaigns, facts.campaign_returns) if line.key),
    )


def _lines(counts: Sequence[QualityCount], returns: Sequence[ReturnCount]) -> tuple[QualityLine, ...]:
    rated = {count.key: count for count in counts}
    reasons: dict[str, dict[ReturnReason, int]] = {}
    for each in returns:
        of_key = reasons.setdefault(each.key, {})
        of_key[each.reason] = of_key.get(each.reason, 0) + each.count
    nothing = Spread()
    lines = [
        QualityLine(
            key,
            rated[key].fit if key in rated else nothing,
            rated[key].intent if key in rated else nothing,
            _ranked(reasons.get(key, {})),
        )
        for key in {*rated, *reasons}
    ]
    return tuple(sorted(lines, key=lambda line: (-line.n, -line.returned, line.key)))


def _ranked(counts: Mapping[ReturnReason, int]) -> tuple[tuple[ReturnReason, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0].value)))
