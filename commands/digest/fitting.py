"""A digest within what Slack takes of one message: of too much, the longest sections give up their last rows."""

import json
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say

#: Characters of all blocks as they are sent; Slack refuses a little above.
_LONGEST: Final = 12_900
#: A section says at least so much: its line and its heading.
_KEPT: Final = 2


def fitted(sections: list[list[Json]], fixed: list[Json], say: Say) -> list[list[Json]]:
    """``sections`` cut so that they fit beside the ``fixed`` rows; the last one says that there was more."""
    if not _too_long(sections, fixed):
        return sections
    told = blocks.context(say("digest-cut"))
    kept = [list(section) for section in sections]
    while _too_long(kept, [*fixed, told]):
        cuttable = [section for section in kept if len(section) > _KEPT]
        if not cuttable:
            break
        max(cuttable, key=_length).pop()
    return [*kept, [told]]


def _too_long(sections: list[list[Json]], fixed: list[Json]) -> bool:
    rows = [*fixed, *(row for section in sections for row in section)]
    return _length(rows) > _LONGEST or len(rows) > blocks.MESSAGE_BLOCKS


def _length(rows: list[Json]) -> int:
    return len(json.dumps(rows, ensure_ascii=False))
