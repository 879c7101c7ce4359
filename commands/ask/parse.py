"""The forms in which a mind answers, and what is left of them when everything in them is looked at."""

from collections.abc import Collection
from typing import Final, Literal

from pydantic import BaseModel

from commands.lookups import MOST_WEEKS, USUAL_WEEKS, Wanted
from domain.grounding import passage, visible
from domain.taxonomy import Theme
from domain.text import clean

#: A question longer than this is something pasted.
LONGEST: Final = 500
_MOST_LOOKS: Final = 3
_NAME: Final = 80


class Look(BaseModel):
    """One lookup to be made. ``lookup`` is its name; what does not concern it is null."""

    lookup: str
    account: str | None
    theme: Theme | None
    words: str | None
    by: Literal["week", "team", "source", "campaign", "person"] | None
    weeks: int | None


class Plan(BaseModel):
    """What is to be looked up; nothing when the question is about something else."""

    looks: list[Look]


class Sentence(BaseModel):
    """One sentence and the ids of what it stands on."""

    text: str
    cites: list[str]


class Answer(BaseModel):
    """The answer, sentence by sentence. ``known`` is false when what was found does not say."""

    known: bool
    sentences: list[Sentence]


def parse_question(text: str) -> str:
    """The question as it was typed, without what nobody sees; "" for none."""
    return visible(clean(text).value)[:LONGEST]


def chosen(plan: Plan, known: Collection[str], question: str) -> tuple[tuple[str, Wanted], ...]:
    """The lookups that exist and what each is about, at most three and each once.

    A company that the question does not name is made up, and left out.
    """
    asked: dict[tuple[str, Wanted], None] = {}
    for look in plan.looks:
        if look.lookup in known:
            wanted = Wanted(
                account=_named(look.account, question),
                theme=look.theme,
                words=visible(look.words or "")[:_NAME] or None,
                by=look.by,
                weeks=max(1, min(MOST_WEEKS, look.weeks)) if look.weeks else USUAL_WEEKS,
            )
            asked[look.lookup, wanted] = None
    return tuple(asked)[:_MOST_LOOKS]


def _named(name: str | None, question: str) -> str | None:
    return None if name is None else passage(name[:_NAME], question)
