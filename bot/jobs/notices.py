"""Release of notices: what is due is checked once more, merged, put into the reader's words and enqueued."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection

from commands.i18n import Texts
from commands.telling import Audience, Composers
from storage import locks, notices, outbox, people
from storage.database import Database, UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import Recipient
from storage.tables import Notice


def run_release(database: Database, texts: Texts, composers: Composers, now: datetime, system_now: datetime) -> int:
    """Release everything due at ``now`` (business time); give the number of messages enqueued.

    One recipient a transaction: their notices are settled together with the messages that tell them.
    """
    enqueued = 0
    while True:
        with database.read() as connection:
            if not notices.anything_due(connection, now):
                return enqueued
        with database.write() as work:
            locks.one_releases(work)
            due_for = notices.next_due(work, now)
            if due_for is None:  # another process was faster
                return enqueued
            workspace_id, recipient = due_for
            due = notices.take_due(work, workspace_id, recipient, now)
            audience = _audience(work.connection, texts, workspace_id, recipient)
            enqueued += _release(work, composers, audience, due, system_now)
            work.commit()


def _release(
    work: UnitOfWork, composers: Composers, audience: Audience, due: list[Notice], system_now: datetime
) -> int:
    by_kind: dict[str, list[Notice]] = defaultdict(list)
    for notice in due:
        by_kind[notice.kind].append(notice)
    enqueued = 0
    for kind, group in by_kind.items():
        composed = composers[kind](work.connection, audience, group)
        outbox_id = None
        for message in composed.messages:
            outbox_id = outbox.enqueue(work, audience.workspace_id, message, system_now)
            enqueued += outbox_id is not None
        told = [notice.id for notice in group if notice.id in composed.told]
        untrue = [notice.id for notice in group if notice.id not in composed.told]
        notices.settle(work, audience.workspace_id, told, state="released", outbox_id=outbox_id)
        notices.settle(work, audience.workspace_id, untrue, state="dropped")
    return enqueued


def _audience(connection: Connection, texts: Texts, workspace_id: WorkspaceId, recipient: Recipient) -> Audience:
    if recipient.member_id is not None:
        member = people.get_member(connection, workspace_id, recipient.member_id)
        return Audience(workspace_id, member.slack_user_id, texts.into(member.locale))
    workspace = people.get_workspace(connection, workspace_id)
    return Audience(workspace_id, recipient.channel or "", texts.into(workspace.locale))
