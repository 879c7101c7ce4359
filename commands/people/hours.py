"""The use cases about somebody's own working hours."""

from dataclasses import replace
from typing import Any

from commands.acts import note_act
from commands.context import Actor, Services
from commands.hours_fields import HoursShown
from commands.members import only_members
from commands.once import once
from commands.people.actions import SUBJECT, PersonCard, card_of, check_right
from commands.people.parse import ChangeHours, day_of
from domain import holidays
from domain.calendars import CalendarSpec, Holidays
from domain.rights import PersonFact
from domain.values import frozen
from storage import hours, people, timers
from storage.database import UnitOfWork
from storage.hours import Hours


@frozen
class OwnHours:
    """A member's hours as the form shows them; ``version`` is 0 while they have none of their own."""

    member_id: int
    version: int
    slack_id: str
    is_self: bool
    company: CalendarSpec
    shown: HoursShown

    def showing(self, shown: HoursShown) -> "OwnHours":
        """The same with other fields."""
        return replace(self, shown=shown)


def hours_of(services: Services, actor: Actor, member_id: int) -> OwnHours:
    """A member's hours. Raises `NotAllowedError`."""
    with services.database.read() as connection:
        member = people.get_member(connection, actor.workspace_id, member_id)
        check_right(connection, actor, member, PersonFact.HOURS)
        own = hours.own_hours(connection, actor.workspace_id, member_id)
        company = hours.spec_in(hours.company_hours(connection, actor.workspace_id), member.tz)
    spec = hours.spec_in(own, member.tz) if own is not None else None
    country = own.country if own is not None else None
    return OwnHours(
        member.id,
        own.version if own is not None else 0,
        member.slack_user_id,
        member.id == actor.member_id,
        company,
        HoursShown(
            spec.weekly if spec and spec.weekly != company.weekly else None,
            spec.dated if spec and spec.dated != company.dated else (),
            country,
            own.region if own is not None else None,
        ),
    )


def change_hours(services: Services, actor: Actor, intent: ChangeHours, key: str) -> PersonCard:
    """Store somebody's own hours, or let the company's hold for them again; deadlines move with them.

    Raises NotAMemberError; `NotAllowedError`; StaleVersionError when they were changed since the form was opened.
    """
    now = services.now()
    typed = intent.typed

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        member = people.get_member(work.connection, actor.workspace_id, intent.member_id)
        check_right(work.connection, actor, member, PersonFact.HOURS)
        wanted = None
        if typed.weekly or typed.dated or typed.country:
            company = hours.spec_in(hours.company_hours(work.connection, actor.workspace_id), member.tz)
            this_year = day_of(now, member.tz).year
            own_days = Holidays()
            if typed.country:
                years = (this_year, this_year + 1)
                own_days = holidays.propose(typed.country, typed.region, years, member.locale)
            spec = CalendarSpec(member.tz, typed.weekly or company.weekly, typed.dated or company.dated, own_days)
            wanted = Hours(spec, typed.country, typed.region)
        hours.save_own_hours(work, actor.workspace_id, member.id, wanted, expected_version=intent.version, now=now)
        timers.recompute_for(work, actor.workspace_id, {member.id}, now, "calendar", actor.member_id)
        note_act(work, actor, "hours_changed", (SUBJECT, member.id), now, {"own": wanted is not None})
        return {}

    once(services, actor, key, act)
    return card_of(services, actor, intent.member_id)
