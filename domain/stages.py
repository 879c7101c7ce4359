"""The stages of the sales process: how long an account may stand in each, and what marketing gives it there."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.account_review import STAGE_LIMIT_DAYS, Stage, StageChange, Way
from domain.names import fold
from domain.taxonomy import DealStage
from domain.values import frozen

#: What a closed deal stands in: no stage of the process, but the end of it.
WON: Final = "won"
LOST: Final = "lost"

#: More stages than this nobody tells apart, and a form could not show them.
MOST_STAGES: Final = 20
#: The longest limit that still says something: two years.
LONGEST_LIMIT_DAYS: Final = 730


class Support(StrEnum):
    """What marketing does for an account by how far it is."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


@frozen
class SalesStage:
    """A stage as the team agreed on it; ``code`` is what history says, and stays when the stage is renamed.

    ``name`` is absent while it is called as it comes with the product. ``limit_days`` are calendar days, None never
    stalls. ``support_text`` is what marketing gives there in the team's own words. A retired stage is not offered any
    more; deals that stand in it keep their place and limit. ``version`` counts its changes.
    """

    code: str
    name: str | None
    limit_days: int | None
    support: Support
    support_text: str | None = None
    is_retired: bool = False
    version: int = 1


@frozen
class Process:
    """All stages in their order, retired ones too."""

    stages: tuple[SalesStage, ...]

    @property
    def offered(self) -> tuple[SalesStage, ...]:
        """Those that a deal may come into, in their order."""
        return tuple(stage for stage in self.stages if not stage.is_retired)

    @property
    def names(self) -> Mapping[str, str]:
        """What stages are called by those who renamed or added them, by code."""
        return {stage.code: stage.name for stage in self.stages if stage.name is not None}

    @property
    def for_review(self) -> Mapping[str, Stage]:
        """As the review counts with them, the two ends included, by code."""
        ends = Stage(WON, len(self.stages) + 1, None, Way.WON), Stage(LOST, 0, None, Way.LOST)
        counted = (Stage(stage.code, place, stage.limit_days) for place, stage in enumerate(self.stages, 1))
        return {stage.code: stage for stage in (*counted, *ends)}

    def find(self, code: str | None) -> SalesStage | None:
        """The stage of that code, if it is one of ours."""
        return next((stage for stage in self.stages if stage.code == code), None)


#: The process as it is until somebody agrees on another.
STANDARD: Final = Process(
    tuple(
        SalesStage(stage.value, None, STAGE_LIMIT_DAYS, support)
        for stage, support in (
            (DealStage.PROSPECTING, Support.EARLY),
            (DealStage.DISCOVERY, Support.EARLY),
            (DealStage.DEMO, Support.MIDDLE),
            (DealStage.PROPOSAL, Support.MIDDLE),
            (DealStage.NEGOTIATION, Support.LATE),
            (DealStage.RENEWAL, Support.LATE),
        )
    )
)

#: Its stages as the review counts with them.
STAGES: Final[Mapping[str, Stage]] = MappingProxyType(STANDARD.for_review)


def name_is_taken(name: str, others: Iterable[str]) -> bool:
    """Whether one of ``others`` reads like ``name``: capitals, accents and blanks set no two stages apart."""
    return _read(name) in {_read(other) for other in others}


def moved(process: Process, code: str, *, up: bool) -> tuple[str, ...]:
    """All codes in their new order when one stage changes places with the next that is offered; at the end it stays."""
    order = [stage.code for stage in process.stages]
    neighbours = [stage.code for stage in process.offered]
    if code not in neighbours:
        return tuple(order)
    place = neighbours.index(code) + (-1 if up else 1)
    if not 0 <= place < len(neighbours):
        return tuple(order)
    one, other = order.index(code), order.index(neighbours[place])
    order[one], order[other] = order[other], order[one]
    return tuple(order)


@frozen
class DealChange:
    """A deal came into a stage, or closed (`WON`, `LOST`)."""

    deal_id: int
    change: StageChange


def account_changes(changes: Iterable[DealChange], stages: Mapping[str, Stage]) -> tuple[StageChange, ...]:
    """The stages an account stood in, one after the other: always that of its most advanced open deal.

    When its last open deal closes, the account stands where that deal ended. A stage that ``stages`` does not know
    counts as the earliest.
    """
    standing: dict[int, str] = {}
    made: list[StageChange] = []
    for each in sorted(changes, key=_order):
        standing[each.deal_id] = each.change.stage
        still_open = [code for code in standing.values() if code not in stages or stages[code].ending is None]
        if len(still_open) > 1:
            now = max(still_open, key=lambda code: (stages[code].place if code in stages else 0, code))
        else:
            now = still_open[0] if still_open else each.change.stage
        if not made or made[-1].stage != now:
            made.append(StageChange(each.change.at, now, len(made)))
    return tuple(made)


def _order(each: DealChange) -> tuple[object, ...]:
    return each.change.at, each.change.number, each.deal_id, each.change.stage


def _read(name: str) -> str:
    return " ".join(fold(name).split())


def names_in_use(stages: Sequence[SalesStage], names_of: Mapping[str, Sequence[str]], but: str | None) -> list[str]:
    """What every stage but ``but`` is called: its own name, or all that the product calls it (``names_of``)."""
    found: list[str] = []
    for stage in stages:
        if stage.code != but:
            found += [stage.name] if stage.name is not None else names_of.get(stage.code, ())
    return found
