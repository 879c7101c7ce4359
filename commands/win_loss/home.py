"""App Home: the closed deals whose review is mine, each with its form a press away; how many wait in my team."""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.win_loss.due import due_of
from commands.win_loss.due_views import Reader, team_ages, wanted_rows

_SHOWN: Final = 5


def section(services: Services, actor: Actor) -> list[Json]:
    """What I am to review, what is due first in front, and how much waits in the team that I lead, if any."""
    found = due_of(services, actor, limit=_SHOWN)
    say, reader = services.say(actor), Reader(services.say(actor), actor.tz, services.now(), actor.slack_user_id)
    rows: list[Json] = []
    if found.mine:
        total = found.my_count.open
        rows += [blocks.section(f"*{say('review-due-title', count=total)}*"), *wanted_rows(reader, found.mine)]
        rows += and_more.row(say, total - _SHOWN)
    if found.team_count is not None and found.team_count.open:
        rows.append(blocks.section(say("review-due-team", count=found.team_count.open)))
        rows.append(blocks.context(say("review-home-team", ages=team_ages(reader, found))))
    return rows
