"""The outbox: messages on their way to Slack, enqueued with the facts, claimed under a lease, sent at least once.

Times here are system time (leases, attempts), never the movable business clock.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, or_, select, text, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from domain.values import frozen
from storage import locks, outbox_replies, posted
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import OutboxMessage
from storage.upsert import upsert

#: Operation of a message that one person sees in a channel: its body names the ``user``. Slack keeps it nowhere, so one
#: whose outcome is not known is sent again, and may come twice.
EPHEMERAL: Final = "ephemeral"


@frozen
class Outgoing:
    """A message to enqueue. ``dedupe_key`` makes a second one with the same key a no-op.

    ``subject`` (kind, id, version) is given for messages that will be updated when their subject changes. ``reply_to``
    is the id of the message below which it goes, once that one is sent.
    """

    kind: str
    dedupe_key: str
    channel: str
    body: Mapping[str, Any]
    fallback: Mapping[str, Any] | None = None
    operation: str = "post"
    thread_ts: str | None = None
    subject: tuple[str, int, int] | None = None
    reply_to: int | None = None


@frozen
class Claimed:
    """A message under our lease. ``may_be_sent``: somebody else claimed it before and was not heard of since."""

    message: OutboxMessage
    may_be_sent: bool


def enqueue(work: UnitOfWork, workspace_id: WorkspaceId, outgoing: Outgoing, now: datetime) -> int | None:
    """Put a message in the outbox and give its id; nothing when one with this key is there already."""
    outbox_id = new_id()
    subject_kind, subject_id, subject_version = outgoing.subject or (None, None, None)
    enqueued = work.connection.execute(
        upsert(work.connection, OutboxMessage)
        .values(
            workspace_id=workspace_id,
            id=outbox_id,
            kind=outgoing.kind,
            dedupe_key=outgoing.dedupe_key,
            operation=outgoing.operation,
            channel=outgoing.channel,
            thread_ts=outgoing.thread_ts,
            reply_to_id=outgoing.reply_to,
            body=json.dumps(outgoing.body, ensure_ascii=False),
            fallback=None if outgoing.fallback is None else json.dumps(outgoing.fallback, ensure_ascii=False),
            subject_kind=subject_kind,
            subject_id=subject_id,
            subject_version=subject_version,
            state="pending",
            attempts=0,
            next_attempt_at=now,
            created_at=now,
        )
        # Not asked first: two processes could both find nothing, and one would fail with all its facts.
        .on_conflict_do_nothing(index_elements=["workspace_id", "dedupe_key"])
        .returning(col(OutboxMessage.id))  # an INSERT's row count is not told by every driver
    )
    if enqueued.first() is None:
        return None
    work.is_urgent = True
    return outbox_id


def claim(
    work: UnitOfWork, now: datetime, *, lease: timedelta, limit: int, busy: Sequence[tuple[int, str]] = ()
) -> list[Claimed]:
    """Take up to ``limit`` messages that may be tried now under a lease, the oldest of each channel.

    A channel in which a message is under way is left alone, whoever sends it: so order holds within a channel. A
    message whose lease ran out (its process died) is taken again. ``busy`` names (workspace, channel) pairs that must
    wait, e.g. because Slack asked for it.
    """
    locks.one_claims(work)
    other = aliased(OutboxMessage)
    under_way = exists().where(
        col(other.workspace_id) == col(OutboxMessage.workspace_id),
        col(other.channel) == col(OutboxMessage.channel),
        col(other.state) == "sending",
        col(other.lease_until) >= now,
    )
    held = [
        ~((col(OutboxMessage.workspace_id) == workspace) & (col(OutboxMessage.channel) == channel))
        for workspace, channel in busy
    ]
    with Session(work.connection) as session:
        candidates = session.scalars(
            select(OutboxMessage)
            .where(_may_be_tried(now), ~under_way, *held)
            .order_by(col(OutboxMessage.id))
            .limit(limit * 4)
            .with_for_update(skip_locked=True, of=OutboxMessage)
            .execution_options(all_workspaces="delivery serves every workspace")
        ).all()
    taken: dict[tuple[int, str], OutboxMessage] = {}
    for message in candidates:
        if len(taken) < limit:
            taken.setdefault((message.workspace_id, message.channel), message)
    outbox_replies.put_below(work, taken.values())
    claimed = [Claimed(message, may_be_sent=message.state == "sending") for message in taken.values()]
    for message in taken.values():
        message.attempts += 1
        message.lease_token = secrets.token_hex(8)
        message.lease_until = now + lease
        message.state = "sending"
        work.connection.execute(
            update(OutboxMessage)
            .where(col(OutboxMessage.workspace_id) == message.workspace_id, col(OutboxMessage.id) == message.id)
            .values(
                state="sending",
                attempts=message.attempts,
                lease_token=message.lease_token,
                lease_until=message.lease_until,
                thread_ts=message.thread_ts,
            )
        )
    return claimed


def anything_due(connection: Connection, now: datetime) -> bool:
    """Whether `claim` might find something: a look that takes no lock."""
    found = connection.execute(
        select(col(OutboxMessage.id))
        .where(_may_be_tried(now))
        .limit(1)
        .execution_options(all_workspaces="delivery serves every workspace")
    ).first()
    return found is not None


def still_ours(connection: Connection, message: OutboxMessage, now: datetime) -> bool:
    """Whether the lease taken with `claim` still holds at ``now``: asked right before sending."""
    held = connection.execute(
        select(col(OutboxMessage.lease_token), col(OutboxMessage.lease_until)).where(
            col(OutboxMessage.workspace_id) == message.workspace_id, col(OutboxMessage.id) == message.id
        )
    ).first()
    return held is not None and held[0] == message.lease_token and held[1] is not None and held[1] > now


def mark_sent(work: UnitOfWork, message: OutboxMessage, *, channel: str, ts: str, now: datetime) -> bool:
    """Settle a message as sent; when it shows a subject that may change, remember where. False if not ours any more."""
    mine = _settle(
        work,
        message,
        state="sent",
        sent_ts=ts,
        sent_at=now,
        lease_token=None,
        lease_until=None,
        last_error=None,
    )
    if mine and message.subject_kind is not None and message.subject_id is not None:
        posted.remember(work, message, message.subject_kind, message.subject_id, channel, ts, now)
    return mine


def mark_retry(work: UnitOfWork, message: OutboxMessage, *, error: str, at: datetime) -> bool:
    """Give it back for another try not before ``at``."""
    return _give_back(work, message, error, at, message.attempts)


def mark_waiting(work: UnitOfWork, message: OutboxMessage, *, error: str, at: datetime) -> bool:
    """Give it back, not counting this try: Slack told us to wait, which is no fault of the message."""
    return _give_back(work, message, error, at, message.attempts - 1)


def mark_dead(work: UnitOfWork, message: OutboxMessage, *, error: str, error_id: str) -> bool:
    """Give up. It stays, visible in ``lazo outbox``, and can be sent again from there."""
    return _settle(work, message, state="dead", lease_token=None, lease_until=None, last_error=error, error_id=error_id)


def mark_skipped(work: UnitOfWork, message: OutboxMessage, *, reason: str) -> bool:
    """Not needed any more: a newer version of the same message stands already."""
    return _settle(work, message, state="skipped", lease_token=None, lease_until=None, last_error=reason)


def revive(work: UnitOfWork, workspace_id: WorkspaceId, outbox_id: int, now: datetime) -> bool:
    """Try a dead message again. False when there is no dead one with this id."""
    done = work.connection.execute(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.workspace_id) == workspace_id,
            col(OutboxMessage.id) == outbox_id,
            col(OutboxMessage.state) == "dead",
        )
        .values(state="pending", attempts=0, next_attempt_at=now, lease_token=None, lease_until=None)
    )
    return done.rowcount == 1


def first_post(
    connection: Connection, workspace_id: WorkspaceId, subject_kind: str, subject_id: int, channel: str
) -> OutboxMessage | None:
    """The message that tells of a subject in ``channel`` for the first time, in whatever state."""
    with Session(connection) as session:
        return session.scalars(
            select(OutboxMessage)
            .where(
                col(OutboxMessage.workspace_id) == workspace_id,
                col(OutboxMessage.subject_kind) == subject_kind,
                col(OutboxMessage.subject_id) == subject_id,
                col(OutboxMessage.channel) == channel,
                col(OutboxMessage.operation) == "post",
            )
            .order_by(col(OutboxMessage.id))
            .limit(1)
        ).one_or_none()


def counts(connection: Connection) -> dict[str, int]:
    """How many messages are in each state, over all workspaces."""
    rows = connection.execute(
        select(col(OutboxMessage.state), func.count())
        .group_by(col(OutboxMessage.state))
        .execution_options(all_workspaces="operations")
    )
    return {row[0]: row[1] for row in rows}


def list_messages(connection: Connection, *, state: str | None, limit: int) -> list[OutboxMessage]:
    """Messages for the operator, newest first."""
    query = select(OutboxMessage).order_by(col(OutboxMessage.id).desc()).limit(limit)
    if state is not None:
        query = query.where(col(OutboxMessage.state) == state)
    with Session(connection) as session:
        return list(session.scalars(query.execution_options(all_workspaces="operations")))


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop messages that were settled well and made before ``moment``. Dead ones stay until somebody looks."""
    gone = work.connection.execute(
        delete(OutboxMessage)
        .where(col(OutboxMessage.state).in_(["sent", "skipped"]), col(OutboxMessage.created_at) < moment)
        .execution_options(all_workspaces="retention")
    )
    return gone.rowcount


def _give_back(work: UnitOfWork, message: OutboxMessage, error: str, at: datetime, attempts: int) -> bool:
    free = {"state": "pending", "lease_token": None, "lease_until": None}
    return _settle(work, message, **free, attempts=attempts, next_attempt_at=at, last_error=error)


def _may_be_tried(now: datetime) -> ColumnElement[bool]:
    return and_(
        text("outbox.state IN ('pending', 'sending')"),
        col(OutboxMessage.next_attempt_at) <= now,
        or_(col(OutboxMessage.lease_until).is_(None), col(OutboxMessage.lease_until) < now),
        ~outbox_replies.waits_for_another(),
    )


def _settle(work: UnitOfWork, message: OutboxMessage, **values: object) -> bool:
    done = work.connection.execute(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.workspace_id) == message.workspace_id,
            col(OutboxMessage.id) == message.id,
            col(OutboxMessage.lease_token) == message.lease_token,
        )
        .values(values)
    )
    return done.rowcount == 1
