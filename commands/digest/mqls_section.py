"""The digest's section of MQLs: how many came by source, and what became of the latest mature cohort."""

from collections.abc import Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.charts import table
from commands.digest.trends import bullet, comparison, count_line, stretch_of
from commands.i18n import Say
from domain.digest import SourceConversion, SourceCount, WeeklyDigest
from domain.metrics import Conversion, Trend
from domain.names import source_key
from domain.values import frozen

#: Sources named one by one; when there are more, the others are summed in one line.
SOURCES_NAMED: Final = 12
_NAME_LENGTH: Final = 75


@frozen
class _Line:
    """A source, or the sum of those not named, as a reader sees it."""

    label: str
    trend: Trend


def source_label(source: str, say: Say) -> str:
    """A source's name: translated when it is a common one, else as it came. A blank one is not "unknown"."""
    key = source_key(source)
    if not key:
        return say("digest-no-source")
    known = f"source-{key}"
    return say(known) if key.isascii() and say.has(known) else blocks.clip(key.replace("_", " "), _NAME_LENGTH)


def mql_rows(digest: WeeklyDigest, say: Say, *, charts: bool, below: bool, whole: bool = False) -> list[Json]:
    """The section; without charts in words, or by a word on the table ``below``."""
    rows: list[Json] = []
    if digest.mqls.count:
        rows += _mqls(digest, say, charts=charts, below=below, whole=whole)
    if digest.conversion.n:
        rows += _conversion(digest, say)
    if digest.mqls.count:
        rows.append(blocks.context(_immature(digest, say)))
    return rows


def _named(sources: Sequence[SourceCount], say: Say) -> list[_Line]:
    named = [_Line(source_label(line.source, say), line.trend) for line in sources[:SOURCES_NAMED]]
    others = sources[SOURCES_NAMED:]
    if others:
        named.append(_Line(_others(len(others), say), Trend.total(line.trend for line in others)))
    return named


def _others(count: int, say: Say) -> str:
    return say("digest-others", n=count)


def _mqls(digest: WeeklyDigest, say: Say, *, charts: bool, below: bool, whole: bool) -> list[Json]:
    if below:
        return [blocks.divider(), blocks.section(say("digest-mqls-below"))]
    stretch, lines = stretch_of(digest.window), _named(digest.sources, say)
    said = [bullet(line.label, count_line(line.trend, stretch, say)) for line in lines]
    if not charts:
        title = f"*{say('digest-chart-mqls')}*"
        return [blocks.divider(), blocks.section("\n".join([title, *said]))]
    labels, trends = [line.label for line in lines], [line.trend for line in lines]
    chart = comparison(say("digest-chart-mqls"), labels, trends, stretch, say, whole=whole)
    return [blocks.divider(), chart, blocks.section("\n".join(said))]


def mql_table(digest: WeeklyDigest, say: Say) -> Json:
    """The counts by source, for workspaces without charts."""
    stretch = stretch_of(digest.window)
    head = [
        say("digest-column-source"),
        say("digest-series-week", stretch=stretch),
        say("digest-series-mean", stretch=stretch),
    ]
    lines = [*_named(digest.sources, say), _Line(say("digest-total"), digest.mqls)]
    return table(
        head, [[line.label, say.number(line.trend.count), say.number(line.trend.mean_before)] for line in lines]
    )


def _conversion(digest: WeeklyDigest, say: Say) -> list[Json]:
    cohort = say(
        "digest-conversion",
        stretch=stretch_of(digest.window),
        first=say.day(digest.window.cohort_first),
        first_year=str(digest.window.cohort_first.year),
        last=say.day(digest.window.cohort_last),
        last_year=str(digest.window.cohort_last.year),
    )
    return [blocks.divider(), blocks.section(cohort), blocks.section("\n".join(_rates(digest, say)))]


def _rates(digest: WeeklyDigest, say: Say) -> list[str]:
    named: Sequence[SourceConversion] = digest.cohort[:SOURCES_NAMED]
    lines = [bullet(source_label(line.source, say), _rate(line.conversion, say)) for line in named]
    others = digest.cohort[SOURCES_NAMED:]
    if others:
        rest = Conversion.total(line.conversion for line in others)
        lines.append(bullet(_others(len(others), say), _rate(rest, say)))
    return [*lines, bullet(say("digest-total"), _rate(digest.conversion, say))]


def _rate(conversion: Conversion, say: Say) -> str:
    rate = conversion.rate()
    if rate is None:
        return say("digest-rate-few", n=say.number(conversion.n))
    return say("digest-rate", rate=say.percent(rate), won=say.number(conversion.won), n=say.number(conversion.n))


def _immature(digest: WeeklyDigest, say: Say) -> str:
    matures = digest.window.matures_on
    return say(
        "digest-immature",
        stretch=stretch_of(digest.window),
        n=digest.mqls.count,
        count=say.number(digest.mqls.count),
        day=say.day(matures),
        year=str(matures.year),
    )
