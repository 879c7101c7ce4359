"""Keeping members as Slack knows them: language, zone, guest or not, gone or not."""

from collections.abc import Iterator
from typing import Any

from slack_sdk import WebClient

from bot.clock import Clock
from bot.people import profile_of
from storage import people
from storage.database import Database
from storage.ids import WorkspaceId

_PAGE = 200


def run_members_sync(database: Database, client: WebClient, clock: Clock, workspace_id: WorkspaceId) -> int:
    """Read all users of the workspace and store them page by page; give their number."""
    with database.read() as connection:
        workspace = people.get_workspace(connection, workspace_id)
    seen = 0
    for page in _pages(client):
        with database.write() as work:
            for user in page:
                profile = profile_of(user, workspace.team_id, workspace.locale, workspace.tz)
                people.save_profile(work, workspace_id, profile, clock.system_now())
            work.commit()
        seen += len(page)
    return seen


def _pages(client: WebClient) -> Iterator[list[dict[str, Any]]]:
    cursor: str | None = None
    while True:
        answer = client.users_list(limit=_PAGE, include_locale=True, cursor=cursor)
        yield answer["members"] or []
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return
