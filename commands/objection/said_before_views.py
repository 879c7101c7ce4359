"""Notes that say the same in nearly the same words: how many there are, and the newest of them. Pure."""

from collections.abc import Mapping
from typing import Any, Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.form_shape import source_of
from commands.i18n import Say
from commands.ids import CallbackId
from storage.said_before import Repeats

#: So many are shown; the title counts them all.
_SHOWN: Final = 10
_NAME: Final = 60
_QUOTE: Final = 300
_LOST: Final = "said_before_lost"


def said_before_message(say: Say, tz: str, command: str, found: Repeats) -> Json:
    """As an answer below the receipt, which stays as it is; ``command`` is `/objection` as it is typed here."""
    return {**blocks.ephemeral(_title(say, command, found), _rows(say, tz, command, found)), "replace_original": False}


def said_before_modal(say: Say, tz: str, command: str, found: Repeats) -> Json:
    """Above the receipt in its modal."""
    rows = _rows(say, tz, command, found)
    return blocks.modal(say("objection-before"), CallbackId.OBJECTION_RECEIPT, rows, close=say("done"))


def lost_modal(say: Say, receipt: Mapping[str, Any]) -> Json:
    """The receipt's modal as it stands, and that Slack did not open the other above it: nothing else is heard there."""
    rows = [row for row in receipt["blocks"] if row.get("block_id") != _LOST]
    told = blocks.section(say("objection-before-lost", button=say("objection-before")), block_id=_LOST)
    return {**source_of(receipt), "blocks": [*rows, told]}


def _title(say: Say, command: str, found: Repeats) -> str:
    count = len(found.notes)
    if found.or_more:
        return say("objection-before-or-more", count=count, command=command)
    return say("objection-before-title", count=count) if count else say("objection-before-none", command=command)


def _rows(say: Say, tz: str, command: str, found: Repeats) -> list[Json]:
    title = _title(say, command, found)
    rows = [blocks.section(f"*{title}*" if found.notes and not found.or_more else title)]
    for each in found.notes[:_SHOWN]:
        account = blocks.escape(blocks.clip(each.account_name or say("objection-no-account"), _NAME))
        head = [f"*{account}*", say.moment(each.logged_at, tz)]
        if each.link:
            head.append(f"<{blocks.escape(each.link)}|{say('objection-origin-link')}>")
        rows += [blocks.section(" · ".join(head)), blocks.quote(each.quote, _QUOTE)]
    rows += and_more.row(say, len(found.notes) - _SHOWN)
    return rows
