"""The guided tour of the demo: six steps through the loop, each done when it really happened."""

from datetime import datetime
from typing import Final

from commands.i18n import Texts, locale_of
from commands.ids import ActionId
from playground.local_slack import LocalSlack
from playground.model import Person
from playground.tour import TourPlace, TourStep
from storage.database import Database
from storage.ids import WorkspaceId
from storage.milestones import milestones_since

#: Where the first step's message stands, and who sees it there.
FIRST_READER: Final = "ana"
THREAD_CHANNEL: Final = "sales"
#: Who hands over, and who may ask why.
_MARKETER: Final = "marta"
_OWNER: Final = "ana"
_ASKER: Final = "tom"
_REVIEWER: Final = "carmen"


class GuidedTour:
    """The steps for one viewer, in their language. ``since``: the demo's beginning, business time."""

    def __init__(
        self, slack: LocalSlack, database: Database, workspace_id: WorkspaceId, since: datetime, thread_ts: str
    ) -> None:
        self._slack = slack
        self._database = database
        self._workspace_id = workspace_id
        self._since = since
        self._thread_ts = thread_ts
        self._texts = Texts()

    def __call__(self, viewer: Person, /) -> list[TourStep]:
        """All six; a step that was done stays done."""
        say = self._texts.into(locale_of(viewer.locale))
        with self._database.read() as connection:
            seen = milestones_since(connection, self._workspace_id, self._since)
        owner = seen.handed_to or self._slack.person(_OWNER).id
        name = self._slack.person(owner).real_name
        steps: tuple[tuple[str, bool, TourPlace], ...] = (
            ("log", seen.logged, TourPlace(FIRST_READER, THREAD_CHANNEL, thread=self._thread_ts)),
            ("hand-over", seen.handed_to is not None, TourPlace(_MARKETER, "handoffs")),
            ("clock", seen.reminded, TourPlace(owner, "@app")),
            ("return", seen.returned, TourPlace(owner, "@app")),
            ("digest", seen.digest, TourPlace(_REVIEWER, "revenue-review")),
            ("why", self._asked_why(), TourPlace(_ASKER, "@app")),
        )
        return [
            TourStep(step, say(f"demo-tour-{step}"), say(f"demo-tour-{step}-text", owner=name), done, place)
            for step, done, place in steps
        ]

    def _asked_why(self) -> bool:
        """Whether anybody has asked why a deadline is what it is: a press of the button, which is kept nowhere else."""
        pressed = (action for _kind, payload in [*self._slack.delivery.sent] for action in payload.get("actions") or ())
        return any(action.get("action_id") == ActionId.HANDOFF_WHY for action in pressed)
