"""A week's (or month's) counts of both sides for the digest, reckoned as the scorecard reckons them."""

from collections.abc import Sequence
from dataclasses import field

from domain.policy import TimerKind
from domain.scorecard import Figures, Kept, OfferFacts, figures
from domain.values import frozen
from domain.weeks import Span


def _none() -> Kept:
    return Kept(0, 0)


@frozen
class Closed:
    """Deals that closed: won, and lost for whatever reason."""

    won: int = 0
    lost: int = 0


@frozen
class Counts:
    """What was handed over in a period and what became of it; deals that closed in it.

    ``accepted`` of those that were answered or should have been; ``attempted`` are first attempts in time. ``sales``
    are all promises about those handoffs, ``marketing`` the answers that were asked for in the period: met of due.
    """

    offered: int = 0
    accepted: Kept = field(default_factory=_none)
    attempted: Kept = field(default_factory=_none)
    sales: Kept = field(default_factory=_none)
    marketing: Kept = field(default_factory=_none)
    closed: Closed = field(default_factory=Closed)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to count."""
        return not (self.offered or self.marketing.due or self.closed.won or self.closed.lost)


def counts_of(found: Figures, marketing: Kept, closed: Closed) -> Counts:
    """The counts that follow from a scorecard's figures."""
    return Counts(
        found.offered,
        found.accepted,
        found.promises.get(TimerKind.ATTEMPT, _none()),
        found.attainment,
        marketing,
        closed,
    )


def counts_by_span(
    spans: Sequence[Span], offers: Sequence[OfferFacts], marketing: Sequence[Kept], closed: Sequence[Closed]
) -> tuple[Counts, ...]:
    """The counts of each of ``spans``; ``marketing`` and ``closed`` have one entry a span."""
    return tuple(
        counts_of(figures([each for each in offers if each.offered_at in span]), kept, ended)
        for span, kept, ended in zip(spans, marketing, closed, strict=True)
    )
