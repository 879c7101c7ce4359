"""The digest's narrative: three sentences by a machine at most, marked so, each with the records it stands on."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from domain.narrative import LONGEST, Sentence

#: Records named behind a sentence; further ones are counted.
_CITED: Final = 6
_SHORT: Final = 6


def narrative_rows(sentences: Sequence[Sentence], model: str, say: Say) -> list[Json]:
    """The section; nothing without a sentence. What a machine wrote is plain text: nothing in it is read as markup."""
    if not sentences:
        return []
    elements = [_line(f"{each.text.strip()} ", _sources(each, say)) for each in sentences]
    listed = {"type": "rich_text_list", "style": "bullet", "elements": elements}
    mark = blocks.context(say("narrative-mark", model=blocks.escape(blocks.one_line(model, 60))))
    return [{"type": "rich_text", "elements": [listed]}, mark]


def _line(text: str, sources: str) -> Json:
    return {
        "type": "rich_text_section",
        "elements": [
            {"type": "text", "text": blocks.one_line(text, LONGEST) + " "},
            {"type": "text", "text": sources, "style": {"italic": True}},
        ],
    }


def _sources(sentence: Sentence, say: Say) -> str:
    """The records by kind and the end of their ids; the table of narratives has them whole."""
    records = sentence.claim.records
    named = [_short(each, say) for each in records[:_CITED]]
    cited = ", ".join([*named, *and_more.words(say, len(records) - _CITED)])
    return say("narrative-sources", n=len(records), records=cited)


def _short(record: str, say: Say) -> str:
    kind, _, number = record.partition(":")
    return say(f"narrative-record-{kind}", id=number[-_SHORT:])
