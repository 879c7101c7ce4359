"""When a channel gets its weekly digest, and which digests it got: schedule rows and the digest ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, insert, select, text, update
from sqlmodel import Session, col

from domain.weeks import IsoWeek, WeeklySlot
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import DigestRun, DigestSchedule
from storage.upsert import upsert

#: The kind of digest in the ledger.
WEEKLY: Final = "weekly"


@dataclass(frozen=True, slots=True)
class PlannedDigest:
    """What somebody asked for: the digest in ``channel`` at ``slot``, in the language ``locale``."""

    channel: str
    slot: WeeklySlot
    locale: str


def slot_of(schedule: DigestSchedule) -> WeeklySlot:
    """The weekly moment of a schedule."""
    return WeeklySlot(schedule.weekday, schedule.minute_of_day, schedule.tz)


def list_due(connection: Connection, now: datetime, limit: int = 500) -> list[tuple[WorkspaceId, int]]:
    """Workspace and id of the schedules whose moment came at or before ``now``, the longest waiting first."""
    rows = connection.execute(
        select(col(DigestSchedule.workspace_id), col(DigestSchedule.id))
        # Literal, not bound: a prepared plan for a bound flag could not use the partial index.
        .where(text("digest_schedules.is_active"), col(DigestSchedule.next_due_at) <= now)
        .order_by(col(DigestSchedule.next_due_at))
        .limit(limit)
        .execution_options(all_workspaces="the clock looks for whatever is due")
    )
    return [(WorkspaceId(row[0]), row[1]) for row in rows]


def take_due(work: UnitOfWork, workspace_id: WorkspaceId, schedule_id: int, now: datetime) -> DigestSchedule | None:
    """The schedule, locked for this transaction; nothing when it is not due any more or another process has it."""
    with Session(work.connection) as session:
        return session.scalars(
            select(DigestSchedule)
            .where(
                col(DigestSchedule.workspace_id) == workspace_id,
                col(DigestSchedule.id) == schedule_id,
                text("digest_schedules.is_active"),
                col(DigestSchedule.next_due_at) <= now,
            )
            .with_for_update(skip_locked=True)
        ).one_or_none()


def find_schedule(connection: Connection, workspace_id: WorkspaceId, channel: str) -> DigestSchedule | None:
    """A channel's schedule, active or stopped."""
    with Session(connection) as session:
        return session.scalars(
            select(DigestSchedule).where(
                col(DigestSchedule.workspace_id) == workspace_id, col(DigestSchedule.channel) == channel
            )
        ).one_or_none()


def list_schedules(connection: Connection, workspace_id: WorkspaceId) -> list[DigestSchedule]:
    """Every active schedule of a workspace, by channel."""
    with Session(connection) as session:
        return list(
            session.scalars(
                select(DigestSchedule)
                .where(col(DigestSchedule.workspace_id) == workspace_id, text("digest_schedules.is_active"))
                .order_by(col(DigestSchedule.channel))
            )
        )


def save_schedule(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    planned: PlannedDigest,
    *,
    next_due_at: datetime,
    set_by_id: int | None,
    now: datetime,
) -> int:
    """Store a channel's schedule in place of any it had, and give its id."""
    values = {
        "weekday": planned.slot.weekday,
        "minute_of_day": planned.slot.minute,
        "tz": planned.slot.tz,
        "locale": planned.locale,
        "is_active": True,
        "next_due_at": next_due_at,
        "set_by_id": set_by_id,
    }
    known = find_schedule(work.connection, workspace_id, planned.channel)
    if known is not None:
        _change(work, known, {**values, "version": known.version + 1})
        return known.id
    schedule_id = new_id()
    work.connection.execute(
        insert(DigestSchedule).values(
            workspace_id=workspace_id, id=schedule_id, channel=planned.channel, created_at=now, version=1, **values
        )
    )
    return schedule_id


def stop_schedule(work: UnitOfWork, workspace_id: WorkspaceId, channel: str) -> int | None:
    """End a channel's weekly digest and give the schedule's id; nothing when there was none."""
    known = find_schedule(work.connection, workspace_id, channel)
    if known is None or not known.is_active:
        return None
    _change(work, known, {"is_active": False, "version": known.version + 1})
    return known.id


def move_next_due(work: UnitOfWork, schedule: DigestSchedule, next_due_at: datetime) -> None:
    """Set when a schedule is due again. Not a change of what somebody set, so its version stays."""
    _change(work, schedule, {"next_due_at": next_due_at})


def claim_run(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    channel: str,
    week: IsoWeek,
    attempt: int,
    *,
    late_seconds: int,
    now: datetime,
) -> bool:
    """Take the right to post this digest. False when somebody has it: the ledger's key is what makes it happen once."""
    claimed = work.connection.execute(
        upsert(work.connection, DigestRun)
        .values(
            workspace_id=workspace_id,
            channel=channel,
            kind=WEEKLY,
            iso_year=week.year,
            iso_week=week.week,
            attempt=attempt,
            late_seconds=late_seconds,
            claimed_at=now,
        )
        .on_conflict_do_nothing()
        .returning(col(DigestRun.attempt))  # an INSERT's row count is not told by every driver
    )
    return claimed.first() is not None


def note_outbox(
    work: UnitOfWork, workspace_id: WorkspaceId, channel: str, week: IsoWeek, attempt: int, outbox_id: int
) -> None:
    """Tell the ledger which message a run became."""
    work.connection.execute(
        update(DigestRun)
        .where(
            col(DigestRun.workspace_id) == workspace_id,
            col(DigestRun.channel) == channel,
            col(DigestRun.kind) == WEEKLY,
            col(DigestRun.iso_year) == week.year,
            col(DigestRun.iso_week) == week.week,
            col(DigestRun.attempt) == attempt,
        )
        .values(outbox_id=outbox_id)
    )


def runs_of(connection: Connection, workspace_id: WorkspaceId, channel: str, week: IsoWeek) -> Sequence[DigestRun]:
    """The runs of one channel and week, first attempt first."""
    with Session(connection) as session:
        return session.scalars(
            select(DigestRun)
            .where(
                col(DigestRun.workspace_id) == workspace_id,
                col(DigestRun.channel) == channel,
                col(DigestRun.kind) == WEEKLY,
                col(DigestRun.iso_year) == week.year,
                col(DigestRun.iso_week) == week.week,
            )
            .order_by(col(DigestRun.attempt))
        ).all()


def _change(work: UnitOfWork, schedule: DigestSchedule, values: dict[str, object]) -> None:
    work.connection.execute(
        update(DigestSchedule)
        .where(col(DigestSchedule.workspace_id) == schedule.workspace_id, col(DigestSchedule.id) == schedule.id)
        .values(values)
    )
