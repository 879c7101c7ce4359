"""Notes that say the same in nearly the same words: how many there are, and the newest of them. Pure."""

from collections.abc import Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import CallbackId
from storage.said_before import SaidBefore

#: So many are shown; the title counts them all.
_SHOWN: Final = 10
_NAME: Final = 60
_QUOTE: Final = 300


def said_before_message(say: Say, tz: str, command: str, found: Sequence[SaidBefore]) -> Json:
    """As an answer below the receipt, which stays as it is; ``command`` is `/objection` as it is typed here."""
    return {**blocks.ephemeral(_title(say, command, found), _rows(say, tz, command, found)), "replace_original": False}


def said_before_modal(say: Say, tz: str, command: str, found: Sequence[SaidBefore]) -> Json:
    """Above the receipt in its modal."""
    rows = _rows(say, tz, command, found)
    return blocks.modal(say("objection-before"), CallbackId.OBJECTION_RECEIPT, rows, close=say("done"))


def _title(say: Say, command: str, found: Sequence[SaidBefore]) -> str:
    return say("objection-before-title", count=len(found)) if found else say("objection-before-none", command=command)


def _rows(say: Say, tz: str, command: str, found: Sequence[SaidBefore]) -> list[Json]:
    title = _title(say, command, found)
    rows = [blocks.section(f"*{title}*" if found else title)]
    for each in found[:_SHOWN]:
        account = blocks.escape(blocks.clip(each.account_name or say("objection-no-account"), _NAME))
        head = [f"*{account}*", say.moment(each.logged_at, tz)]
        if each.link:
            head.append(f"<{blocks.escape(each.link)}|{say('objection-origin-link')}>")
        rows += [blocks.section(" · ".join(head)), blocks.quote(each.quote, _QUOTE)]
    if len(found) > _SHOWN:
        rows.append(blocks.context(say("list-and-more", count=len(found) - _SHOWN)))
    return rows
