"""What a list's owners are told, checked at the moment it leaves: who agreed meanwhile is asked no more."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.targets import notice_views
from commands.targets.showing import objection_of
from commands.targets.telling import ASKED, DROPPED, KINDS, OBJECTED, SUBJECT
from commands.telling import Audience, Composed, Composer
from domain.target_list import Quarter
from storage import targets
from storage.outbox import Outgoing
from storage.tables import Notice, TargetList


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return dict.fromkeys(KINDS, compose)


def compose(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """A message for each list: what it asks for comes first, then what became of it."""
    messages: list[Outgoing] = []
    told: set[int] = set()
    for list_id in dict.fromkeys(notice.subject_id for notice in due):
        mine = [notice for notice in due if notice.subject_id == list_id]
        found = targets.get_list(connection, audience.workspace_id, list_id)
        quarter = Quarter.read(found.quarter)
        entries = targets.entries(connection, audience.workspace_id, list_id)
        waiting = [entry.name for entry in entries if entry.on_at is None]
        on = len(entries) - len(waiting)
        lines: list[notice_views.Line] = []
        for notice in mine:
            line = _line(connection, audience, found, notice, waiting, on)
            if line is not None and line not in lines:
                lines.append(line)
            if line is not None:
                told.add(notice.id)
        if lines and quarter is not None:
            body = notice_views.message(audience.say, quarter, lines)
            messages.append(
                Outgoing(SUBJECT, f"targets:{audience.channel}:{min(told)}:{list_id}", audience.channel, body)
            )
    return Composed(tuple(messages), frozenset(told))


def _line(
    connection: Connection,
    audience: Audience,
    target: TargetList,
    notice: Notice,
    waiting: Sequence[str],
    on: int,
) -> notice_views.Line | None:
    """What is still true of a notice; nothing when nothing is."""
    agreed = {
        target.sales_owner_id: target.sales_agreed_at,
        target.marketing_owner_id: target.marketing_agreed_at,
    }
    if notice.member_id not in agreed:
        return None  # the list is somebody else's by now
    if notice.kind == ASKED:
        is_asked = bool(waiting) and agreed[notice.member_id] is None
        return notice_views.Asked(tuple(waiting)) if is_asked else None
    if notice.kind == OBJECTED:
        said = objection_of(connection, target) if waiting else None
        return notice_views.Objected(said.slack_user_id, said.reason) if said is not None else None
    if notice.kind == DROPPED:
        gone = [
            each
            for each in targets.dropped(connection, audience.workspace_id, target.id)
            if each.was_on and each.at >= notice.created_at
        ]
        return notice_views.Dropped(tuple((each.name, each.reason or "") for each in gone)) if gone else None
    return notice_views.Published(on) if target.published_at is not None and on else None
