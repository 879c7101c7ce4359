"""What lies above the form while a text is read, and what was put in then. Pure."""

from collections.abc import Mapping
from typing import Any, Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import BlockId, CallbackId
from commands.minds import MindUnavailable
from commands.prefill.actions import Filled, NotKept, Outcome
from commands.prefilling import Proposal
from commands.suggesting import sureness
from domain.grounding import without_links

_LABEL: Final = 100
_WORDS: Final = 200


def reading_modal(say: Say) -> Json:
    """The text is being read. What lies below waits, so that nothing typed meanwhile could be lost."""
    return _modal(say, [blocks.section(say("prefill-reading"))])


def nothing_modal(say: Say) -> Json:
    """There is no text to read yet."""
    return _modal(say, [blocks.section(say("prefill-no-text"))])


def outcome_modal(say: Say, before: Mapping[str, Any], outcome: Outcome) -> Json:
    """What came of it, in place of `reading_modal`; ``before`` is the form that it lies on."""
    match outcome:
        case MindUnavailable():
            return _modal(say, [blocks.section(outcome.sentence(say)), blocks.context(say("prefill-as-before"))])
        case NotKept():
            return _modal(say, [blocks.section(say("prefill-not-kept")), blocks.context(say("prefill-as-before"))])
        case Filled(None, codes_alone=codes_alone):
            key = "prefill-no-code-found" if codes_alone else "prefill-nothing-found"
            return _modal(say, [blocks.section(say(key)), blocks.context(say("prefill-as-before"))])
        case Filled(form, fields):
            rows = [
                blocks.section(say("prefill-filled", n=len(fields))),
                blocks.bullets(_line(say, form or before, block, proposal) for block, proposal in fields.items()),
                blocks.context(say("prefill-look-over")),
            ]
            return _modal(say, rows)


def _line(say: Say, form: Mapping[str, Any], block: BlockId, proposal: Proposal) -> str:
    """A field by its label, what was put in, and the words that it came from; as plain text."""
    row = next(each for each in form["blocks"] if each.get("block_id") == block.value)
    chosen = row["element"].get("initial_option")
    value = chosen["text"]["text"] if chosen else proposal.value
    told = {} if proposal.sure is None else {"sure": sureness(say, proposal.sure)}
    return say(
        "prefill-line-sure" if told else "prefill-line",
        **told,
        field=blocks.one_line(row["label"]["text"], _LABEL).strip("¿?"),
        value=blocks.one_line(value, _LABEL),
        words=blocks.one_line(without_links(proposal.words), _WORDS),
    )


def _modal(say: Say, rows: list[Json]) -> Json:
    return blocks.modal(say("prefill-title"), CallbackId.PREFILL, rows, close=say("prefill-back"))
