"""The use cases of a schedule: say when a channel's digests come, and about what; end them; show what stands."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime
from typing import Any

from commands.acts import note_act
from commands.context import Actor, Services
from commands.digest.actions import SUBJECT
from commands.digest.parse import ScheduleDigest, StopDigest
from commands.members import only_members
from commands.once import once
from domain.digest_plan import Plan, passed_over
from domain.digest_scope import Scope
from domain.values import frozen
from domain.weeks import PeriodKind, WeeklySlot
from storage import digests, roles
from storage.database import UnitOfWork


@frozen
class Schedule:
    """When a channel's digests come, by kind, and what they are about; ``manager`` names the team reviewed.

    ``misses_last_week``: none of them is about the week that was over when it was saved, and none was made before.
    """

    channel: str
    slot: WeeklySlot
    locale: str
    plans: Mapping[PeriodKind, Plan]
    scope: Scope = field(default_factory=Scope)
    manager: str | None = None
    misses_last_week: bool = False


@frozen
class Standing:
    """What is scheduled for a channel, if anything, and how many other channels have a digest.

    ``teams`` are those whose accounts a digest may be about: our id of who leads one, and their name. ``version`` is
    the schedule's, 0 without one.
    """

    channel: str
    schedule: Schedule | None
    elsewhere: tuple[str, ...]
    teams: tuple[tuple[int, str], ...] = ()
    version: int = 0


def schedule(services: Services, actor: Actor, intent: ScheduleDigest, key: str) -> Schedule:
    """Store when a channel's digests come, in place of what was stored before.

    Raises NotAMemberError, and StaleVersionError where another schedule stands than the person was shown.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        wanted = digests.PlannedDigest(intent.channel, intent.slot, intent.locale, intent.scope, intent.kinds)
        stored = digests.save_schedule(
            work, actor.workspace_id, wanted, set_by_id=actor.member_id, now=now, seen_version=intent.seen_version
        )
        data = {
            "channel": intent.channel,
            "weekday": intent.slot.weekday,
            "minute": intent.slot.minute,
            "tz": intent.slot.tz,
            "locale": intent.locale,
            "kinds": sorted(kind.value for kind in intent.kinds),
            "left_out": stored.left_out,
            "accounts": stored.accounts,
        }
        note_act(work, actor, "digest_scheduled", (SUBJECT, stored.id), now, data)
        return {}

    once(services, actor, key, act)
    found = standing(services, actor, intent.channel).schedule
    assert found is not None
    return replace(found, misses_last_week=_misses_last_week(services, actor, found, now))


def _misses_last_week(services: Services, actor: Actor, saved: Schedule, now: datetime) -> bool:
    plan = saved.plans.get(PeriodKind.WEEKLY)
    over = None if plan is None else passed_over(PeriodKind.WEEKLY, plan.slot, now, saved.slot.tz)
    if over is None:
        return False
    with services.database.read() as connection:
        return not digests.runs_of(connection, actor.workspace_id, saved.channel, over)


def stop(services: Services, actor: Actor, intent: StopDigest, key: str) -> bool:
    """End a channel's digests. False when it had none. Raises NotAMemberError."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        schedule_id = digests.stop_schedule(work, actor.workspace_id, intent.channel)
        if schedule_id is not None:
            note_act(work, actor, "digest_stopped", (SUBJECT, schedule_id), now, {"channel": intent.channel})
        return {"stopped": schedule_id is not None}

    outcome, _replayed = once(services, actor, key, act)
    return bool(outcome["stopped"])


def offered(services: Services, actor: Actor, channel: str) -> Standing:
    """What stands, for the form that changes it. Raises NotAMemberError: a guest gets no form to fill in vain."""
    with services.database.read() as connection:
        only_members(connection, actor)
    return standing(services, actor, channel)


def standing(services: Services, actor: Actor, channel: str) -> Standing:
    """What is scheduled at this moment."""
    with services.database.read() as connection:
        schedules = digests.list_schedules(connection, actor.workspace_id)
        here = next((found for found in schedules if found.channel == channel), None)
        teams = roles.list_teams(connection, actor.workspace_id)
        plans = digests.plans_of(connection, here) if here else {}
    shown = None
    if here is not None:
        scope = digests.scope_of(here)
        manager = dict(teams).get(scope.accounts.manager_id or 0)
        shown = Schedule(here.channel, digests.slot_of(here), here.locale, plans, scope, manager)
    elsewhere = tuple(found.channel for found in schedules if found.channel != channel)
    return Standing(channel, shown, elsewhere, tuple(teams), digests.version_of(here))
