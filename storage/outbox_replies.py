"""Messages that answer another of the outbox: they wait until it stands in Slack, and go below it."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, exists, select, text, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.ids import WorkspaceId
from storage.tables import OutboxMessage
from storage.unit_of_work import UnitOfWork


def waits_for_another() -> ColumnElement[bool]:
    """Whether a row of the outbox answers one that is not sent. Of one that was forgotten nobody waits."""
    parent = aliased(OutboxMessage)
    return col(OutboxMessage.reply_to_id).is_not(None) & exists().where(
        col(parent.workspace_id) == col(OutboxMessage.workspace_id),
        col(parent.id) == col(OutboxMessage.reply_to_id),
        col(parent.state) != "sent",
    )


def put_below(work: UnitOfWork, messages: Iterable[OutboxMessage]) -> None:
    """Give replies the timestamp of what they answer; none where that was forgotten or withdrawn."""
    for message in messages:
        if message.reply_to_id is not None:
            message.thread_ts = work.connection.execute(
                select(col(OutboxMessage.sent_ts)).where(
                    col(OutboxMessage.workspace_id) == WorkspaceId(message.workspace_id),
                    col(OutboxMessage.id) == message.reply_to_id,
                )
            ).scalar()


def give_up_waiting(work: UnitOfWork, workspace_id: WorkspaceId, messages: Collection[int]) -> None:
    """Nobody needs replies to these messages any more that still wait for one that was given up."""
    if messages:
        work.connection.execute(
            update(OutboxMessage)
            .where(
                col(OutboxMessage.workspace_id) == workspace_id,
                text("outbox.state IN ('pending', 'sending')"),
                col(OutboxMessage.reply_to_id).in_(messages),
                waits_for_another(),
            )
            .values(state="skipped", last_error="what it answers was replaced")
        )
