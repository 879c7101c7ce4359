"""A digest that could not be delivered: whoever wanted it there is told, once for as long as it lasts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from commands.channels import Obstacle
from commands.digest import actions, views
from commands.telling import Audience, Composed, Composer
from domain.calendars import STANDARD
from domain.sla_clock import next_working_moment
from domain.taxonomy import MemberKind
from storage import audit, dead_letters, digests, notices, people
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.outbox import Outgoing
from storage.tables import Member, Notice, OutboxMessage

UNDELIVERED: Final = "digest_undelivered"
#: What Slack answers where nothing can be posted until somebody changes the channel.
OBSTACLES: Final[Mapping[str, Obstacle]] = {
    "channel_not_found": Obstacle.NOT_THERE,
    "not_in_channel": Obstacle.NOT_THERE,
    "is_archived": Obstacle.ARCHIVED,
    "shared_with_other_organisations": Obstacle.SHARED,
}


def plan_undelivered(work: UnitOfWork, message: OutboxMessage, now: datetime) -> None:
    """Plan to tell of a ``message`` that was given up, if it is a digest. ``now`` is business time.

    Told are who set the schedule, who posted it by hand, and an admin. Nobody is told again of the week after: that
    the channel is no use was said.
    """
    workspace_id = WorkspaceId(message.workspace_id)
    if message.kind != actions.KIND or dead_letters.was_given_up_before(work.connection, message):
        return
    if notices.told_of(work, workspace_id, actions.MESSAGE, message.id):
        return
    readers = _whom_to_tell(work.connection, workspace_id, message)
    planned = [
        PlannedNotice(
            UNDELIVERED,
            notices.NOW,
            Recipient(reader.id),
            actions.MESSAGE,
            message.id,
            next_working_moment(STANDARD(reader.tz), now),
        )
        for reader in readers
    ]
    notices.add_notices(work, workspace_id, planned, now)


def compose_undelivered(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """One message for each digest that is still given up; what was sent meanwhile is not told."""
    messages: list[Outgoing] = []
    told: set[int] = set()
    for notice in due:
        message = dead_letters.find_message(connection, audience.workspace_id, notice.subject_id)
        if message is None or message.state != "dead":
            continue
        told.add(notice.id)
        obstacle = OBSTACLES.get(message.last_error or "")
        body = views.undelivered_message(message.channel, obstacle, message.error_id or "", audience.say)
        messages.append(Outgoing(UNDELIVERED, f"undelivered:{message.id}:{audience.channel}", audience.channel, body))
    return Composed(tuple(messages), frozenset(told))


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {UNDELIVERED: compose_undelivered}


def _whom_to_tell(connection: Connection, workspace_id: WorkspaceId, message: OutboxMessage) -> list[Member]:
    """Who set the schedule and who posted it by hand, if they are still here, and the first admin: one can mend it."""
    schedule = digests.find_schedule(connection, workspace_id, message.channel)
    wanted = [
        schedule.set_by_id if schedule is not None else None,
        audit.who_did(connection, workspace_id, actions.POSTED_ACT, (actions.MESSAGE, message.id)),
    ]
    members = [people.get_member(connection, workspace_id, each) for each in dict.fromkeys(wanted) if each is not None]
    found = [member for member in members if member.is_active and member.kind == MemberKind.FULL]
    for slack_user_id in people.list_admins(connection, workspace_id, limit=3):
        admin = people.find_member(connection, workspace_id, slack_user_id)
        if admin is not None and all(admin.id != each.id for each in found):
            return [*found, admin]
    return found
