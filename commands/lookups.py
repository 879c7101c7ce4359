"""Read-only questions that `/lazo ask` may put to the records, each answered by the slice that knows.

A lookup gives what the asker may see anyway, in the asker's language: figures in our own words, people's words apart
from them. The composition root collects the lookups of all slices; nothing that a lookup does changes anything.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from commands.context import Actor
from commands.i18n import Say
from domain.grounding import Source
from domain.taxonomy import Theme
from domain.values import frozen
from domain.weeks import Span, week_of, week_span

#: How far back a question goes that names no time, in weeks; and the furthest.
USUAL_WEEKS: Final = 13
MOST_WEEKS: Final = 52


@frozen
class Wanted:
    """What a question is about. ``weeks`` back from now, the running one included; ``by`` how figures are grouped."""

    account: str | None = None
    theme: Theme | None = None
    words: str | None = None
    by: str | None = None
    weeks: int = USUAL_WEEKS


@frozen
class Fact:
    """One thing that the records say. ``ref`` names it in citations: ``objection:12``, ``reviews:lost``.

    ``text`` is in our own words, with the figures; ``said`` as people wrote it; ``names`` are in ``text`` as people
    gave them, ``times`` its dates and periods, which count nothing. ``channel`` is where people wrote it; ``link`` is
    the address of the message behind it. ``people`` are the names that are people's, for whom they are masked.
    """

    ref: str
    text: str
    said: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    link: str | None = None
    channel: str | None = None
    times: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """As a sentence that cites it is checked."""
        return Source(self.text, self.said, self.names, self.times, self.ref.partition(":")[0])


@frozen
class Found:
    """What a lookup gives. ``meaning`` says, in the asker's language, what was counted and what was left out."""

    facts: tuple[Fact, ...] = ()
    meaning: str | None = None


@frozen
class Lookup:
    """One question. ``purpose`` tells a mind, in English, what it answers and which of `Wanted` it heeds."""

    purpose: str
    look: Callable[[Actor, Wanted], Found]


#: By name.
Lookups = Mapping[str, Lookup]


def period_of(wanted: Wanted, now: datetime, tz: str) -> Span:
    """The weeks that are wanted, up to the end of the running one."""
    weeks = max(1, min(MOST_WEEKS, wanted.weeks))
    this_week = week_of(now, tz)
    return Span(week_span(this_week.shift(1 - weeks), tz).start, week_span(this_week, tz).end)


def period_said(say: Say, wanted: Wanted) -> str:
    """The same in words: "last 13 weeks"."""
    return say("lookup-period", weeks=max(1, min(MOST_WEEKS, wanted.weeks)))


def period_times(say: Say, wanted: Wanted) -> tuple[str, ...]:
    """The ways to name the period of a fact: "last 13 weeks", "13 weeks"."""
    said = period_said(say, wanted)
    short = said.partition(" ")[2]
    return (said, short) if short[:1].isdigit() else (said,)


def day_times(say: Say, day: date) -> tuple[str, ...]:
    """The ways to name a day of a fact: "Mar 5, 2026", "Mar 5"."""
    return say.day_with_year(day), say.day(day)
