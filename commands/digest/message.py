"""The digest as a message: the same facts with charts, and once more with a table for workspaces without charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from commands import blocks
from commands.blocks import Json
from commands.charts import bar_chart, table
from commands.digest.account_section import account_rows
from commands.digest.fitting import fitted
from commands.digest.quality_section import quality_rows
from commands.digest.reviews_section import unreviewed_rows
from commands.digest.wins_section import win_loss_rows
from commands.i18n import Say
from domain.digest import Highlight, Lateness, Saying, SourceConversion, SourceCount, ThemeCount, WeeklyDigest
from domain.metrics import Conversion, Trend
from domain.names import source_key

#: Sources named one by one; when there are more, the others are summed in one line.
SOURCES_NAMED: Final = 12

#: How much of a quote or an argument is shown. Whole ones are found with `/objection search`.
SAYING_LENGTH: Final = 300
NAME_LENGTH: Final = 75

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DigestMessage:
    """What is posted, and what is posted instead where charts are refused (nothing when there is no chart)."""

    body: Json
    fallback: Json | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A source, or the sum of those not named, as a reader sees it."""

    label: str
    trend: Trend


def digest_message(digest: WeeklyDigest, say: Say) -> DigestMessage:
    """The digest in one language. The same digest always gives the same message."""
    text = _notification(digest, say)
    body = blocks.message(text, _blocks(digest, say, charts=True))
    if digest.is_empty:
        return DigestMessage(body, None)
    return DigestMessage(body, blocks.message(text, _blocks(digest, say, charts=False)))


def theme_label(theme: str | None, say: Say) -> str:
    """A theme's name; objections that have none yet are named too."""
    return say(f"theme-{theme or 'none'}")


def source_label(source: str, say: Say) -> str:
    """A source's name: translated when it is a common one, else as it came. A blank one is not "unknown"."""
    key = source_key(source)
    if not key:
        return say("digest-no-source")
    known = f"source-{key}"
    return say(known) if key.isascii() and say.has(known) else blocks.clip(key.replace("_", " "), NAME_LENGTH)


def _blocks(digest: WeeklyDigest, say: Say, *, charts: bool) -> list[Json]:
    made = _head(digest, say)
    if digest.is_empty:
        return [*made, blocks.section(_empty_week(digest, say))]
    made.append(blocks.section(_summary(digest, say)))
    middle: list[Json] = []
    if digest.objections.count:
        middle += _objections(digest, say, charts=charts)
    if digest.mqls.count:
        middle += _mqls(digest, say, charts=charts)
    if digest.conversion.n:
        middle += _conversion(digest, say)
    if digest.mqls.count:
        middle.append(blocks.context(_immature(digest, say)))
    end = [blocks.context(say("digest-compared"))]
    if digest.mqls.count and not charts:
        end.append(_mqls_table(digest, say))  # Slack draws it below everything else
    further = [account_rows(digest.accounts, say), quality_rows(digest, say), win_loss_rows(digest, say)]
    first, *others = fitted([*further, unreviewed_rows(digest, say)], [*made, *middle, *end], say)
    return [*made, *first, *middle, *(row for section in others for row in section), *end]


def _head(digest: WeeklyDigest, say: Say) -> list[Json]:
    week = digest.window.week
    span = say(
        "digest-range",
        first=say.day(week.monday),
        last=say.day(week.sunday),
        year=str(week.sunday.year),
        tz=digest.window.tz,
    )
    made = [
        blocks.header(say("digest-title", week=str(week.week), year=str(week.year))),
        blocks.context(span),
    ]
    return [*made, blocks.section(_late(digest.late, digest.window.tz, say))] if digest.late else made


def _late(late: Lateness, tz: str, say: Say) -> str:
    if late.delay < 2 * _HOUR:
        delay = say("digest-delay-minutes", n=late.delay // timedelta(minutes=1))
    elif late.delay < 2 * _DAY:
        delay = say("digest-delay-hours", n=late.delay // _HOUR)
    else:
        delay = say("digest-delay-days", n=late.delay // _DAY)
    return say("digest-late", due=say.moment(late.due_at, tz), delay=delay)


def _notification(digest: WeeklyDigest, say: Say) -> str:
    week = digest.window.week
    return say(
        "digest-notification",
        week=str(week.week),
        year=str(week.year),
        objections=_counted("objections", digest.objections, say),
        mqls=_counted("mqls", digest.mqls, say),
    )


def _counted(kind: str, trend: Trend, say: Say) -> str:
    return say(f"digest-count-{kind}", n=trend.count, count=say.number(trend.count))


def _summary(digest: WeeklyDigest, say: Say) -> str:
    parts = (("objections", digest.objections), ("mqls", digest.mqls))
    return "\n".join(
        say("digest-summary-line", what=_counted(kind, trend, say), trend=_trend(trend, say)) for kind, trend in parts
    )


def _empty_week(digest: WeeklyDigest, say: Say) -> str:
    return say(
        "digest-empty",
        objections=say.number(digest.objections.mean_before),
        mqls=say.number(digest.mqls.mean_before),
    )


def _trend(trend: Trend, say: Say) -> str:
    if not trend.count and not any(trend.before):
        return say("digest-trend-none")
    return say(f"digest-trend-{trend.direction.value}", mean=say.number(trend.mean_before))


def _bullet(label: str, said: str) -> str:
    return f"• *{blocks.escape(label)}*: {said}"


def _objections(digest: WeeklyDigest, say: Say, *, charts: bool) -> list[Json]:
    labels = [theme_label(line.theme, say) for line in digest.themes]
    made = [blocks.divider()]
    if charts:  # its title is the section's heading
        made.append(_comparison(say("digest-chart-objections"), labels, [line.trend for line in digest.themes], say))
    else:
        made.append(blocks.section(say("digest-objections")))
    made.append(blocks.section("\n".join(_theme_lines(digest.themes, say))))
    return made + [_highlight(highlight, digest.window.tz, say) for highlight in digest.highlights]


def _theme_lines(themes: Sequence[ThemeCount], say: Say) -> list[str]:
    """A line for each theme that was heard; the others, which the chart shows with their mean, by name alone."""
    heard = [_bullet(theme_label(line.theme, say), _theme_said(line, say)) for line in themes if line.trend.count]
    silent = [blocks.escape(theme_label(line.theme, say)) for line in themes if not line.trend.count]
    return [*heard, say("digest-not-heard", themes=", ".join(silent))] if silent else heard


def _theme_said(line: ThemeCount, say: Say) -> str:
    return say("digest-line", count=say.number(line.trend.count), trend=_trend(line.trend, say))


def _highlight(highlight: Highlight, tz: str, say: Say) -> Json:
    """What people typed, as rich text: nothing in it is read as markup, nobody is pinged."""
    elements: list[Json] = [
        _words(theme_label(highlight.theme, say), _said_by("digest-quote", highlight.quote, tz, say)),
        _quoted(highlight.quote.text),
    ]
    if highlight.argument is not None:
        elements += [
            _words(say("digest-worked"), _said_by("digest-argument", highlight.argument, tz, say)),
            _quoted(highlight.argument.text),
        ]
    return {"type": "rich_text", "elements": elements}


def _said_by(key: str, saying: Saying, tz: str, say: Say) -> str:
    day = say.day(saying.at.astimezone(ZoneInfo(tz)).date())
    if not saying.account:
        return say(f"{key}-somewhere", day=day)
    return say(key, account=blocks.one_line(saying.account, NAME_LENGTH), day=day)


def _words(bold: str, rest: str) -> Json:
    return {
        "type": "rich_text_section",
        "elements": [
            {"type": "text", "text": bold, "style": {"bold": True}},
            {"type": "text", "text": f" {rest}"},
        ],
    }


def _quoted(text: str) -> Json:
    return {
        "type": "rich_text_quote",
        "elements": [{"type": "text", "text": blocks.one_line(text, SAYING_LENGTH) or " "}],
    }


def _named(sources: Sequence[SourceCount], say: Say) -> list[_Line]:
    named = [_Line(source_label(line.source, say), line.trend) for line in sources[:SOURCES_NAMED]]
    others = sources[SOURCES_NAMED:]
    if others:
        named.append(_Line(_others(len(others), say), Trend.total(line.trend for line in others)))
    return named


def _others(count: int, say: Say) -> str:
    return say("digest-others", n=count)


def _mqls(digest: WeeklyDigest, say: Say, *, charts: bool) -> list[Json]:
    if not charts:
        return [blocks.divider(), blocks.section(say("digest-mqls-below"))]
    lines = _named(digest.sources, say)
    said = [
        _bullet(line.label, say("digest-line", count=say.number(line.trend.count), trend=_trend(line.trend, say)))
        for line in lines
    ]
    chart = _comparison(say("digest-chart-mqls"), [line.label for line in lines], [line.trend for line in lines], say)
    return [blocks.divider(), chart, blocks.section("\n".join(said))]


def _mqls_table(digest: WeeklyDigest, say: Say) -> Json:
    head = [say("digest-column-source"), say("digest-series-week"), say("digest-series-mean")]
    lines = [*_named(digest.sources, say), _Line(say("digest-total"), digest.mqls)]
    return table(
        head, [[line.label, say.number(line.trend.count), say.number(line.trend.mean_before)] for line in lines]
    )


def _comparison(title: str, labels: Sequence[str], trends: Sequence[Trend], say: Say) -> Json:
    return bar_chart(
        title,
        labels,
        (
            (say("digest-series-week"), [trend.count for trend in trends]),
            (say("digest-series-mean"), [trend.mean_before for trend in trends]),
        ),
    )


def _conversion(digest: WeeklyDigest, say: Say) -> list[Json]:
    cohort = say(
        "digest-conversion",
        first=say.day(digest.window.cohort_first),
        first_year=str(digest.window.cohort_first.year),
        last=say.day(digest.window.cohort_last),
        last_year=str(digest.window.cohort_last.year),
    )
    return [blocks.divider(), blocks.section(cohort), blocks.section("\n".join(_rates(digest, say)))]


def _rates(digest: WeeklyDigest, say: Say) -> list[str]:
    named: Sequence[SourceConversion] = digest.cohort[:SOURCES_NAMED]
    lines = [_bullet(source_label(line.source, say), _rate(line.conversion, say)) for line in named]
    others = digest.cohort[SOURCES_NAMED:]
    if others:
        rest = Conversion.total(line.conversion for line in others)
        lines.append(_bullet(_others(len(others), say), _rate(rest, say)))
    return [*lines, _bullet(say("digest-total"), _rate(digest.conversion, say))]


def _rate(conversion: Conversion, say: Say) -> str:
    rate = conversion.rate()
    if rate is None:
        return say("digest-rate-few", n=say.number(conversion.n))
    return say("digest-rate", rate=say.percent(rate), won=say.number(conversion.won), n=say.number(conversion.n))


def _immature(digest: WeeklyDigest, say: Say) -> str:
    matures = digest.window.matures_on
    return say(
        "digest-immature",
        n=digest.mqls.count,
        count=say.number(digest.mqls.count),
        day=say.day(matures),
        year=str(matures.year),
    )
