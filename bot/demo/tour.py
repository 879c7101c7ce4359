"""The guided tour of the demo: six steps through the loop, each done when it really happened."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from commands.i18n import Texts, locale_of
from commands.ids import ActionId
from domain.values import frozen
from domain.weeks import WeeklySlot, latest_moment
from playground.local_slack import LocalSlack
from playground.model import Person
from playground.page_clock import Halt
from playground.tour import TourPlace, TourStep
from storage.database import Database
from storage.ids import WorkspaceId
from storage.milestones import milestones_since

#: Where notes of calls are shared.
NOTES_CHANNEL: Final = "sales"
#: Where the week's digest comes.
REVIEW_CHANNEL: Final = "revenue-review"


@frozen
class Cast:
    """Who plays the tour in one language, by handle, so that the viewer's language stays the same all along."""

    seller: str
    marketer: str


CASTS: Final[Mapping[str, Cast]] = {"en": Cast("tom", "joe"), "es": Cast("ana", "marta")}


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
        self._digest_read = False

    def __call__(self, viewer: Person, /) -> list[TourStep]:
        """All six; a step that was done stays done."""
        locale = locale_of(viewer.locale)
        say, language = self._texts.into(locale), locale.partition("-")[0]
        cast = CASTS[language]
        with self._database.read() as connection:
            seen = milestones_since(connection, self._workspace_id, self._since)
        owner = seen.handed_to or self._slack.person(cast.seller).id
        command = say("demo-tour-hand-over-command")
        told = {"owner": self._slack.person(owner).real_name, "command": command}
        steps: tuple[tuple[str, bool, TourPlace], ...] = (
            ("log", seen.logged, self._notes_of(cast.seller, language)),
            ("hand-over", seen.handed_to is not None, TourPlace(cast.marketer, "handoffs", draft=command)),
            ("clock", seen.reminded, self._in_messages(owner, ActionId.HANDOFF_RETURN)),
            ("return", seen.returned, self._in_messages(owner, ActionId.HANDOFF_RETURN)),
            ("digest", self._read_the_digest(claimed=seen.digest), self._digest_of(cast.seller)),
            ("why", self._asked_why(), self._in_messages(cast.seller, ActionId.HANDOFF_WHY)),
        )
        return [
            TourStep(step, say(f"demo-tour-{step}"), say(f"demo-tour-{step}-text", **told), done, place)
            for step, done, place in steps
        ]

    def _notes_of(self, seller: str, language: str) -> TourPlace:
        root = self._notes[language]
        replies = [
            each.ts for each in self._slack.messages(NOTES_CHANNEL) if each.thread_ts == root and each.ts != root
        ]
        return TourPlace(seller, NOTES_CHANNEL, thread=root, message=replies[0] if replies else "")

    def _in_messages(self, person: str, action: ActionId) -> TourPlace:
        """The newest of Lazo's messages to ``person`` that has this button."""
        dm = self._slack.dm_with_app(person)
        with_button = [each.ts for each in self._slack.messages(dm) if _has_button(each.blocks, action)]
        return TourPlace(person, "@app", message=with_button[-1] if with_button else "")

    def _digest_of(self, person: str) -> TourPlace:
        posted = self._digests()
        return TourPlace(person, REVIEW_CHANNEL, message=posted[-1] if posted else "")

    def _digests(self) -> list[str]:
        """Those that stand in the channel, oldest first: what else Lazo says there has no heading."""
        return [each.ts for each in self._slack.messages(REVIEW_CHANNEL) if _has_heading(each.blocks)]

    def _read_the_digest(self, *, claimed: bool) -> bool:
        """Whether somebody has been where it is since it came."""
        if claimed and self._digests() and not self._digest_read:
            store, place = self._slack.store, self._slack.conversation(REVIEW_CHANNEL)
            humans = [each for each in place.members if each != store.app.id]
            self._digest_read = any(store.unread(each, place.id) == (0, 0) for each in humans)
        return self._digest_read

    def _asked_why(self) -> bool:
        """Whether anybody has asked why a deadline is what it is: a press of the button, which is kept nowhere else."""
        pressed = (action for _kind, payload in [*self._slack.delivery.sent] for action in payload.get("actions") or ())
        return any(action.get("action_id") == ActionId.HANDOFF_WHY for action in pressed)


def _has_button(blocks: list[dict[str, Any]] | None, action: ActionId) -> bool:
    rows = [block.get("elements") or [block.get("accessory") or {}] for block in blocks or []]
    return any(element.get("action_id") == action for row in rows for element in row)


def _has_heading(blocks: list[dict[str, Any]] | None) -> bool:
    return any(block.get("type") == "header" for block in blocks or [])


def digest_halts(slack: LocalSlack, slot: WeeklySlot) -> Callable[[datetime, datetime], Halt | None]:
    """Where the page's clock halts: at the digest's slot, until the digest is there.

    A person in London presses "Monday 09:00" and Madrid's nine o'clock is an hour past: the digest is to come on time.
    """

    def between(now: datetime, goal: datetime) -> Halt | None:
        moment = latest_moment(slot, goal)
        if moment <= now:
            return None

        def posted() -> bool:
            since = moment.timestamp()
            said = slack.messages(REVIEW_CHANNEL)
            return any(_has_heading(each.blocks) and float(each.ts) >= since for each in said)

        return Halt(moment, posted)

    return between
