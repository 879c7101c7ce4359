"""From a shortcut, a reaction or a press to where something was written, and by whom."""

from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId, CallbackId
from commands.openers import Evidence, Heard, Kind
from domain.text import clean
from domain.values import frozen

#: What stands for each kind in the menu of shortcuts.
SHORTCUT_KINDS: Final = {
    CallbackId.LOG_OBJECTION: Kind.OBJECTION,
    CallbackId.LOG_REVIEW: Kind.WIN_LOSS,
    CallbackId.LOG_RATING: Kind.LEAD_RATING,
}
#: Fields that take what somebody wrote: what stands there goes on into the form of another kind.
_TEXTS: Final = (BlockId.QUOTE, BlockId.BUYER_WORDS, BlockId.NOTE)
_MARK: Final = "kind"
_BLOCK_ID: Final = 255


@frozen
class Reacted:
    """A message that ``reactor`` marked with ``emoji``; people and places by their Slack ids."""

    channel: str
    ts: str
    emoji: str
    reactor: str
    author: str | None

    @property
    def value(self) -> str:
        """As a button holds it."""
        return f"{self.channel}:{self.ts}:{self.author or ''}"


def parse_reaction(event: Mapping[str, Any], our_user: str | None) -> Reacted | None:
    """What was marked; nothing for what is no message, or is one of our own: there is nobody's word in it."""
    item = event.get("item")
    if not isinstance(item, Mapping) or item.get("type") != "message":
        return None
    channel, ts, author = item.get("channel"), item.get("ts"), event.get("item_user")
    emoji = str(event.get("reaction") or "").partition("::")[0]  # without the tone of skin
    if not (channel and ts and emoji) or (our_user is not None and author == our_user):
        return None
    return Reacted(str(channel), str(ts), emoji, str(event["user"]), str(author) if author else None)


def said_in(message: Mapping[str, Any]) -> str:
    """What a message says, in Slack's markup. Apps often write in attachments alone: their words count then."""
    text = str(message.get("text") or "")
    if text.strip():
        return text
    parts = (each for each in message.get("attachments") or () if isinstance(each, Mapping))
    return "\n".join(said for part in parts if (said := str(part.get("text") or part.get("fallback") or "")))


def parse_reacted(value: str) -> tuple[str, str, str | None]:
    """Channel, timestamp and author from the offer's button."""
    channel, ts, author = value.split(":", 2)
    return channel, ts, author or None


def packed(heard: Heard) -> str:
    """What the choice of kinds remembers, as the id of its block. A link too long for it is left out."""
    where = heard.evidence
    parts = (_MARK, str(heard.kept_text or ""), where.channel or "", where.author or "", where.link or "")
    made = "|".join(parts)
    return made if len(made) <= _BLOCK_ID else "|".join((*parts[:-1], ""))


def parse_packed(block_id: str) -> tuple[Evidence, int | None]:
    """Where it was written, and the id of the kept text if there is one."""
    _mark, kept, channel, author, link = block_id.split("|", 4)
    return Evidence(channel or None, link or None, author or None), int(kept) if kept else None


def written(values: Mapping[str, Any]) -> str:
    """What stands in the form's field for words, whichever form it is."""
    said = (clean(state_value(values, block) or "").value for block in _TEXTS)
    return next((text for text in said if text), "")
