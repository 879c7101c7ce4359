"""Release of notices: what is due is checked once more, merged, put into the reader's words and enqueued."""

from collections import defaultdict
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy import Connection

from bot.jobs.daily_lists import release_list
from commands.handoff.planning import ONE_EACH
from commands.i18n import Texts
from commands.telling import Audience, Composers
from domain.calendars import CalendarSpec
from domain.telling import held_until
from storage import calendars, locks, notices, outbox, people
from storage.database import Database, UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import Recipient
from storage.tables import Notice

#: So many messages about one thing each are made in a transaction.
_AT_ONCE: Final = 20
#: How long what this version cannot put into words waits for one that can.
_UNTIL_UPGRADED: Final = timedelta(hours=1)
_log = structlog.get_logger(__name__)


def run_release(database: Database, texts: Texts, composers: Composers, now: datetime, system_now: datetime) -> int:
    """Release everything due at ``now`` (business time); give the number of messages enqueued.

    One recipient a transaction: their notices are settled together with the messages that tell them. Of those that
    become a message each a transaction takes a few: whoever wants to store something need not wait for a hundred. What
    is due for more recipients, or more for one, than a round takes comes with the next.
    """
    with database.read() as connection:
        waiting = notices.list_due(connection, now)
    enqueued: list[int] = []

    def some(workspace_id: WorkspaceId, recipient: Recipient) -> bool:
        with database.write() as work:
            locks.one_releases(work)
            due = notices.take_due(work, workspace_id, recipient, now)
            if not due:  # another process was faster
                return False
            audience = _audience(work.connection, texts, workspace_id, recipient, now)
            if audience is None:
                _pass_on(work, workspace_id, due)
                work.commit()
                return False
            due = _known(work, workspace_id, composers, due, now)
            due = _in_hours(work, workspace_id, recipient, due, now)
            due = _without_list(work, composers, audience, recipient, due, system_now, enqueued)
            share = _share(due)
            enqueued.append(_release(work, composers, audience, share, system_now))
            work.commit()
        return len(share) < len(due)

    def turn(workspace_id: WorkspaceId, recipient: Recipient) -> None:
        while some(workspace_id, recipient):
            pass

    # One that fails does not hold up the others: its error comes out when all had their turn.
    with ExitStack() as turns:
        for workspace_id, recipient in reversed(waiting):
            turns.callback(turn, workspace_id, recipient)
    return sum(enqueued)


def _share(due: list[Notice]) -> list[Notice]:
    """All that is merged into lists, and the first few of those that become a message each."""
    single = [notice for notice in due if notice.kind in ONE_EACH]
    later = {notice.id for notice in single[_AT_ONCE:]}
    return [notice for notice in due if notice.id not in later]


def _known(
    work: UnitOfWork, workspace_id: WorkspaceId, composers: Composers, due: list[Notice], now: datetime
) -> list[Notice]:
    """Those of kinds that have words. A newer version that ran here may have left others: they hold up nothing."""
    strange = [notice for notice in due if notice.kind not in composers]
    if strange:
        _log.error("notices_without_words", kinds=sorted({notice.kind for notice in strange}), count=len(strange))
        notices.postpone(work, workspace_id, [notice.id for notice in strange], now + _UNTIL_UPGRADED)
    return [notice for notice in due if notice.kind in composers]


def _calendar(connection: Connection, workspace_id: WorkspaceId, recipient: Recipient) -> CalendarSpec:
    """The reader's working time: a member's own, a channel's is the company's."""
    if recipient.member_id is not None:
        return calendars.calendar_of(connection, workspace_id, recipient.member_id)
    return calendars.company_calendar(connection, workspace_id)


def _in_hours(
    work: UnitOfWork, workspace_id: WorkspaceId, recipient: Recipient, due: list[Notice], now: datetime
) -> list[Notice]:
    """Those that may leave now. Their moment may be long past after downtime, or a day off since it was promised."""
    if all(notice.lane == notices.IN_PLACE for notice in due):
        return due
    calendar = _calendar(work.connection, workspace_id, recipient)
    leaving: list[Notice] = []
    for notice in due:
        held = None if notice.lane == notices.IN_PLACE else held_until(calendar, notice.not_before, now)
        if held is None:
            leaving.append(notice)
        else:
            notices.postpone(work, workspace_id, [notice.id], held)
    return leaving


def _without_list(
    work: UnitOfWork,
    composers: Composers,
    audience: Audience,
    recipient: Recipient,
    due: list[Notice],
    system_now: datetime,
    enqueued: list[int],
) -> list[Notice]:
    """What is left when a person's lists are made; a channel has none, its notices are merged by kind."""
    if recipient.member_id is None or not any(notice.lane in notices.LISTED for notice in due):
        return due
    reader = people.get_member(work.connection, audience.workspace_id, recipient.member_id)
    calendar = _calendar(work.connection, audience.workspace_id, recipient)
    for lane in notices.LISTED:
        listed = [notice for notice in due if notice.lane == lane]
        if listed:
            enqueued.append(release_list(work, composers, audience, reader, calendar, lane, listed, system_now))
    return [notice for notice in due if notice.lane not in notices.LISTED]


def _pass_on(work: UnitOfWork, workspace_id: WorkspaceId, due: list[Notice]) -> None:
    """What waited for somebody who left is told to the marketing channel with the next round; without one, nobody."""
    channel, _tz = people.marketing_channel(work.connection, workspace_id)
    going = [notice.id for notice in due if channel is not None and notice.lane != notices.IN_PLACE]
    if channel is not None:
        notices.readdress(work, workspace_id, going, Recipient(channel=channel))
    notices.settle(work, workspace_id, {notice.id for notice in due} - set(going), state="dropped")


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


def _audience(
    connection: Connection, texts: Texts, workspace_id: WorkspaceId, recipient: Recipient, now: datetime
) -> Audience | None:
    """Who is told; the zone is that of their working hours. Nobody when they have left."""
    if recipient.member_id is not None:
        member = people.get_member(connection, workspace_id, recipient.member_id)
        if not member.is_active:
            return None
        return Audience(workspace_id, member.slack_user_id, texts.into(member.locale), member.tz, now)
    workspace = people.get_workspace(connection, workspace_id)
    return Audience(workspace_id, recipient.channel or "", texts.into(workspace.locale), workspace.tz, now)
