"""Whose working time is what: calendars of members and the company, and snapshots that deadlines were reckoned by."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection, or_, select
from sqlmodel import col

from domain.calendar_json import from_json, to_json
from domain.calendars import STANDARD, CalendarError, CalendarSpec
from domain.calendars import TimeOff as Absence
from domain.durations import Duration
from domain.sla_clock import due_at
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.tables import Calendar, CalendarSnapshot, Member, TimeOff, Workspace
from storage.upsert import upsert


def calendar_of(connection: Connection, workspace_id: WorkspaceId, member_id: int) -> CalendarSpec:
    """A member's working time, in their zone and without their time off. Raises KeyError for an unknown member."""
    return calendars_of(connection, workspace_id, {member_id})[member_id]


def calendars_of(
    connection: Connection, workspace_id: WorkspaceId, member_ids: Collection[int]
) -> dict[int, CalendarSpec]:
    """The same for many members at once, in three questions: their own hours, else the company's, else Mon–Fri 09–18.

    A member who has hours of their own keeps the company's holidays, unless those hours name holidays themselves.
    """
    if not member_ids:
        return {}
    members = connection.execute(
        select(col(Member.id), col(Member.tz), col(Member.calendar_id)).where(
            col(Member.workspace_id) == workspace_id, col(Member.id).in_(member_ids)
        )
    ).all()
    own = {row.calendar_id for row in members if row.calendar_id is not None}
    company, by_id = _rows(connection, workspace_id, own)
    absences = _absences(connection, workspace_id, member_ids)
    found = {}
    for row in members:
        spec = spec_of(by_id.get(row.calendar_id), company, row.tz)
        off = absences.get(row.id)
        found[row.id] = _with_absences(spec, off) if off else spec
    return found


def calendar_to_owe_by(
    connection: Connection, workspace_id: WorkspaceId, member_id: int, start: datetime, limits: Collection[Duration]
) -> CalendarSpec:
    """The calendar by which their promises run from ``start``: theirs, as long as they work for ``limits`` at all.

    Else the company's, else the standard one: what nobody can answer becomes late, so that somebody hears of it.
    """
    own = calendar_of(connection, workspace_id, member_id)
    if _has_time_for(own, start, limits):
        return own
    company = company_calendar(connection, workspace_id)
    return company if _has_time_for(company, start, limits) else STANDARD(own.tz)


def company_calendar(connection: Connection, workspace_id: WorkspaceId) -> CalendarSpec:
    """The working time of the workspace: what channels keep, and what marketing's part is counted by."""
    tz = connection.execute(select(col(Workspace.tz)).where(col(Workspace.id) == workspace_id)).scalar_one()
    company, _own = _rows(connection, workspace_id, ())
    return spec_of(None, company, tz)


def keep_snapshots(
    work: UnitOfWork, workspace_id: WorkspaceId, specs: Iterable[CalendarSpec], now: datetime
) -> dict[CalendarSpec, str]:
    """Keep calendars as they are, each once, and give their keys."""
    keys = {spec: _dumped(spec) for spec in specs}
    rows = [
        {"workspace_id": workspace_id, "key": key, "spec": text, "created_at": now}
        for key, text in dict(keys.values()).items()
    ]
    if rows:
        work.connection.execute(upsert(work.connection, CalendarSnapshot).on_conflict_do_nothing(), rows)
    return {spec: key for spec, (key, _text) in keys.items()}


def key_of(spec: CalendarSpec) -> str:
    """The key under which a calendar is kept."""
    return _dumped(spec)[0]


def snapshots_of(
    connection: Connection, workspace_id: WorkspaceId, keys: Collection[str]
) -> Mapping[str, CalendarSpec]:
    """The calendars kept under ``keys``."""
    if not keys:
        return {}
    rows = connection.execute(
        select(col(CalendarSnapshot.key), col(CalendarSnapshot.spec)).where(
            col(CalendarSnapshot.workspace_id) == workspace_id, col(CalendarSnapshot.key).in_(keys)
        )
    )
    return {row.key: _loaded(row.spec) for row in rows}


#: A stored calendar: its text, and its zone if it has one of its own.
Stored = tuple[str, str | None]


def _rows(
    connection: Connection, workspace_id: WorkspaceId, own: Collection[int]
) -> tuple[Stored | None, dict[int | None, Stored]]:
    """The company's calendar, and those of ``own`` by id: each as its text and zone."""
    rows = connection.execute(
        select(col(Calendar.id), col(Calendar.spec), col(Calendar.tz), col(Calendar.is_default))
        .where(
            col(Calendar.workspace_id) == workspace_id, or_(col(Calendar.is_default), col(Calendar.id).in_(list(own)))
        )
        .order_by(col(Calendar.id))
    ).all()
    company = next(((row.spec, row.tz) for row in rows if row.is_default), None)
    return company, {row.id: (row.spec, row.tz) for row in rows}


def _absences(
    connection: Connection, workspace_id: WorkspaceId, member_ids: Collection[int]
) -> dict[int, list[Absence]]:
    rows = connection.execute(
        select(col(TimeOff.member_id), col(TimeOff.starts_at), col(TimeOff.ends_at))
        .where(
            col(TimeOff.workspace_id) == workspace_id,
            col(TimeOff.member_id).in_(member_ids),
            col(TimeOff.cancelled_at).is_(None),
        )
        .order_by(col(TimeOff.member_id), col(TimeOff.starts_at), col(TimeOff.id))
    )
    found = defaultdict(list)
    for row in rows:
        found[row.member_id].append(Absence(row.starts_at, row.ends_at))
    return found


def spec_of(own: Stored | None, company: Stored | None, member_tz: str) -> CalendarSpec:
    """A member's hours: their own, else the company's, else the standard ones. Absences are left aside."""
    chosen = own or company
    if chosen is None:
        return STANDARD(member_tz)
    text, tz = chosen
    spec = _in_zone(text, tz or member_tz)
    if own is not None and company is not None and not spec.holidays:
        return _with_holidays_of(spec, company[0])
    return spec


@lru_cache(maxsize=512)
def _in_zone(text: str, tz: str) -> CalendarSpec:
    return replace(from_json(text), tz=tz)


@lru_cache(maxsize=512)
def _with_holidays_of(spec: CalendarSpec, company: str) -> CalendarSpec:
    return spec.with_holidays(from_json(company).holidays)


def _has_time_for(spec: CalendarSpec, start: datetime, limits: Collection[Duration]) -> bool:
    try:
        for limit in limits:
            due_at(spec, start, limit)
    except CalendarError:
        return False
    return True


def _with_absences(spec: CalendarSpec, absences: list[Absence]) -> CalendarSpec:
    return _made(spec, tuple(absences))


@lru_cache(maxsize=1024)
def _made(spec: CalendarSpec, absences: tuple[Absence, ...]) -> CalendarSpec:
    # One object for equal calendars: whatever is kept by calendar is found at once.
    return spec.with_time_off(*absences)


@lru_cache(maxsize=1024)
def _dumped(spec: CalendarSpec) -> tuple[str, str]:
    text = json.dumps(to_json(spec), ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest(), text


@lru_cache(maxsize=1024)
def _loaded(text: str) -> CalendarSpec:
    return from_json(text)
