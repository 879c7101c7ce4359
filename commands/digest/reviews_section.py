"""The digest's word on closed deals that nobody has reviewed: by name of the deal, never of who closed it."""

from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from domain.digest import Unreviewed, WeeklyDigest

#: Named one by one; the rest are counted.
_NAMED: Final = 8
_NAME_LENGTH: Final = 60


def unreviewed_rows(digest: WeeklyDigest, say: Say) -> list[Json]:
    """The section; nothing in a week in which every review came in time."""
    waiting = digest.unreviewed
    if not waiting:
        return []
    named = [_called(each, say) for each in waiting[:_NAMED]]
    if len(waiting) > _NAMED:
        named.append(say("list-and-more", count=len(waiting) - _NAMED))
    text = say("digest-unreviewed", count=len(waiting), deals=", ".join(named))
    return [blocks.divider(), blocks.section(text)]


def _called(deal: Unreviewed, say: Say) -> str:
    parts = [blocks.one_line(part, _NAME_LENGTH) for part in (deal.account, deal.deal) if part and part.strip()]
    name = " · ".join(dict.fromkeys(parts))
    return f"*{blocks.escape(name)}*" if name else say("review-deal-unnamed")
