"""The digest's section on lead quality: by source and campaign, with n, and why leads came back; when there is any.

In words alone: Slack takes two charts a message, and `/leadquality sources` has the table.
"""

from collections.abc import Callable
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.digest.trends import stretch_of
from commands.i18n import Say
from commands.quality_words import campaign_name, quality_said, returned_said, source_name
from domain.digest import WeeklyDigest
from domain.lead_quality import QualityLine

#: Named one by one.
_SOURCES: Final = 5
_CAMPAIGNS: Final = 3


def quality_rows(digest: WeeklyDigest, say: Say) -> list[Json]:
    """The section; nothing in a week in which no lead was rated and none came back."""
    quality = digest.quality
    if quality.is_empty:
        return []
    stretch = stretch_of(digest.window)
    rated = say("quality-rated", n=quality.rated, count=say.number(quality.rated))
    summary = say("quality-summary", rated=rated, stretch=stretch)
    if quality.returned:
        summary = say(
            "quality-summary-returned",
            rated=rated,
            returned=returned_said(say, quality.returned, quality.reasons),
            stretch=stretch,
        )
    rows = [blocks.divider(), blocks.section(summary)]
    rows.append(blocks.section("\n".join(_lines(quality.sources, _SOURCES, source_name, say))))
    if quality.campaigns:
        said = _lines(quality.campaigns, _CAMPAIGNS, campaign_name, say)
        rows.append(blocks.section("\n".join([say("quality-by-campaign"), *said])))
    return rows


def _lines(lines: tuple[QualityLine, ...], named: int, name: Callable[[Say, str], str], say: Say) -> list[str]:
    said = [f"• *{blocks.escape(name(say, line.key))}*: {quality_said(say, line)}" for line in lines[:named]]
    return said + and_more.words(say, len(lines) - named)
