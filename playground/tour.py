"""A guided tour on the page: what its steps are and which are done is said by whoever composes the demo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from playground.people import APP_HANDLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.model import Json, Person
    from playground.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TourPlace:
    """Where a step happens: seen as ``person``, in a channel by name or id, or in the DM with ``@handle`` (``@app``).

    ``tab`` is ``home`` or ``messages``; ``thread`` the ``ts`` of a thread to open there, ``message`` that of a message
    to show (in the thread, if there is one), ``draft`` what then stands in the box, ready to be sent, if it was empty.
    """

    person: str
    conversation: str
    tab: str = "messages"
    thread: str = ""
    message: str = ""
    draft: str = ""


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step: a title, one short text (mrkdwn), whether it is done, and where its button leads."""

    id: str
    title: str
    text: str
    done: bool = False
    go: TourPlace | None = None


class TourProvider(Protocol):
    """The steps for one viewer, in their language. Asked again after changes, in a thread of its own; may be slow."""

    def __call__(self, viewer: Person, /) -> Sequence[TourStep]:
        """All steps in order; none at all hides the tour."""


class TourDesk:
    """The tour as the page is shown it. Who dismisses it does so for all windows: one human plays all parts."""

    def __init__(self, workspace: Workspace, provider: TourProvider | None = None) -> None:
        self._workspace = workspace
        self.provider = provider
        self.dismissed = False

    def shape(self, viewer: Person) -> Json:
        """``{steps, dismissed}`` as in PAGE_API.md; UnknownNameError for a place that does not exist."""
        steps = self.provider(viewer) if self.provider is not None else ()
        return {"steps": [self._step(step) for step in steps], "dismissed": self.dismissed}

    def dismiss(self, *, dismissed: bool) -> None:
        """Put the tour away, or take it out again."""
        self.dismissed = dismissed
        self._workspace.store.tell("tour")

    def _step(self, step: TourStep) -> Json:
        made: Json = {"id": step.id, "title": step.title, "text": step.text, "done": step.done, "go": None}
        if step.go is not None:
            made["go"] = self._place(step.go)
        return made

    def _place(self, place: TourPlace) -> Json:
        store = self._workspace.store
        person = store.person(place.person)
        if place.conversation == APP_HANDLE:
            found = store.direct(person.id, store.app.id)
        elif place.conversation.startswith("@"):
            found = store.direct(person.id, store.person(place.conversation).id)
        else:
            found = store.conversation(place.conversation)
        shown = {"as": person.id, "conversation": found.id, "tab": place.tab}
        more = {"thread": place.thread, "message": place.message, "draft": place.draft}
        return shown | {name: value for name, value in more.items() if value}
