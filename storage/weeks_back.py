"""Which of several weeks, or months, a row belongs to: as a column of one question about all of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, case

from domain.weeks import Span
from storage.question import Given, Placeholder


def weeks_back(moment: SQLColumnExpression[Any], starts: Iterable[datetime | Placeholder]) -> ColumnElement[int]:
    """The place among spans, which tile and have these ``starts``, latest first, of a ``moment`` within them."""
    return case(*((moment >= start, place) for place, start in enumerate(starts)))


def week_starts(given: Given) -> tuple[Placeholder, ...]:
    """The starts that `bounds` gives."""
    return given.this, given.one, given.two, given.three, given.four


def bounds(spans: Sequence[Span]) -> dict[str, datetime]:
    """The starts of a period (``this``) and the four before it (``one`` to ``four``), and the ``end`` of all."""
    starts = zip(("this", "one", "two", "three", "four"), (span.start for span in spans), strict=True)
    return dict(starts) | {"end": spans[0].end}
