"""The set-up on Home: the checklist, for admins, until every step is done."""

from zoneinfo import ZoneInfo

from commands.blocks import Json
from commands.context import Actor, Services
from commands.set_up.actions import status_of
from commands.set_up.views import home_rows


def section(services: Services, actor: Actor) -> list[Json]:
    """The checklist; nothing for others, and nothing when it is done."""
    if not actor.is_admin:
        return []
    status = status_of(services, actor)
    if status.set_up.is_complete:
        return []
    today = services.now().astimezone(ZoneInfo(actor.tz)).date()
    return home_rows(services.say(actor), status, today, actor.tz)
