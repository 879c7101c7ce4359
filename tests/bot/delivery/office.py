"""An outbox, its deliverer and a clock that tests move, so that nobody waits for a pause to pass."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from slack_sdk import WebClient

from bot.channels import ChannelDirectory
from bot.clock import Clock
from bot.delivery.deliverer import Deliverer
from bot.delivery.slack_sender import SlackSender
from playground.local_slack import LocalSlack
from storage import outbox, people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.outbox import Outgoing
from storage.tables import OutboxMessage, Workspace
from tests.patience import LONG

#: How long a test waits for sends under way, in seconds.
PATIENCE = 60.0
_keys = count()


class MovedClock(Clock):
    """A clock that stands until a test moves it: a slow machine cannot use up a pause."""

    def __init__(self) -> None:
        super().__init__()
        self._started, self._counted = super().system_now(), super().monotonic()
        self.ahead = 0.0
        self.when_asked: Callable[[], None] = lambda: None

    def system_now(self) -> datetime:
        self.when_asked()
        return self._started + timedelta(seconds=self.ahead)

    def monotonic(self) -> float:
        return self._counted + self.ahead

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.ahead += seconds


@dataclass
class Office:
    """What a test of delivery holds: put messages in, let the deliverer run, see what Slack shows."""

    database: Database
    slack: LocalSlack
    workspace_id: WorkspaceId
    clock: MovedClock
    deliverer: Deliverer

    @classmethod
    def open(cls, database: Database, slack: LocalSlack) -> "Office":
        """An office in a workspace of its own."""
        clock = MovedClock()
        with database.write() as work:
            fresh = Workspace(team_id=slack.team_id, name="Norte", locale="en", tz="UTC", created_at=clock.system_now())
            workspace_id = people.add_workspace(work, fresh)
            work.commit()
        return cls(
            database, slack, workspace_id, clock, Deliverer(database, sender(slack.api_url, slack, clock), clock)
        )

    def put(self, text: str, channel: str = "sales", **more: Any) -> int:  # noqa: ANN401 - fields of Outgoing
        """Enqueue a message as a use case does; its id."""
        body = more.pop("body", {"text": text})
        message = Outgoing("test", f"test:{next(_keys)}", self._place(channel), body, **more)
        with self.database.write() as work:
            outbox_id = outbox.enqueue(work, self.workspace_id, message, self.clock.system_now())
            work.commit()
        assert outbox_id is not None
        return outbox_id

    def put_all(self, texts: Iterable[str], channels: Iterable[str]) -> None:
        """Enqueue each text for each channel, in one transaction."""
        places = [self._place(channel) for channel in channels]
        with self.database.write() as work:
            for text in texts:
                for place in places:
                    message = Outgoing("test", f"test:{next(_keys)}", place, {"text": text})
                    outbox.enqueue(work, self.workspace_id, message, self.clock.system_now())
            work.commit()

    def row(self, outbox_id: int) -> OutboxMessage:
        """The message as it stands in the outbox."""
        with self.database.read() as connection:
            found = outbox.list_messages(connection, state=None, limit=1000)
        return next(message for message in found if message.id == outbox_id)

    def states(self) -> set[str]:
        """The states that messages are in."""
        with self.database.read() as connection:
            return set(outbox.counts(connection))

    def shown(self, channel: str = "sales") -> list[str]:
        """What the app said there, oldest first."""
        return [message.text for message in self.slack.messages(channel) if message.is_app]

    def posts(self, channel: str = "sales") -> int:
        """How often the app tried to post there, refusals included."""
        place = self.slack.conversation(channel).id
        return sum(call.args.get("channel") == place for call in self.slack.calls("chat.postMessage"))

    def _place(self, channel: str) -> str:
        return channel if channel.startswith(("U", "C0")) else self.slack.conversation(channel).id

    def deliver(self) -> int:
        """Send what is due, however long this machine takes; the number of tries."""
        return self.deliverer.run(PATIENCE)

    def pass_on(self, seconds: float) -> None:
        """Let time pass, and deliver what is due then."""
        self.clock.advance(seconds)
        self.deliver()


def sender(api_url: str, slack: LocalSlack, clock: Clock, timeout: int = int(LONG)) -> SlackSender:
    """A sender as the product makes it, for any address; ``timeout`` is in seconds, long unless told."""
    client = WebClient(token=slack.bot_token, base_url=api_url, timeout=timeout, retry_handlers=[])
    return SlackSender(client, ChannelDirectory(client, clock))


def now() -> datetime:
    """The real time."""
    return datetime.now(UTC)
