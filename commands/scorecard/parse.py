"""From `/lazo scorecard …` and its menus to which figures are wanted."""

import re
from enum import StrEnum
from typing import Final

from commands.subwords import SubWords
from domain.text import clean
from domain.values import frozen

#: How far back the figures go unless somebody says otherwise, in ISO weeks, the running one included.
USUAL_WEEKS: Final = 4
MOST_WEEKS: Final = 52


class By(StrEnum):
    """How the figures are grouped. A team is who has the same manager."""

    WEEK = "week"
    TEAM = "team"
    SOURCE = "source"
    PERSON = "person"


WORDS: Final = SubWords(
    {
        By.TEAM: ("team", "teams", "equipo", "equipos"),
        By.SOURCE: ("source", "sources", "origen", "origenes", "fuente", "fuentes"),
        By.WEEK: ("week", "weekly", "semana", "semanal"),
        By.PERSON: ("me", "mine", "person", "people", "yo", "mio", "mios", "persona", "personas"),
        "help": ("help", "ayuda"),
    }
)
_UNIT: Final = frozenset({"week", "weeks", "semana", "semanas", "w", "s"})
_FILLING: Final = frozenset({"by", "the", "last", "of", "por", "de", "las", "los", "ultimas", "últimas", "la", "el"})


@frozen
class ShowScorecard:
    """The figures of the last ``weeks`` weeks, the running one included."""

    by: By = By.WEEK
    weeks: int = USUAL_WEEKS


@frozen
class ShowHelp:
    """What may follow the command."""


@frozen
class UnclearWord:
    """A word that means nothing here, in what was typed, and the nearest known one."""

    typed: str
    word: str
    nearest: str | None


CommandIntent = ShowScorecard | ShowHelp | UnclearWord


def parse_command(text: str) -> CommandIntent:
    """What ``/lazo scorecard <text>`` asks for: a grouping, a number of weeks, both in any order, or nothing."""
    typed = clean(text).value
    by, weeks, after_number = By.WEEK, USUAL_WEEKS, False
    for word in re.findall(r"\d+|[^\W\d]+", typed):
        if word.isdigit():
            weeks, after_number = max(1, min(MOST_WEEKS, int(word[:4]))), True
            continue
        if (after_number and word.casefold() in _UNIT) or word.casefold() in _FILLING:
            after_number = False
            continue
        meaning = WORDS.meaning(word)
        if meaning is None:
            return UnclearWord(typed, word, WORDS.nearest(word))
        if meaning == "help":
            return ShowHelp()
        by, after_number = By(meaning), False
    return ShowScorecard(by, weeks)


def parse_choice(value: str) -> ShowScorecard:
    """What a menu or a button of a scorecard asks for, as `choice_value` wrote it."""
    by, _, weeks = value.partition(":")
    if by not in set(By) or not weeks.isdecimal():
        return ShowScorecard()
    return ShowScorecard(By(by), max(1, min(MOST_WEEKS, int(weeks[:4]))))


def choice_value(wanted: ShowScorecard) -> str:
    """For a button's or a choice's value."""
    return f"{wanted.by.value}:{wanted.weeks}"
