"""The digest's word on what is past its day: closed deals that nobody has reviewed, asks that nobody has answered.

By name of the deal or account, never of who owes it.
"""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from domain.digest import Unreviewed, WeeklyDigest

#: Named one by one; the rest are counted.
_NAMED: Final = 8
_NAME_LENGTH: Final = 60


def unreviewed_rows(digest: WeeklyDigest, say: Say, *, whole: bool = False) -> list[Json]:
    """The section; nothing in a week in which every review and answer came in time.

    ``whole`` is for people who are not in Slack: they are not told what to type there.
    """
    said = []
    if digest.unreviewed:
        deals = _named([_called(each, say) for each in digest.unreviewed], say)
        waiting = say("digest-unreviewed", count=len(digest.unreviewed), deals=deals)
        said.append(waiting if whole else f"{waiting} {say('digest-review-how', n=len(digest.unreviewed))}")
    if digest.unanswered:
        accounts = [blocks.one_line(each, _NAME_LENGTH) or say("objection-no-account") for each in digest.unanswered]
        named = _named([f"*{blocks.escape(each)}*" for each in dict.fromkeys(accounts)], say)
        said.append(say("digest-unanswered", count=len(digest.unanswered), accounts=named))
    return [blocks.divider(), blocks.section("\n".join(said))] if said else []


def _named(names: list[str], say: Say) -> str:
    shown = names[:_NAMED]
    shown += and_more.words(say, len(names) - _NAMED)
    return ", ".join(shown)


def _called(deal: Unreviewed, say: Say) -> str:
    parts = [blocks.one_line(part, _NAME_LENGTH) for part in (deal.account, deal.deal) if part and part.strip()]
    name = " · ".join(dict.fromkeys(parts))
    return f"*{blocks.escape(name)}*" if name else say("review-deal-unnamed")
