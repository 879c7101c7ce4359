"""App Home: my open handoffs by urgency, with what is done most a press away; marketing hands over from here."""

from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.handoff import list_views, lists
from commands.handoff.words import Reader
from commands.ids import ActionId
from domain.taxonomy import Team

_SHOWN: Final = 8


def section(services: Services, actor: Actor) -> list[Json]:
    """What I have open, what is due first in front; for marketing the way to hand a lead over."""
    reader = Reader(services.say(actor), actor.tz, services.now())
    say, rows = reader.say, []
    found = lists.open_list(services, actor, "mine")
    if found.items:
        total = found.counted.open
        rows.append(blocks.section(f"*{say('handoff-mine-title', count=total)}*"))
        rows += list_views.rows_with_moves(reader, found.items[:_SHOWN])
        if total > _SHOWN:
            rows.append(blocks.context(say("list-and-more", count=total - _SHOWN)))
    if lists.team_of(services, actor) == Team.MARKETING:
        rows.append(blocks.actions(blocks.button(say("handoff-open"), ActionId.HANDOFF_OPEN)))
    return rows
