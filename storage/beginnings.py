"""What begins as somebody types: the spellings to look for, and the ranges of an index that hold them."""

from typing import Final

_LAST: Final = 0x10FFFF


def spellings(typed: str) -> list[str]:
    """``typed`` and its usual capitals, each once."""
    start = typed.strip()
    return list(dict.fromkeys((start, start.lower(), start.upper(), start.capitalize(), start.title())))


def after(start: str) -> str:
    """The first text after all that begin with ``start``: its last letter's next one, which holds in any collation."""
    following = chr(min(ord(start[-1]) + 1, _LAST))
    return start[:-1] + (following if following.isprintable() else chr(_LAST))
