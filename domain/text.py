"""Cleaning of what people type, before anything else looks at it."""

import re
import unicodedata
from typing import Final

from domain.values import frozen

_REFUSED: Final = re.compile("[\x00\ud800-\udfff]")
#: Kinds of characters that leave no mark: format, control, separators.
_UNSEEN: Final = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})


@frozen
class CleanText:
    """Text that every database and Slack accept, and how many characters had to go."""

    value: str
    removed: int


def clean(text: str) -> CleanText:
    """Remove NUL and lone surrogates (PostgreSQL and UTF-8 refuse them), trim the ends, keep all else.

    Emoji, line breaks and every other script stay; of text that nobody can see (marks of direction, joiners) nothing.
    ``removed`` counts only refused characters, not trimmed blanks: when it is above zero the answer says so.
    """
    kept = _REFUSED.sub("", text)
    value = kept.strip()
    if value and not value[0].isalnum() and all(unicodedata.category(each) in _UNSEEN for each in value):
        value = ""
    return CleanText(value, len(text) - len(kept))
