"""What a month's digest says of the ideal customer profile: what waits to be decided, and what was agreed."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from domain.digest import WeeklyDigest
from domain.digest_scope import Section
from domain.icp import Change

#: Changes shown of each kind; the others are counted, and stand in the profile.
_SHOWN: Final = 4
_TEXT: Final = 120
#: Characters of all lines of one kind: what people typed may be five times as long once it is escaped.
_LINES: Final = 1_200


def icp_rows(digest: WeeklyDigest, say: Say, *, whole: bool = False) -> list[Json]:
    """A paragraph after the decisions, never cut; nothing where nothing waits and nothing was agreed. Never by whom.

    ``whole`` is for people who are not in Slack: every change, as it was written.
    """
    month = digest.icp
    if month.is_empty or Section.DECISIONS not in digest.sections:
        return []
    kinds = [(month.waiting, "digest-icp-waiting"), (month.accepted, "digest-icp-accepted")]
    heading = f"*{say('digest-icp')}*"
    if whole:
        rows = [blocks.divider(), blocks.section(heading)]
        for changes, key in kinds:
            if changes:
                rows.append(blocks.section(say(key, n=len(changes))))
                rows.append(blocks.bullets(_said(each, say, each.text, each.reason) for each in changes))
        return rows
    lines = [heading]
    for changes, key in kinds:
        if changes:
            lines += [say(key, n=len(changes)), *_lines(changes, say)]
    return [blocks.divider(), blocks.section("\n".join(lines)), blocks.context(say("digest-icp-where"))]


def _lines(changes: Sequence[Change], say: Say) -> list[str]:
    shown: list[str] = []
    for each in changes[:_SHOWN]:
        text, reason = (blocks.escape(blocks.one_line(part, _TEXT)) for part in (each.text, each.reason))
        line = f"• {_said(each, say, text, reason)}"
        if sum(map(len, shown)) + len(line) > _LINES:
            break
        shown.append(line)
    return [*shown, *and_more.words(say, len(changes) - len(shown))]


def _said(change: Change, say: Say, text: str, reason: str) -> str:
    return say("digest-icp-change", part=say(f"icp-part-{change.part.value}"), text=text, reason=reason)
