"""What `/lazo ask` may look up of promises: the scorecard, as whoever asks may see it."""

from functools import partial
from typing import Final

from commands.context import Actor, Services
from commands.lookups import MOST_WEEKS, Fact, Found, Lookup, Lookups, Wanted, period_said, period_times
from commands.members import NotAMemberError
from commands.scorecard import actions
from commands.scorecard.parse import By, ShowScorecard
from commands.scorecard.views import group_lines
from domain.metrics import MINIMUM_N

_GROUPS: Final = 12


def lookups(services: Services) -> Lookups:
    """By name."""
    return {
        "scorecard": Lookup(
            "How well handoffs went: leads handed over, promises kept in time, accepted, speed, by week, team, source"
            " or person (a person sees their own figures and those of whom they manage). Heeds by and weeks.",
            partial(_scorecard, services),
        )
    }


def _scorecard(services: Services, actor: Actor, wanted: Wanted) -> Found:
    say = services.say(actor)
    by = By(wanted.by) if wanted.by in set(By) else By.SOURCE
    try:
        shown = actions.show(services, actor, ShowScorecard(by, max(1, min(MOST_WEEKS, wanted.weeks))))
    except NotAMemberError:
        return Found(meaning=say("scorecard-members-only"))
    period = period_said(say, wanted)
    facts = [
        Fact(
            f"scorecard:{by}:{number}",
            say("lookup-scorecard", group=label, line=line, period=period),
            names=(label,),
            times=period_times(say, wanted),
        )
        for number, (label, line) in enumerate(group_lines(say, shown)[:_GROUPS], 1)
    ]
    meaning = say("lookup-scorecard-meaning", period=period, minimum=MINIMUM_N)
    return Found(tuple(facts), f"{meaning} {say('scorecard-only-yours')}" if by is By.PERSON else meaning)
