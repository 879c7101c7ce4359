"""Who a Slack user is: from our rows, or once from Slack when we have never met them."""

from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.clock import Clock
from commands import budget
from commands.i18n import locale_of
from domain.taxonomy import MemberKind
from storage import people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.people import Profile
from storage.tables import Member

#: Looking somebody up inside a request must leave room in Slack's three seconds.
LOOKUP_SECONDS: Final = 1

_log = structlog.get_logger(__name__)


class PeopleDirectory:
    """Finds members; an unknown one is asked of Slack with a short limit, outside any transaction, and kept."""

    def __init__(self, database: Database, client: WebClient, clock: Clock) -> None:
        self._database = database
        self._client = client
        self._clock = clock

    def find(self, workspace_id: WorkspaceId, slack_user_id: str) -> Member | None:
        """The member behind a Slack user id; nothing when neither we nor Slack can say."""
        with self._database.read() as connection:
            known = people.find_member(connection, workspace_id, slack_user_id)
            if known is not None:
                return known
            workspace = people.get_workspace(connection, workspace_id)
        asked_at = self._clock.system_now()
        said = self.ask(slack_user_id)
        if said is None:
            return None
        profile = profile_of(said, workspace.team_id, workspace.locale, workspace.tz)
        with self._database.write() as work:
            people.save_profile(work, workspace_id, profile, asked_at)
            work.commit()
        with self._database.read() as connection:
            return people.find_member(connection, workspace_id, slack_user_id)

    def ask(self, slack_user_id: str) -> dict[str, Any] | None:
        """What Slack says of a user just now; nothing when it does not answer in time, or knows nobody."""
        try:
            with budget.keeping(budget.FOR_WRITING):
                answer = self._client.users_info(user=slack_user_id, include_locale=True)
        except (SlackClientError, OSError) as error:
            _log.warning("person_not_found", user=slack_user_id, reason=str(error))
            return None
        said = answer["user"] or {}
        return dict(said) if said.get("id") else None


def profile_of(user: dict[str, Any], team_id: str, default_locale: str, default_tz: str) -> Profile:
    """Read one user of ``users.info`` or ``users.list``. Somebody of another team is external."""
    profile = user.get("profile") or {}
    if user.get("is_bot"):
        kind = MemberKind.BOT
    elif user.get("is_stranger") or (user.get("team_id") or team_id) != team_id:
        kind = MemberKind.EXTERNAL
    elif user.get("is_restricted") or user.get("is_ultra_restricted"):
        kind = MemberKind.GUEST
    else:
        kind = MemberKind.FULL
    return Profile(
        slack_user_id=user["id"],
        display_name=profile.get("display_name") or user.get("real_name") or user.get("name") or user["id"],
        locale=locale_of(user.get("locale"), default_locale),
        tz=zone_of(user.get("tz"), default_tz),
        kind=kind.value,
        is_admin=bool(user.get("is_admin") or user.get("is_owner")),
        is_active=not user.get("deleted", False),
        email=str(profile.get("email") or "").strip().lower() or None,
    )


def zone_of(said: str | None, default: str) -> str:
    """The IANA zone that Slack names; ``default`` when it names none, or one that this machine's tables lack."""
    if not said:
        return default
    try:
        ZoneInfo(said)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        _log.warning("zone_unknown", zone=said)
        return default
    return said
