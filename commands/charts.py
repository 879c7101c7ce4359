"""Slack's native charts and tables, kept within their limits.

docs.slack.dev/reference/block-kit/blocks/data-visualization-block and …/table-block. A workspace may not have charts
yet and then refuses the whole message, so whoever uses one also makes a message without it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from commands.blocks import Json, clip

CHART_TITLE: Final = 50
CHART_LABEL: Final = 20
CHART_POINTS: Final = 20
CHART_SERIES: Final = 6
TABLE_ROWS: Final = 100
TABLE_CELL: Final = 80

CHART_TYPE: Final = "data_visualization"


def bar_chart(
    title: str,
    labels: Sequence[str],
    series: Sequence[tuple[str, Sequence[float]]],
    label_length: int = CHART_LABEL,
) -> Json:
    """Bars for each of ``labels``, one a series (name, values). Labels cut to one form are told apart by a number."""
    names = distinct(labels[:CHART_POINTS], label_length)
    return {
        "type": CHART_TYPE,
        "title": clip(title, CHART_TITLE),
        "chart": {
            "type": "bar",
            "series": [
                {
                    "name": name,
                    "data": [{"label": label, "value": value} for label, value in zip(names, values, strict=False)],
                }
                for name, (_, values) in zip(distinct([name for name, _ in series], CHART_LABEL), series, strict=True)
            ][:CHART_SERIES],
            "axis_config": {"categories": names},
        },
    }


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Json:
    """A table whose first column reads left and the others right, as numbers do."""
    lines = [head, *rows][:TABLE_ROWS]
    return {
        "type": "table",
        "column_settings": [{"align": "left" if column == 0 else "right"} for column in range(len(head))],
        "rows": [[{"type": "raw_text", "text": clip(cell, TABLE_CELL) or "–"} for cell in line] for line in lines],
    }


def distinct(labels: Sequence[str], limit: int) -> list[str]:
    """``labels`` in at most ``limit`` characters each, no two alike: Slack refuses a chart with a label twice."""
    taken: list[str] = []
    for label in labels:
        short, number = clip(label, limit) or "–", 1
        while short in taken:
            number += 1
            suffix = f" {number}"
            short = clip(label, limit - len(suffix)) + suffix
        taken.append(short)
    return taken
