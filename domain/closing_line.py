"""What follows ``close``: a deal's name and how it ended, ``Acme lost to HubSpot``, in English and Spanish."""

import re
from collections.abc import Mapping
from typing import Final

from domain.names import fold
from domain.patterns import late
from domain.taxonomy import DealOutcome
from domain.values import frozen

#: Ends as people write them last in the line, folded; a competitor's name may follow "lost to".
_ENDS: Final[Mapping[DealOutcome, str]] = {
    DealOutcome.LOST_NO_DECISION: r"(?:lost[ _:,-]+)?no[ _-]decision|(?:perdid[oa][ :,-]+)?sin decision",
    DealOutcome.LOST_COMPETITOR: (
        r"lost[ _]competitor|lost (?:to|against)\b.*|went with\b.*"
        r"|perdid[oa] (?:contra|frente a|ante|con)\b.*|se (?:fueron|fue) con\b.*"
    ),
    DealOutcome.LOST_OTHER: r"lost(?:[ _]other)?|perdid[oa]",
    DealOutcome.CHURNED: r"churn(?:ed)?|(?:se dio de )?baja",
    DealOutcome.WON: r"won|signed|ganad[oa]|firmad[oa]",
    DealOutcome.UNKNOWN: r"unknown|desconocid[oa]",
}
_LINES: Final = {
    outcome: late(rf"(?P<name>.*?)(?:^|[\s:,–—-]+)(?:{words})[.!]*", re.DOTALL) for outcome, words in _ENDS.items()
}


@frozen
class ClosingLine:
    """The deal's name as it was typed, and its end if one was said."""

    name: str
    outcome: DealOutcome | None


def read_closing(text: str) -> ClosingLine:
    """Read what followed ``close``, already clean. Without an end all of it is the name."""
    line = " ".join(text.split())
    folded = fold(line)
    if len(folded) != len(line):  # folding changed places: then names keep their letters and ends are plain
        folded = line.lower()
    found = [
        (len(match["name"]), outcome)
        for outcome, pattern in _LINES.items()
        if (match := pattern.fullmatch(folded)) is not None
    ]
    if not found:
        return ClosingLine(line.rstrip(" :,"), None)
    # "lost no decision" ends in "no decision" too: the end that takes most of the line is the one that was meant.
    length, outcome = min(found, key=lambda each: each[0])
    return ClosingLine(line[:length].strip(" :,–—-"), outcome)
