"""App Home: changes to the ideal customer profile that wait for whoever decides on them."""

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.ids import ActionId
from commands.members import may_decide
from storage import icp


def section(services: Services, actor: Actor) -> list[Json]:
    """How many wait, with the way there; nothing for whoever decides nothing, or while nothing waits."""
    with services.database.read() as connection:
        waiting = icp.count_waiting(connection, actor.workspace_id)
        if not waiting or not may_decide(connection, actor):
            return []
    say = services.say(actor)
    return [
        blocks.section(say("icp-home", count=waiting), accessory=blocks.button(say("icp-home-open"), ActionId.ICP_OPEN))
    ]
