"""Cleaning of what people type, before anything else looks at it."""

import re
from dataclasses import dataclass
from typing import Final

_REFUSED: Final = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text that every database and Slack accept, and how many characters had to go."""

    value: str
    removed: int


def clean(text: str) -> CleanText:
    """Remove NUL and lone surrogates (PostgreSQL and UTF-8 refuse them), trim the ends, keep all else.

    Emoji, line breaks and every other script stay. ``removed`` counts only refused characters, not trimmed
    blanks: when it is above zero the answer says so.
    """
    kept = _REFUSED.sub("", text)
    return CleanText(kept.strip(), len(text) - len(kept))
