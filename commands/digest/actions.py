"""The use cases: compose a channel's digest, post it once, say when it comes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.digest.message import DigestMessage, digest_message
from commands.digest.parse import PostDigest, ScheduleDigest, StopDigest
from commands.i18n import Texts
from commands.once import once
from domain.digest import Lateness, digest_window, weekly_digest
from domain.weeks import IsoWeek, WeeklySlot, next_moment, week_reported
from storage import audit, digests, outbox, people
from storage.database import UnitOfWork
from storage.digest_facts import digest_facts
from storage.ids import WorkspaceId

KIND: Final = "digest"
SUBJECT: Final = "digest_schedule"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a digest goes, whose days cut its weeks, and its language."""

    workspace_id: WorkspaceId
    channel: str
    tz: str
    locale: str


@dataclass(frozen=True, slots=True)
class Posted:
    """The digest of ``week`` is on its way to ``channel``."""

    channel: str
    week: IsoWeek


@dataclass(frozen=True, slots=True)
class AlreadyPosted:
    """The digest of ``week`` went out ``attempts`` times already, the last time at ``at``."""

    channel: str
    week: IsoWeek
    attempts: int
    at: datetime
    tz: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a channel's digest comes: ``next_at`` is its next moment, in UTC."""

    channel: str
    slot: WeeklySlot
    locale: str
    next_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """What is scheduled for a channel, if anything, and how many other channels have a digest."""

    channel: str
    schedule: Schedule | None
    elsewhere: tuple[str, ...]


def target_of(connection: Connection, workspace_id: WorkspaceId, channel: str) -> Target:
    """Zone and language of a channel's digest: those of its schedule, else the workspace's."""
    schedule = digests.find_schedule(connection, workspace_id, channel)
    if schedule is not None:
        return Target(workspace_id, channel, schedule.tz, schedule.locale)
    workspace = people.get_workspace(connection, workspace_id)
    return Target(workspace_id, channel, workspace.tz, workspace.locale)


def compose(
    connection: Connection, texts: Texts, target: Target, week: IsoWeek, late: Lateness | None = None
) -> DigestMessage:
    """The digest of ``week`` as it is posted to ``target``."""
    facts = digest_facts(connection, target.workspace_id, digest_window(week, target.tz))
    return digest_message(weekly_digest(facts, late), texts.into(target.locale))


def post(
    work: UnitOfWork,
    texts: Texts,
    target: Target,
    week: IsoWeek,
    *,
    attempt: int = 1,
    late: Lateness | None = None,
    now: datetime,
    system_now: datetime,
) -> bool:
    """Claim, compose and enqueue in the caller's transaction. False when this attempt was claimed before."""
    late_seconds = int(late.delay.total_seconds()) if late else 0
    claimed = digests.claim_run(
        work, target.workspace_id, target.channel, week, attempt, late_seconds=late_seconds, now=now
    )
    if not claimed:
        return False
    message = compose(work.connection, texts, target, week, late)
    outgoing = outbox.Outgoing(
        kind=KIND,
        dedupe_key=f"digest:{target.channel}:{week}:{attempt}",
        channel=target.channel,
        body=message.body,
        fallback=message.fallback,
    )
    outbox_id = outbox.enqueue(work, target.workspace_id, outgoing, system_now)
    if outbox_id is not None:
        digests.note_outbox(work, target.workspace_id, target.channel, week, attempt, outbox_id)
    return True


def preview(services: Services, actor: Actor, channel: str) -> DigestMessage:
    """Exactly what would be posted to ``channel`` now."""
    with services.database.read() as connection:
        target = target_of(connection, actor.workspace_id, channel)
        return compose(connection, services.texts, target, week_reported(services.now(), target.tz))


def post_now(services: Services, actor: Actor, intent: PostDigest, key: str) -> Posted | AlreadyPosted:
    """Post the last week's digest, if it was not posted yet or ``intent`` names the attempt to add."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        target = target_of(work.connection, actor.workspace_id, intent.channel)
        week = intent.week or week_reported(now, target.tz)
        attempt = intent.attempt or 1
        posted = post(work, services.texts, target, week, attempt=attempt, now=now, system_now=services.system_now())
        if posted:
            data = {"channel": intent.channel, "week": str(week), "attempt": attempt}
            _audit(work, actor, "digest_posted", 0, now, data)
        return {"posted": posted, "year": week.year, "week": week.week}

    outcome, _replayed = once(services, actor, key, act)
    week = IsoWeek(int(outcome["year"]), int(outcome["week"]))
    if outcome["posted"]:
        return Posted(intent.channel, week)
    with services.database.read() as connection:
        runs = digests.runs_of(connection, actor.workspace_id, intent.channel, week)
        tz = target_of(connection, actor.workspace_id, intent.channel).tz
    return AlreadyPosted(intent.channel, week, runs[-1].attempt, runs[-1].claimed_at, tz)


def schedule(services: Services, actor: Actor, intent: ScheduleDigest, key: str) -> Schedule:
    """Store when a channel's digest comes, in place of what was stored before."""
    now = services.now()
    next_at = next_moment(intent.slot, now)

    def act(work: UnitOfWork) -> dict[str, Any]:
        planned = digests.PlannedDigest(intent.channel, intent.slot, intent.locale)
        schedule_id = digests.save_schedule(
            work, actor.workspace_id, planned, next_due_at=next_at, set_by_id=actor.member_id, now=now
        )
        data = {
            "channel": intent.channel,
            "weekday": intent.slot.weekday,
            "minute": intent.slot.minute,
            "tz": intent.slot.tz,
            "locale": intent.locale,
        }
        _audit(work, actor, "digest_scheduled", schedule_id, now, data)
        return {"next": next_at.isoformat()}

    outcome, _replayed = once(services, actor, key, act)
    return Schedule(intent.channel, intent.slot, intent.locale, datetime.fromisoformat(outcome["next"]))


def stop(services: Services, actor: Actor, intent: StopDigest, key: str) -> bool:
    """End a channel's weekly digest. False when it had none."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        schedule_id = digests.stop_schedule(work, actor.workspace_id, intent.channel)
        if schedule_id is not None:
            _audit(work, actor, "digest_stopped", schedule_id, now, {"channel": intent.channel})
        return {"stopped": schedule_id is not None}

    outcome, _replayed = once(services, actor, key, act)
    return bool(outcome["stopped"])


def standing(services: Services, actor: Actor, channel: str) -> Standing:
    """What is scheduled at this moment."""
    with services.database.read() as connection:
        schedules = digests.list_schedules(connection, actor.workspace_id)
    here = next((found for found in schedules if found.channel == channel), None)
    shown = Schedule(here.channel, digests.slot_of(here), here.locale, here.next_due_at) if here else None
    return Standing(channel, shown, tuple(found.channel for found in schedules if found.channel != channel))


def _audit(
    work: UnitOfWork, actor: Actor, action: str, subject_id: int, now: datetime, data: dict[str, object]
) -> None:
    audit.record(
        work,
        actor.workspace_id,
        action=action,
        subject=(SUBJECT, subject_id),
        actor_id=actor.member_id,
        now=now,
        data=data,
    )
