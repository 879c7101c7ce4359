"""The digest's lines on what people have begun to talk about, and on themes of the workspace's own."""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.digest.trends import bullet, count_line, stretch_of
from commands.i18n import Say
from domain.digest import WeeklyDigest
from domain.emerging import Group

_ACCOUNTS: Final = 5
_NAME_LENGTH: Final = 60


def insight_rows(digest: WeeklyDigest, say: Say) -> list[Json]:
    """The lines, under a heading of their own; nothing when there is nothing to say."""
    insights = digest.insights
    if insights.is_empty:
        return []
    stretch = stretch_of(digest.window)
    followed = [
        bullet(say("digest-by-words", label=each.label), count_line(each.trend, stretch, say))
        for each in insights.followed
    ]
    new = [bullet(group.label, group_said(group, say)) for group in insights.groups]
    return [blocks.section("\n".join([say("digest-insights"), *followed, *new]))]


def group_said(group: Group, say: Say) -> str:
    """How many notes a group has, how many it had before, and at which accounts."""
    said = say("digest-emerging", n=len(group.notes), before=group.before)
    names = [blocks.escape(blocks.one_line(name, _NAME_LENGTH)) for name in group.accounts[:_ACCOUNTS]]
    named = ", ".join([*names, *and_more.words(say, len(group.accounts) - len(names))])
    return f"{said} · {named}" if named else said
