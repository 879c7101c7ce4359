"""Filling a form in from a text: what a slice says of its form, and what of a proposal holds.

A proposal is shown with the words of the text that it came from, in fields that are empty, and nothing of it is stored
until a person submits the form. The slices give a `Filler` each; the slice `prefill` asks the mind and shows the rest.
"""

import json
import re
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.i18n import Say
from commands.ids import ActionId, BlockId
from domain.grounding import leads_away, passage, without_links
from domain.values import frozen

_Code = TypeVar("_Code")

#: Codes that ask for an explanation, which nobody but the person can give.
_NEEDS_WORDS: Final = "other"
#: The address of a message as Slack writes it, with the thread that it is a reply in.
_MESSAGE: Final = re.compile(
    r"/archives/(?P<channel>[A-Z0-9]+)/p(?P<seconds>\d{10})(?P<rest>\d{6})(?:\?(?:.*&)?thread_ts=(?P<thread>\d+\.\d+))?"
)
#: A mind that reads says of no field how sure it is.
NOT_SAID: Final[Mapping[str, float]] = MappingProxyType({})
_BUTTON_BLOCK: Final = "prefill"
_WORDS: Final = 300
_LONGEST_WORDS: Final = 600


class Coded(BaseModel, Generic[_Code]):
    """A code, and the passage of the text that says so."""

    value: _Code
    words: str


class Quoted(BaseModel):
    """Something in the text's own words, and the passage that it stands in."""

    value: str
    words: str


@frozen
class Proposal:
    """What a field may say (a code, or text), and the ``words`` that it came from as they stand in the text.

    ``sure`` is how sure the mind is (0…1), where it judged and did not read: one that only sorts sentences.
    """

    value: str
    words: str
    sure: float | None = None


@frozen
class Filler:
    """One kind of form. ``schema`` is the form of a mind's answer: a `Coded` or `Quoted` for each field.

    ``fill`` gives the form anew, with those of the proposals in it that went into an empty field, by block.
    """

    prompt: tuple[str, int]
    schema: type[BaseModel]
    fill: Callable[[Actor, Mapping[str, Any], Mapping[str, Proposal]], tuple[Json, Mapping[BlockId, Proposal]]]


#: By the callback id of the form.
Fillers = Mapping[str, Filler]


def proposals_in(answer: BaseModel, text: str, sure: Mapping[str, float] = NOT_SAID) -> dict[str, Proposal]:
    """Of an answer, by field, what stands on words that are really in ``text``; what it quotes must be there too.

    ``sure`` is how sure the mind is of some fields.
    """
    found: dict[str, Proposal] = {}
    for name in type(answer).model_fields:
        said = getattr(answer, name)
        if not isinstance(said, Coded | Quoted) or len(said.words) > _LONGEST_WORDS:
            continue
        words, value = passage(said.words, text), str(said.value)
        if isinstance(said, Quoted):
            value = passage(said.value, text) or ""
            if leads_away(value):  # an address is no name, and nobody's argument
                continue
        if words is not None and value and value != _NEEDS_WORDS:
            found[name] = Proposal(value, words, sure.get(name))
    return found


def with_button(services: Services, actor: Actor, view: Json, *, after: BlockId | None = None) -> Json:
    """``view`` with *Fill in from the text*, where a mind can be asked: below the field ``after``, else on top."""
    minds = services.minds
    if minds is None or minds.standing(actor.workspace_id, channel_of(view)) is not None:
        return view
    say = services.say(actor)
    rows = list(view["blocks"])
    place = next((n for n, row in enumerate(rows, 1) if after and row.get("block_id") == after.value), 0)
    rows.insert(place, blocks.actions(blocks.button(say("prefill-button"), ActionId.PREFILL), block_id=_BUTTON_BLOCK))
    return {**view, "blocks": rows[: blocks.MODAL_BLOCKS]}


def channel_of(view: Mapping[str, Any]) -> str | None:
    """Where what the form is about was said, as the form remembers it."""
    return _origin(view).get("channel")


def thread_of(view: Mapping[str, Any]) -> tuple[str, str] | None:
    """Channel and timestamp of the thread that the message behind the form is in, or of that message itself."""
    found = _MESSAGE.search(str(_origin(view).get("link") or ""))
    return None if found is None else (found["channel"], found["thread"] or f"{found['seconds']}.{found['rest']}")


def kept_text_of(view: Mapping[str, Any]) -> int | None:
    """The id of the kept text that was too long for the form, if there is one."""
    kept = _remembered(view).get("kept_text")
    return int(kept) if kept else None


def shown_anew(say: Say, before: Mapping[str, Any], form: Json, filled: Mapping[BlockId, Proposal]) -> Json:
    """``form`` with the words below each filled field, and what stood above the form ``before``.

    Slack keeps what stands in a field of the same name: each filled field gets another.
    """
    old = {row.get("block_id"): row for row in before["blocks"]}
    by_block = {block.value: proposal for block, proposal in filled.items()}
    there = {row.get("block_id") for row in form["blocks"]}
    above = [row for row in before["blocks"] if row.get("type") == "actions" and row.get("block_id") not in there]
    rows = [row for row in above if str(row.get("block_id") or "").startswith("kind|")]
    for row in form["blocks"]:
        proposal = by_block.get(str(row.get("block_id")))
        if proposal is None or "element" not in row:
            rows.append(row)
            continue
        hint = say("prefill-from", words=blocks.one_line(without_links(proposal.words), _WORDS))
        element = {**row["element"], "action_id": _renamed(row, old.get(row.get("block_id")))}
        rows.append({**row, "element": element, "hint": blocks.plain(hint, 2000)})
    return {**form, "blocks": rows[: blocks.MODAL_BLOCKS]}


def is_empty(values: Mapping[str, Any], block: BlockId, nothing: Collection[str] = ()) -> bool:
    """Whether nobody has said anything in ``block``; ``nothing`` are choices that say nothing."""
    elements = values.get(block.value) or {}
    several = any(element.get("selected_options") for element in elements.values())
    stands = blocks.state_value(values, block)
    return not several and (not stands or stands in nothing)


def _renamed(row: Json, before: Json | None) -> str:
    name, _, number = str(row["element"]["action_id"]).partition(":")
    earlier = str(((before or {}).get("element") or {}).get("action_id") or "")
    if number and row["element"]["action_id"] != earlier:
        return f"{name}:{number}"  # it has another name already
    _name, _, turn = earlier.partition(":")
    return f"{name}:{int(turn) + 1 if turn.isdecimal() else 1}"


def _origin(view: Mapping[str, Any]) -> dict[str, Any]:
    kept = _remembered(view)
    origin = kept.get("origin") or kept.get("evidence") or kept
    return origin if isinstance(origin, dict) else {}


def _remembered(view: Mapping[str, Any]) -> dict[str, Any]:
    kept = json.loads(view.get("private_metadata") or "{}")
    return kept if isinstance(kept, dict) else {}
