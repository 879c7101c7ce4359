"""App Home: the answers that sales waits for from me, each with its form a press away."""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.objection.answering_views import answer_button
from storage import open_items

_SHOWN: Final = 5
_NAME: Final = 60
_QUOTE: Final = 200


def section(services: Services, actor: Actor) -> list[Json]:
    """What was asked of me, what is due first in front; nothing when nobody waits."""
    with services.database.read() as connection:
        found, total = open_items.asked_answers(connection, actor.workspace_id, actor.member_id, _SHOWN)
    if not found:
        return []
    say, now = services.say(actor), services.now()
    rows = [blocks.section(say("monday-answers", n=total))]
    for each in found:
        name = blocks.escape(blocks.one_line(each.account or "", _NAME)) or say("monday-unnamed")
        when = say.moment(each.due_at, actor.tz)
        line = say("monday-late" if each.due_at < now else "monday-due", name=f"*{name}*", when=when)
        rows.append(blocks.section(line, accessory=answer_button(say, each.objection_id)))
        rows.append(blocks.quote(blocks.one_line(each.quote, _QUOTE)))
    rows += and_more.row(say, total - len(found))
    return rows
