"""Keeping members as Slack knows them: language, zone, guest or not, gone or not."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from bot.delivery.outcomes import AskedToWait, of_error
from bot.people import profile_of
from storage import people
from storage.database import Database
from storage.ids import WorkspaceId

_PAGE: Final = 200
#: Slack allows 20 such pages a minute and says when the next may come: more refusals than this are something else.
_MOST_REFUSALS: Final = 10

#: Waits so many seconds; True as soon as the process is stopping.
Pause = Callable[[float], bool]


def run_members_sync(
    database: Database, client: WebClient, clock: Clock, workspace_id: WorkspaceId, pause: Pause
) -> int:
    """Read all users of the workspace and store them page by page; give their number.

    Told to wait (429), it waits as long as Slack says and goes on with the same page. ``pause`` waits so many seconds
    and tells whether the process is stopping: then the next start reads them anew.
    """
    with database.read() as connection:
        workspace = people.get_workspace(connection, workspace_id)
    seen = 0
    for asked_at, page in _pages(client, clock, pause):
        with database.write() as work:
            for user in page:
                profile = profile_of(user, workspace.team_id, workspace.locale, workspace.tz)
                people.save_profile(work, workspace_id, profile, asked_at)
            work.commit()
        seen += len(page)
    return seen


def _pages(client: WebClient, clock: Clock, pause: Pause) -> Iterator[tuple[datetime, list[dict[str, Any]]]]:
    cursor: str | None = None
    refusals = 0
    while True:
        asked_at = clock.system_now()
        try:
            answer = client.users_list(limit=_PAGE, include_locale=True, cursor=cursor)
        except SlackApiError as error:
            outcome = of_error(error)
            refusals += 1
            if not isinstance(outcome, AskedToWait) or refusals > _MOST_REFUSALS:
                raise
            if pause(outcome.pause.total_seconds()):
                return
            continue
        refusals = 0
        yield asked_at, answer["members"] or []
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return
