"""Everything the local Slack is made of, in one place that its doors share."""

from __future__ import annotations

import secrets
from collections import deque
from itertools import combinations
from typing import TYPE_CHECKING

from playground.clock import DemoClock
from playground.delivery import Delivery
from playground.faults import Faults, Limiter
from playground.files import Files
from playground.ids import stable_id
from playground.manifest import Manifest
from playground.model import ApiCall, Conversation, Person
from playground.people import TEAM_DOMAIN, TEAM_ID, TEAM_NAME, default_conversations, default_people
from playground.store import Store
from playground.triggers import ResponseUrls, Triggers
from playground.views import Views

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

CALLS_KEPT = 200_000
SMALL_TEAM = 12


class Workspace:
    """One team with one app installed in it."""

    def __init__(
        self,
        manifest: Mapping[str, object],
        people: Iterable[Person] | None = None,
        conversations: Iterable[Conversation] | None = None,
        clock_file: Path | None = None,
    ) -> None:
        self.manifest = Manifest.parse(manifest)
        #: New with each start: a page that finds another one after a lost line begins anew, too.
        self.world = secrets.token_hex(8)
        self.team_id = TEAM_ID
        self.team_name = TEAM_NAME
        self.team_domain = TEAM_DOMAIN
        self.app_id = stable_id("A", self.manifest.name)
        self.bot_id = stable_id("B", self.manifest.name)
        self.base_url = ""
        self.bot_token = f"xoxb-{secrets.randbelow(10**12)}-{secrets.randbelow(10**12)}-{secrets.token_hex(12)}"
        self.app_token = f"xapp-1-{self.app_id}-{secrets.randbelow(10**12)}-{secrets.token_hex(24)}"
        self.signing_secret = secrets.token_hex(16)
        self.verification_token = secrets.token_hex(12)
        self.clock = DemoClock(clock_file)
        app_user = Person(
            id=stable_id("U", "app:" + self.manifest.name),
            name=self.manifest.bot_name.lower(),
            real_name=self.manifest.bot_name,
            team_id=TEAM_ID,
            is_bot=True,
            color="1d1c1d",
        )
        self.store = Store(
            self.clock,
            app_user,
            default_people() if people is None else people,
            default_conversations() if conversations is None else conversations,
        )
        self._introduce()
        self.triggers = Triggers()
        self.response_urls = ResponseUrls()
        self.views = Views()
        self.files = Files()
        self.faults = Faults()
        self.limiter = Limiter()
        self.calls: deque[ApiCall] = deque(maxlen=CALLS_KEPT)
        # A workspace in a phased rollout refuses data_visualization with invalid_blocks.
        self.charts_allowed = True
        # Which language a command's name is in, where the manifest has it in several.
        self.languages: dict[str, str] = {}
        self.delivery = Delivery(self.signing_secret, self._bot_changed)

    def _introduce(self) -> None:
        """Give a small team's members their DMs with one another, for the page's sidebar."""
        home = [each.id for each in self.store.people.values() if each.team_id == TEAM_ID and not each.is_bot]
        if len(home) <= SMALL_TEAM:
            for one, other in combinations(home, 2):
                self.store.direct(one, other)

    @property
    def bot_user(self) -> Person:
        """The app's bot user."""
        return self.store.app

    def record(self, call: ApiCall) -> None:
        """Keep a Web API call for tests to look at."""
        self.calls.append(call)
        self.store.tell("call", call=call)

    def bury(self, file_id: str) -> None:
        """Delete a file: whatever showed it shows its gravestone, and the app hears of it."""
        file = self.files.delete(file_id)
        for place in file.shared_in:
            for message in self.store.messages(place):
                if any(each["id"] == file_id for each in message.files):
                    message.files = [
                        file.as_json(self.base_url, 0) if each["id"] == file_id else each for each in message.files
                    ]
                    self.store.edited(message)
        self.store.tell("file_deleted", file=file)

    def _bot_changed(self) -> None:
        self.store.tell("bot", connected=self.delivery.connected, mode=self.delivery.mode)
