"""The guided tour of the demo: six steps through the loop, each done when it really happened."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from commands.i18n import Texts, locale_of
from commands.ids import ActionId
from domain.values import frozen
from playground.local_slack import LocalSlack
from playground.model import Person
from playground.tour import TourPlace, TourStep
from storage.database import Database
from storage.ids import WorkspaceId
from storage.milestones import milestones_since

#: Where notes of calls are shared.
NOTES_CHANNEL: Final = "sales"


@frozen
class Cast:
    """Who plays the tour in one language, by handle, so that the viewer's language stays the same all along."""

    seller: str
    marketer: str
    reviewer: str


CASTS: Final[Mapping[str, Cast]] = {"en": Cast("tom", "joe", "joe"), "es": Cast("ana", "marta", "carmen")}


class GuidedTour:
    """The steps for one viewer, in their language.

    ``since`` is the demo's beginning, business time; ``notes`` the ``ts`` of the thread with call notes, by language.
    """

    def __init__(
        self,
        slack: LocalSlack,
        database: Database,
        workspace_id: WorkspaceId,
        since: datetime,
        notes: Mapping[str, str],
    ) -> None:
        self._slack = slack
        self._database = database
        self._workspace_id = workspace_id
        self._since = since
        self._notes = notes
        self._texts = Texts()

    def __call__(self, viewer: Person, /) -> list[TourStep]:
        """All six; a step that was done stays done."""
        locale = locale_of(viewer.locale)
        say, language = self._texts.into(locale), locale.partition("-")[0]
        cast = CASTS[language]
        with self._database.read() as connection:
            seen = milestones_since(connection, self._workspace_id, self._since)
        owner = seen.handed_to or self._slack.person(cast.seller).id
        steps: tuple[tuple[str, bool, TourPlace], ...] = (
            ("log", seen.logged, TourPlace(cast.seller, NOTES_CHANNEL, thread=self._notes[language])),
            ("hand-over", seen.handed_to is not None, TourPlace(cast.marketer, "handoffs")),
            ("clock", seen.reminded, TourPlace(owner, "@app")),
            ("return", seen.returned, TourPlace(owner, "@app")),
            ("digest", seen.digest, TourPlace(cast.reviewer, "revenue-review")),
            ("why", self._asked_why(), TourPlace(cast.seller, "@app")),
        )
        name = self._slack.person(owner).real_name
        return [
            TourStep(step, say(f"demo-tour-{step}"), say(f"demo-tour-{step}-text", owner=name), done, place)
            for step, done, place in steps
        ]

    def _asked_why(self) -> bool:
        """Whether anybody has asked why a deadline is what it is: a press of the button, which is kept nowhere else."""
        pressed = (action for _kind, payload in [*self._slack.delivery.sent] for action in payload.get("actions") or ())
        return any(action.get("action_id") == ActionId.HANDOFF_WHY for action in pressed)
