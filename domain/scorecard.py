"""How both teams keep their promises: attainment, speed to lead in its two parts, acceptance, returns.

Counted over offers, each once by its first outcome, in the period in which it was offered. Every figure has its *n*.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeVar

from domain.handoff import HandoffState
from domain.metrics import MINIMUM_N
from domain.values import frozen

_Key = TypeVar("_Key", bound=Hashable)
_P90: Final = 0.9
#: A team of fewer people than this is no team: its figures would be somebody's own.
FEWEST_PEOPLE: Final = 3


class FirstOutcome(StrEnum):
    """What became of an offer first. A late acceptance is one."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    PENDING = "pending"


@frozen
class Kept:
    """``met`` of ``due``."""

    met: int
    due: int

    def rate(self, minimum: int = MINIMUM_N) -> float | None:
        """The share met (0…1), or nothing below ``minimum`` cases."""
        return self.met / self.due if self.due and self.due >= minimum else None


@frozen
class Spread:
    """The middle and the ninth tenth of ``n`` spans, in minutes; absent when there are none."""

    n: int
    median: float | None
    p90: float | None

    @classmethod
    def of(cls, values: Iterable[float]) -> "Spread":
        """Of these spans, between neighbours by their distance."""
        ordered = sorted(values)
        return cls(len(ordered), quantile(ordered, 0.5), quantile(ordered, _P90))


@frozen
class OfferFacts:
    """One offer as far as the scorecard goes. Minutes of working time; moments aware.

    ``waited_minutes`` passed from the request to the offer, ``attempt_minutes`` from it to the first attempt.
    ``promises`` are those that were kept or broken by now: their kind, and whether they were met.
    """

    owner_id: int
    source: str
    offered_at: datetime
    outcome: FirstOutcome
    requested_at: datetime | None = None
    waited_minutes: int | None = None
    attempted_at: datetime | None = None
    attempt_minutes: int | None = None
    return_reason: str | None = None
    promises: tuple[tuple[str, bool], ...] = ()


@frozen
class Figures:
    """The scorecard of some offers.

    ``request_to_offer`` is marketing's part of speed to lead, ``offer_to_attempt`` sales': each by the clock and in
    working time. ``accepted`` is of the offers that got an answer or should have.
    """

    offered: int
    outcomes: Mapping[FirstOutcome, int]
    promises: Mapping[str, Kept]
    accepted: Kept
    returns: Mapping[str, int]
    request_to_offer: Spread
    request_to_offer_worked: Spread
    offer_to_attempt: Spread
    offer_to_attempt_worked: Spread

    @property
    def attainment(self) -> Kept:
        """All promises together: met of due."""
        return Kept(sum(each.met for each in self.promises.values()), sum(each.due for each in self.promises.values()))


def first_outcome(state: HandoffState, *, was_accepted: bool) -> FirstOutcome:
    """What became of an offer first."""
    if was_accepted:
        return FirstOutcome.ACCEPTED
    match state:
        case HandoffState.OFFERED:
            return FirstOutcome.PENDING
        case HandoffState.EXPIRED:
            return FirstOutcome.EXPIRED
        case HandoffState.WITHDRAWN:
            return FirstOutcome.WITHDRAWN
        case _:
            return FirstOutcome.RETURNED


def figures(offers: Sequence[OfferFacts]) -> Figures:
    """The scorecard of ``offers``."""
    outcomes = Counter(each.outcome for each in offers)
    met: Counter[str] = Counter()
    due: Counter[str] = Counter()
    for each in offers:
        for kind, was_met in each.promises:
            due[kind] += 1
            met[kind] += was_met
    answers = sum(outcomes[each] for each in (FirstOutcome.ACCEPTED, FirstOutcome.RETURNED, FirstOutcome.EXPIRED))
    return Figures(
        offered=len(offers),
        outcomes=dict(outcomes),
        promises={kind: Kept(met[kind], count) for kind, count in sorted(due.items())},
        accepted=Kept(outcomes[FirstOutcome.ACCEPTED], answers),
        returns=dict(Counter(each.return_reason for each in offers if each.return_reason is not None)),
        request_to_offer=Spread.of(
            _minutes(each.requested_at, each.offered_at) for each in offers if each.requested_at is not None
        ),
        request_to_offer_worked=Spread.of(each.waited_minutes for each in offers if each.waited_minutes is not None),
        offer_to_attempt=Spread.of(
            _minutes(each.offered_at, each.attempted_at) for each in offers if each.attempted_at is not None
        ),
        offer_to_attempt_worked=Spread.of(each.attempt_minutes for each in offers if each.attempt_minutes is not None),
    )


def figures_by(offers: Iterable[OfferFacts], key: Callable[[OfferFacts], _Key]) -> dict[_Key, Figures]:
    """A scorecard for each group of offers."""
    groups: dict[_Key, list[OfferFacts]] = defaultdict(list)
    for each in offers:
        groups[key(each)].append(each)
    return {name: figures(group) for name, group in groups.items()}


def teams(
    offers: Iterable[OfferFacts], managers: Mapping[int, int | None], own: Collection[int]
) -> tuple[dict[Hashable, Figures], Figures | None]:
    """A scorecard for each team (by its manager), and one of all teams too small to be shown by themselves.

    So that nobody reads off what one person did: teams of fewer than `FEWEST_PEOPLE` are counted together, with the
    smallest of the others where even that is too few. Teams led by one of ``own`` are shown as they are.
    """
    by_team: dict[int | None, list[OfferFacts]] = defaultdict(list)
    for each in offers:
        by_team[managers.get(each.owner_id)].append(each)
    smallest_first = sorted((team for team in by_team if team not in own), key=lambda team: _people(by_team[team]))
    hidden: list[OfferFacts] = []
    while smallest_first and (
        _people(by_team[smallest_first[0]]) < FEWEST_PEOPLE or 0 < _people(hidden) < FEWEST_PEOPLE
    ):
        hidden += by_team.pop(smallest_first.pop(0))
    shown: dict[Hashable, Figures] = {team: figures(found) for team, found in by_team.items()}
    return shown, figures(hidden) if _people(hidden) >= FEWEST_PEOPLE else None


def quantile(ordered: Sequence[float], share: float) -> float | None:
    """The value below which ``share`` of ``ordered`` lies, between neighbours by their distance; of none, nothing."""
    if not ordered:
        return None
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _people(offers: Iterable[OfferFacts]) -> int:
    return len({each.owner_id for each in offers})


def _minutes(start: datetime | None, end: datetime | None) -> float:
    assert start is not None
    assert end is not None
    return (end - start).total_seconds() / 60
