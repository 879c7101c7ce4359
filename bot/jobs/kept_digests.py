"""Digests that could not be posted, since their channel was archived or closed to the bot: posted when it works again.

One that is late says so, and why. Until then it stays where it is: this week's until the next is due, then that one.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from commands.channels import Obstacle
from commands.digest.composing import Target, look_ahead, worded
from commands.digest.notices import OBSTACLES
from commands.i18n import Texts
from domain.digest import lateness
from storage import digests, kept_digests
from storage.database import Database
from storage.kept_digests import KeptDigest

#: Why nothing can be posted to a channel, asked of Slack; nothing when it can.
Look = Callable[[str], Obstacle | None]


def run_kept_digests(database: Database, texts: Texts, look: Look, business_now: datetime, system_now: datetime) -> int:
    """Send what was kept for channels that work again; gives how many. Slack is asked outside any transaction."""
    with database.read() as connection:
        waiting = kept_digests.list_kept(connection, OBSTACLES, business_now)
    sent: list[bool] = []

    def turn(kept: KeptDigest) -> None:
        if look(kept.channel) is None:
            sent.append(_send(database, texts, kept, business_now, system_now))

    # One that fails does not hold up the others: its error comes out when all had their turn.
    with ExitStack() as turns:
        for kept in reversed(waiting):
            turns.callback(turn, kept)
    return sum(sent)


def _send(database: Database, texts: Texts, kept: KeptDigest, business_now: datetime, system_now: datetime) -> bool:
    late = lateness(kept.due_at, business_now)
    late = None if late is None else replace(late, kept=True)
    # Nobody waits while it is read: what was done since then is found out in the transaction that sends it.
    with database.read() as connection:
        target = _where(connection, kept)
        if target is None:
            return False
        ahead = look_ahead(connection, target, kept.period, late, now=business_now)
    with database.write() as work:
        target = _where(work.connection, kept)
        if target is None:  # another was posted while Slack was asked, or none is wanted any more
            return False
        _, message = worded(work.connection, texts, target, kept.period, late, ahead, now=business_now)
        sent = kept_digests.send_again(work, kept, message.body, message.fallback, system_now)
        work.commit()
    return sent


def _where(connection: Connection, kept: KeptDigest) -> Target | None:
    """Where it goes and how, as its schedule says now; nothing when it is not to be sent."""
    schedule = digests.find_schedule(connection, kept.workspace_id, kept.channel)
    if schedule is None or not schedule.is_active:
        return None
    latest = digests.latest_run(connection, kept.workspace_id, kept.channel, kept.period.kind)
    return Target.of(schedule) if latest is not None and latest.outbox_id == kept.outbox_id else None
