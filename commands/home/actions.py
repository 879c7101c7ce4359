"""The use case: what one person's Home shows now."""

from collections.abc import Sequence
from dataclasses import replace

from commands.blocks import Json
from commands.context import Actor, Services
from commands.home.views import home_view
from commands.home_sections import HomeSection
from domain.telling import in_hours
from storage import calendars, people, time_off


def home_of(services: Services, actor: Actor, sections: Sequence[HomeSection]) -> Json:
    """The view to publish: all sections are asked about one state, in one transaction."""
    with services.database.one_look() as database:
        return _view(replace(services, database=database), actor, sections)


def _view(services: Services, actor: Actor, sections: Sequence[HomeSection]) -> Json:
    now = services.now()
    with services.database.read() as connection:
        away = time_off.away_until(connection, actor.workspace_id, {actor.member_id}, now).get(actor.member_id)
        if away is not None:
            away = in_hours(calendars.calendar_of(connection, actor.workspace_id, actor.member_id), away)
    made = [section(services, actor) for section in sections]
    return home_view(
        services.say(actor),
        actor.slack_user_id,
        made,
        away,
        actor.tz,
        is_admin=actor.is_admin,
        team=None if any(made) else _team(services, actor),
    )


def _team(services: Services, actor: Actor) -> str | None:
    with services.database.read() as connection:
        return people.get_member(connection, actor.workspace_id, actor.member_id).team
