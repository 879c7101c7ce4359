"""The forms of a target list: what is kept, proposed, dropped, objected to, and who owns it. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.named import accounts_menu
from commands.pickers import grouped_multi_select, multi_select, person_select
from commands.targets.parse import Opened
from commands.targets.showing import Line, ShownList
from commands.targets.views import quarter_label, too_long
from domain.target_list import BATCH, REVIEW_MINUTES, Load, Side, room
from storage.targets import Entry

_NAME: Final = 70
_MOST: Final = 50
_REASON: Final = 500


def carry_modal(say: Say, shown: ShownList, stood: Sequence[Entry]) -> Json:
    """What is kept of the quarter before."""
    last = quarter_label(say, shown.quarter.shift(-1))
    load = Load(len(stood), shown.minutes)
    choices = [(str(entry.account_id), blocks.one_line(entry.name, _NAME)) for entry in stood]
    rows = [
        blocks.section(say("targets-carry-intro", quarter=last, count=len(stood))),
        *([blocks.section(f":warning: {too_long(say, load)}")] if load.is_too_long else []),
        blocks.input_block(
            say("targets-carry-not-kept"),
            grouped_multi_select(ActionId.VALUE, [(last, choices)], placeholder=say("targets-carry-none")),
            BlockId.NOT_KEPT,
            optional=True,
        ),
        _why(say, "targets-carry-why", optional=True),
    ]
    return _form(say, shown, "targets-carry-title", CallbackId.TARGETS_CARRY, rows, "targets-carry-ok")


def propose_modal(say: Say, shown: ShownList, tiers: Mapping[int, int]) -> Json:
    """Accounts one by one, or all of a tier."""
    left = room(len(shown.waiting), is_published=shown.published_at is not None)
    if left == 0:
        full = blocks.section(say("targets-propose-full", most=BATCH))
        return blocks.modal(say("targets-propose-title"), CallbackId.TARGETS_PROPOSE, [full], close=say("done"))
    intro = say("targets-propose-intro") if left is None else say("targets-propose-batch", most=BATCH, room=left)
    rows = [
        blocks.section(intro),
        blocks.input_block(
            say("targets-propose-accounts"),
            accounts_menu(say, most=_MOST if left is None else left),
            BlockId.TARGET_ACCOUNTS,
            optional=True,
        ),
    ]
    choices = [
        (str(tier), say("targets-propose-tier", tier=tier, count=count))
        for tier, count in tiers.items()
        if left is None or count <= left
    ]
    if choices:
        menu = multi_select(ActionId.VALUE, choices, most=len(choices))
        rows.append(blocks.input_block(say("targets-propose-tiers"), menu, BlockId.TARGET_TIERS, optional=True))
    return _form(say, shown, "targets-propose-title", CallbackId.TARGETS_PROPOSE, rows, "targets-propose-ok")


def drop_modal(say: Say, shown: ShownList) -> Json:
    """What is taken off, and why."""
    groups = [
        (say(key, count=len(lines)).replace("*", ""), [_choice(line) for line in lines])
        for key, lines in (("targets-on", shown.on), ("targets-waiting", shown.waiting))
        if lines
    ]
    rows = [
        blocks.input_block(
            say("targets-drop-which"), grouped_multi_select(ActionId.VALUE, groups), BlockId.TARGET_ACCOUNTS
        ),
        _why(say, "targets-drop-why"),
        blocks.context(say("targets-drop-means")),
    ]
    return _form(say, shown, "targets-drop-title", CallbackId.TARGETS_DROP, rows, "targets-drop-ok")


def object_modal(say: Say, shown: ShownList) -> Json:
    """Why an owner does not agree."""
    rows = [_why(say, "targets-object-why"), blocks.context(say("targets-object-means"))]
    return _form(say, shown, "targets-object-title", CallbackId.TARGETS_OBJECT, rows, "targets-object-ok")


def owners_modal(say: Say, shown: ShownList) -> Json:
    """Who owns the list, and how long an account takes."""
    rows: list[Json] = [blocks.section(say("targets-owners-intro"))]
    for side, block in ((Side.SALES, BlockId.SALES_OWNER), (Side.MARKETING, BlockId.MARKETING_OWNER)):
        owner = shown.owners.get(side)
        menu = person_select(ActionId.VALUE, owner.slack_user_id if owner is not None and owner.is_here else None)
        rows.append(blocks.input_block(say(f"targets-owner-{side.value}"), menu, block, optional=True))
    rows.append(
        blocks.input_block(
            say("targets-minutes"),
            blocks.text_input(ActionId.VALUE, value=str(shown.minutes), max_length=2),
            BlockId.REVIEW_MINUTES,
            hint=say("targets-minutes-hint", most=REVIEW_MINUTES, fitting=shown.load.fitting, minutes=shown.minutes),
        )
    )
    return _form(say, shown, "targets-owners-title", CallbackId.TARGETS_OWNERS, rows, "save")


def _why(say: Say, label: str, *, optional: bool = False) -> Json:
    field = blocks.text_input(ActionId.VALUE, multiline=True, max_length=_REASON)
    return blocks.input_block(say(label), field, BlockId.REASON, optional=optional)


def _choice(line: Line) -> tuple[str, str]:
    return str(line.account_id), blocks.one_line(line.name, _NAME)


def _form(say: Say, shown: ShownList, title: str, callback: CallbackId, rows: Sequence[Json], submit: str) -> Json:
    opened = Opened(shown.quarter, shown.version)
    return blocks.modal(
        say(title), callback, rows, submit=say(submit), close=say("cancel"), private_metadata=opened.packed()
    )
