"""What a month's digest says of the ideal customer profile: what waits to be decided, and what was agreed."""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from domain.digest import WeeklyDigest
from domain.icp import Change

#: Changes shown of each kind; the others are counted, and stand in the profile.
_SHOWN: Final = 4
_TEXT: Final = 160


def icp_rows(digest: WeeklyDigest, say: Say, *, whole: bool = False) -> list[Json]:
    """A paragraph of the decisions; nothing where nothing waits and nothing was agreed. Never by whom."""
    month = digest.icp
    if month.is_empty:
        return []
    rows = [blocks.divider(), blocks.section(f"*{say('digest-icp')}*")]
    for changes, key in ((month.waiting, "digest-icp-waiting"), (month.accepted, "digest-icp-accepted")):
        if changes:
            shown = changes if whole else changes[:_SHOWN]
            rows.append(blocks.section(say(key, n=len(changes))))
            lines = [_said(each, say) for each in shown]
            rows.append(blocks.bullets([*lines, *and_more.words(say, len(changes) - len(shown))]))
    return rows if whole else [*rows, blocks.context(say("digest-icp-where"))]


def _said(change: Change, say: Say) -> str:
    return say(
        "digest-icp-change",
        part=say(f"icp-part-{change.part.value}"),
        text=blocks.one_line(change.text, _TEXT),
        reason=blocks.one_line(change.reason, _TEXT),
    )
