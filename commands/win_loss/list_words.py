"""Which reviews `list` shows: outcome, period, mine, and any other word, in both languages and any order."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from domain.names import fold
from domain.taxonomy import DealOutcome
from domain.text import clean
from domain.values import frozen
from domain.win_loss import LOST

#: What `list` shows when no period is named.
USUAL_PERIOD: Final = timedelta(days=90)
_LONGEST_PERIOD: Final = 3650

_OUTCOMES: Final[Mapping[str, tuple[DealOutcome, ...]]] = {
    **dict.fromkeys(("won", "wins", "win", "ganada", "ganadas", "ganado", "ganados"), (DealOutcome.WON,)),
    **dict.fromkeys(
        ("lost", "losses", "loss", "perdida", "perdidas", "perdido", "perdidos"),
        tuple(outcome for outcome in DealOutcome if outcome in LOST),
    ),
    **dict.fromkeys(("churned", "churn", "baja", "bajas"), (DealOutcome.CHURNED,)),
    **dict.fromkeys(("unknown", "desconocido", "desconocida"), (DealOutcome.UNKNOWN,)),
}
_MINE: Final = frozenset(["mine", "me", "mias", "mis", "mios"])
_PERIODS: Final = {
    **dict.fromkeys(("week", "semana"), 7),
    **dict.fromkeys(("month", "mes"), 30),
    **dict.fromkeys(("quarter", "trimestre"), 91),
    **dict.fromkeys(("year", "ano"), 365),
}
_DAYS: Final = re.compile(r"\b(\d{1,4})\s*(?:days?|dias?|d)\b")
#: Words between the others: "lost in the last month", "perdidas de este trimestre".
_BETWEEN: Final = re.compile(
    r"in|the|last|this|of|to|all|los|las|el|la|ultim[oa]s?|est[ea]|del?|en|tod[oa]s|y|and|o|or"
)


@frozen
class ShowList:
    """List reviews. ``outcomes``: any of these, all when empty; ``words`` must all be in it."""

    outcomes: tuple[DealOutcome, ...] = ()
    period: timedelta = USUAL_PERIOD
    mine: bool = False
    words: str = ""


def read_list(text: str) -> ShowList:
    """What follows `list`: "lost this quarter", "ganadas mias", "hubspot 30 days"."""
    folded = fold(clean(text).value)
    days = _DAYS.search(folded)
    period = USUAL_PERIOD
    if days is not None:
        period = timedelta(days=min(max(int(days[1]), 1), _LONGEST_PERIOD))
        folded = _DAYS.sub(" ", folded, count=1)
    outcomes: list[DealOutcome] = []
    words: list[str] = []
    mine = False
    for word in re.findall(r"[^\s,;]+", folded):
        if word in _OUTCOMES:
            outcomes += _OUTCOMES[word]
        elif word in _MINE:
            mine = True
        elif word in _PERIODS:
            period = timedelta(days=_PERIODS[word])
        elif not _BETWEEN.fullmatch(word):
            words.append(word)
    return ShowList(tuple(dict.fromkeys(outcomes)), period, mine, " ".join(words))
