"""App Home: the next steps that I promised for accounts."""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.context import Actor, Services
from storage import open_items

_SHOWN: Final = 5
_ACCOUNT: Final = 60
_WHAT: Final = 200


def section(services: Services, actor: Actor) -> list[Json]:
    """What I promised, what is due first in front; nothing when I promised nothing."""
    with services.database.read() as connection:
        found, total = open_items.promised_steps(connection, actor.workspace_id, actor.member_id, _SHOWN)
    if not found:
        return []
    say = services.say(actor)
    lines = [
        say(
            "monday-step",
            account=blocks.one_line(each.account, _ACCOUNT),
            what=blocks.one_line(each.what, _WHAT),
            day=say.day(each.due_on),
        )
        for each in found
    ]
    rows = [blocks.section(say("monday-steps", n=total)), blocks.bullets(lines)]
    rows += and_more.row(say, total - len(found))
    rows.append(blocks.context(say("progress-told-next")))
    return rows
