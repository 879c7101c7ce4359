"""What a marketer is told of their leads: one line each, all who rated it side by side. Pure: rows to Block Kit."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.quality_words import lead_title, view_line
from storage.lead_ratings import FoundRating

#: So many leads fit a message with the longest of notes.
LISTED: Final = 8
#: So many views of one lead are told; the rest by number.
_VIEWS: Final = 3


def rated_list(say: Say, leads: Sequence[Sequence[FoundRating]]) -> Json:
    """Leads that were rated, at most `LISTED`; each with what stands, the latest first."""
    title = say("rating-told", count=len(leads))
    return blocks.message(title, [blocks.section(f"*{title}*"), *(blocks.section(_line(say, one)) for one in leads)])


def _line(say: Say, ratings: Sequence[FoundRating]) -> str:
    lead = ratings[0]
    # The latest with its note; the others stand on the lead.
    said = [view_line(say, rating, noted=place == 0) for place, rating in enumerate(ratings[:_VIEWS])]
    said += and_more.words(say, len(ratings) - _VIEWS)
    return f"• *{lead_title(say, lead.company, lead.contact, lead.email)}*: {'; '.join(said)}"
