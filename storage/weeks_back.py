"""Which of several weeks, or months, a row belongs to: as a column of one question about all of them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, case

from domain.weeks import Span


def weeks_back(moment: SQLColumnExpression[Any], spans: Sequence[Span]) -> ColumnElement[int]:
    """The place in ``spans``, which tile, latest first, of a ``moment`` within them."""
    return case(*((moment >= span.start, place) for place, span in enumerate(spans)))
