"""The digest's section of objections: themes and their trend, a quote, the argument that worked."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from commands import and_more, blocks
from commands.blocks import Json
from commands.digest.trends import Stretch, bullet, comparison, count_line, stretch_of
from commands.i18n import Say
from domain.digest import Highlight, Saying, ThemeCount, WeeklyDigest

#: How much of a quote or an argument is shown. Whole ones are found with `/objection search`.
SAYING_LENGTH: Final = 300
NAME_LENGTH: Final = 75
#: Lines of one section, and names in one line: so many are within its limit. Themes of a workspace's own have no end.
_LINES: Final = 20
#: Of those so many are themes: below them stands how many more there are, and which were silent.
_HEARD: Final = _LINES - 2
_NAMES: Final = _LINES - 1


def theme_label(theme: str | None, say: Say) -> str:
    """A theme's name; objections that have none yet are named too."""
    return say(f"theme-{theme or 'none'}")


def objection_rows(digest: WeeklyDigest, say: Say, *, charts: bool, whole: bool = False) -> list[Json]:
    """The section; its chart's title is its heading where there are charts."""
    if not digest.objections.count:
        return []
    stretch = stretch_of(digest.window)
    labels = [theme_label(line.theme, say) for line in digest.themes]
    made = [blocks.divider()]
    if charts:
        trends = [line.trend for line in digest.themes]
        made.append(comparison(say("digest-chart-objections"), labels, trends, stretch, say, whole=whole))
    else:
        made.append(blocks.section(say("digest-objections")))
    lines = _theme_lines(digest.themes, stretch, say, whole=whole)
    made += [blocks.section("\n".join(lines[at : at + _LINES])) for at in range(0, len(lines), _LINES)]
    return made + [_highlight(highlight, digest.window.tz, say) for highlight in digest.highlights]


def _theme_lines(themes: Sequence[ThemeCount], stretch: Stretch, say: Say, *, whole: bool) -> list[str]:
    """A line for each theme that was heard; the others, which the chart shows with their mean, by name alone.

    ``whole`` names them all; else the most heard, and how many more there are.
    """
    heard = [line for line in themes if line.trend.count]
    shown = heard if whole else heard[:_HEARD]
    lines = [bullet(theme_label(line.theme, say), count_line(line.trend, stretch, say)) for line in shown]
    lines += and_more.words(say, len(heard) - len(shown))
    silent = [blocks.escape(theme_label(line.theme, say)) for line in themes if not line.trend.count]
    names = silent if whole else [*silent[:_NAMES], *and_more.words(say, len(silent) - _NAMES)]
    rows = [", ".join(names[at : at + _LINES]) for at in range(0, len(names), _LINES)]
    return [*lines, *(say("digest-not-heard", themes=row, stretch=stretch) for row in rows)]


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
