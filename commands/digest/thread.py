"""The thread below a digest: posted with it, and corrected in place until the channel's next one."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands.digest.thread_views import Shown, merged_message, reply_message, rest_message
from commands.i18n import Say, Texts
from commands.telling import Audience, Composed, Composer
from domain.account_week import AccountWeek
from domain.review_thread import thread_of
from domain.weeks import IsoWeek, week_span
from storage import account_weeks, confirmations, merged_replies, outbox, review_threads, stages, under_review
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.outbox import Outgoing
from storage.people import gone_of
from storage.stage_history import STAGES_KEPT
from storage.standing import standing_of
from storage.tables import Notice, ReviewReply

#: Messages about one account, and the one about all the others.
KIND: Final = "review_reply"
REST: Final = "review_rest"


def post(
    work: UnitOfWork,
    say: Say,
    workspace_id: WorkspaceId,
    digest_id: int,
    place: tuple[str, str, str],
    week: IsoWeek,
    reviewed: AccountWeek,
    *,
    now: datetime,
    system_now: datetime,
) -> None:
    """Enqueue the replies to the digest ``digest_id`` (an outbox id), in its transaction: they wait until it stands.

    ``place`` is channel, zone and language.
    """
    thread = thread_of(reviewed)
    own = [account.review.account_id for account in thread.own]
    replies = review_threads.open_thread(work, workspace_id, digest_id, place, week, own, now)
    for outgoing in _messages(work.connection, workspace_id, replies, say, now, operation="post"):
        outbox.enqueue(work, workspace_id, outgoing, system_now)
    if thread.rest:
        body = rest_message(thread.rest, reviewed, say)
        outgoing = Outgoing(REST, f"review:{digest_id}:rest", place[0], body, reply_to=digest_id)
        outbox.enqueue(work, workspace_id, outgoing, system_now)


def composers(texts: Texts) -> dict[str, Composer]:
    """By kind of notice."""
    return {review_threads.CHANGED: partial(_compose_changed, texts)}


def _compose_changed(texts: Texts, connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """Bring replies up to what is true now; those of a digest that has been followed by another stay as they are."""
    ids = {notice.subject_id for notice in due}
    by_digest: dict[int, list[ReviewReply]] = {}
    for reply in review_threads.replies_of(connection, audience.workspace_id, ids):
        if reply.is_current:
            by_digest.setdefault(reply.digest_id, []).append(reply)
    messages: list[Outgoing] = []
    for replies in by_digest.values():
        say = texts.into(replies[0].locale)
        messages += _messages(connection, audience.workspace_id, replies, say, audience.now, operation="update")
    return Composed(tuple(messages), frozenset(notice.id for notice in due))


def _messages(
    connection: Connection,
    workspace_id: WorkspaceId,
    replies: Sequence[ReviewReply],
    say: Say,
    now: datetime,
    *,
    operation: str,
) -> list[Outgoing]:
    """A message for each of ``replies``, all of one digest, in their order."""
    if not replies:
        return []
    # Two accounts became one since: one reply goes on, the other says where.
    ended = merged_replies.ended_by_merges(
        connection, workspace_id, replies[0].digest_id, {reply.account_id for reply in replies}
    )
    return [
        Outgoing(
            KIND,
            f"review:{reply.id}:v{reply.version}",
            reply.channel,
            merged_message(ended[reply.id], shown, say) if reply.id in ended else reply_message(shown, say),
            operation=operation,
            subject=(review_threads.SUBJECT, reply.id, reply.version),
            reply_to=reply.digest_id,
        )
        for reply, shown in zip(replies, _shown(connection, workspace_id, replies, now), strict=True)
    ]


def _shown(
    connection: Connection, workspace_id: WorkspaceId, replies: Sequence[ReviewReply], now: datetime
) -> list[Shown]:
    """What each reply says at ``now``: a constant number of queries for all."""
    tz, week = replies[0].tz, IsoWeek(replies[0].iso_year, replies[0].iso_week)
    process = stages.process_of(connection, workspace_id)
    found = under_review.accounts_by_id(connection, workspace_id, {reply.account_id for reply in replies})
    rows = [found[reply.account_id] for reply in replies]
    reviewed = account_weeks.reviews_of(connection, workspace_id, rows, week_span(week, tz), tz, process)
    stands = standing_of(connection, workspace_id, found, process.for_review, since=now - STAGES_KEPT)
    happened = review_threads.happened_since(
        connection, workspace_id, {reply.account_id: reply.posted_at for reply in replies}
    )
    said = confirmations.of_week(connection, workspace_id, week).by_account
    people = {owner for each in reviewed for owner in each.owners} | set(said.values())
    for each in happened.values():
        people.update(step.owner_id for step in each.open_steps)
        people.update(step.ended_by_id for step in each.ended if step.ended_by_id is not None)
        people.update(comment.by_id for comment in each.comments)
    names, gone = account_weeks.names_of(connection, workspace_id, people), gone_of(connection, workspace_id, people)
    today = now.astimezone(ZoneInfo(tz)).date()
    return [
        Shown(
            account,
            stands[reply.account_id].stage if reply.account_id in stands else None,
            happened[reply.account_id],
            said.get(reply.account_id),
            names,
            process.names,
            today,
            gone,
        )
        for reply, account in zip(replies, reviewed, strict=True)
    ]
