"""The commands there are: one table for the manifest, `/lazo help`, the documentation and the tests.

What is not in this table does not exist for anybody: a command enters it together with its slice.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from slack_bolt import Ack, BoltContext
from slack_sdk import WebClient

from commands.ids import CallbackId
from domain.values import frozen

#: What a slice gives the house for its command; `/lazo <word> …` calls it with the rest of the text.
CommandListener = Callable[[Ack, Mapping[str, Any], WebClient, BoltContext], None]


@frozen
class CommandSpec:
    """A slash command: its name in English manifests, and in Spanish ones (both without the slash)."""

    name: str
    es: str

    @property
    def slash(self) -> str:
        """As people type it: ``/digest``."""
        return f"/{self.name}"

    @property
    def slash_es(self) -> str:
        """As people type it where the manifest is Spanish: ``/resumen``."""
        return f"/{self.es}"

    def slash_in(self, locale: str) -> str:
        """Its name where the manifest speaks ``locale``."""
        return self.slash if locale == "en" else self.slash_es

    def as_typed(self, typed: str | None, locale: str) -> str:
        """The command for examples to repeat: as the person ``typed`` it, whichever manifest is installed.

        What came through ``/lazo`` (or not from a command at all: ``None``) goes there again, which works everywhere.
        """
        if typed in self.names:
            return str(typed)
        return f"{HOUSE.slash} {self.slash_in(locale)[1:]}"

    @property
    def names(self) -> tuple[str, ...]:
        """Its slash names, each once."""
        return tuple(dict.fromkeys((self.slash, self.slash_es)))

    @property
    def description_key(self) -> str:
        """Text key of what it does, in one sentence."""
        return f"command-{self.name}-description"

    @property
    def usage_key(self) -> str:
        """Text key of what may follow it."""
        return f"command-{self.name}-usage"

    @property
    def help_key(self) -> str:
        """Text key of its lines in `/lazo help`."""
        return f"command-{self.name}-help"


@frozen
class ShortcutSpec:
    """What the menu of a message (``message``) or the composer (``global``) offers. Texts under ``shortcut-<key>``."""

    callback: CallbackId
    kind: Literal["message", "global"]
    key: str

    @property
    def name_key(self) -> str:
        """Text key of its name in Slack's menu, 24 characters at most."""
        return f"shortcut-{self.key}"

    @property
    def description_key(self) -> str:
        """Text key of what it does, in one sentence."""
        return f"shortcut-{self.key}-description"


HOUSE: Final = CommandSpec("lazo", "lazo")
OBJECTION: Final = CommandSpec("objection", "objecion")
WIN_LOSS: Final = CommandSpec("winloss", "cierre")
LEAD_QUALITY: Final = CommandSpec("leadquality", "calidadlead")
DIGEST: Final = CommandSpec("digest", "resumen")
HANDOFF: Final = CommandSpec("handoff", "traspaso")
ACCOUNT: Final = CommandSpec("account", "cuenta")

#: Every command, in the order in which help and the manifest show them.
COMMANDS: Final = (OBJECTION, WIN_LOSS, LEAD_QUALITY, HANDOFF, DIGEST, ACCOUNT, HOUSE)

LOG_MESSAGE: Final = ShortcutSpec(CallbackId.LOG_MESSAGE, "message", "log-message")
HAND_OVER: Final = ShortcutSpec(CallbackId.HAND_OVER, "message", "hand-over")
LOG_OBJECTION: Final = ShortcutSpec(CallbackId.LOG_OBJECTION, "global", "log-objection")
LOG_REVIEW: Final = ShortcutSpec(CallbackId.LOG_REVIEW, "global", "log-review")
LOG_RATING: Final = ShortcutSpec(CallbackId.LOG_RATING, "global", "log-rating")

#: Every shortcut, in the order of the manifest. Slack takes five of each kind.
SHORTCUTS: Final = (LOG_MESSAGE, HAND_OVER, LOG_OBJECTION, LOG_REVIEW, LOG_RATING)
