"""Bolt middleware: who is behind this payload, and may they be here at all."""

from dataclasses import replace
from typing import Any, Final

import structlog
from slack_bolt import App, BoltContext, BoltResponse

from bot.channels import ChannelDirectory
from bot.clock import Clock
from bot.errors import EVENT, failed_response, not_taken
from bot.log import new_error_id
from bot.middleware import Next, run_always
from bot.people import PeopleDirectory
from commands.context import ACTOR_KEY, Actor
from commands.i18n import Texts
from domain.taxonomy import MemberKind
from storage import outbox, people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.tables import Member

_KEEP_SECONDS: Final = 30.0
_log = structlog.get_logger(__name__)


class Identification:
    """Puts the `Actor` in the context; guests and outsiders get a sentence and nothing else happens."""

    def __init__(
        self,
        database: Database,
        texts: Texts,
        directory: PeopleDirectory,
        channels: ChannelDirectory,
        clock: Clock,
    ) -> None:
        self._clock = clock
        self._database = database
        self._texts = texts
        self._directory = directory
        self._channels = channels
        self._actors: dict[tuple[str, str, str], tuple[float, Actor]] = {}

    def identify(self, body: dict[str, Any], context: BoltContext, let_through: Next) -> BoltResponse:
        """Let the payload through with its actor, or answer it here."""
        user_id = context.user_id
        if user_id is None:  # an event without a person, such as the app's uninstallation
            return let_through()
        team = (context.enterprise_id or "", context.team_id or "", user_id)
        known = self._actors.get(team)
        if known is None or known[0] < self._clock.monotonic():
            found = self._look_up(team, body, context)
            if isinstance(found, BoltResponse):
                return found
            known = (self._clock.monotonic() + _KEEP_SECONDS, found)
            self._actors[team] = known
        actor = known[1]
        if context.channel_id and self._channels.is_shared(actor.workspace_id, context.channel_id):
            actor = replace(actor, in_shared_channel=True)
        context[ACTOR_KEY] = actor
        return let_through()

    def attach(self, app: App) -> None:
        """Run before every listener of ``app``."""
        run_always(app, self.identify)

    def forget(self, slack_user_id: str) -> None:
        """Look this person up anew when they come next."""
        for team in [team for team in self._actors if team[2] == slack_user_id]:
            self._actors.pop(team, None)

    def _look_up(self, team: tuple[str, str, str], body: dict[str, Any], context: BoltContext) -> Actor | BoltResponse:
        enterprise_id, team_id, user_id = team
        with self._database.read() as connection:
            workspace = people.find_workspace(connection, enterprise_id, team_id)
        if workspace is None or workspace.id is None:
            return self._refuse(body, "en", "error-not-installed", context)
        member = self._directory.find(WorkspaceId(workspace.id), user_id)
        if member is None:
            return self._refuse(body, workspace.locale, "error-unknown-person", context)
        if not _may_enter(member, guests_allowed=workspace.guests_allowed):
            self._answer_in_dm(WorkspaceId(workspace.id), member.locale, body)
            return self._refuse(body, member.locale, "error-outsider", context)
        return Actor(
            WorkspaceId(workspace.id), member.id, member.slack_user_id, member.locale, member.tz, member.is_admin
        )

    def _answer_in_dm(self, workspace_id: WorkspaceId, locale: str, body: dict[str, Any]) -> None:
        """Who writes to the bot and may not enter gets the sentence there: an event has no other answer."""
        event = body.get("event") or {}
        written = event.get("type") == "message" and event.get("subtype") in {None, "file_share"}
        if body.get("type") != EVENT or not written or event.get("channel_type") != "im":
            return
        told = self._texts.into(locale)("error-outsider")
        message = outbox.Outgoing("reply", f"reply:event:{body['event_id']}", str(event["channel"]), {"text": told})
        with self._database.write() as work:
            outbox.enqueue(work, workspace_id, message, self._clock.system_now())
            work.commit()

    def _refuse(self, body: dict[str, Any], locale: str, key: str, context: BoltContext) -> BoltResponse:
        error_id = new_error_id()
        _log.info("refused", reason=key, error_id=error_id)
        if body.get("type") == EVENT and key == "error-unknown-person":
            return not_taken()  # Slack may say who it is when it tells of this again
        say = self._texts.into(locale)
        return failed_response(say, body, say(key, id=error_id), context.client)


def _may_enter(member: Member, *, guests_allowed: bool) -> bool:
    if not member.is_active:
        return False
    return member.kind == MemberKind.FULL or (member.kind == MemberKind.GUEST and guests_allowed)
