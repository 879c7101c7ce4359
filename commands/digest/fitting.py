"""A digest within what Slack takes of one message: of too much, the longest sections give up their last rows.

What was cut is named, with where to find it.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from domain.digest_scope import Section

#: Characters of all blocks as they are sent; Slack refuses a little above.
_LONGEST: Final = 12_900
#: A section says at least so much: its line and its heading.
_KEPT: Final = 2


def fitted(sections: Sequence[tuple[Section, list[Json]]], fixed: list[Json], say: Say) -> list[list[Json]]:
    """The rows of ``sections`` cut so that they fit beside the ``fixed`` ones; the last says what there was more of."""
    rows = [list(made) for _, made in sections]
    if not _too_long(rows, fixed):
        return rows
    room = _told([section for section, _ in sections], say)
    while _too_long(rows, [*fixed, room]):
        cuttable = [made for made in rows if len(made) > _KEPT]
        if not cuttable:
            break
        max(cuttable, key=_length).pop()
    cut = [section for (section, made), kept in zip(sections, rows, strict=True) if len(kept) < len(made)]
    return [*rows, [_told(cut, say)]]


def _told(cut: Iterable[Section], say: Say) -> Json:
    """What did not fit, and where each of it is."""
    return blocks.context(say("digest-cut", rest=" · ".join(say(f"digest-cut-{each.value}") for each in cut)))


def _too_long(sections: list[list[Json]], fixed: list[Json]) -> bool:
    rows = [*fixed, *(row for section in sections for row in section)]
    return _length(rows) > _LONGEST or len(rows) > blocks.MESSAGE_BLOCKS


def _length(rows: list[Json]) -> int:
    return len(json.dumps(rows, ensure_ascii=False))
