"""The stages of the sales process: how long an account may stand in each, and what marketing gives it there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.account_review import STAGE_LIMIT_DAYS, Stage, StageChange, Way
from domain.taxonomy import DealStage

#: What a closed deal stands in: no stage of the process, but the end of it.
WON: Final = "won"
LOST: Final = "lost"


class Support(StrEnum):
    """What marketing does for an account by how far it is."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


_OPEN: Final = (
    (DealStage.PROSPECTING, Support.EARLY),
    (DealStage.DISCOVERY, Support.EARLY),
    (DealStage.DEMO, Support.MIDDLE),
    (DealStage.PROPOSAL, Support.MIDDLE),
    (DealStage.NEGOTIATION, Support.LATE),
    (DealStage.RENEWAL, Support.LATE),
)

#: Which support goes with a stage of the process.
SUPPORT: Final[Mapping[str, Support]] = MappingProxyType({stage.value: support for stage, support in _OPEN})

#: The stages as they are until somebody agrees on others.
STAGES: Final[Mapping[str, Stage]] = MappingProxyType(
    {
        **{stage.value: Stage(stage.value, place, STAGE_LIMIT_DAYS) for place, (stage, _) in enumerate(_OPEN, 1)},
        WON: Stage(WON, len(_OPEN) + 1, None, Way.WON),
        LOST: Stage(LOST, 0, None, Way.LOST),
    }
)


@dataclass(frozen=True, slots=True)
class DealChange:
    """A deal came into a stage, or closed (`WON`, `LOST`)."""

    deal_id: int
    change: StageChange


def account_changes(changes: Iterable[DealChange], stages: Mapping[str, Stage]) -> tuple[StageChange, ...]:
    """The stages an account stood in, one after the other: always that of its most advanced open deal.

    When its last open deal closes, the account stands where that deal ended. A stage that ``stages`` does not know
    (renamed away) counts as the earliest.
    """

    def place(code: str) -> int:
        return stages[code].place if code in stages else 0

    def is_closed(code: str) -> bool:
        return code in stages and stages[code].ending is not None

    def order(each: DealChange) -> tuple[object, ...]:
        return each.change.at, each.change.number, each.deal_id, each.change.stage

    standing: dict[int, str] = {}
    made: list[StageChange] = []
    for each in sorted(changes, key=order):
        standing[each.deal_id] = each.change.stage
        still_open = [code for code in standing.values() if not is_closed(code)]
        now = max(still_open, key=lambda code: (place(code), code)) if still_open else each.change.stage
        if not made or made[-1].stage != now:
            made.append(StageChange(each.change.at, now, len(made)))
    return tuple(made)
