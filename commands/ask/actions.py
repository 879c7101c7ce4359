"""The use case: choose what to look up, look it up as the asker, have it put into words, keep what can be checked."""

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Final, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from commands import blocks
from commands.ask.parse import Answer, Plan, chosen
from commands.context import Actor, Services
from commands.lookups import Fact, Lookups, Wanted
from commands.minds import SORTER, Material, MindAnswer, MindRequest, MindUnavailable, Purpose, Reason
from commands.prompt_files import prompt
from domain.grounding import can_be_checked, goes_further, is_supported, names_stand
from domain.values import frozen
from storage.errors import StoreBusyError

_Content = TypeVar("_Content", Plan, Answer)

#: What a mind is shown of the records: more would be read by nobody.
MOST_FACTS: Final = 40
_SAID: Final = 600
_MOST_SENTENCES: Final = 5
#: A model that goes on and on is not read to its end.
_LOOKED_AT: Final = 30
_LONGEST_SENTENCE: Final = 500


@frozen
class Claim:
    """A sentence that holds, and what it stands on."""

    text: str
    cites: tuple[Fact, ...]


@frozen
class Answered:
    """What could be said. ``meanings`` tell what the figures count; ``left_out``: some sentences did not hold."""

    claims: tuple[Claim, ...]
    meanings: tuple[str, ...]
    left_out: bool = False


@frozen
class NotKnown:
    """The records do not say. ``found`` is what came nearest, with its ``meanings``."""

    found: tuple[Fact, ...] = ()
    meanings: tuple[str, ...] = ()


@frozen
class NotLooked:
    """The records could not be read just now."""


Outcome = Answered | NotKnown | NotLooked | MindUnavailable


@frozen
class Findings:
    """What all lookups of a question gave, each thing once; ``accounts`` are those that it is about."""

    facts: tuple[Fact, ...] = ()
    meanings: tuple[str, ...] = field(default=())
    accounts: tuple[str, ...] = field(default=())


def ask(
    services: Services,
    lookups: Lookups,
    actor: Actor,
    question: str,
    channel: str | None,
    done: Callable[[Outcome], None],
) -> MindUnavailable | None:
    """Begin to answer; returns at once. ``done`` is called once, in a thread that nobody waits for.

    When it could not begin, why is returned and ``done`` is not called.
    """
    minds = services.minds
    if minds is None:
        return MindUnavailable(Reason.OFF)
    if minds.name == SORTER:
        return MindUnavailable(Reason.UNABLE)
    standing = minds.standing(actor.workspace_id, channel)
    if standing is not None:
        return standing

    def on_plan(answer: MindAnswer[Plan] | MindUnavailable) -> None:
        if isinstance(answer, MindUnavailable):
            done(answer)
            return
        try:
            found = look_up(lookups, actor, chosen(answer.content, lookups.keys(), question))
        except (SQLAlchemyError, StoreBusyError):
            done(NotLooked())
            return
        if not found.facts:
            done(NotKnown(meanings=found.meanings))
            return
        refused = minds.start(
            _request(actor, channel, ("ask_answer", 3), Answer, (_question(question), *map(_material, found.facts))),
            lambda written: done(
                written if isinstance(written, MindUnavailable) else checked(written, found, question)
            ),
        )
        if refused is not None:
            done(refused)

    offered = "\n".join(f"- {name}: {lookup.purpose}" for name, lookup in lookups.items())
    known = (_question(question), Material("lookups", offered))
    return minds.start(_request(actor, channel, ("ask_plan", 1), Plan, known), on_plan)


def look_up(lookups: Lookups, actor: Actor, wanted: Sequence[tuple[str, Wanted]]) -> Findings:
    """Ask the records, as ``actor``: each lookup shows what that person may see."""
    facts: dict[str, Fact] = {}
    meanings: dict[str, None] = {}
    for name, about in wanted:
        found = lookups[name].look(actor, about)
        for fact in found.facts:
            facts.setdefault(fact.ref, fact)
        if found.meaning is not None:
            meanings[found.meaning] = None
    accounts = dict.fromkeys(about.account for _name, about in wanted if about.account)
    return Findings(tuple(facts.values())[:MOST_FACTS], tuple(meanings), tuple(accounts))


def checked(answer: MindAnswer[Answer], found: Findings, question: str) -> Answered | NotKnown:
    """Of what was written, the sentences that hold: each stands on things that were found, and says no more than they.

    A sentence that cites anything else, or whose figures, quotations or names are not in what it cites, is left out; so
    is one that says more than it (`domain.plain_words`), or nothing to look for.
    """
    known = {fact.ref: fact for fact in found.facts}
    said = answer.content.sentences if answer.content.known else []
    claims = []
    for sentence in said[:_LOOKED_AT]:
        cites = [each.strip(" []") for each in sentence.cites]
        text = " ".join(sentence.text.split())
        if len(text) > _LONGEST_SENTENCE or not all(each in known for each in cites):
            continue
        facts = tuple(known[each] for each in dict.fromkeys(cites))
        sources = [fact.source for fact in facts]
        if not text or not is_supported(text, sources) or goes_further(text, sources):
            continue
        if names_stand(text, sources, question, found.accounts) and can_be_checked(text, sources):
            claims.append(Claim(text, facts))
    if not claims:
        return NotKnown(found.facts, found.meanings)
    return Answered(tuple(claims[:_MOST_SENTENCES]), found.meanings, left_out=len(claims) < len(said))


def _question(question: str) -> Material:
    return Material("question", question)


def _material(fact: Fact) -> Material:
    said = [f'They wrote: "{blocks.one_line(each, _SAID)}"' for each in fact.said]
    return Material(fact.ref, "\n".join([fact.text, *said]), fact.channel, fact.people)


def _request(
    actor: Actor, channel: str | None, asked: tuple[str, int], schema: type[_Content], material: tuple[Material, ...]
) -> MindRequest[_Content]:
    return MindRequest(
        actor.workspace_id,
        Purpose.ASK,
        prompt(*asked),
        material,
        schema,
        channel=channel,
        member_id=actor.member_id,
    )
