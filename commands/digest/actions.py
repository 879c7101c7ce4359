"""The use cases: post a channel's digest once, show it beforehand. When it comes is said in `scheduling`."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.digest import thread, topics
from commands.digest.composing import Ahead, Target, compose, look_ahead, target_of, worded
from commands.digest.message import DigestMessage
from commands.digest.parse import PostDigest
from commands.i18n import Texts
from commands.members import only_members
from commands.once import once
from domain.digest import Lateness
from domain.digest_plan import reported
from domain.values import frozen
from domain.weeks import IsoWeek, Period, PeriodKind, period
from storage import dead_letters, digests, outbox
from storage.database import UnitOfWork

KIND: Final = "digest"
SUBJECT: Final = "digest_schedule"
#: The kind of subject that a message in the outbox is, and what it is called that somebody posted a digest by hand.
MESSAGE: Final = "outbox"
POSTED_ACT: Final = "digest_posted"
#: How the ids of conversations between two people begin.
_DIRECT: Final = "D"


@frozen
class Posted:
    """The digest of ``period`` is on its way to ``channel``."""

    channel: str
    period: Period


@frozen
class AlreadyPosted:
    """The digest of ``period`` went out ``attempts`` times already, the last time at ``at``; who asks is in ``tz``.

    ``is_lost``: that time Slack would not take it, so it stands nowhere.
    """

    channel: str
    period: Period
    attempts: int
    at: datetime
    tz: str
    is_lost: bool = False


def read_ahead(
    connection: Connection,
    target: Target,
    period: Period,
    late: Lateness | None = None,
    *,
    attempt: int = 1,
    now: datetime,
) -> Ahead | None:
    """What `post` is going to say, asked for before its transaction: others wait for that. Nothing if it was said."""
    runs = digests.runs_of(connection, target.workspace_id, target.channel, period)
    if any(run.attempt == attempt for run in runs):
        return None
    return look_ahead(connection, target, period, late, now=now)


def post(
    work: UnitOfWork,
    texts: Texts,
    target: Target,
    period: Period,
    *,
    attempt: int = 1,
    late: Lateness | None = None,
    ahead: Ahead | None = None,
    now: datetime,
    system_now: datetime,
) -> bool:
    """Claim, compose and enqueue in the caller's transaction. False when this attempt was claimed before.

    ``ahead`` is of `read_ahead`; without, or when anybody did anything since, all is read within the transaction.
    """
    late_seconds = int(late.delay.total_seconds()) if late else 0
    claimed = digests.claim_run(
        work, target.workspace_id, target.channel, period, attempt, late_seconds=late_seconds, now=now
    )
    if not claimed:
        return False
    digest, message = worded(work.connection, texts, target, period, late, ahead, now=now)
    outgoing = outbox.Outgoing(
        kind=KIND,
        dedupe_key=f"digest:{target.channel}:{period}:{attempt}",
        channel=target.channel,
        body=message.body,
        fallback=message.fallback,
    )
    outbox_id = outbox.enqueue(work, target.workspace_id, outgoing, system_now)
    if outbox_id is not None:
        digests.note_outbox(work, target.workspace_id, target.channel, period, attempt, outbox_id)
        topics.offer(work, target.workspace_id, digest.insights, texts, now)
        if isinstance(period, IsoWeek) and digest.speaks_of_accounts:
            thread.post(
                work,
                texts.into(target.locale),
                target.workspace_id,
                outbox_id,
                (target.channel, target.tz, target.locale),
                period,
                digest.accounts,
                now=now,
                system_now=system_now,
            )
    return True


def preview(services: Services, actor: Actor, channel: str, kind: PeriodKind = PeriodKind.WEEKLY) -> DigestMessage:
    """Exactly what would be posted to ``channel`` now; in a conversation of two, in the language of who asks."""
    now = services.now()
    with services.database.read() as connection:
        target = target_of(connection, actor.workspace_id, channel)
        if channel.startswith(_DIRECT):
            target = replace(target, locale=actor.locale)
        return compose(connection, services.texts, target, reported(kind, now, target.tz), as_of=now)


def _message_of(work: UnitOfWork, target: Target, about: Period, attempt: int) -> int:
    runs = digests.runs_of(work.connection, target.workspace_id, target.channel, about)
    return next((run.outbox_id for run in runs if run.attempt == attempt and run.outbox_id is not None), 0)


def post_now(services: Services, actor: Actor, intent: PostDigest, key: str) -> Posted | AlreadyPosted:
    """Post the last week's or month's digest, if it was not yet or ``intent`` names the attempt to add.

    Raises NotAMemberError.
    """
    now = services.now()
    with services.database.read() as connection:
        only_members(connection, actor)  # before all is counted for somebody who may not
        target = target_of(connection, actor.workspace_id, intent.channel)
        about = intent.period or reported(intent.kind, now, target.tz)
        ahead = read_ahead(connection, target, about, attempt=intent.attempt or 1, now=now)

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        attempt = intent.attempt or 1
        posted = post(
            work,
            services.texts,
            target,
            about,
            attempt=attempt,
            ahead=ahead,
            now=now,
            system_now=services.system_now(),
        )
        if posted:
            data = {"channel": intent.channel, "week": str(about), "attempt": attempt}
            note_act(work, actor, POSTED_ACT, (MESSAGE, _message_of(work, target, about, attempt)), now, data)
        return {"posted": posted, "kind": about.kind.value, "year": about.year, "number": about.number}

    outcome, _replayed = once(services, actor, key, act)
    about = period(PeriodKind(outcome["kind"]), int(outcome["year"]), int(outcome["number"]))
    if outcome["posted"]:
        return Posted(intent.channel, about)
    with services.database.read() as connection:
        runs = digests.runs_of(connection, actor.workspace_id, intent.channel, about)
        last, sent = runs[-1], None
        if last.outbox_id is not None:
            sent = dead_letters.find_message(connection, actor.workspace_id, last.outbox_id)
    is_lost = sent is not None and sent.state == "dead"
    return AlreadyPosted(intent.channel, about, last.attempt, last.claimed_at, actor.tz, is_lost)
