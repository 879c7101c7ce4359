"""What marketing is told of accounts that stand elsewhere now, checked at the moment it leaves."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.progress import notice_views
from commands.progress.notice_views import MovedAccount
from commands.progress.telling import TELL
from commands.telling import Audience, Composed, Composer
from domain.stages import account_changes
from storage import accounts, notices, stages
from storage.outbox import Outgoing
from storage.stage_history import changes_of_accounts
from storage.tables import Notice


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {TELL: compose_moved}


def compose_moved(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """All accounts as lists, a line each, where they stand now. One that closed meanwhile asks for no support."""
    # All in one question each: the writer waits meanwhile.
    ids = {notice.subject_id for notice in due}
    process = stages.process_of(connection, audience.workspace_id)
    names = accounts.names_by_id(connection, audience.workspace_id, ids)
    movers = stages.who_moved(connection, audience.workspace_id, ids)
    found = changes_of_accounts(connection, audience.workspace_id, ids)
    asked = {notice.subject_id for notice in due if notice.lane == notices.NOW}
    moved: dict[int, MovedAccount] = {}
    for account_id in dict.fromkeys(notice.subject_id for notice in due):
        changes = account_changes(found[account_id], process.for_review)
        stage = process.find(changes[-1].stage) if changes else None
        if stage is None or account_id not in names:
            continue
        before = changes[-2].stage if len(changes) > 1 else None
        name, mover = names[account_id], movers.get(account_id)
        moved[account_id] = MovedAccount(account_id, name, before, stage, mover, is_asked=account_id in asked)
    told = frozenset(notice.id for notice in due if notice.subject_id in moved)
    lines = list(moved.values())
    parts = [lines[start : start + notice_views.LISTED] for start in range(0, len(lines), notice_views.LISTED)]
    return Composed(
        tuple(
            Outgoing(
                TELL,
                f"stages:{audience.channel}:{min(told)}:{place}",
                audience.channel,
                notice_views.moved_list(audience.say, part, process.names),
            )
            for place, part in enumerate(parts)
        ),
        told,
    )
