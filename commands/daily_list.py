"""One list a person a day: what several slices have to say, in one message. Pure: messages in, one out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from storage.outbox import Outgoing

KIND: Final = "daily_list"
#: The title, the line that tells of what comes with the next list.
_OWN_BLOCKS: Final = 2


def key_of(lane: str, channel: str, day: date) -> str:
    """What makes it one list a day of each ``lane``: the reader, and the day as they live it."""
    return f"{lane}:{channel}:{day.isoformat()}"


def fits(messages: Sequence[Outgoing]) -> bool:
    """Whether Slack takes all of it in one message."""
    if len(messages) <= 1:
        return True
    joined = [block for message in messages for block in _blocks(message)]
    dividers = len(messages)
    if len(joined) + dividers + _OWN_BLOCKS > blocks.MESSAGE_BLOCKS or _tables(joined) > 1:
        return False
    return sum(map(len, _texts(joined))) <= blocks.MESSAGE_BLOCKS_TEXT


def daily_list(say: Say, channel: str, key: str, messages: Sequence[Outgoing], *, later: int) -> Outgoing:
    """The day's list (`key_of`); ``later`` things come with the next. One message alone stays as its slice made it."""
    if len(messages) == 1 and not later:
        (alone,) = messages
        return Outgoing(alone.kind, key, channel, alone.body, alone.fallback, subject=alone.subject)
    title = say("daily-list-title", day=say.long_day(date.fromisoformat(key.rpartition(":")[2])))
    rows = [blocks.section(f"*{title}*")]
    for message in messages:
        rows += [blocks.divider(), *_blocks(message)]
    if later:
        rows.append(blocks.context(say("daily-list-later", count=later)))
    for place, row in enumerate(rows):
        if row["type"] == "actions":
            # Not a message about one thing any more: what is pressed is answered beside it, and replaces nothing.
            rows[place] = {**row, "block_id": f"list:{place}"}
    told = " · ".join(str(message.body["text"]) for message in messages)
    return Outgoing(KIND, key, channel, blocks.message(f"{title}: {told}", rows))


def _blocks(message: Outgoing) -> list[Json]:
    made = message.body.get("blocks")
    return list(made) if made else [blocks.section(str(message.body["text"]))]


def _tables(rows: Sequence[Json]) -> int:
    return sum(row["type"] == "table" for row in rows)


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)
    elif isinstance(node, list):
        for each in node:
            yield from _texts(each)
