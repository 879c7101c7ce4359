"""The use cases about time off: taking it, changing its end, coming back. Deadlines move in the same transaction."""

from datetime import date, datetime
from typing import Any, Final

from commands.acts import note_act
from commands.context import Actor, Services
from commands.once import once
from commands.people.actions import NotAllowedError, person_of
from commands.people.parse import TakeTimeOff, next_day
from domain.rights import PersonFact, may_set
from domain.telling import in_hours
from domain.values import frozen
from domain.weeks import local_moment
from storage import calendars, handoffs, people, time_off, timers
from storage.database import UnitOfWork
from storage.tables import Member, TimeOff

SUBJECT: Final = "time_off"
_BECAUSE: Final = "time_off"


@frozen
class Absence:
    """A stored absence and what it means. ``back_at`` is the first working moment after it.

    ``until_day``: it ends as that day begins, which may not be what "until" meant. ``open_items`` are the handoffs that
    wait for them meanwhile; ``backup`` (Slack user id) could take those.
    """

    row: TimeOff
    slack_id: str
    tz: str
    is_self: bool
    back_at: datetime
    until_day: date | None
    open_items: int
    backup: str | None


@frozen
class Back:
    """An absence that is over now (``under_way``) or never will be."""

    slack_id: str
    is_self: bool
    under_way: bool
    row: TimeOff


def take(services: Services, actor: Actor, intent: TakeTimeOff, key: str) -> Absence:
    """Store that somebody will be away. Raises `NotAllowedError`."""
    now = services.now()
    member_id = intent.member_id or actor.member_id

    def act(work: UnitOfWork) -> dict[str, Any]:
        member = _permitted(work, actor, member_id)
        time_off_id = time_off.add_time_off(
            work,
            actor.workspace_id,
            member.id,
            intent.away.start,
            intent.away.end,
            note=intent.away.note,
            now=now,
        )
        _moved(work, actor, member, "time_off_taken", time_off_id, now)
        return {"time_off": time_off_id}

    outcome, _replayed = once(services, actor, key, act)
    return absence_of(services, actor, int(outcome["time_off"]), intent.away.until_day)


def extend(services: Services, actor: Actor, time_off_id: int, last_day: date, key: str) -> Absence:
    """Let an absence last until ``last_day`` is over. Raises `NotAllowedError`."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        absence = time_off.get_time_off(work.connection, actor.workspace_id, time_off_id)
        member = _permitted(work, actor, absence.member_id)
        ends_at = local_moment(next_day(last_day), 0, member.tz)
        if absence.cancelled_at is None and ends_at > max(now, absence.starts_at):
            time_off.change_time_off(work, actor.workspace_id, time_off_id, ends_at)
            _moved(work, actor, member, "time_off_changed", time_off_id, now)
        return {}

    once(services, actor, key, act)
    return absence_of(services, actor, time_off_id, None)


def cancel(services: Services, actor: Actor, time_off_id: int, key: str) -> Back:
    """*I'm back*, or it was a mistake. Raises `NotAllowedError`."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        absence = time_off.get_time_off(work.connection, actor.workspace_id, time_off_id)
        member = _permitted(work, actor, absence.member_id)
        under_way = absence.starts_at < now
        if absence.cancelled_at is None and absence.ends_at > now:
            time_off.cancel_time_off(work, actor.workspace_id, absence, now)
            _moved(work, actor, member, "time_off_cancelled", time_off_id, now)
        return {"under_way": under_way}

    outcome, _replayed = once(services, actor, key, act)
    with services.database.read() as connection:
        absence = time_off.get_time_off(connection, actor.workspace_id, time_off_id)
        member = people.get_member(connection, actor.workspace_id, absence.member_id)
    return Back(member.slack_user_id, member.id == actor.member_id, bool(outcome["under_way"]), absence)


def ahead(services: Services, actor: Actor) -> list[TimeOff]:
    """The asker's own time off under way or to come, the earliest first."""
    with services.database.read() as connection:
        return time_off.list_ahead(connection, actor.workspace_id, {actor.member_id}, services.now())


def absence_of(services: Services, actor: Actor, time_off_id: int, until_day: date | None) -> Absence:
    """A stored absence, with what waits for them meanwhile."""
    with services.database.read() as connection:
        row = time_off.get_time_off(connection, actor.workspace_id, time_off_id)
        member = people.get_member(connection, actor.workspace_id, row.member_id)
        spec = calendars.calendar_of(connection, actor.workspace_id, member.id)
        waiting = len(handoffs.open_ids_of_owner(connection, actor.workspace_id, member.id))
        named = people.names_of(connection, actor.workspace_id, {member.backup_id} if member.backup_id else set())
    return Absence(
        row,
        member.slack_user_id,
        member.tz,
        member.id == actor.member_id,
        in_hours(spec, row.ends_at),
        until_day,
        waiting,
        named.get(member.backup_id or 0),
    )


def _permitted(work: UnitOfWork, actor: Actor, member_id: int) -> Member:
    subject = people.get_member(work.connection, actor.workspace_id, member_id)
    asker = people.get_member(work.connection, actor.workspace_id, actor.member_id)
    if not asker.is_active or not may_set(PersonFact.TIME_OFF, person_of(asker), person_of(subject)):
        raise NotAllowedError(PersonFact.TIME_OFF)
    return subject


def _moved(work: UnitOfWork, actor: Actor, member: Member, action: str, time_off_id: int, now: datetime) -> None:
    timers.recompute_for(work, actor.workspace_id, {member.id}, now, _BECAUSE, actor.member_id)
    row = time_off.get_time_off(work.connection, actor.workspace_id, time_off_id)
    note_act(
        work,
        actor,
        action,
        (SUBJECT, time_off_id),
        now,
        {"member": member.id, "from": row.starts_at.isoformat(), "to": row.ends_at.isoformat()},
    )
