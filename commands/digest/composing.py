"""A digest before it goes anywhere: whose days cut it, what it counts, and the message that it becomes.

What is posted is read ahead of the transaction that posts it, and read again there only when somebody did something.
"""

from dataclasses import field
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands.blocks import Json
from commands.digest.message import DigestMessage, digest_message
from commands.digest.narrating import Place, standing_sentences
from commands.digest.narrative_section import narrative_rows
from commands.i18n import Say, Texts
from domain.digest import Lateness, WeeklyDigest, digest_window, weekly_digest
from domain.digest_plan import Moved, plan_of, slot_reporting
from domain.digest_scope import Scope
from domain.values import frozen
from domain.weeks import IsoWeek, Period
from storage import audit, calendars, digests, people
from storage.digest_facts import digest_facts
from storage.ids import WorkspaceId
from storage.tables import DigestSchedule


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


def look_ahead(
    connection: Connection, target: Target, period: Period, late: Lateness | None, *, now: datetime
) -> Ahead:
    """The digest of ``period`` as it reads at ``now``, for a transaction that is yet to begin: others wait for that."""
    last_act = audit.latest(connection, target.workspace_id)
    return Ahead(target, period, late, counted(connection, target, period, late, now), last_act)


def worded(
    connection: Connection,
    texts: Texts,
    target: Target,
    period: Period,
    late: Lateness | None,
    ahead: Ahead | None,
    *,
    now: datetime,
) -> tuple[WeeklyDigest, DigestMessage]:
    """What is posted to ``target`` in the caller's transaction: ``ahead``, if it still is what there is to say."""
    if ahead is not None and ahead.is_of(connection, target, period, late):
        digest = ahead.digest
    else:
        digest = counted(connection, target, period, late, now)
    say = texts.into(target.locale)
    return digest, digest_message(digest, say, _narrative(connection, target, period, say))


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
