"""Digests that a channel could not take: found by the ledger, and sent again as they are worded by then."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, and_, exists, or_, select, text, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.values import frozen
from domain.weeks import Period, PeriodKind, period
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.tables import DigestRun, DigestSchedule, OutboxMessage

#: How long after its time a digest is still worth posting, should no later one take its place.
KEPT: Final[Mapping[PeriodKind, timedelta]] = {PeriodKind.WEEKLY: timedelta(days=7), PeriodKind.MONTHLY: timedelta(31)}


@frozen
class KeptDigest:
    """The last digest of a channel that is scheduled still: its message was given up, since nothing could be posted."""

    workspace_id: WorkspaceId
    channel: str
    period: Period
    outbox_id: int
    due_at: datetime


def list_kept(connection: Connection, reasons: Collection[str], now: datetime) -> list[KeptDigest]:
    """Those that Slack refused for one of ``reasons`` and that no later one has replaced by ``now``."""
    later = aliased(DigestRun)
    is_later = or_(
        col(later.iso_year) > col(DigestRun.iso_year),
        and_(col(later.iso_year) == col(DigestRun.iso_year), col(later.iso_week) > col(DigestRun.iso_week)),
        and_(
            col(later.iso_year) == col(DigestRun.iso_year),
            col(later.iso_week) == col(DigestRun.iso_week),
            col(later.attempt) > col(DigestRun.attempt),
        ),
    )
    replaced = exists().where(
        col(later.workspace_id) == col(DigestRun.workspace_id),
        col(later.channel) == col(DigestRun.channel),
        col(later.kind) == col(DigestRun.kind),
        is_later,
    )
    rows = connection.execute(
        select(
            col(DigestRun.workspace_id),
            col(DigestRun.channel),
            col(DigestRun.kind),
            col(DigestRun.iso_year),
            col(DigestRun.iso_week),
            col(DigestRun.outbox_id),
            col(DigestRun.late_seconds),
            col(DigestRun.claimed_at),
            col(DigestSchedule.weekly_at),
            col(DigestSchedule.monthly_at),
        )
        .join(
            OutboxMessage,
            and_(
                col(OutboxMessage.workspace_id) == col(DigestRun.workspace_id),
                col(OutboxMessage.id) == col(DigestRun.outbox_id),
            ),
        )
        .join(
            DigestSchedule,
            and_(
                col(DigestSchedule.workspace_id) == col(DigestRun.workspace_id),
                col(DigestSchedule.channel) == col(DigestRun.channel),
                text("digest_schedules.is_active"),
            ),
        )
        .where(
            col(DigestRun.claimed_at) > now - max(KEPT.values()),
            col(OutboxMessage.state) == "dead",
            col(OutboxMessage.last_error).in_(list(reasons)),
            ~replaced,
        )
        .order_by(col(DigestRun.claimed_at))
        .execution_options(all_workspaces="the clock looks for what could not be posted")
    )
    found = []
    for row in rows:
        kind = PeriodKind(row.kind)
        is_wanted = (row.weekly_at if kind is PeriodKind.WEEKLY else row.monthly_at) is not None
        if is_wanted and row.claimed_at > now - KEPT[kind]:
            about = period(kind, row.iso_year, row.iso_week)
            due_at = row.claimed_at - timedelta(seconds=row.late_seconds)
            found.append(KeptDigest(WorkspaceId(row.workspace_id), row.channel, about, row.outbox_id, due_at))
    return found


def send_again(
    work: UnitOfWork, kept: KeptDigest, body: Mapping[str, Any], fallback: Mapping[str, Any] | None, now: datetime
) -> bool:
    """Put a message that was given up on its way anew, as it reads now. False when somebody was faster."""
    done = work.connection.execute(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.workspace_id) == kept.workspace_id,
            col(OutboxMessage.id) == kept.outbox_id,
            col(OutboxMessage.state) == "dead",
        )
        .values(
            body=json.dumps(body, ensure_ascii=False),
            fallback=None if fallback is None else json.dumps(fallback, ensure_ascii=False),
            state="pending",
            attempts=0,
            next_attempt_at=now,
            lease_token=None,
            lease_until=None,
        )
    )
    work.is_urgent = work.is_urgent or done.rowcount == 1
    return done.rowcount == 1
