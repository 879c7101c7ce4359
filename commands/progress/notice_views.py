"""What a marketer reads of accounts that stand elsewhere now: with what they can do there. Pure: rows to Block Kit."""

from collections.abc import Mapping, Sequence
from typing import Final

from commands import blocks
from commands.account_buttons import review_buttons
from commands.blocks import Json
from commands.i18n import Say
from commands.labels import stage_label, support_label
from domain.stages import SalesStage
from domain.values import frozen

#: So many accounts fit a message with the longest of names and supports.
LISTED: Final = 12
_NAME: Final = 60


@frozen
class MovedAccount:
    """An account in its ``stage``, after ``before`` (a code); ``mover`` is a Slack user id, absent for a file.

    ``is_asked``: whoever moved it wants the support of the stage now.
    """

    account_id: int
    name: str
    before: str | None
    stage: SalesStage
    mover: str | None
    is_asked: bool


def moved_list(say: Say, moved: Sequence[MovedAccount], names: Mapping[str, str]) -> Json:
    """Accounts that came into a stage, at most `LISTED`; ``names`` are the stages' own names."""
    is_asked = any(each.is_asked for each in moved)
    title = say("progress-told-asked" if is_asked else "progress-told", count=len(moved))
    heading = blocks.section(f"*{title}*")
    if len(moved) == 1:
        line = blocks.section(_line(say, moved[0], names))
        return blocks.message(title, [heading, line, review_buttons(say, moved[0].account_id)])
    lines = [blocks.section(f"• {_line(say, each, names)}") for each in moved]
    return blocks.message(title, [heading, *lines, blocks.context(say("progress-told-next"))])


def _line(say: Say, moved: MovedAccount, names: Mapping[str, str]) -> str:
    stage = blocks.escape(stage_label(say, moved.stage.code, names))
    account = blocks.escape(blocks.one_line(moved.name, _NAME))
    if moved.before is None:
        line = say("progress-told-first", account=account, stage=stage)
    else:
        before = blocks.escape(stage_label(say, moved.before, names))
        line = say("progress-told-moved", account=account, before=before, stage=stage)
    if moved.mover is not None:
        line = f"{line} (<@{moved.mover}>)"
    support = blocks.escape(support_label(say, moved.stage))
    return f"{line}\n{say('progress-support-now', support=support)}"
