"""Working hours as they are stored: the company's calendar and the calendars of those who have their own.

Who works when is asked of `storage.calendars`; here is what people edit.
"""

import json
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, select, update
from sqlmodel import Session, col

from domain.calendar_json import from_json, to_json
from domain.calendars import CalendarSpec
from domain.values import frozen
from storage.calendars import spec_of
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.tables import Calendar, Member

COMPANY: Final = "company"


@frozen
class Hours:
    """A calendar to store. ``country`` and ``region`` say whose public holidays were proposed."""

    spec: CalendarSpec
    country: str | None = None
    region: str | None = None


def company_hours(connection: Connection, workspace_id: WorkspaceId) -> Calendar | None:
    """The calendar of everybody without one of their own; nothing while the standard hours hold."""
    with Session(connection) as session:
        return session.scalars(
            select(Calendar)
            .where(col(Calendar.workspace_id) == workspace_id, col(Calendar.is_default))
            .order_by(col(Calendar.id))
            .limit(1)
        ).one_or_none()


def own_hours(connection: Connection, workspace_id: WorkspaceId, member_id: int) -> Calendar | None:
    """A member's own calendar, if they have one."""
    with Session(connection) as session:
        return session.scalars(
            select(Calendar)
            .join(
                Member,
                (col(Member.workspace_id) == workspace_id) & (col(Member.calendar_id) == col(Calendar.id)),
            )
            .where(col(Calendar.workspace_id) == workspace_id, col(Member.id) == member_id)
        ).one_or_none()


def spec_in(calendar: Calendar | None, tz: str) -> CalendarSpec:
    """A stored calendar in the zone ``tz`` unless it has its own; the standard hours without one."""
    return spec_of(None if calendar is None else (calendar.spec, calendar.tz), None, tz)


def save_company_hours(
    work: UnitOfWork, workspace_id: WorkspaceId, hours: Hours, *, expected_version: int, now: datetime
) -> None:
    """Store the company's calendar; each member keeps it in their own zone.

    ``expected_version`` is 0 while there was none. Raises `StaleVersionError` when it changed since it was read.
    """
    known = company_hours(work.connection, workspace_id)
    if (known.version if known is not None else 0) != expected_version:
        kind = "calendar"
        raise StaleVersionError(kind, workspace_id)
    if known is None:
        _add(work, workspace_id, COMPANY, hours, now, is_default=True)
    else:
        _follow(work, workspace_id, from_json(known.spec), hours.spec)
        _change(work, workspace_id, known, hours)


def save_own_hours(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    member_id: int,
    hours: Hours | None,
    *,
    expected_version: int,
    now: datetime,
) -> None:
    """Store a member's own calendar; with nothing the company's holds for them again.

    ``expected_version`` is 0 while they had none. Raises `StaleVersionError` when it changed since it was read.
    """
    known = own_hours(work.connection, workspace_id, member_id)
    if (known.version if known is not None else 0) != expected_version:
        kind = "calendar"
        raise StaleVersionError(kind, member_id)
    if hours is None:
        _point(work, workspace_id, member_id, None)
        if known is not None and not known.is_default:
            work.connection.execute(
                delete(Calendar).where(col(Calendar.workspace_id) == workspace_id, col(Calendar.id) == known.id)
            )
    elif known is None or known.is_default:
        calendar_id = _add(work, workspace_id, f"member:{member_id}", hours, now, is_default=False)
        _point(work, workspace_id, member_id, calendar_id)
    else:
        _change(work, workspace_id, known, hours)


def _follow(work: UnitOfWork, workspace_id: WorkspaceId, before: CalendarSpec, now: CalendarSpec) -> None:
    """Calendars of members that say in part what the company's said (only holidays were others) go on saying so."""
    with Session(work.connection) as session:
        own = session.scalars(
            select(Calendar).where(col(Calendar.workspace_id) == workspace_id, col(Calendar.is_default).is_(False))
        ).all()
    for calendar in own:
        spec = from_json(calendar.spec)
        weekly = now.weekly if spec.weekly == before.weekly else spec.weekly
        dated = now.dated if spec.dated == before.dated else spec.dated
        if (weekly, dated) != (spec.weekly, spec.dated):
            followed = replace(spec, weekly=weekly, dated=dated)
            _change(work, workspace_id, calendar, Hours(followed, calendar.country, calendar.region))


def _add(
    work: UnitOfWork, workspace_id: WorkspaceId, name: str, hours: Hours, now: datetime, *, is_default: bool
) -> int:
    row = Calendar(
        workspace_id=workspace_id,
        id=new_id(),
        name=name,
        spec=_text(hours.spec),
        country=hours.country,
        region=hours.region,
        is_default=is_default,
        created_at=now,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


def _change(work: UnitOfWork, workspace_id: WorkspaceId, known: Calendar, hours: Hours) -> None:
    done = work.connection.execute(
        update(Calendar)
        .where(
            col(Calendar.workspace_id) == workspace_id,
            col(Calendar.id) == known.id,
            col(Calendar.version) == known.version,
        )
        .values(
            spec=_text(hours.spec),
            country=hours.country,
            region=hours.region,
            version=known.version + 1,
        )
    )
    if done.rowcount != 1:
        kind = "calendar"
        raise StaleVersionError(kind, known.id)


def _point(work: UnitOfWork, workspace_id: WorkspaceId, member_id: int, calendar_id: int | None) -> None:
    work.connection.execute(
        update(Member)
        .where(col(Member.workspace_id) == workspace_id, col(Member.id) == member_id)
        .values(calendar_id=calendar_id)
    )


def _text(spec: CalendarSpec) -> str:
    return json.dumps(to_json(spec), ensure_ascii=False)
