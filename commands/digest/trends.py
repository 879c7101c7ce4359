"""Counts against the four weeks or months before, in words: what all sections of the digest say alike."""

from collections.abc import Sequence
from typing import Final, Literal

from commands import blocks
from commands.blocks import Json
from commands.charts import CHART_LABEL, bar_chart
from commands.i18n import Say
from domain.digest import DigestWindow
from domain.metrics import Trend

Stretch = Literal["week", "month"]
_WHOLE_LABEL: Final = 80


def stretch_of(window: DigestWindow) -> Stretch:
    """What a digest is about, as texts choose by it."""
    return "month" if window.is_month else "week"


def trend_said(trend: Trend, stretch: Stretch, say: Say) -> str:
    """Which way a count went, and from where."""
    if not trend.count and not any(trend.before):
        return say("digest-trend-none", stretch=stretch)
    return say(f"digest-trend-{trend.direction.value}", mean=say.number(trend.mean_before), stretch=stretch)


def count_line(trend: Trend, stretch: Stretch, say: Say) -> str:
    """A count and its trend."""
    return say("digest-line", count=say.number(trend.count), trend=trend_said(trend, stretch, say))


def bullet(label: str, said: str) -> str:
    """A line of a list: ``label`` is what people typed, or a name."""
    return f"• *{blocks.escape(label)}*: {said}"


def comparison(
    title: str, labels: Sequence[str], trends: Sequence[Trend], stretch: Stretch, say: Say, *, whole: bool = False
) -> Json:
    """Bars for each of ``labels``: the week or month, and the mean of the four before.

    ``whole`` is for where Slack does not cut the labels.
    """
    return bar_chart(
        title,
        labels,
        (
            (say("digest-series-week", stretch=stretch), [trend.count for trend in trends]),
            (say("digest-series-mean", stretch=stretch), [trend.mean_before for trend in trends]),
        ),
        _WHOLE_LABEL if whole else CHART_LABEL,
    )
