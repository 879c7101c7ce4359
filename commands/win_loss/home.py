"""App Home: the closed deals whose review is mine, each with its form a press away."""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.win_loss.due import due_of
from commands.win_loss.due_views import Reader, wanted_rows

_SHOWN: Final = 5


def section(services: Services, actor: Actor) -> list[Json]:
    """What I am to review, what is due first in front; nothing when I owe none."""
    found = due_of(services, actor, limit=_SHOWN)
    if not found.mine:
        return []
    say, total = services.say(actor), found.my_count.open
    rows = [blocks.section(f"*{say('review-due-title', count=total)}*")]
    rows += wanted_rows(Reader(say, actor.tz, services.now(), actor.slack_user_id), found.mine)
    rows += and_more.row(say, total - _SHOWN)
    return rows
