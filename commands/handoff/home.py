"""App Home: my open handoffs by urgency, what is done most a press away; for leaders and marketers what is theirs."""

from datetime import timedelta
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.handoff import list_views, lists
from commands.handoff.lists import AroundMe
from commands.handoff.words import Reader
from commands.i18n import Say
from domain.scorecard import FirstOutcome

_SHOWN: Final = 8
_PERIOD: Final = timedelta(days=30)


def section(services: Services, actor: Actor) -> list[Json]:
    """What I have open, what is due first in front; what my team has open; what became of what I handed over."""
    reader = Reader(services.say(actor), actor.tz, services.now())
    found = lists.open_list(services, actor, "mine")
    say, total = reader.say, found.counted.open
    rows: list[Json] = []
    if found.items:
        rows.append(blocks.section(f"*{say('handoff-mine-title', count=total)}*"))
        rows += list_views.rows_with_moves(reader, found.items[:_SHOWN])
        rows += and_more.row(say, total - _SHOWN)
    around = _around(say, lists.around_me(services, actor, reader.now - _PERIOD))
    return rows + ([blocks.section("\n".join(around))] if around else [])


def _around(say: Say, around: AroundMe) -> list[str]:
    lines = []
    if around.team is not None and around.team.open:
        lines.append(say("handoff-home-team", count=around.team.open, late=around.team.late))
    given = sum(around.given.values())
    if given:
        became = ", ".join(
            say(f"scorecard-outcome-{outcome}", n=around.given[outcome], count=say.number(around.given[outcome]))
            for outcome in FirstOutcome
            if around.given.get(outcome)
        )
        lines.append(say("handoff-home-given", count=given, days=_PERIOD.days, became=became))
    return lines
