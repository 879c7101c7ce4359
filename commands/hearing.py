"""Who in marketing hears of what sales logged about an account: asked of the rows, decided by `domain.telling`."""

from datetime import datetime

from sqlalchemy import Connection

from domain.taxonomy import Ask
from domain.telling import Owner, Told, tell_marketing
from storage import accounts, calendars, people, roles, time_off
from storage.ids import WorkspaceId


def plan_telling(
    connection: Connection, workspace_id: WorkspaceId, account_id: int | None, ask: Ask, author_id: int, now: datetime
) -> Told | None:
    """Whom something about an account is to be told to, and when; nobody when nobody is set or they wrote it."""
    owner = None
    if account_id is not None:
        found = accounts.marketing_owner(connection, workspace_id, account_id)
        owner = None if found is None else owner_here(connection, workspace_id, found[0], found[2], author_id, now)[0]
    channel, _tz = people.marketing_channel(connection, workspace_id)
    company = calendars.company_calendar(connection, workspace_id)
    return tell_marketing(ask, owner, channel, company, author_id, now)


def owner_here(
    connection: Connection, workspace_id: WorkspaceId, owner_id: int, daily_at: int, author_id: int, now: datetime
) -> tuple[Owner, str | None]:
    """Whom to tell in place of the owner: their backup (with the Slack id) while only the owner is away."""
    owner = Owner(owner_id, calendars.calendar_of(connection, workspace_id, owner_id), daily_at)
    backup = roles.backup_of(connection, workspace_id, owner_id)
    if backup is None or backup[0] == author_id or author_id == owner_id:
        return owner, None
    away = time_off.away_until(connection, workspace_id, {owner_id, backup[0]}, now)
    if owner_id not in away or backup[0] in away:
        return owner, None
    return Owner(backup[0], calendars.calendar_of(connection, workspace_id, backup[0]), backup[2]), backup[1]
