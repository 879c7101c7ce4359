"""The use cases: compose a channel's digest, post it once. When it comes is said in `scheduling`."""

from dataclasses import field
from datetime import datetime
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands.blocks import Json
from commands.context import Actor, Services
from commands.digest import thread, topics
from commands.digest.message import DigestMessage, digest_message
from commands.digest.narrating import Place, standing_sentences
from commands.digest.narrative_section import narrative_rows
from commands.digest.parse import PostDigest
from commands.i18n import Say, Texts
from commands.members import only_members
from commands.once import once
from domain.digest import Lateness, WeeklyDigest, digest_window, weekly_digest
from domain.digest_plan import Moved, plan_of, reported, slot_reporting
from domain.digest_scope import Scope
from domain.values import frozen
from domain.weeks import IsoWeek, Period, PeriodKind, period
from storage import audit, calendars, dead_letters, digests, outbox, people
from storage.database import UnitOfWork
from storage.digest_facts import digest_facts
from storage.ids import WorkspaceId
from storage.tables import DigestSchedule

KIND: Final = "digest"
SUBJECT: Final = "digest_schedule"


@frozen
class Target:
    """Where a digest goes, whose days cut its weeks, its language, and what it is about."""

    workspace_id: WorkspaceId
    channel: str
    tz: str
    locale: str
    scope: Scope = field(default_factory=Scope)

    @classmethod
    def of(cls, schedule: DigestSchedule) -> Self:
        """As a schedule says."""
        scope = digests.scope_of(schedule)
        return cls(WorkspaceId(schedule.workspace_id), schedule.channel, schedule.tz, schedule.locale, scope)


@frozen
class Ahead:
    """A digest that was read before the transaction in which it is posted, and for where, about when and how late."""

    target: Target
    period: Period
    late: Lateness | None
    digest: WeeklyDigest
    last_act: int

    def is_of(self, connection: Connection, target: Target, period: Period, late: Lateness | None) -> bool:
        """Whether it is what is posted to ``target`` now.

        Its schedule may have changed meanwhile; a note may have been taken back, or two accounts been made one.
        """
        return (self.target, self.period, self.late, self.last_act) == (
            target,
            period,
            late,
            audit.latest(connection, target.workspace_id),
        )


@frozen
class Posted:
    """The digest of ``period`` is on its way to ``channel``."""

    channel: str
    period: Period


@frozen
class AlreadyPosted:
    """The digest of ``period`` went out ``attempts`` times already, the last time at ``at``.

    ``is_lost``: that time Slack would not take it, so it stands nowhere.
    """

    channel: str
    period: Period
    attempts: int
    at: datetime
    tz: str
    is_lost: bool = False


def target_of(connection: Connection, workspace_id: WorkspaceId, channel: str) -> Target:
    """Zone, language and scope of a channel's digest: those of its schedule, else the workspace's and all there is."""
    schedule = digests.find_schedule(connection, workspace_id, channel)
    if schedule is not None:
        return Target.of(schedule)
    workspace = people.get_workspace(connection, workspace_id)
    return Target(workspace_id, channel, workspace.tz, workspace.locale)


def compose(
    connection: Connection,
    texts: Texts,
    target: Target,
    period: Period,
    late: Lateness | None = None,
    *,
    as_of: datetime | None = None,
) -> DigestMessage:
    """The digest of ``period`` as it is posted to ``target`` at ``as_of``; without, as when the period ended.

    What has happened by ``as_of`` decides which promises are due, and whether a holiday has moved it.
    """
    digest, say = counted(connection, target, period, late, as_of), texts.into(target.locale)
    return digest_message(digest, say, _narrative(connection, target, period, say))


def _narrative(connection: Connection, target: Target, period: Period, say: Say) -> list[Json]:
    """What a machine wrote for this digest, as far as it still holds; nothing when it has not come: no waiting here."""
    if not isinstance(period, IsoWeek):
        return []
    sections = target.scope.sections
    place = Place(target.workspace_id, target.channel, target.tz, target.locale, sections, period)
    return narrative_rows(*standing_sentences(connection, place, say), say)


def counted(
    connection: Connection,
    target: Target,
    period: Period,
    late: Lateness | None,
    as_of: datetime | None,
) -> WeeklyDigest:
    """What there is to say of ``period`` for ``target``, before it is put into any form."""
    window = digest_window(period, target.tz)
    facts = digest_facts(
        connection,
        target.workspace_id,
        window,
        accounts=target.scope.accounts,
        as_of=as_of or window.weeks[0].end,
    )
    moved = _moved(connection, target, period, as_of) if as_of is not None else None
    return weekly_digest(facts, late, target.scope, moved)


def read_ahead(
    connection: Connection,
    target: Target,
    period: Period,
    late: Lateness | None = None,
    *,
    attempt: int = 1,
    now: datetime,
) -> Ahead | None:
    """What `post` is going to say, asked for before its transaction: others wait for that. Nothing if it was said."""
    runs = digests.runs_of(connection, target.workspace_id, target.channel, period)
    if any(run.attempt == attempt for run in runs):
        return None
    last_act = audit.latest(connection, target.workspace_id)
    return Ahead(target, period, late, counted(connection, target, period, late, now), last_act)


def post(
    work: UnitOfWork,
    texts: Texts,
    target: Target,
    period: Period,
    *,
    attempt: int = 1,
    late: Lateness | None = None,
    ahead: Ahead | None = None,
    now: datetime,
    system_now: datetime,
) -> bool:
    """Claim, compose and enqueue in the caller's transaction. False when this attempt was claimed before.

    ``ahead`` is of `read_ahead`; without, or when anybody did anything since, all is read within the transaction.
    """
    late_seconds = int(late.delay.total_seconds()) if late else 0
    claimed = digests.claim_run(
        work, target.workspace_id, target.channel, period, attempt, late_seconds=late_seconds, now=now
    )
    if not claimed:
        return False
    if ahead is not None and ahead.is_of(work.connection, target, period, late):
        digest = ahead.digest
    else:
        digest = counted(work.connection, target, period, late, now)
    say = texts.into(target.locale)
    message = digest_message(digest, say, _narrative(work.connection, target, period, say))
    outgoing = outbox.Outgoing(
        kind=KIND,
        dedupe_key=f"digest:{target.channel}:{period}:{attempt}",
        channel=target.channel,
        body=message.body,
        fallback=message.fallback,
    )
    outbox_id = outbox.enqueue(work, target.workspace_id, outgoing, system_now)
    if outbox_id is not None:
        digests.note_outbox(work, target.workspace_id, target.channel, period, attempt, outbox_id)
        topics.offer(work, target.workspace_id, digest.insights, now)
        if isinstance(period, IsoWeek) and digest.speaks_of_accounts:
            thread.post(
                work,
                say,
                target.workspace_id,
                outbox_id,
                (target.channel, target.tz, target.locale),
                period,
                digest.accounts,
                now=now,
                system_now=system_now,
            )
    return True


def preview(services: Services, actor: Actor, channel: str, kind: PeriodKind = PeriodKind.WEEKLY) -> DigestMessage:
    """Exactly what would be posted to ``channel`` now."""
    now = services.now()
    with services.database.read() as connection:
        target = target_of(connection, actor.workspace_id, channel)
        return compose(connection, services.texts, target, reported(kind, now, target.tz), as_of=now)


def post_now(services: Services, actor: Actor, intent: PostDigest, key: str) -> Posted | AlreadyPosted:
    """Post the last week's or month's digest, if it was not yet or ``intent`` names the attempt to add.

    Raises NotAMemberError.
    """
    now = services.now()
    with services.database.read() as connection:
        target = target_of(connection, actor.workspace_id, intent.channel)
        about = intent.period or reported(intent.kind, now, target.tz)
        ahead = read_ahead(connection, target, about, attempt=intent.attempt or 1, now=now)

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        attempt = intent.attempt or 1
        posted = post(
            work,
            services.texts,
            target,
            about,
            attempt=attempt,
            ahead=ahead,
            now=now,
            system_now=services.system_now(),
        )
        if posted:
            data = {"channel": intent.channel, "week": str(about), "attempt": attempt}
            _audit(work, actor, "digest_posted", 0, now, data)
        return {"posted": posted, "kind": about.kind.value, "year": about.year, "number": about.number}

    outcome, _replayed = once(services, actor, key, act)
    about = period(PeriodKind(outcome["kind"]), int(outcome["year"]), int(outcome["number"]))
    if outcome["posted"]:
        return Posted(intent.channel, about)
    with services.database.read() as connection:
        runs = digests.runs_of(connection, actor.workspace_id, intent.channel, about)
        tz = target_of(connection, actor.workspace_id, intent.channel).tz
        last, sent = runs[-1], None
        if last.outbox_id is not None:
            sent = dead_letters.find_message(connection, actor.workspace_id, last.outbox_id)
    is_lost = sent is not None and sent.state == "dead"
    return AlreadyPosted(intent.channel, about, last.attempt, last.claimed_at, tz, is_lost)


def _moved(connection: Connection, target: Target, about: Period, now: datetime) -> Moved | None:
    """The holiday that kept the digest from coming at its time, once that is past."""
    stored = digests.find_schedule(connection, target.workspace_id, target.channel)
    if stored is None or not stored.is_active or about.kind not in digests.next_slots(stored):
        return None
    slot = digests.slot_of(stored)
    calendar = calendars.company_calendar(connection, target.workspace_id)
    moved = plan_of(slot_reporting(slot, about), slot, calendar).moved
    is_past = moved is not None and now.astimezone(ZoneInfo(slot.tz)).date() > moved.holiday
    return moved if is_past else None


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
