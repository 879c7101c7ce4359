"""When a channel gets its digests, and which digests it got: schedule rows and the digest ledger."""

from collections.abc import Sequence
from dataclasses import field
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select, text, update
from sqlmodel import Session, col

from domain.calendars import CalendarSpec
from domain.digest_plan import Plan, first_slot, latest_slot, plan_of
from domain.digest_scope import AccountChoice, Scope, sections_read, sections_text
from domain.values import frozen
from domain.weeks import Period, PeriodKind, WeeklySlot
from storage.calendars import company_calendar
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.tables import DigestRun, DigestSchedule
from storage.upsert import upsert


@frozen
class PlannedDigest:
    """What somebody asked for: the digests of ``kinds`` in ``channel`` at ``slot``, in the language ``locale``."""

    channel: str
    slot: WeeklySlot
    locale: str
    scope: Scope = field(default_factory=Scope)
    kinds: frozenset[PeriodKind] = frozenset({PeriodKind.WEEKLY})


def slot_of(schedule: DigestSchedule) -> WeeklySlot:
    """The moment of a schedule that comes back."""
    return WeeklySlot(schedule.weekday, schedule.minute_of_day, schedule.tz)


def scope_of(schedule: DigestSchedule) -> Scope:
    """What a schedule's digest is about."""
    return Scope(sections_read(schedule.left_out), AccountChoice.read(schedule.accounts))


def version_of(schedule: DigestSchedule | None) -> int:
    """What somebody sees who looks at a channel's schedule: 0 where none is active."""
    return schedule.version if schedule is not None and schedule.is_active else 0


def next_slots(schedule: DigestSchedule) -> dict[PeriodKind, datetime]:
    """The slot's next moment of each kind of digest that is wanted."""
    slots = {PeriodKind.WEEKLY: schedule.weekly_at, PeriodKind.MONTHLY: schedule.monthly_at}
    return {kind: at for kind, at in slots.items() if at is not None}


def plans_of(connection: Connection, schedule: DigestSchedule) -> dict[PeriodKind, Plan]:
    """When the next digest of each kind comes, by the holidays of the company as they stand."""
    calendar, slot = company_calendar(connection, WorkspaceId(schedule.workspace_id)), slot_of(schedule)
    return {kind: plan_of(at, slot, calendar) for kind, at in next_slots(schedule).items()}


def plans_due(connection: Connection, schedule: DigestSchedule, now: datetime) -> dict[PeriodKind, Plan]:
    """Of each kind whose slot has come by ``now`` the latest digest; it may be planned for later: a holiday moved it.

    So after a long pause there is one of each kind: older ones are not caught up.
    """
    calendar, slot = company_calendar(connection, WorkspaceId(schedule.workspace_id)), slot_of(schedule)
    return {
        kind: plan_of(max(latest_slot(kind, slot, now), at), slot, calendar)
        for kind, at in next_slots(schedule).items()
        if at <= now
    }


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
    set_by_id: int | None,
    now: datetime,
    seen_version: int | None = None,
) -> DigestSchedule:
    """Store a channel's schedule in place of any it had, with when its digests come next after ``now``.

    With ``seen_version`` (`version_of`) only in place of the one that was seen. Raises `StaleVersionError`.
    """
    slot, calendar = planned.slot, company_calendar(work.connection, workspace_id)
    known = find_schedule(work.connection, workspace_id, planned.channel)
    unposted = _unposted(known, calendar, now)
    slots = {kind: first_slot(kind, slot, now, calendar, unposted.get(kind)) for kind in planned.kinds}
    values: dict[str, object] = {
        "weekday": slot.weekday,
        "minute_of_day": slot.minute,
        "tz": slot.tz,
        "locale": planned.locale,
        "left_out": sections_text(planned.scope.left_out),
        "accounts": str(planned.scope.accounts),
        "is_active": True,
        "set_by_id": set_by_id,
        **_slots(slots),
        "next_due_at": min(plan_of(at, slot, calendar).at for at in slots.values()),
    }
    if known is not None:
        values |= {} if known.is_active else {"created_at": now}  # it begins anew
        is_another = known.is_active and seen_version not in {None, known.version}
        as_read = col(DigestSchedule.version) == known.version
        if is_another or not _change(work, known, {**values, "version": known.version + 1}, as_read):
            raise StaleVersionError("digest_schedule", known.id)
    else:
        work.connection.execute(
            insert(DigestSchedule).values(
                workspace_id=workspace_id, id=new_id(), channel=planned.channel, created_at=now, version=1, **values
            )
        )
    stored = find_schedule(work.connection, workspace_id, planned.channel)
    assert stored is not None
    return stored


def stop_schedule(work: UnitOfWork, workspace_id: WorkspaceId, channel: str) -> int | None:
    """End a channel's digests and give the schedule's id; nothing when there was none."""
    known = find_schedule(work.connection, workspace_id, channel)
    if known is None or not known.is_active:
        return None
    _change(work, known, {"is_active": False, "version": known.version + 1})
    return known.id


def move_on(work: UnitOfWork, schedule: DigestSchedule, slots: dict[PeriodKind, datetime]) -> None:
    """Set the slot's next moments. Not a change of what somebody set, so its version stays."""
    calendar = company_calendar(work.connection, WorkspaceId(schedule.workspace_id))
    comes = [plan_of(at, slot_of(schedule), calendar).at for at in slots.values()]
    _change(work, schedule, {**_slots(slots), "next_due_at": min(comes)})


def claim_run(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    channel: str,
    period: Period,
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
            kind=period.kind.value,
            iso_year=period.year,
            iso_week=period.number,
            attempt=attempt,
            late_seconds=late_seconds,
            claimed_at=now,
        )
        .on_conflict_do_nothing()
        .returning(col(DigestRun.attempt))  # an INSERT's row count is not told by every driver
    )
    return claimed.first() is not None


def note_outbox(
    work: UnitOfWork, workspace_id: WorkspaceId, channel: str, period: Period, attempt: int, outbox_id: int
) -> None:
    """Tell the ledger which message a run became."""
    work.connection.execute(
        update(DigestRun)
        .where(*_of(workspace_id, channel, period), col(DigestRun.attempt) == attempt)
        .values(outbox_id=outbox_id)
    )


def runs_of(connection: Connection, workspace_id: WorkspaceId, channel: str, period: Period) -> Sequence[DigestRun]:
    """The runs of one channel and period, first attempt first."""
    with Session(connection) as session:
        return session.scalars(
            select(DigestRun).where(*_of(workspace_id, channel, period)).order_by(col(DigestRun.attempt))
        ).all()


def latest_run(connection: Connection, workspace_id: WorkspaceId, channel: str, kind: PeriodKind) -> DigestRun | None:
    """The last digest of that kind made for a channel, its latest attempt."""
    with Session(connection) as session:
        return session.scalars(
            select(DigestRun)
            .where(
                col(DigestRun.workspace_id) == workspace_id,
                col(DigestRun.channel) == channel,
                col(DigestRun.kind) == kind.value,
            )
            .order_by(col(DigestRun.iso_year).desc(), col(DigestRun.iso_week).desc(), col(DigestRun.attempt).desc())
            .limit(1)
        ).one_or_none()


def _of(workspace_id: WorkspaceId, channel: str, period: Period) -> tuple[ColumnElement[bool], ...]:
    return (
        col(DigestRun.workspace_id) == workspace_id,
        col(DigestRun.channel) == channel,
        col(DigestRun.kind) == period.kind.value,
        col(DigestRun.iso_year) == period.year,
        col(DigestRun.iso_week) == period.number,
    )


def _unposted(known: DigestSchedule | None, calendar: CalendarSpec, now: datetime) -> dict[PeriodKind, datetime]:
    """By kind the slot of the digest that has come due by ``now`` and that the clock has not posted yet."""
    if known is None or not known.is_active:
        return {}
    slot = slot_of(known)
    found = {kind: max(latest_slot(kind, slot, now), at) for kind, at in next_slots(known).items() if at <= now}
    return {kind: at for kind, at in found.items() if plan_of(at, slot, calendar).at <= now}


def _slots(slots: dict[PeriodKind, datetime]) -> dict[str, object]:
    return {"weekly_at": slots.get(PeriodKind.WEEKLY), "monthly_at": slots.get(PeriodKind.MONTHLY)}


def _change(
    work: UnitOfWork, schedule: DigestSchedule, values: dict[str, object], *conditions: ColumnElement[bool]
) -> bool:
    """Write over a schedule; False where ``conditions`` did not hold."""
    done = work.connection.execute(
        update(DigestSchedule)
        .where(
            col(DigestSchedule.workspace_id) == schedule.workspace_id,
            col(DigestSchedule.id) == schedule.id,
            *conditions,
        )
        .values(values)
    )
    return done.rowcount == 1
