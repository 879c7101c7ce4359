"""The answer as people see it: sentences, what each stands on, what the figures count. Pure.

Nothing that a mind or a person wrote is read as markup: it stands in rich text, as text.
"""

from collections.abc import Sequence
from typing import Final

from commands import blocks
from commands.ask.actions import Answered, NotKnown, NotLooked, Outcome
from commands.blocks import Json
from commands.i18n import Say
from commands.lookups import Fact
from commands.minds import MindUnavailable
from domain.grounding import without_addresses, without_links

_QUESTION: Final = 200
_QUOTE: Final = 220
#: What came nearest is shown when there is no answer.
_NEAREST: Final = 5
_MEANING: Final = 1500


def looking_message(say: Say, question: str) -> Json:
    """The first answer, at once."""
    asked = blocks.one_line(question, _QUESTION)
    return blocks.ephemeral(say("question-looking"), [blocks.section(say("question-looking")), blocks.quote(asked)])


def help_message(say: Say) -> Json:
    """How to ask."""
    return blocks.ephemeral(say("question-help"), [blocks.section(say("question-help"))])


def unavailable_message(say: Say, why: MindUnavailable) -> Json:
    """One sentence that says why not, and the plain commands."""
    text = why.sentence(say)
    return blocks.ephemeral(text, [blocks.section(text), blocks.section(say("question-plain"))])


def outcome_message(say: Say, question: str, outcome: Outcome) -> Json:
    """What came of a question."""
    match outcome:
        case MindUnavailable():
            return unavailable_message(say, outcome)
        case NotLooked():
            return blocks.ephemeral(say("question-not-looked"), [blocks.section(say("question-not-looked"))])
        case NotKnown():
            return _not_known(say, question, outcome)
        case Answered():
            return _answered(say, question, outcome)


def _answered(say: Say, question: str, answered: Answered) -> Json:
    numbers: dict[str, int] = {}
    for claim in answered.claims:
        for fact in claim.cites:
            numbers.setdefault(fact.ref, len(numbers) + 1)
    facts = {fact.ref: fact for claim in answered.claims for fact in claim.cites}
    elements: list[Json] = []
    for claim in answered.claims:
        marks = "".join(f"[{numbers[fact.ref]}]" for fact in claim.cites)
        elements += [_text(f"{claim.text} "), _text(marks, code=True), _text(" ")]
    rows = [
        blocks.plain_context(say("question-asked", question=blocks.one_line(question, _QUESTION))),
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]},
        blocks.context(say("question-stands-on")),
        _sources([facts[ref] for ref in numbers], say),
        *_meanings(answered.meanings),
        blocks.context(" ".join([say("question-machine"), *([say("question-left-out")] if answered.left_out else [])])),
    ]
    return blocks.ephemeral(blocks.escape(" ".join(claim.text for claim in answered.claims)), rows)


def _not_known(say: Say, question: str, unknown: NotKnown) -> Json:
    rows = [
        blocks.plain_context(say("question-asked", question=blocks.one_line(question, _QUESTION))),
        blocks.section(say("question-not-known")),
    ]
    if unknown.found:
        rows += [blocks.context(say("question-nearest")), _sources(unknown.found[:_NEAREST], say)]
        rows += _meanings(unknown.meanings)
    rows.append(blocks.section(say("question-plain")))
    return blocks.ephemeral(say("question-not-known"), rows)


def _sources(facts: Sequence[Fact], say: Say) -> Json:
    """What was found, numbered as the sentences name it; a link is the message's own, as Slack gave it to us."""
    items = []
    for fact in facts:
        elements = [_text(without_addresses(fact.text))]
        for said in fact.said[:2]:
            elements += [_text(f" “{blocks.one_line(without_links(said), _QUOTE)}”", italic=True)]
        if fact.link:
            elements += [_text(" · "), {"type": "link", "url": fact.link, "text": say("question-message")}]
        items.append({"type": "rich_text_section", "elements": elements})
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "ordered", "elements": items}]}


def _meanings(meanings: Sequence[str]) -> list[Json]:
    return [blocks.plain_context(blocks.clip(" ".join(meanings), _MEANING))] if meanings else []


def _text(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text, **({"style": style} if style else {})}
