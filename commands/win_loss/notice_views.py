"""What others are told of reviews, as messages. Pure: rows in, Block Kit out."""

from collections.abc import Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.win_loss.views import facts
from storage.tables import WinLossReview

#: So many reviews fit a message with the longest of texts.
LISTED: Final = 10
_SHOWN: Final = 250
_SAID: Final = ("swung_it", "buyer_words", "helpful_content", "lesson")
#: Of each review so many texts: what swung it first.
_TEXTS: Final = 2


def notice_list(say: Say, items: Sequence[tuple[WinLossReview, str | None, str]]) -> Json:
    """Reviews for a daily list, at most `LISTED`: ``(review, account's name, author's Slack id)``."""
    title = say("review-notice-list", count=len(items))
    rows = [blocks.section(f"*{title}*")]
    for review, account_name, author in items[:LISTED]:
        who = say("review-notice-by", side=say(f"perspective-{review.perspective}"), author=f"<@{author}>")
        rows.append(blocks.section(" · ".join([*facts(say, review, account_name), who])))
        said = [name for name in _SAID if getattr(review, name)][:_TEXTS]
        for name in said:
            label = say(f"review-said-{name}")
            rows.append(blocks.quote(f"{label}: {blocks.one_line(getattr(review, name), _SHOWN)}"))
    return blocks.message(title, rows)
