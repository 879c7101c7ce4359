"""What Slack tells of people as it happens: who joins, leaves, becomes a guest or an admin, moves, changes language."""

from collections.abc import Callable
from typing import Any, Final

import structlog
from slack_bolt import App, BoltContext, BoltResponse

from bot.clock import Clock
from bot.middleware import Next, run_always
from bot.people import PeopleDirectory, profile_of
from bot.scopes import EVENTS
from storage import people, timers
from storage.database import Database
from storage.ids import WorkspaceId

#: An event that comes later than this after its moment was sent before, or held up: Slack may know better by now.
_FRESH_SECONDS: Final = 30.0
#: The events that this module listens to.
ABOUT_PEOPLE: Final = frozenset({"team_join", "user_change"}) & {need.event for need in EVENTS}

_log = structlog.get_logger(__name__)


class Membership:
    """Keeps members as Slack says they are. ``changed`` is told the Slack user id of whoever is not the same any more.

    Middleware, and before the one that asks who is there: the person whom such an event is about did not ask for
    anything, and may just have lost the right to.
    """

    def __init__(
        self, database: Database, directory: PeopleDirectory, clock: Clock, changed: Callable[[str], None]
    ) -> None:
        self._database = database
        self._directory = directory
        self._clock = clock
        self._changed = changed

    def attach(self, app: App) -> None:
        """Run before every listener of ``app``."""
        run_always(app, self.on_request)

    def on_request(self, body: dict[str, Any], context: BoltContext, let_through: Next) -> BoltResponse:
        """Answer an event about somebody here; let everything else through."""
        event = body.get("event") or {}
        user = event.get("user")
        if event.get("type") not in ABOUT_PEOPLE or not isinstance(user, dict) or not user.get("id"):
            return let_through()
        with self._database.read() as connection:
            workspace = people.find_workspace(connection, context.enterprise_id or "", context.team_id or "")
        if workspace is None or workspace.id is None:
            _log.info("person_of_unknown_workspace", team=context.team_id)
        else:
            self._learn(WorkspaceId(workspace.id), user, float(body.get("event_time") or 0))
        return BoltResponse(status=200, body="")

    def _learn(self, workspace_id: WorkspaceId, user: dict[str, Any], event_time: float) -> None:
        now = self._clock.system_now()
        old_news = abs(now.timestamp() - event_time) > _FRESH_SECONDS
        # When Slack cannot say how it is now, what it said then is better than nothing.
        said = (self._directory.ask(user["id"]) if old_news else None) or user
        with self._database.read() as connection:
            workspace = people.get_workspace(connection, workspace_id)
            known = people.find_member(connection, workspace_id, user["id"])
        # Not every event names language and zone: then those we know stay.
        defaults = (workspace.locale, workspace.tz) if known is None else (known.locale, known.tz)
        profile = profile_of(said, workspace.team_id, *defaults)
        # People change their status all day long: only what we keep is worth a write.
        if known is not None and people.profile_in(known) == profile:
            return
        with self._database.write() as work:
            people.save_profile(work, workspace_id, profile, now)
            if known is not None and known.tz != profile.tz:
                timers.recompute_for(work, workspace_id, {known.id}, self._clock.business_now(), "zone")
            work.commit()
        self._changed(user["id"])
        _log.info("person_changed", user=user["id"], member_kind=profile.kind, active=profile.is_active)
