"""What the local Slack remembers: people, conversations, messages, views."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import datetime

Json = dict[str, Any]
ConversationKind = Literal["channel", "im"]


class UnknownNameError(LookupError):
    """A test or the page named a person, place or message that is not there."""


@dataclass(slots=True)
class Person:
    """A member, guest, outsider or bot user; ``team_id`` tells outsiders from the home team."""

    id: str
    name: str
    real_name: str
    title: str = ""
    locale: str = "en-US"
    tz: str = "Europe/London"
    department: str | None = None
    team_id: str = ""
    color: str = "4a154b"
    email: str = ""
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_bot: bool = False
    deleted: bool = False

    def tz_offset(self, at: datetime) -> int:
        """Seconds east of UTC at an aware moment."""
        delta = at.astimezone(ZoneInfo(self.tz)).utcoffset()
        return int(delta.total_seconds()) if delta else 0


@dataclass(slots=True)
class Conversation:
    """A channel or a direct message; ``members`` holds user ids."""

    id: str
    name: str
    kind: ConversationKind = "channel"
    members: list[str] = field(default_factory=list)
    topic: str = ""
    is_private: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    created: int = 1_700_000_000

    @property
    def scope_kind(self) -> str:
        """How scopes name this kind: ``channels``, ``groups`` or ``im``."""
        if self.kind == "im":
            return "im"
        return "groups" if self.is_private else "channels"

    def other(self, viewer: str) -> str:
        """The other end of a direct message."""
        return next((member for member in self.members if member != viewer), viewer)


@dataclass(slots=True)
class Message:
    """One message; ``ephemeral_to`` names the only person who sees it."""

    ts: str
    conversation: str
    user: str
    text: str
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    is_app: bool = False
    thread_ts: str | None = None
    edited_ts: str | None = None
    metadata: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    ephemeral_to: str | None = None
    files: list[Json] = field(default_factory=list)
    subtype: str | None = None
    deleted: bool = False
    pings: tuple[str, ...] = ()
    replies: list[str] = field(default_factory=list)
    client_msg_id: str | None = None
    broadcast: bool = False


@dataclass(slots=True)
class View:
    """A modal or a Home tab, as the app sent it, with Slack's own bookkeeping."""

    id: str
    user: str
    source: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    external_id: str = ""
    state: dict[str, dict[str, Json]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """``modal`` or ``home``."""
        return str(self.source.get("type", "modal"))

    @property
    def blocks(self) -> list[Json]:
        """The view's blocks."""
        blocks: list[Json] = self.source.get("blocks", [])
        return blocks


@dataclass(slots=True, frozen=True)
class ApiCall:
    """One recorded Web API call; ``at`` is real time, ``response`` None when it was dropped."""

    method: str
    args: Json
    at: datetime
    response: Json | None
    ok: bool
    error: str | None
    status: int = 200
