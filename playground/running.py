"""A running local Slack: its life, and who is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from playground.events import Events
from playground.interactions import Interactions
from playground.model import Conversation, Person, UnknownNameError
from playground.observed import Observed
from playground.page_api import page_routes
from playground.page_clock import PageClock
from playground.people import channel
from playground.server import ServerThread, SlackDoors, loopback_socket
from playground.tour import TourDesk
from playground.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from types import TracebackType

    from playground.page_clock import HaltProvider
    from playground.tour import TourProvider


Kept = TypeVar("Kept")


class Running(Observed):
    """A local Slack that runs: starting and stopping it, and its cast."""

    def __init__(self, workspace: Workspace, port: int, host: str, *, timed_retries: bool) -> None:
        listener = loopback_socket(host, port)
        bound = listener.getsockname()
        name = f"[{bound[0]}]" if ":" in bound[0] else bound[0]
        workspace.base_url = f"http://{name}:{bound[1]}"
        super().__init__(workspace)
        self._events = Events(workspace, timed_retries=timed_retries)
        self._acts = Interactions(workspace)
        workspace.store.listen(self._events.follow)
        self._tour = TourDesk(workspace)
        self._page_clock = PageClock(workspace)
        routes = page_routes(workspace, self._acts, self._events, self._tour, self._page_clock)
        self._server = ServerThread(SlackDoors(workspace, routes), listener)

    @classmethod
    def start(
        cls,
        manifest: Mapping[str, object],
        port: int = 0,
        people: Iterable[Person] | None = None,
        conversations: Iterable[Conversation] | None = None,
        clock_file: Path | None = None,
        *,
        host: str = "127.0.0.1",
        timed_retries: bool = False,
        tour: TourProvider | None = None,
    ) -> Self:
        """Start one on loopback (``port`` 0: any free one); ValueError for another address.

        ``timed_retries`` sends unacknowledged events again by the clock on the wall (at once,
        after 1 and after 5 minutes); without it :meth:`redeliver` does. ``tour`` says the steps of the page's tour.
        """
        workspace = Workspace(manifest, people, conversations, clock_file)
        slack = cls(workspace, port, host, timed_retries=timed_retries)
        slack._tour.provider = tour
        slack._server.start()
        return slack

    def stop(self) -> None:
        """Stop listening; connections are closed."""
        self._server.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def use_tour(self, provider: TourProvider | None) -> None:
        """Show the tour whose steps ``provider`` says, or none."""
        self._tour.provider = provider
        self.store.tell("tour")

    def use_halts(self, provider: HaltProvider | None) -> None:
        """Where the page's clock halts on its way, so that what is due there happens on time."""
        self._page_clock.halts = provider

    def tag_commands(self, languages: Mapping[str, str]) -> None:
        """Say which language each command is in: the page offers those of the reader's own first."""
        self._workspace.languages.update(languages)

    # -- the cast ----------------------------------------------------------------------------

    def add_channel(
        self,
        name: str,
        members: Iterable[str] = (),
        *,
        is_private: bool = False,
        is_ext_shared: bool = False,
        with_app: bool = True,
        is_archived: bool = False,
    ) -> Conversation:
        """A new channel; ``with_app`` invites the app."""
        made = channel(name, list(members), is_private=is_private, is_ext_shared=is_ext_shared, with_app=with_app)
        made.is_archived = is_archived
        return self._do(lambda: self.store.add_conversation(made))

    def add_person(self, person: Person) -> Person:
        """A person who joins."""

        def join() -> Person:
            self.store.add_person(person)
            self._events.user_event("team_join", person)
            return person

        return self._do(join)

    def change_person(self, user: str, **fields: object) -> Person:
        """Change what a profile says (``tz``, ``locale``, ``deleted``…); the app gets ``user_change``."""
        person = self.person(user)

        def change() -> Person:
            for key, value in fields.items():
                if not hasattr(person, key):
                    raise UnknownNameError(f"a person has no {key!r}")
                setattr(person, key, value)
            self._events.user_event("user_change", person)
            return person

        return self._do(change)

    # -- inside ------------------------------------------------------------------------------

    def _do(self, work: Callable[[], Kept]) -> Kept:
        async def run() -> Kept:
            return work()

        return self._server.call(run())
