"""What the bot may do in a workspace, and why: every scope with the Web API methods that need it, and the events.

Least privilege: a scope stands here only while code calls a method of its row (a test compares the two).
"""

from collections.abc import Mapping
from typing import Final

from domain.values import frozen


@frozen
class EventNeed:
    """An event that Slack is asked to send, the scope without which it does not (if any), and why, in one sentence."""

    event: str
    scope: str | None
    why: str


@frozen
class ScopeNeed:
    """A bot token scope, the Web API methods that need it, and the reason in one sentence for whoever approves it."""

    scope: str
    methods: tuple[str, ...]
    why: str


SCOPES: Final = (
    ScopeNeed("commands", (), "People use slash commands."),
    ScopeNeed(
        "chat:write",
        ("chat.postMessage", "chat.update", "chat.postEphemeral"),
        "Notices and digests are posted, and corrected in place when what they tell changes.",
    ),
    ScopeNeed("im:write", ("conversations.open",), "A notice for one person goes to their DM."),
    ScopeNeed(
        "users:read",
        ("users.info", "users.list", "bots.info"),
        "Each person's language, time zone and kind (member, guest, outsider) decide what they are told, and when.",
    ),
    ScopeNeed("users:read.email", (), "A file of accounts may name their owners by their e-mail addresses."),
    ScopeNeed(
        "channels:read",
        ("conversations.info", "users.conversations"),
        "Before anything is said in a channel: is it shared with another organisation, is the bot in it? "
        "Set-up proposes channels by their names, of those that the bot is in.",
    ),
    ScopeNeed(
        "groups:read",
        ("conversations.info", "users.conversations"),
        "The same for private channels that the bot was invited to.",
    ),
    ScopeNeed(
        "channels:history",
        ("conversations.history", "conversations.replies"),
        "A message that somebody marked to be logged; and whether the bot's own last one arrived, after a failure.",
    ),
    ScopeNeed(
        "groups:history",
        ("conversations.history", "conversations.replies"),
        "The same for private channels that the bot was invited to.",
    ),
    ScopeNeed(
        "im:history", ("conversations.history", "conversations.replies"), "The same for the bot's own DMs with people."
    ),
    ScopeNeed(
        "files:read", ("files.info",), "A CSV file that somebody drops into the bot's DM is read to be imported."
    ),
    ScopeNeed(
        "files:write",
        ("files.getUploadURLExternal", "files.completeUploadExternal"),
        "Rows that could not be imported go back as a file, each with its reason.",
    ),
    ScopeNeed("reactions:read", (), "Somebody marks a message with the workspace's emoji, and is offered to log it."),
    ScopeNeed(
        "metadata.message:read",
        ("conversations.history", "conversations.replies"),
        "The bot knows its message again by the id in its metadata, so that it is not posted twice.",
    ),
)

#: What Slack sends without being asked each time. A listener stands behind each (a test compares the two).
EVENTS: Final = (
    EventNeed("app_home_opened", None, "Home shows what needs this person, as it is when they open it."),
    EventNeed("message.im", "im:history", "Files dropped into the bot's own DM; what is written there gets a hint."),
    EventNeed(
        "reaction_added", "reactions:read", "A message is marked with the workspace's emoji: its reader may log it."
    ),
    EventNeed("team_join", "users:read", "Somebody new is known before their first command."),
    EventNeed(
        "user_change", "users:read", "Who leaves, becomes a guest or an admin, or moves to another zone is so at once."
    ),
)

#: Web API methods that a bot token may call without any scope.
WITHOUT_SCOPE: Final = frozenset(
    {"auth.test", "views.open", "views.push", "views.update", "views.publish", "chat.getPermalink"}
)

#: Scopes of the app-level token. They are no part of a manifest: the token is made by hand.
APP_SCOPES: Final[Mapping[str, str]] = {
    "connections:write": "Socket Mode: the bot calls Slack, so no address of ours is open to the world."
}
