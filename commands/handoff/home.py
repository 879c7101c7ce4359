"""App Home: my open handoffs by urgency, with what is done most a press away."""

from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.handoff import list_views, lists
from commands.handoff.words import Reader

_SHOWN: Final = 8


def section(services: Services, actor: Actor) -> list[Json]:
    """What I have open, what is due first in front; nothing when I have nothing."""
    reader = Reader(services.say(actor), actor.tz, services.now())
    found = lists.open_list(services, actor, "mine")
    if not found.items:
        return []
    say, total = reader.say, found.counted.open
    rows = [blocks.section(f"*{say('handoff-mine-title', count=total)}*")]
    rows += list_views.rows_with_moves(reader, found.items[:_SHOWN])
    if total > _SHOWN:
        rows.append(blocks.context(say("list-and-more", count=total - _SHOWN)))
    return rows
