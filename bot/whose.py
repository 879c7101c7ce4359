"""Whose token we have, and the row of that workspace."""

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.clock import Clock
from storage import people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.tables import Workspace


def who_we_are(client: WebClient) -> AuthorizeResult:
    """What ``auth.test`` says of our token. Raises SlackApiError."""
    return AuthorizeResult.from_auth_test_response(bot_token=client.token, auth_test_response=client.auth_test())


def ensure_workspace(database: Database, authorized: AuthorizeResult, clock: Clock) -> WorkspaceId:
    """The row of the workspace that our token belongs to, made on the first start.

    It speaks English in UTC until members are read: then as its first admin does (`bot.jobs.welcome`), until somebody
    chooses.
    """
    enterprise_id, team_id = authorized.enterprise_id or "", authorized.team_id or ""
    with database.read() as connection:
        known = people.find_workspace_id(connection, enterprise_id, team_id)
    if known is not None:
        return known
    fresh = Workspace(
        enterprise_id=enterprise_id,
        team_id=team_id,
        name=authorized.team or "",
        created_at=clock.system_now(),
    )
    with database.write() as work:
        workspace_id = people.add_workspace(work, fresh)
        work.commit()
    return workspace_id
